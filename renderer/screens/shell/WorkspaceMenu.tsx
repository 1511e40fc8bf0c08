import { Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Command } from '../../../shared/bridge'
import { answer, run } from '../../commands'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { openPrevious, openWorkspace, useOpenWorkspace, useWorkspaces } from '../../river/workspaces'
import { DeletedWorkspaces } from './DeletedWorkspaces'
import { deleteOpenWorkspace } from './delete-workspace'
import { type Naming, WorkspaceDialog } from './WorkspaceDialog'
import { WorkspaceSwitcher } from './WorkspaceSwitcher'
import css from './Workspaces.module.css'

/** More of them than this are found faster by typing. */
const SHOWN = 8

type Dialog = Naming | 'switch' | 'deleted'

/** The open workspace's name; beneath it the others, and what can be done with this one. */
export function WorkspaceMenu() {
  const t = useT()
  const open = useOpenWorkspace()
  const tools = useWorkspace((state) => state.inventory.tools.size)
  const { workspaces, deleted } = useWorkspaces()
  const [dialog, setDialog] = useState<Dialog>()
  useCommands(setDialog)
  const close = () => setDialog(undefined)

  return (
    <>
      <Menu position="bottom-start" withinPortal width={320} returnFocus>
        <Menu.Target>
          <button type="button" className={css.name} title={open?.name} data-testid="workspace">
            <span>{open?.name ?? t('workspaces:workspace')}</span>
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('workspaces:workspaces')}</Menu.Label>
          {workspaces.slice(0, SHOWN).map(({ id, name, tools: counted }) => (
            <Menu.Item
              key={id}
              aria-current={id === open?.id ? 'true' : undefined}
              leftSection={<IconCheck size={14} aria-hidden visibility={id === open?.id ? 'visible' : 'hidden'} />}
              rightSection={
                <span className={css.count}>
                  {t('common:count.tools', { count: id === open?.id ? tools : counted })}
                </span>
              }
              onClick={() => void openWorkspace(id)}
            >
              <span className={css.label}>{name}</span>
            </Menu.Item>
          ))}
          <Menu.Item
            leftSection={<IconCheck size={14} aria-hidden visibility="hidden" />}
            rightSection={<kbd className={css.count}>{t('workspaces:moreKey')}</kbd>}
            onClick={() => void run('workspaces')}
          >
            {t('workspaces:more')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void run('workspace-new')}>{t('workspaces:new')}</Menu.Item>
          <Menu.Item onClick={() => void run('workspace-rename')}>{t('workspaces:rename')}</Menu.Item>
          <Menu.Item onClick={() => void run('workspace-duplicate')}>{t('workspaces:duplicate')}</Menu.Item>
          <Menu.Item onClick={() => void run('workspace-delete')}>{t('workspaces:delete')}</Menu.Item>
          {deleted.length > 0 && (
            <Menu.Item onClick={() => void run('workspace-deleted')}>{t('workspaces:deleted')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'switch' && <WorkspaceSwitcher onClose={close} />}
      {dialog === 'deleted' && <DeletedWorkspaces onClose={close} />}
      {(dialog === 'new' || dialog === 'rename' || dialog === 'duplicate') && (
        <WorkspaceDialog key={dialog} naming={dialog} onClose={close} />
      )}
    </>
  )
}

const DIALOGS: readonly [Command, Dialog][] = [
  ['workspaces', 'switch'],
  ['workspace-new', 'new'],
  ['workspace-rename', 'rename'],
  ['workspace-duplicate', 'duplicate'],
  ['workspace-deleted', 'deleted'],
]

/** Answers the commands, and the two keys that the native menu shows but leaves to the page. */
function useCommands(show: (dialog: Dialog) => void): void {
  useEffect(() => {
    const ends = [
      ...DIALOGS.map(([command, dialog]) => answer(command, () => show(dialog))),
      answer('workspace-previous', async () => void (await openPrevious())),
      answer('workspace-delete', deleteOpenWorkspace),
    ]
    const press = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (command === undefined) return
      event.preventDefault()
      event.stopPropagation()
      void run(command)
    }
    // Before a table or a field sees the key: Tab would mean something to them.
    window.addEventListener('keydown', press, true)
    return () => {
      window.removeEventListener('keydown', press, true)
      for (const end of ends) end()
    }
  }, [show])
}

function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey, repeat }: KeyboardEvent): Command | undefined {
  if (altKey || repeat) return undefined
  if ((ctrlKey || metaKey) && shiftKey && key.toLowerCase() === 'o') return 'workspaces'
  return ctrlKey && !metaKey && !shiftKey && key === 'Tab' ? 'workspace-previous' : undefined
}
