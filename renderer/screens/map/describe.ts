import { containerName } from '../../../shared/graph/container-name'
import type { ContainerNode, FlowEdge, ToolNode } from '../../../shared/graph/graph'
import type { LandscapeAt } from '../../../shared/graph/lens/landscape-at'
import type { HiddenCounts } from '../../../shared/graph/lens/show-only'
import type { Formats } from '../../format'
import type { T } from '../../i18n'

/** A tool in words, as a screen reader says it. */
export function describeTool(
  t: T,
  { neighbours }: HiddenCounts,
  landscape: LandscapeAt | undefined,
): (tool: ToolNode) => string {
  return (tool) => {
    const parts = [tool.name, ...tool.functions]
    if (tool.users !== undefined) parts.push(t('common:count.users', { count: tool.users }))
    if (tool.mentionedOnly) parts.push(t('common:status.mentionedOnly'))
    if (tool.withoutOwner && !tool.mentionedOnly) parts.push(t('common:badge.noOwner'))
    if (tool.usedBy.length > 0) parts.push(t('map:usedBy', { names: tool.usedBy.map(({ name }) => name).join(', ') }))
    if (tool.overlaps > 0) parts.push(t('common:count.overlaps', { count: tool.overlaps }))
    if (landscape?.arrived.has(tool.id)) parts.push(t('mapLook:arrived'))
    if (landscape?.gone.has(tool.id)) parts.push(t('mapLook:gone'))
    const hidden = neighbours.get(tool.id)
    if (hidden !== undefined) parts.push(t('mapLook:hiddenBeside', { count: hidden }))
    return parts.join(', ')
  }
}

/** A department in words: its name, and how many tools are shown and hidden in it. */
export function describeContainer(t: T, { containers }: HiddenCounts): (container: ContainerNode) => string {
  return (container) => {
    const { id, toolCount } = container
    const hidden = containers.get(id) ?? 0
    const parts = [containerName(container, t), t('common:count.tools', { count: toolCount - hidden })]
    if (hidden > 0) parts.push(t('mapLook:hiddenIn', { count: hidden }))
    return parts.join(', ')
  }
}

/** A flow in words: what it joins, how, and what it costs. */
export function describeEdge(t: T, formats: Formats, names: ReadonlyMap<string, string>): (edge: FlowEdge) => string {
  return (edge) => {
    const arrow = edge.bothWays ? '↔' : '→'
    const parts = [
      `${names.get(edge.source) ?? ''} ${arrow} ${names.get(edge.target) ?? ''}`,
      ...edge.parts.map(({ method, flows }) => {
        const word = t(`common:method.${method}`)
        return flows.length > 1 ? `${flows.length}× ${word}` : word
      }),
    ]
    if (edge.hoursPerMonth !== undefined) {
      parts.push(t('common:hoursPerMonth', { hours: formats.number(edge.hoursPerMonth) }))
    }
    return [...parts, ...edge.dataObjects].join(', ')
  }
}
