import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { DELETED_KEPT_DAYS } from '../../../shared/bridge'
import { translate } from '../../i18n'
import { bringBack, deleteWorkspace } from '../../river/workspaces'

const NOTE_MS = 20_000

/** Deletes the open workspace at once, says for how long it is kept, and offers it back. */
export async function deleteOpenWorkspace(): Promise<void> {
  const deletion = await deleteWorkspace()
  if (deletion === undefined) return
  const { id, name } = deletion.gone
  const note = `workspace-deleted-${id}`
  const takeBack = async () => {
    notifications.hide(note)
    await bringBack(deletion)
  }
  notifications.show({
    id: note,
    color: 'accent',
    autoClose: NOTE_MS,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{translate('workspaces:wasDeleted', { name, days: DELETED_KEPT_DAYS })}</span>
        <Button size="compact-sm" variant="subtle" flex="none" onClick={() => void takeBack()}>
          {translate('workspaces:undo')}
        </Button>
      </Group>
    ),
  })
}
