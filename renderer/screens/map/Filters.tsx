import { Chip, Group } from '@mantine/core'
import { useMemo } from 'react'
import type { PlacedGraph } from '../../../shared/graph/graph'
import { applySteps, onlyMethods, onlyStatuses } from '../../../shared/graph/steps'
import { FLOW_METHODS, type FlowMethod, type ToolStatus } from '../../../shared/inventory/nouns'
import { useT } from '../../i18n'
import css from './MapScreen.module.css'

/** What of the map is shown. Places never depend on it. */
export interface MapFilter {
  readonly flows: 'all' | 'by-hand' | 'none'
  readonly retired: boolean
  readonly overlapsShown: boolean
}

export const NO_FILTER: MapFilter = { flows: 'all', retired: true, overlapsShown: true }

const NOT_RETIRED: ReadonlySet<ToolStatus | 'unknown'> = new Set(['planned', 'active', 'phasing-out', 'unknown'])
const METHODS: Readonly<Record<MapFilter['flows'], ReadonlySet<FlowMethod>>> = {
  all: new Set(FLOW_METHODS),
  'by-hand': new Set<FlowMethod>(['by-hand', 'e-mail', 'file']),
  none: new Set(),
}

/** The part of the map that the filter lets through, with everything where it was, and how much it hides. */
export function useFiltered(
  placed: PlacedGraph | undefined,
  filter: MapFilter,
): { placed: PlacedGraph | undefined; hidden: { tools: number; flows: number } } {
  return useMemo(() => {
    if (placed === undefined) return { placed, hidden: { tools: 0, flows: 0 } }
    const steps = [
      ...(filter.retired ? [] : [onlyStatuses(NOT_RETIRED)]),
      ...(filter.flows === 'all' ? [] : [onlyMethods(METHODS[filter.flows])]),
    ]
    const graph = applySteps(placed.graph, steps)
    return {
      placed: graph === placed.graph ? placed : { ...placed, graph },
      hidden: {
        tools: placed.graph.tools.length - graph.tools.length,
        flows: placed.graph.edges.length - graph.edges.length,
      },
    }
  }, [placed, filter])
}

interface Props {
  readonly filter: MapFilter
  readonly onChange: (filter: MapFilter) => void
  readonly hidden: { readonly tools: number; readonly flows: number }
}

/** The row of chips above the map. */
export function Filters({ filter, onChange, hidden }: Props) {
  const t = useT()
  return (
    <Group className={css.filters} gap={8} role="toolbar" aria-label={t('mapScreen:filters')}>
      {(['all', 'by-hand', 'none'] as const).map((flows) => (
        <Chip
          key={flows}
          variant="light"
          size="xs"
          checked={filter.flows === flows}
          onChange={() => onChange({ ...filter, flows })}
        >
          {t(`mapScreen:flows.${flows}`)}
        </Chip>
      ))}
      <span className={css.divider} />
      <Chip
        variant="light"
        size="xs"
        checked={filter.overlapsShown}
        onChange={(overlapsShown) => onChange({ ...filter, overlapsShown })}
      >
        {t('mapScreen:overlaps')}
      </Chip>
      <Chip variant="light" size="xs" checked={filter.retired} onChange={(retired) => onChange({ ...filter, retired })}>
        {t('mapScreen:retired')}
      </Chip>
      {(hidden.tools > 0 || hidden.flows > 0) && (
        <span className={css.hidden} role="status">
          {t('mapScreen:hidden', { tools: hidden.tools, flows: hidden.flows })}
        </span>
      )}
    </Group>
  )
}
