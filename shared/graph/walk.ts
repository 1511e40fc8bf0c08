import type { ToolId } from '../inventory/nouns'
import { within } from './container-tree'
import { otherEnd } from './flow-facts'
import { centre, type Point } from './geometry'
import type { PlacedGraph, ToolNode } from './graph'

export const DIRECTIONS = ['left', 'right', 'up', 'down'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** How much farther a card counts as for every unit that it lies beside the way. */
const ASIDE = 2

/**
 * The card that one step in a direction leads to; only cards that are on the map. From a card: the nearest of those it
 * has flows with that lie more in this direction than in any other; if there is none, the nearest card of all, even one
 * far beside the way; `nearest` passes the flows over. From a container: the first card in it. From anything else or
 * nothing: the first card of the map. Undefined when nothing lies that way. Ties by id.
 */
export function step(
  placed: PlacedGraph,
  from: string | undefined,
  direction: Direction,
  nearest = false,
): ToolId | undefined {
  const { graph, at } = placed
  const start = graph.tools.find(({ id }) => id === from)
  const rect = start === undefined ? undefined : at.get(start.id)
  if (start === undefined || rect === undefined) return firstCard(placed, from)
  const here = centre(rect)
  const others = graph.tools.filter(({ id }) => id !== start.id)
  const joined = nearest ? new Set<string>() : joinedTo(placed, start.id)
  return (
    best(
      placed,
      here,
      direction,
      others.filter(({ id }) => joined.has(id)),
      true,
    ) ??
    best(placed, here, direction, others, true) ??
    best(placed, here, direction, others, false)
  )
}

/** The card at the top left of a container or, when it holds none or there is no such container, of the whole map. */
export function firstCard({ graph, at }: PlacedGraph, container?: string): ToolId | undefined {
  const inside =
    container !== undefined && graph.containers.some(({ id }) => id === container)
      ? within(graph.containers, container)
      : undefined
  const held = graph.tools.filter((tool) => inside?.has(tool.container))
  let first: { readonly id: ToolId; readonly x: number; readonly y: number } | undefined
  for (const { id } of held.length > 0 ? held : graph.tools) {
    const rect = at.get(id)
    if (rect === undefined) continue
    const sooner =
      first === undefined ||
      rect.y < first.y ||
      (rect.y === first.y && (rect.x < first.x || (rect.x === first.x && id < first.id)))
    if (sooner) first = { id, x: rect.x, y: rect.y }
  }
  return first?.id
}

/**
 * The line after this one among those of a card, or the one before it (`by` -1), round and round; the first or the last
 * when none of them is given. Undefined for a card without lines.
 */
export function nextLine(
  { graph }: PlacedGraph,
  tool: string,
  line: string | undefined,
  by: 1 | -1,
): string | undefined {
  const lines = graph.edges.filter(({ source, target }) => source === tool || target === tool)
  const now = lines.findIndex(({ id }) => id === line)
  if (now < 0) return lines.at(by === 1 ? 0 : -1)?.id
  return lines[(now + by + lines.length) % lines.length]?.id
}

function joinedTo({ graph }: PlacedGraph, id: ToolId): ReadonlySet<string> {
  const found = new Set<string>()
  for (const edge of graph.edges) if (edge.source === id || edge.target === id) found.add(otherEnd(edge, id))
  return found
}

/** @param narrow only what lies more in this direction than in any other; else whatever lies on this side at all */
function best(
  { at }: PlacedGraph,
  here: Point,
  direction: Direction,
  tools: readonly ToolNode[],
  narrow: boolean,
): ToolId | undefined {
  let found: ToolId | undefined
  let least = Number.POSITIVE_INFINITY
  for (const { id } of tools) {
    const rect = at.get(id)
    if (rect === undefined) continue
    const there = centre(rect)
    const [along, aside] = offset(there.x - here.x, there.y - here.y, direction)
    if (along <= 0 || (narrow && aside > along)) continue
    const far = along + ASIDE * aside
    if (far < least || (far === least && found !== undefined && id < found)) {
      least = far
      found = id
    }
  }
  return found
}

function offset(x: number, y: number, direction: Direction): readonly [along: number, aside: number] {
  if (direction === 'left') return [-x, Math.abs(y)]
  if (direction === 'right') return [x, Math.abs(y)]
  return [direction === 'up' ? -y : y, Math.abs(x)]
}
