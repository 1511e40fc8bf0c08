import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { undo } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'
import type { T } from '../../i18n'
import type { Deletion } from './edits'

/**
 * Says what was deleted and offers to take it back, as long as it is the last thing that was done.
 * @param focus gives the focus back when the notification, which had it, goes
 */
export function sayDeleted(t: T, { sequence, name, tools, flows }: Deletion, focus: () => void): void {
  const what = tools === 1 ? name : t('common:count.tools', { count: tools })
  const words =
    flows === 0
      ? t('inventory:deleted', { what })
      : t('inventory:deletedWith', { what, flows: t('common:count.flows', { count: flows }) })
  const id = `deleted-${sequence}`
  const takeBack = () => {
    notifications.hide(id)
    if (useWorkspace.getState().undo.undo === sequence) void undo()
    focus()
  }
  notifications.show({
    id,
    color: 'accent',
    autoClose: 8_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{words}</span>
        <Button size="compact-sm" variant="subtle" flex="none" onClick={takeBack}>
          {t('inventory:undo')}
        </Button>
      </Group>
    ),
  })
}
