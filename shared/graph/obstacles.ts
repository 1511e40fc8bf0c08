import { GUTTER, HEADER_HEIGHT, PITCH_X, PITCH_Y, type Point, union } from './geometry'
import type { PlacedGraph, Rect } from './graph'
import { type Intervals, intervals } from './intervals'
import { textWidth } from './text-width'

/** How bad it is when a line runs under a name, compared with a card. A power of two: sums of it are exact. */
const NAME_WEIGHT = 0.25
/** About as wide is what stands at the right of a header: the number of tools, and with it the yearly cost. */
const COUNT_WIDTH = 56
const COST_WIDTH = 144

/** What lines and labels should keep clear of, found by place. */
export interface Obstacles {
  /** @param weight how bad it is when a line crosses it; 0 only keeps labels away */
  add(rect: Rect, weight: number): void
  /**
   * Weights of what the inside of this horizontal or vertical line crosses; touching an edge is no crossing. Of a slanted
   * piece, which has to be short, weights of what its bounding box touches.
   */
  crossed(from: Point, to: Point): number
  /** Whether something covers a part of the rectangle. */
  covers(rect: Rect): boolean
}

/** At most so many cells; a map that is larger than that gets larger cells. */
const MOST_CELLS = 2 ** 18

/**
 * An empty field of obstacles. What lies outside of `bounds` is found as well, only more slowly. Cells are cut so that a
 * card on the lattice lies in exactly one of them.
 */
export function obstacles(bounds: Rect): Obstacles {
  let scale = 1
  while ((bounds.width / (PITCH_X * scale) + 2) * (bounds.height / (PITCH_Y * scale) + 2) > MOST_CELLS) scale *= 2
  const startX = bounds.x + GUTTER / 2
  const startY = bounds.y + HEADER_HEIGHT + GUTTER / 2 - PITCH_Y
  const columns = Math.ceil(bounds.width / (PITCH_X * scale)) + 1
  const rows = Math.ceil((bounds.height + PITCH_Y) / (PITCH_Y * scale)) + 1
  const columnAt = (x: number): number => clamp(Math.floor((x - startX) / (PITCH_X * scale)), columns)
  const rowAt = (y: number): number => clamp(Math.floor((y - startY) / (PITCH_Y * scale)), rows)

  const rects: Rect[] = []
  const weights: number[] = []
  // Each cell is a chain: its first link, and for each link the next one and whose it is.
  const first = new Int32Array(columns * rows).fill(-1)
  const next: number[] = []
  const owner: number[] = []
  const lines = [new Map<number, Intervals>(), new Map<number, Intervals>()] as const

  const add = (rect: Rect, weight: number): void => {
    const lastColumn = columnAt(rect.x + rect.width - 1)
    const lastRow = rowAt(rect.y + rect.height - 1)
    for (let row = rowAt(rect.y); row <= lastRow; row++) {
      for (let column = columnAt(rect.x); column <= lastColumn; column++) {
        const cell = row * columns + column
        next.push(first[cell] as number)
        owner.push(rects.length)
        first[cell] = next.length - 1
      }
    }
    rects.push(rect)
    weights.push(weight)
  }

  /** Sum of weights of what the rectangle touches inside. Each is seen once: in its first touched cell. */
  const sum = (left: number, top: number, right: number, bottom: number): number => {
    let total = 0
    const firstColumn = columnAt(left)
    const lastColumn = columnAt(right)
    const firstRow = rowAt(top)
    const lastRow = rowAt(bottom)
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        for (let link = first[row * columns + column] as number; link >= 0; link = next[link] as number) {
          const index = owner[link] as number
          const { x, y, width, height } = rects[index] as Rect
          if (x >= right || x + width <= left || y >= bottom || y + height <= top) continue
          if ((column > firstColumn && columnAt(x) < column) || (row > firstRow && rowAt(y) < row)) continue
          total += weights[index] as number
        }
      }
    }
    return total
  }

  /** Whether the rectangle touches anything inside; found out with the first that it touches. */
  const touches = (left: number, top: number, right: number, bottom: number): boolean => {
    const lastColumn = columnAt(right)
    const lastRow = rowAt(bottom)
    for (let row = rowAt(top); row <= lastRow; row++) {
      for (let column = columnAt(left); column <= lastColumn; column++) {
        for (let link = first[row * columns + column] as number; link >= 0; link = next[link] as number) {
          const { x, y, width, height } = rects[owner[link] as number] as Rect
          if (x < right && x + width > left && y < bottom && y + height > top) return true
        }
      }
    }
    return false
  }

  /** Everything that a line across the whole map at this x (or y) runs through; computed once for each line. */
  const along = (upright: boolean, place: number): Intervals => {
    const known = lines[upright ? 1 : 0].get(place)
    if (known !== undefined) return known
    const met = new Set<number>()
    const [fromColumn, toColumn] = upright ? [columnAt(place), columnAt(place)] : [0, columns - 1]
    const [fromRow, toRow] = upright ? [0, rows - 1] : [rowAt(place), rowAt(place)]
    for (let row = fromRow; row <= toRow; row++) {
      for (let column = fromColumn; column <= toColumn; column++) {
        for (let link = first[row * columns + column] as number; link >= 0; link = next[link] as number) {
          const index = owner[link] as number
          const { x, y, width, height } = rects[index] as Rect
          const [start, size] = upright ? [x, width] : [y, height]
          if (start < place && place < start + size && weights[index] !== 0) met.add(index)
        }
      }
    }
    const found = intervals(
      [...met].map((index) => ({ ...span(rects[index] as Rect, upright), weight: weights[index] ?? 0 })),
    )
    lines[upright ? 1 : 0].set(place, found)
    return found
  }

  return {
    add(rect, weight) {
      add(rect, weight)
      for (const cache of lines) cache.clear()
    },
    crossed(from, to) {
      if (from.x === to.x) return along(true, from.x).within(Math.min(from.y, to.y), Math.max(from.y, to.y))
      if (from.y === to.y) return along(false, from.y).within(Math.min(from.x, to.x), Math.max(from.x, to.x))
      const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
      return sum(left, top, Math.max(from.x, to.x), Math.max(from.y, to.y))
    },
    covers: ({ x, y, width, height }) => touches(x, y, x + width, y + height),
  }
}

