import type { MapLook } from '../../inventory/map-look'
import type { ToolId } from '../../inventory/nouns'
import type { Graph } from '../graph'
import { onlyMethods } from '../steps'
import { filterTools } from './filter-tools'
import type { LandscapeAt } from './landscape-at'
import type { LensReader } from './reader'
import { type HiddenCounts, NOTHING_HIDDEN, showOnly } from './show-only'

/**
 * The tools that a look's filters let through and that, seen at a date, are there then or have gone until then.
 * Undefined: everything.
 */
export function shownTools(
  reader: LensReader,
  filters: MapLook['filters'],
  landscape: LandscapeAt | undefined,
): ReadonlySet<ToolId> | undefined {
  if (filters.length === 0 && landscape === undefined) return undefined
  const kept = filterTools(reader, filters)
  if (landscape === undefined) return kept
  return new Set([...kept].filter((id) => landscape.present.has(id) || landscape.gone.has(id)))
}

/**
 * The part of a graph that a look lets through: these tools, without the flows of tools that have gone, which are drawn as
 * ghosts, and with these methods only (absent: all). The same graph where nothing is left out.
 */
export function lookedAt(
  graph: Graph,
  shown: ReadonlySet<ToolId> | undefined,
  landscape: LandscapeAt | undefined,
  methods: MapLook['methods'],
): { readonly graph: Graph; readonly hidden: HiddenCounts } {
  const left = shown === undefined ? { graph, hidden: NOTHING_HIDDEN } : showOnly(graph, shown)
  const drawn = landscape === undefined ? left.graph : withoutEdgesOf(left.graph, landscape.gone)
  return { graph: methods === undefined ? drawn : onlyMethods(new Set(methods))(drawn), hidden: left.hidden }
}

function withoutEdgesOf(graph: Graph, gone: ReadonlySet<string>): Graph {
  if (gone.size === 0) return graph
  return { ...graph, edges: graph.edges.filter(({ source, target }) => !gone.has(source) && !gone.has(target)) }
}
