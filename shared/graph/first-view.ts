import type { Size } from './geometry'
import { union } from './geometry'
import type { PlacedGraph, Rect } from './graph'

/** With less than this share of all cards on it, a part of the map says less than an overview of the whole. */
const LEAST_SHARE = 0.25

/**
 * The part of the map to begin with on a screen. Where all of it fits so that names can be read: nothing, which means all
 * of it. Else the part with the most cards that fits at the smallest readable zoom factor; but nothing when that holds
 * too few of the cards: a large map is seen from far away first. Deterministic: of equally full parts the upper left one.
 * @param screen free room on the screen, in pixels
 * @param readable the smallest zoom factor at which names can be read
 */
export function firstView({ graph, at, bounds }: PlacedGraph, screen: Size, readable: number): Rect | undefined {
  const window = { width: screen.width / readable, height: screen.height / readable }
  if (bounds.width <= window.width && bounds.height <= window.height) return undefined
  const cards = graph.tools.flatMap(({ id }) => at.get(id) ?? [])
  const room = Math.floor((window.width * window.height) / cardArea(cards))
  if (room < cards.length * LEAST_SHARE) return undefined
  let best: readonly Rect[] = []
  for (const y of edges(cards, ({ y }) => y)) {
    const rows = cards.filter((card) => card.y >= y && card.y + card.height <= y + window.height)
    if (rows.length <= best.length) continue
    for (const x of edges(rows, ({ x }) => x)) {
      const held = rows.filter((card) => card.x >= x && card.x + card.width <= x + window.width)
      if (held.length > best.length) best = held
    }
  }
  if (best.length < cards.length * LEAST_SHARE) return undefined
  const { x, y, width, height } = union(best)
  const [left, top] = [x + (width - window.width) / 2, y + (height - window.height) / 2]
  return {
    // What lies outside of the map needs no room.
    x: within(left, bounds.x, bounds.x + bounds.width - window.width),
    y: within(top, bounds.y, bounds.y + bounds.height - window.height),
    ...window,
  }
}

function cardArea(cards: readonly Rect[]): number {
  const first = cards[0]
  return first === undefined ? 1 : first.width * first.height
}

function edges(cards: readonly Rect[], edgeOf: (card: Rect) => number): readonly number[] {
  return [...new Set(cards.map(edgeOf))].sort((a, b) => a - b)
}

/** The nearest number between two bounds; the middle of them where they are the wrong way round. */
function within(value: number, least: number, most: number): number {
  if (least > most) return (least + most) / 2
  return Math.max(least, Math.min(most, value))
}
