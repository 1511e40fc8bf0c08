import type { ToolId } from '../inventory/nouns'
import { GUTTER, overlaps } from './geometry'
import type { PlacedGraph, Rect } from './graph'

/** Left edges or top edges in one line; the same distance from each to the next, across or down. */
export const ALIGNMENTS = ['left', 'top', 'across', 'down'] as const
export type Alignment = (typeof ALIGNMENTS)[number]

/** A card and the absolute point its top left corner comes to lie at. */
export interface MovedCard {
  readonly id: ToolId
  readonly x: number
  readonly y: number
}

/**
 * Where these cards come to lie when they are aligned: those of each container among themselves, so that no container
 * grows into another one. The outermost card stays and the others keep their order. A card that would cover another one
 * of its container, or a container within it, moves on along the line (for `across` and `down`: off it) until it doesn't.
 * Only cards that move are given back. A container needs two of them, for the same distance three.
 */
export function alignCards(placed: PlacedGraph, ids: ReadonlySet<string>, how: Alignment): readonly MovedCard[] {
  const { graph, at } = placed
  const chosen = new Map<string, { readonly id: ToolId; readonly rect: Rect }[]>()
  for (const { id, container } of graph.tools) {
    const rect = at.get(id)
    if (!ids.has(id) || rect === undefined) continue
    const list = chosen.get(container)
    if (list === undefined) chosen.set(container, [{ id, rect }])
    else list.push({ id, rect })
  }
  const moved: MovedCard[] = []
  for (const [container, cards] of chosen) {
    const distributes = how === 'across' || how === 'down'
    if (cards.length < (distributes ? 3 : 2)) continue
    const taken = obstaclesIn(placed, container, ids)
    const horizontal = how === 'top' || how === 'across'
    cards.sort((a, b) => before(a.rect, b.rect, horizontal) || (a.id < b.id ? -1 : 1))
    const [first, last] = [cards[0]?.rect, cards.at(-1)?.rect]
    if (first === undefined || last === undefined) continue
    const left = Math.min(...cards.map(({ rect }) => rect.x))
    const top = Math.min(...cards.map(({ rect }) => rect.y))
    for (const [index, { id, rect }] of cards.entries()) {
      const share = index / (cards.length - 1)
      const wanted: Rect = {
        ...rect,
        ...(how === 'left' ? { x: left } : {}),
        ...(how === 'top' ? { y: top } : {}),
        ...(how === 'across' ? { x: Math.round(first.x + (last.x - first.x) * share) } : {}),
        ...(how === 'down' ? { y: Math.round(first.y + (last.y - first.y) * share) } : {}),
      }
      const free = movedOn(wanted, taken, how === 'top' || how === 'down')
      taken.push(free)
      if (free.x !== rect.x || free.y !== rect.y) moved.push({ id, x: free.x, y: free.y })
    }
  }
  return moved
}

/** What lies in a container besides these cards. */
export function obstaclesIn({ graph, at }: PlacedGraph, container: string, besides: ReadonlySet<string>): Rect[] {
  return [
    ...graph.tools.filter((tool) => tool.container === container && !besides.has(tool.id)),
    ...graph.containers.filter(({ parent }) => parent === container),
  ].flatMap(({ id }) => at.get(id) ?? [])
}

function before(a: Rect, b: Rect, horizontal: boolean): number {
  return horizontal ? a.x - b.x || a.y - b.y : a.y - b.y || a.x - b.x
}

/** The rectangle, moved to the right or down past everything that it would cover. */
function movedOn(rect: Rect, taken: readonly Rect[], right: boolean): Rect {
  let free = rect
  for (let hit = covered(free, taken); hit !== undefined; hit = covered(free, taken)) {
    free = right ? { ...free, x: hit.x + hit.width + GUTTER } : { ...free, y: hit.y + hit.height + GUTTER }
  }
  return free
}

function covered(rect: Rect, taken: readonly Rect[]): Rect | undefined {
  return taken.find((other) => overlaps(rect, other))
}
