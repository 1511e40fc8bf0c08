import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { undo } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'
import { translate } from '../../i18n'

/** Says what was done and offers to take it back, as long as it is the last thing that was done. */
export function sayUndoable(words: string, sequence: number, focus?: () => void): void {
  const id = `done-${sequence}`
  const takeBack = () => {
    notifications.hide(id)
    if (useWorkspace.getState().undo.undo === sequence) void undo()
    focus?.()
  }
  notifications.show({
    id,
    color: 'accent',
    autoClose: 8_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{words}</span>
        <Button size="compact-sm" variant="subtle" flex="none" onClick={takeBack}>
          {translate('lists:undo')}
        </Button>
      </Group>
    ),
  })
}
