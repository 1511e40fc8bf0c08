import { GUTTER, HEADER_HEIGHT, PITCH_X, PITCH_Y, type Point } from './geometry'
import type { PlacedGraph, Rect } from './graph'
import { textWidth } from './text-width'

/** How bad it is when a line runs under a department's name, compared with a line under a card. */
const NAME_WEIGHT = 0.3

/** What lines and labels should keep clear of, found by place. */
export interface Obstacles {
  /** @param weight how bad it is when a line crosses it; 0 only keeps labels away */
  add(rect: Rect, weight: number): void
  /** Weights of what the inside of this horizontal or vertical line crosses; touching an edge is no crossing. */
  crossed(from: Point, to: Point): number
  /** Whether something covers a part of the rectangle. */
  covers(rect: Rect): boolean
}

interface Entry {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly weight: number
}

const HALF = 2 ** 20
const NOTHING: readonly Entry[] = []

/** Cells are cut so that a card on the lattice lies in exactly one of them. */
const columnAt = (x: number): number => Math.floor((x - GUTTER / 2) / PITCH_X)
const rowAt = (y: number): number => Math.floor((y + PITCH_Y - HEADER_HEIGHT - GUTTER / 2) / PITCH_Y)
const cellKey = (column: number, row: number): number => (column + HALF) * 2 * HALF + row + HALF

/** An empty field of obstacles. */
export function obstacles(): Obstacles {
  const cells = new Map<number, Entry[]>()

  const add = (rect: Rect, weight: number): void => {
    const entry = { left: rect.x, top: rect.y, right: rect.x + rect.width, bottom: rect.y + rect.height, weight }
    const lastColumn = columnAt(entry.right - 1)
    const lastRow = rowAt(entry.bottom - 1)
    for (let column = columnAt(entry.left); column <= lastColumn; column++) {
      for (let row = rowAt(entry.top); row <= lastRow; row++) {
        const key = cellKey(column, row)
        const cell = cells.get(key)
        if (cell === undefined) cells.set(key, [entry])
        else cell.push(entry)
      }
    }
  }

  /** Each entry is seen once: in the first of its cells that the rectangle touches. */
  const sum = (
    left: number,
    top: number,
    right: number,
    bottom: number,
    weightOf: (entry: Entry) => number,
  ): number => {
    let total = 0
    const firstColumn = columnAt(left)
    const lastColumn = columnAt(right)
    const firstRow = rowAt(top)
    const lastRow = rowAt(bottom)
    for (let column = firstColumn; column <= lastColumn; column++) {
      for (let row = firstRow; row <= lastRow; row++) {
        for (const entry of cells.get(cellKey(column, row)) ?? NOTHING) {
          if (entry.left >= right || entry.right <= left || entry.top >= bottom || entry.bottom <= top) continue
          const seenBefore =
            (column > firstColumn && columnAt(entry.left) < column) || (row > firstRow && rowAt(entry.top) < row)
          if (!seenBefore) total += weightOf(entry)
        }
      }
    }
    return total
  }

  return {
    add,
    crossed(from, to) {
      const flat = from.y === to.y ? 0.01 : 0
      const steep = from.x === to.x ? 0.01 : 0
      return sum(
        Math.min(from.x, to.x) - steep,
        Math.min(from.y, to.y) - flat,
        Math.max(from.x, to.x) + steep,
        Math.max(from.y, to.y) + flat,
        (entry) => entry.weight,
      )
    },
    covers: ({ x, y, width, height }) => sum(x, y, x + width, y + height, () => 1) > 0,
  }
}

/** The cards and the containers' headers of a placed graph as obstacles. */
export function obstaclesOf(placed: PlacedGraph): Obstacles {
  const field = obstacles()
  for (const tool of placed.graph.tools) {
    const rect = placed.at.get(tool.id)
    if (rect !== undefined) field.add(rect, 1)
  }
  for (const container of placed.graph.containers) {
    const rect = placed.at.get(container.id)
    if (rect === undefined) continue
    const width = Math.min(textWidth(container.name, 14, true), rect.width - 2 * GUTTER)
    field.add({ ...rect, height: HEADER_HEIGHT }, 0)
    field.add({ x: rect.x + GUTTER, y: rect.y + 8, width, height: HEADER_HEIGHT - 16 }, NAME_WEIGHT)
  }
  return field
}

/** Just these rectangles as obstacles: what a line knows of when nothing else is said. */
export function obstaclesFrom(rects: readonly Rect[]): Obstacles {
  const field = obstacles()
  for (const rect of rects) field.add(rect, 1)
  return field
}
