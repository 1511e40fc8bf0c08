import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { undo } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'
import type { T } from '../../i18n'
import type { Deletion } from './edits'

/** Says what was deleted and offers to take it back, as long as it is the last thing that was done. */
export function sayDeleted(t: T, { sequence, name, tools, flows }: Deletion): void {
  const words = [t('inventory:deleted', { count: tools, name })]
  if (flows > 0) words.push(t('inventory:deletedFlows', { count: flows }))
  const id = `deleted-${sequence}`
  const takeBack = () => {
    notifications.hide(id)
    if (useWorkspace.getState().undo.undo === sequence) void undo()
  }
  notifications.show({
    id,
    color: 'accent',
    autoClose: 8_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{words.join(' ')}</span>
        <Button size="compact-sm" variant="subtle" onClick={takeBack}>
          {t('inventory:undo')}
        </Button>
      </Group>
    ),
  })
}
