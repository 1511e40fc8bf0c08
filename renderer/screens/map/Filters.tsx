import { Chip, Group } from '@mantine/core'
import { useMemo } from 'react'
import { countFlows } from '../../../shared/graph/flow-facts'
import type { PlacedGraph } from '../../../shared/graph/graph'
import { applySteps, onlyMethods, onlyStatuses } from '../../../shared/graph/steps'
import type { AttributeFilter, MapLook } from '../../../shared/inventory/map-look'
import { FLOW_METHODS, type FlowMethod, type ToolStatus } from '../../../shared/inventory/nouns'
import { useT } from '../../i18n'
import css from './MapScreen.module.css'

const NOT_RETIRED: AttributeFilter = { attribute: 'status', values: ['retired'], without: true }
const METHODS = {
  all: undefined,
  'by-hand': ['by-hand', 'e-mail', 'file'],
  none: [],
} as const satisfies Record<string, readonly FlowMethod[] | undefined>

/** The part of the map that the look lets through, with everything where it was, and how much it hides. */
export function useFiltered(
  placed: PlacedGraph | undefined,
  { filters, methods }: MapLook,
): { placed: PlacedGraph | undefined; hidden: { tools: number; flows: number } } {
  return useMemo(() => {
    if (placed === undefined) return { placed, hidden: { tools: 0, flows: 0 } }
    const steps = [
      ...(filters.some(isNotRetired) ? [onlyStatuses(KEPT_STATUSES)] : []),
      ...(methods === undefined ? [] : [onlyMethods(new Set(methods))]),
    ]
    const graph = applySteps(placed.graph, steps)
    return {
      placed: graph === placed.graph ? placed : { ...placed, graph },
      hidden: {
        tools: placed.graph.tools.length - graph.tools.length,
        flows: countFlows(placed.graph.edges, FLOW_METHODS) - countFlows(graph.edges, FLOW_METHODS),
      },
    }
  }, [placed, filters, methods])
}

const KEPT_STATUSES: ReadonlySet<ToolStatus | 'unknown'> = new Set(['planned', 'active', 'phasing-out', 'unknown'])
const isNotRetired = ({ attribute, values, without }: AttributeFilter) =>
  attribute === 'status' && without === true && values.length === 1 && values[0] === 'retired'

interface Props {
  readonly look: MapLook
  readonly onChange: (parts: Partial<{ [K in keyof MapLook]: MapLook[K] | undefined }>) => void
  readonly hidden: { readonly tools: number; readonly flows: number }
}

/** The row of chips above the map. */
export function Filters({ look, onChange, hidden }: Props) {
  const t = useT()
  const retiredShown = !look.filters.some(isNotRetired)
  const shown = look.methods === undefined ? 'all' : look.methods.length === 0 ? 'none' : 'by-hand'
  return (
    <Group className={css.filters} gap={8} role="toolbar" aria-label={t('mapScreen:filters')}>
      {(['all', 'by-hand', 'none'] as const).map((flows) => (
        <Chip
          key={flows}
          variant="light"
          size="xs"
          checked={shown === flows}
          onChange={() => onChange({ methods: METHODS[flows] })}
        >
          {t(`mapScreen:flows.${flows}`)}
        </Chip>
      ))}
      <span className={css.divider} />
      <Chip variant="light" size="xs" checked={look.overlaps} onChange={(overlaps) => onChange({ overlaps })}>
        {t('mapScreen:overlaps')}
      </Chip>
      <Chip
        variant="light"
        size="xs"
        checked={retiredShown}
        onChange={(retired) =>
          onChange({
            filters: retired ? look.filters.filter((each) => !isNotRetired(each)) : [...look.filters, NOT_RETIRED],
          })
        }
      >
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
