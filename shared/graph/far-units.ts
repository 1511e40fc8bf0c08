import { union } from './geometry'
import type { ContainerNode, PlacedGraph, Rect } from './graph'

/** What is a thing of its own when the map is seen from far away, and which containers belong to which of them. */
export interface FarUnits {
  readonly rects: ReadonlyMap<string, Rect>
  /** For each container the unit that stands for its own tools. */
  readonly of: ReadonlyMap<string, string>
}

/**
 * The outermost containers; but one that holds more than half of all tools in smaller ones (the company above its
 * departments) is opened: those in it are seen by themselves, and the cards directly in it are a unit too.
 */
export function farUnits({ graph, at }: PlacedGraph): FarUnits {
  // Counted as the containers count: what filters hide doesn't open or close anything.
  const all = graph.containers.reduce((sum, { parent, toolCount }) => sum + (parent === undefined ? toolCount : 0), 0)
  const below = new Map<string, ContainerNode[]>()
  for (const node of graph.containers) {
    if (node.parent === undefined) continue
    const siblings = below.get(node.parent)
    if (siblings === undefined) below.set(node.parent, [node])
    else siblings.push(node)
  }
  const rects = new Map<string, Rect>()
  const of = new Map<string, string>()
  const opened = new Set<string>()
  for (const { id, parent, toolCount } of graph.containers) {
    const outermost = parent === undefined || opened.has(parent)
    if (!outermost) {
      of.set(id, of.get(parent) ?? parent)
      continue
    }
    of.set(id, id)
    if (below.has(id) && toolCount * 2 > all) opened.add(id)
    else rects.set(id, at.get(id) as Rect)
  }
  for (const id of opened) {
    const own = graph.tools.flatMap((tool) => (tool.container === id ? (at.get(tool.id) ?? []) : []))
    if (own.length > 0) rects.set(id, union(own))
  }
  return { rects, of }
}
