import { useMemo } from 'react'
import { groupWords } from '../../../shared/export/lens-words'
import { containerName } from '../../../shared/graph/container-name'
import { otherEnd } from '../../../shared/graph/flow-facts'
import type { FlowEdge, ToolNode } from '../../../shared/graph/graph'
import { bundleWords } from '../../canvas/bundle-words'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import type { ListRow } from './list-rows'
import { overlapWords } from './overlap-words'
import { type Lens, useLensWords } from './use-lens'

interface Words {
  readonly name: string
  readonly detail: string
}

/** What a row of the list says: its name, and everything else that the picture shows of it. */
export function useRowWords(
  lens: Lens,
  ranks: ReadonlyMap<string, number>,
  describeTool: (tool: ToolNode) => string,
): (row: ListRow) => Words {
  const t = useT()
  const formats = useFormats()
  const words = useLensWords(lens.reader)
  const { tools } = useInventory()
  const { groups, hidden, placed } = lens
  return useMemo(() => {
    const nameOf = (id: string) => tools.get(id as never)?.name ?? ''
    const flowWords = (edge: FlowEdge) => [
      ...edge.parts.map(({ method, flows }) => {
        const word = t(`common:method.${method}`)
        return flows.length > 1 ? `${flows.length}× ${word}` : word
      }),
      ...(edge.hoursPerMonth === undefined
        ? []
        : [t('common:hoursPerMonth', { hours: formats.number(edge.hoursPerMonth) })]),
      ...edge.dataObjects,
    ]
    return (row) => {
      switch (row.kind) {
        case 'container': {
          const { id, toolCount, annualCost } = row.container
          const gone = hidden.containers.get(id) ?? 0
          const costs = [...(annualCost ?? [])].map(([currency, minor]) => formats.money({ minor, currency }))
          return {
            name: containerName(row.container, t),
            detail: [
              t('common:count.tools', { count: toolCount - gone }),
              ...(gone > 0 ? [t('mapLook:hiddenIn', { count: gone })] : []),
              ...(costs.length === 0 ? [] : [t('mapEdit:list.costs', { cost: costs.join(' + ') })]),
            ].join(' · '),
          }
        }
        case 'tool': {
          const { tool } = row
          const rank = ranks.get(tool.id)
          const group = groups.groups[groups.of.get(tool.id) ?? -1]
          const rest = describeTool(tool).slice(tool.name.length).replace(/^, /, '')
          return {
            name: tool.name,
            detail: [
              ...(rank === undefined ? [] : [t('map:rank', { rank })]),
              ...(group === undefined ? [] : [groupWords(groups.attribute, group, words)]),
              ...(tool.status === undefined || tool.mentionedOnly ? [] : [t(`common:status.${tool.status}`)]),
              ...(tool.ai === 'embedded' || tool.ai === 'dedicated' ? [t('common:badge.ai')] : []),
              ...(rest === '' ? [] : [rest]),
            ].join(' · '),
          }
        }
        case 'flow': {
          const { edge, tool } = row
          const way = edge.bothWays ? 'flowsBoth' : edge.source === tool.id ? 'flowsOut' : 'flowsIn'
          return {
            name: t(`mapEdit:list.${way}`, { name: nameOf(otherEnd(edge, tool.id)) }),
            detail: flowWords(edge).join(' · '),
          }
        }
        case 'usedBy':
          return { name: t('mapEdit:list.usedBy', { name: row.department.name }), detail: '' }
        case 'overlap': {
          const other = row.overlap.tools.find((id) => id !== row.tool.id) ?? ''
          return {
            name: t('mapEdit:list.overlap', { name: nameOf(other) }),
            detail: overlapWords(row.overlap, t, formats),
          }
        }
        case 'bundles':
          return { name: t('mapEdit:list.bundles'), detail: formats.number(row.count) }
        case 'bundle':
          return bundleWords(row.bundle, placed?.graph.containers ?? [], t, formats)
      }
    }
  }, [t, formats, words, tools, groups, hidden, placed, ranks, describeTool])
}
