import { type Pin, pinIdOf } from '../inventory/nouns'
import { type MovedCard, obstaclesIn } from './align'
import { CARD_HEIGHT, CARD_WIDTH, CONTENT_TOP, GUTTER, overlaps, type Point } from './geometry'
import type { ContainerNode, PlacedGraph, Rect } from './graph'

/** The innermost container at this point of the map. */
export function containerAt({ graph, at }: PlacedGraph, { x, y }: Point): ContainerNode | undefined {
  return graph.containers.findLast(({ id }) => {
    const rect = at.get(id)
    return rect !== undefined && x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height
  })
}

/**
 * The pins of cards that were dropped on a container they did not lie in: where they were dropped, brought within its
 * present box if they hang over its edge. A card that would cover something there gets none: the layout finds it a
 * place, and nothing that is there moves. Throws when the container is not on the map.
 */
export function pinsWhereDropped(placed: PlacedGraph, cards: readonly MovedCard[], container: string): readonly Pin[] {
  const [box, origin] = [placed.at.get(container), placed.origins.get(container)]
  if (box === undefined || origin === undefined) throw new Error(`Not a placed container: ${container}`)
  const taken = obstaclesIn(placed, container, new Set(cards.map(({ id }) => id)))
  return cards.flatMap(({ id, x, y }): Pin[] => {
    const rect: Rect = {
      x: Math.round(kept(x, box.x + GUTTER, box.x + box.width - GUTTER - CARD_WIDTH)),
      y: Math.round(kept(y, box.y + CONTENT_TOP, box.y + box.height - GUTTER - CARD_HEIGHT)),
      width: CARD_WIDTH,
      height: CARD_HEIGHT,
    }
    if (taken.some((other) => overlaps(rect, other))) return []
    taken.push(rect)
    return [{ id: pinIdOf(id, container), x: rect.x - Math.round(origin.x), y: rect.y - Math.round(origin.y) }]
  })
}

function kept(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
