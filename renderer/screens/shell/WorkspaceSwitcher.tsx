import { Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { WorkspaceInfo } from '../../../shared/bridge'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { openWorkspace, useWorkspaces } from '../../river/workspaces'
import css from './Workspaces.module.css'

/** A list to type in: the workspace that was open before comes first, so that Enter goes back to it. */
export function WorkspaceSwitcher({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const list = useId()
  const open = useWorkspace((state) => state.id)
  const tools = useWorkspace((state) => state.inventory.tools.size)
  const workspaces = useWorkspaces((state) => state.workspaces)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const found = useMemo(() => matching(workspaces, query, open), [workspaces, query, open])
  const at = Math.min(active, found.length - 1)
  const options = useRef<HTMLDivElement>(null)
  useEffect(() => {
    options.current?.children.item(at)?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const choose = (workspace: WorkspaceInfo | undefined) => {
    if (workspace === undefined) return
    onClose()
    void openWorkspace(workspace.id)
  }
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) setActive((at + by + found.length) % Math.max(1, found.length))
    else if (event.key === 'Enter') choose(found[at])
    else return
    event.preventDefault()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('workspaces:search') } }}
      yOffset={80}
      size={520}
      transitionProps={{ duration: 0 }}
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={at < 0 ? undefined : `${list}-${at}`}
        aria-label={t('workspaces:search')}
        placeholder={t('workspaces:search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={press}
      />
      <div ref={options} id={list} role="listbox" aria-label={t('workspaces:workspaces')} className={css.list}>
        {found.map((workspace, index) => (
          <button
            key={workspace.id}
            id={`${list}-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={css.option}
            onMouseMove={() => setActive(index)}
            onClick={() => choose(workspace)}
          >
            <b>{workspace.name}</b>
            <span className={css.count}>
              {workspace.id === open
                ? `${t('common:count.tools', { count: tools })} · ${t('workspaces:openNow')}`
                : t('common:count.tools', { count: workspace.tools })}
            </span>
          </button>
        ))}
      </div>
      {found.length === 0 && <p className={css.quiet}>{t('workspaces:nothingFound')}</p>}
    </Modal>
  )
}

function matching(all: readonly WorkspaceInfo[], query: string, open: string | undefined): readonly WorkspaceInfo[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = all.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
  return [...found.filter(({ id }) => id !== open), ...found.filter(({ id }) => id === open)]
}
