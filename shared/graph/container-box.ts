import type { Point } from './geometry'
import { CARD_HEIGHT, CARD_WIDTH, CONTENT_TOP, GUTTER, gridSize, PITCH_X, PITCH_Y } from './geometry'
import type { ContainerNode, Rect } from './graph'
import { textWidth } from './text-width'

const NAME_SIZE = 14
/** Room for the number of tools, right of the name. */
const COUNT_WIDTH = 72
/** Containers should look about this wide for their height. */
const ASPECT = 1.5

/** How many columns a container is wide at least, so that its name can be read: one or two. */
export function leastColumns(container: ContainerNode): number {
  const room = gridSize(1, 1).width - 2 * GUTTER - COUNT_WIDTH
  return textWidth(container.name, NAME_SIZE, true) > room ? 2 : 1
}

/**
 * The rectangle of a container, seen from its origin, that encloses these cards (top left corners, seen from the
 * origin as well) and the containers in it. The origin always lies within: the box starts left of it or above it only
 * when something does.
 */
export function boxAround(cards: Iterable<Point>, columns: number, inner: Iterable<Rect> = []): Rect {
  let left = 0
  let top = 0
  let { width: right, height: bottom } = gridSize(columns, 1)
  for (const card of cards) {
    left = Math.min(left, card.x - GUTTER)
    top = Math.min(top, card.y - CONTENT_TOP)
    right = Math.max(right, card.x + CARD_WIDTH + GUTTER)
    bottom = Math.max(bottom, card.y + CARD_HEIGHT + GUTTER)
  }
  for (const rect of inner) {
    left = Math.min(left, rect.x - GUTTER)
    top = Math.min(top, rect.y - CONTENT_TOP)
    right = Math.max(right, rect.x + rect.width + GUTTER)
    bottom = Math.max(bottom, rect.y + rect.height + GUTTER)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** How many columns the grid of a container with so many cards gets: nearly square to look at, few empty places. */
export function columnsFor(count: number, least: number): number {
  const middle = Math.sqrt((count * ASPECT * PITCH_Y) / PITCH_X)
  let best = least
  let bestCost = Number.POSITIVE_INFINITY
  for (
    let columns = Math.max(least, Math.floor(middle) - 1);
    columns <= Math.max(least, Math.ceil(middle) + 2);
    columns++
  ) {
    const rows = Math.ceil(count / columns)
    const cost = aspectCost(columns, rows) + (0.6 * (columns * rows - count)) / count
    if (cost < bestCost) {
      best = columns
      bestCost = cost
    }
  }
  return best
}

/** How far a grid of this shape is from the wished aspect ratio; 0 is perfect. */
export function aspectCost(columns: number, rows: number): number {
  const { width, height } = gridSize(columns, rows)
  return Math.abs(Math.log(width / height / ASPECT))
}