function span(rect: Rect, upright: boolean): { readonly from: number; readonly to: number } {
  return upright ? { from: rect.y, to: rect.y + rect.height } : { from: rect.x, to: rect.x + rect.width }
}

function clamp(index: number, count: number): number {
  return index < 0 ? 0 : index >= count ? count - 1 : index
}

/** The cards and the containers' headers of a placed graph as obstacles. */
export function obstaclesOf(placed: PlacedGraph): Obstacles {
  const field = obstacles(placed.bounds)
  for (const tool of placed.graph.tools) {
    const rect = placed.at.get(tool.id)
    if (rect !== undefined) field.add(rect, 1)
  }
  for (const container of placed.graph.containers) {
    const rect = placed.at.get(container.id)
    if (rect === undefined) continue
    const { name, annualCost } = container
    const nameWidth = textWidth(name, 14, true)
    const room = rect.width - 2 * GUTTER
    const countWidth = annualCost !== undefined && nameWidth + GUTTER + COST_WIDTH < room ? COST_WIDTH : COUNT_WIDTH
    const line = { y: rect.y + 8, height: HEADER_HEIGHT - 16 }
    field.add({ ...rect, height: HEADER_HEIGHT }, 0)
    field.add({ ...line, x: rect.x + GUTTER, width: Math.min(nameWidth, room) }, NAME_WEIGHT)
    field.add({ ...line, x: rect.x + rect.width - GUTTER - countWidth, width: countWidth }, NAME_WEIGHT)
  }
  return field
}

/** Just these rectangles as obstacles: what a line knows of when nothing else is said. */
export function obstaclesFrom(rects: readonly Rect[]): Obstacles {
  const field = obstacles(union(rects))
  for (const rect of rects) field.add(rect, 1)
  return field
}
