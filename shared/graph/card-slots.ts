import { aspectCost } from './container-box'
import type { Point } from './geometry'
import { CARD_HEIGHT, CARD_WIDTH, CONTENT_TOP, GUTTER, overlaps, PITCH_X, PITCH_Y, slotOffset } from './geometry'
import type { Rect } from './graph'

/** What a newly placed card keeps away from the others. */
const CLEARANCE = 8
/** Up to this many distances are compared to find the nearest free place; beyond, the first one is taken. */
const COMPARISONS = 4_000_000

/** The cards of one container and the free places of its grid. All points are seen from the container's origin. */
export interface CardSlots {
  /** Whether a card here would cover one that is already placed. */
  covers(at: Point): boolean
  /** Puts a card where it is remembered. */
  put(at: Point): void
  /**
   * Finds a free place on the grid and puts a card there: the hole nearest to `near` (without it the first one as one
   * reads), and when there are no holes left one in a new column or row, whichever keeps the container's shape best.
   */
  take(near: Point | undefined, waiting: number): Point
}

/**
 * @param leastColumns how many columns the container is wide even when it's empty
 * @param taken what else lies in the container: no card may cover it
 */
export function cardSlots(leastColumns: number, taken: readonly Rect[] = []): CardSlots {
  const cells = new Map<string, Point[]>()
  let cards = 0
  let left = 0
  let top = 0
  let right = leastColumns - 1
  let bottom = 0
  let free: Point[] | undefined

  let takenCells = 0
  for (const { x, y, width, height } of taken) {
    takenCells += (Math.ceil(width / PITCH_X) + 2) * (Math.ceil(height / PITCH_Y) + 2)
    right = Math.max(right, Math.ceil((x + width - GUTTER) / PITCH_X) - 1)
    bottom = Math.max(bottom, Math.ceil((y + height - CONTENT_TOP) / PITCH_Y) - 1)
  }

  const hits = (at: Point, clearance: number): boolean => {
    if (taken.length > 0) {
      const card = { ...at, width: CARD_WIDTH, height: CARD_HEIGHT }
      if (taken.some((rect) => overlaps(rect, card, clearance))) return true
    }
    const [column, row] = cellOf(at)
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const card of cells.get(`${c},${r}`) ?? []) {
          const gapX = Math.abs(card.x - at.x) - CARD_WIDTH
          const gapY = Math.abs(card.y - at.y) - CARD_HEIGHT
          if (gapX < clearance && gapY < clearance) return true
        }
      }
    }
    return false
  }

  const put = (at: Point): void => {
    const key = cellOf(at).join(',')
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, [at])
    else cell.push(at)
    cards++
    left = Math.min(left, Math.ceil((at.x - GUTTER) / PITCH_X))
    top = Math.min(top, Math.ceil((at.y - CONTENT_TOP) / PITCH_Y))
    right = Math.max(right, Math.floor((at.x - GUTTER) / PITCH_X))
    bottom = Math.max(bottom, Math.floor((at.y - CONTENT_TOP) / PITCH_Y))
  }

  /** Free places in reading order. A card blocks at most four, so looking at so many is enough to find `wanted`. */
  const holes = (fromColumn: number, fromRow: number, wanted: number): Point[] => {
    const found: Point[] = []
    let looks = 4 * cards + takenCells + wanted
    for (let row = fromRow; row <= bottom; row++) {
      for (let column = fromColumn; column <= right; column++) {
        const at = slotOffset(column, row)
        if (!hits(at, CLEARANCE)) found.push(at)
        if (--looks <= 0) return found
      }
    }
    return found
  }

  const grow = (): Point[] => {
    const columns = right - left + 1
    const rows = bottom - top + 1
    if (aspectCost(columns + 1, rows) < aspectCost(columns, rows + 1))
      return holes(++right, top, Number.POSITIVE_INFINITY)
    return holes(left, ++bottom, Number.POSITIVE_INFINITY)
  }

  return {
    covers: (at) => hits(at, 0),
    put,
    take(near, waiting) {
      free ??= holes(left, top, waiting)
      while (free.length === 0) free = grow()
      const index = near === undefined || free.length * waiting > COMPARISONS ? 0 : nearest(free, near)
      const [at] = free.splice(index, 1)
      if (at === undefined) throw new Error('A free place was lost')
      put(at)
      return at
    },
  }
}

function cellOf(at: Point): [number, number] {
  return [Math.floor(at.x / PITCH_X), Math.floor(at.y / PITCH_Y)]
}

function nearest(points: readonly Point[], to: Point): number {
  let best = 0
  let bestDistance = Number.POSITIVE_INFINITY
  points.forEach((point, index) => {
    const distance = Math.abs(point.x - to.x) + Math.abs(point.y - to.y)
    if (distance < bestDistance) {
      best = index
      bestDistance = distance
    }
  })
  return best
}
