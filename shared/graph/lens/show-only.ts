import type { ToolId } from '../../inventory/nouns'
import type { Graph } from '../graph'

/** How much is hidden, counted where it hangs. What has nothing hidden is absent. */
export interface HiddenCounts {
  /** Tools that are hidden, by container; those in the containers below count too. */
  readonly containers: ReadonlyMap<string, number>
  /** Hidden tools that a shown tool has flows with, by tool. */
  readonly neighbours: ReadonlyMap<ToolId, number>
  readonly tools: number
  readonly edges: number
}

/**
 * The graph with only these tools and the edges between them. Every container stays, also an empty one: what is hidden
 * is counted at it. What the filter leaves whole keeps its identity.
 */
export function showOnly(
  graph: Graph,
  shown: ReadonlySet<ToolId>,
): { readonly graph: Graph; readonly hidden: HiddenCounts } {
  const tools = graph.tools.filter(({ id }) => shown.has(id))
  if (tools.length === graph.tools.length) return { graph, hidden: NOTHING_HIDDEN }
  const containers = new Map<string, number>()
  for (const { id, container } of graph.tools) {
    if (!shown.has(id)) containers.set(container, (containers.get(container) ?? 0) + 1)
  }
  for (const { id, parent } of graph.containers.toReversed()) {
    const count = containers.get(id)
    if (parent !== undefined && count !== undefined) containers.set(parent, (containers.get(parent) ?? 0) + count)
  }
  const beyond = new Map<ToolId, Set<ToolId>>()
  const edges = graph.edges.filter(({ source, target }) => {
    const [from, to] = [shown.has(source), shown.has(target)]
    if (from !== to) {
      const [near, far] = from ? [source, target] : [target, source]
      const known = beyond.get(near)
      if (known === undefined) beyond.set(near, new Set([far]))
      else known.add(far)
    }
    return from && to
  })
  const hidden = {
    containers,
    neighbours: new Map([...beyond].map(([id, far]) => [id, far.size])),
    tools: graph.tools.length - tools.length,
    edges: graph.edges.length - edges.length,
  }
  return { graph: { ...graph, tools, edges }, hidden }
}

export const NOTHING_HIDDEN: HiddenCounts = { containers: new Map(), neighbours: new Map(), tools: 0, edges: 0 }
