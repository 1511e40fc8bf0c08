import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import type { Command } from '../../../shared/bridge'
import { answer, run } from '../../commands'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { openWorkspace, useWorkspaces } from '../../river/workspaces'
import { openTool, revealOnMap, useUi } from '../../ui-state'

const OFFERED = [
  'show-inventory',
  'show-departments',
  'show-functions',
  'show-data-objects',
  'show-flows',
  'show-map',
  'show-start',
  'show-scenarios',
  'show-matrix',
  'show-history',
  'show-gaps',
  'import',
  'import-clipboard',
  'load-mapping',
  'kept-apart',
  'own-products',
  'open-workspace-file',
  'export',
  'export-map',
  'export-tools',
  'export-workbook',
  'export-report',
  'export-matrix',
  'undo',
  'redo',
  'new-tool',
  'fit',
  'save-view',
  'present-views',
  'tidy',
  'load-sample-de',
  'load-sample-en',
  'language-de',
  'language-en',
  'theme-light',
  'theme-dark',
  'theme-system',
] as const satisfies readonly Command[]

const OF_WORKSPACES = [
  'workspaces',
  'workspace-previous',
  'workspace-new',
  'workspace-rename',
  'workspace-duplicate',
  'workspace-delete',
  'workspace-deleted',
] as const satisfies readonly Command[]

/** One field for everything: tools and departments by name, and every command by its words. */
export function Palette() {
  const t = useT()
  const inventory = useInventory()
  const [query, setQuery] = useState('')
  useEffect(() => answer('palette', spotlight.open), [])

  const commands = useMemo<SpotlightActionData[]>(
    () => [
      ...OFFERED.map((id) => ({ id, label: t(`shell:command.${id}`), onClick: () => void run(id) })),
      ...OF_WORKSPACES.map((id) => ({ id, label: t(`workspaces:command.${id}`), onClick: () => void run(id) })),
    ],
    [t],
  )
  const open = useWorkspace((state) => state.id)
  const workspaces = useWorkspaces((state) => state.workspaces)
  const elsewhere = useMemo<SpotlightActionData[]>(
    () =>
      query.trim() === ''
        ? []
        : workspaces
            .filter(({ id }) => id !== open)
            .map(({ id, name }) => ({
              id,
              label: name,
              description: t('workspaces:workspace'),
              onClick: () => void openWorkspace(id),
            })),
    [workspaces, open, query, t],
  )
  const nodes = useMemo<SpotlightActionData[]>(() => {
    const wanted = query.trim().toLowerCase()
    if (wanted === '') return []
    const tools = [...inventory.tools.values()].filter(({ name }) => name.toLowerCase().includes(wanted))
    const departments = [...inventory.departments.values()].filter(({ name }) => name.toLowerCase().includes(wanted))
    return [
      ...tools.slice(0, 20).map((tool) => ({
        id: tool.id,
        label: tool.name,
        description: tool.partOf ?? tool.vendor ?? t('common:noun.tool'),
        onClick: () => openOrReveal(tool.id),
      })),
      ...departments.slice(0, 10).map((department) => ({
        id: department.id,
        label: department.name,
        description: t('common:noun.department'),
        onClick: () => revealOnMap({ kind: 'department', id: department.id }),
      })),
    ]
  }, [inventory, query, t])

  return (
    <Spotlight
      actions={[...nodes, ...elsewhere, ...commands]}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      attributes={{ content: { 'aria-label': t('shell:search') } }}
      nothingFound={t('shell:nothingFound')}
      limit={30}
      searchProps={{ leftSection: <IconSearch size={18} aria-hidden />, placeholder: t('shell:search') }}
    />
  )
}

/** On the map a tool is jumped to; anywhere else everything about it is shown. */
function openOrReveal(id: string): void {
  if (useUi.getState().screen === 'map') revealOnMap({ kind: 'tool', id })
  else openTool(id)
}
