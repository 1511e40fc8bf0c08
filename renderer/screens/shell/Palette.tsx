import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import type { Command } from '../../../shared/bridge'
import { answer, run } from '../../commands'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { revealOnMap } from '../../ui-state'

const OFFERED = [
  'show-inventory',
  'show-map',
  'show-start',
  'import',
  'export-map',
  'export-tools',
  'export-report',
  'undo',
  'redo',
  'new-tool',
  'fit',
  'load-sample-de',
  'load-sample-en',
  'language-de',
  'language-en',
  'theme-light',
  'theme-dark',
  'theme-system',
] as const satisfies readonly Command[]

/** One field for everything: tools and departments by name, and every command by its words. */
export function Palette() {
  const t = useT()
  const inventory = useInventory()
  const [query, setQuery] = useState('')
  useEffect(() => answer('palette', spotlight.open), [])

  const commands = useMemo<SpotlightActionData[]>(
    () => OFFERED.map((id) => ({ id, label: t(`shell:command.${id}`), onClick: () => void run(id) })),
    [t],
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
        onClick: () => revealOnMap({ kind: 'tool', id: tool.id }),
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
      actions={[...nodes, ...commands]}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      nothingFound={t('shell:nothingFound')}
      limit={30}
      searchProps={{ leftSection: <IconSearch size={18} aria-hidden />, placeholder: t('shell:search') }}
    />
  )
}
