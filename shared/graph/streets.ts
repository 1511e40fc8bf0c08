import { CONTAINER_GAP_X, CONTAINER_GAP_Y, type Point } from './geometry'
import type { Rect } from './graph'
import { Heap } from './heap'

/** The middle of the street between two boxes that lie as far apart as the layout puts them. */
const BESIDE = CONTAINER_GAP_X / 2
const ABOVE = CONTAINER_GAP_Y / 2
/** Close along a box: where another one lies too near for a street between them. */
const CLOSE = 12
/** A corner is worth a detour of so many units. */
const BEND = 120

/** A way through streets: its corners with both ends, and its length with what its corners cost. */
export interface Way {
  readonly points: readonly Point[]
  readonly cost: number
}

/** The streets between boxes. */
export interface Streets {
  /** The best way from one box to each of the others, by their places in the list; absent where no street leads there. */
  waysFrom(box: number): (to: number) => Way | undefined
}

/** A place from which a box is entered: on a side's middle, then on the street before it. */
interface Door {
  readonly side: Point
  readonly street: Point
  readonly upright: boolean
  /** The crossings of streets next to it, and how far they are. */
  readonly next: readonly { readonly node: number; readonly away: number }[]
}

/**
 * Lays streets between boxes that don't cover each other: beside, above and below each of them, as far as no box stands
 * in the way. Ways along them never run through a box.
 */
export function layStreets(boxes: readonly Rect[]): Streets {
  const inBox = ({ x, y }: Point) =>
    boxes.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height)
  const doors = boxes.map((box) => doorsOf(box, inBox))
  const xs = lines(
    doors,
    ({ upright }) => !upright,
    ({ x }) => x,
  )
  const ys = lines(
    doors,
    ({ upright }) => upright,
    ({ y }) => y,
  )
  const grid = crossings(boxes, xs, ys)
  const opened = doors.map((all) => all.map((door) => ({ ...door, next: grid.beside(door) })))
  return {
    waysFrom: (from) => {
      const start = opened[from] ?? []
      const found = grid.search(start)
      return (to) => bestWay(found, start, opened[to] ?? [])
    },
  }
}

function doorsOf({ x, y, width, height }: Rect, inBox: (point: Point) => boolean): readonly Omit<Door, 'next'>[] {
  const [cx, cy] = [x + width / 2, y + height / 2]
  const door = (side: Point, dx: number, dy: number): Omit<Door, 'next'> => {
    const far = { x: side.x + dx * BESIDE, y: side.y + dy * ABOVE }
    const near = { x: side.x + dx * CLOSE, y: side.y + dy * CLOSE }
    return { side, street: inBox(far) ? near : far, upright: dx === 0 }
  }
  return [
    door({ x, y: cy }, -1, 0),
    door({ x: x + width, y: cy }, 1, 0),
    door({ x: cx, y }, 0, -1),
    door({ x: cx, y: y + height }, 0, 1),
  ]
}

function lines(
  doors: readonly (readonly Omit<Door, 'next'>[])[],
  isMeant: (door: Omit<Door, 'next'>) => boolean,
  placeOf: (point: Point) => number,
): readonly number[] {
  const places = doors.flat().flatMap((door) => (isMeant(door) ? [placeOf(door.street)] : []))
  return [...new Set(places)].sort((a, b) => a - b)
}

/** What a search knows: for each crossing, come to sideways (even) or upright (odd), the cost and where it came from. */
interface Found {
  readonly cost: Float64Array
  readonly from: Int32Array
  readonly at: (node: number) => Point
}

/** Where streets cross. A crossing's number is its row times the number of columns plus its column. */
function crossings(boxes: readonly Rect[], xs: readonly number[], ys: readonly number[]) {
  const columns = xs.length
  const at = (node: number): Point => ({
    x: xs[node % columns] as number,
    y: ys[Math.floor(node / columns)] as number,
  })
  /** 1: no way on to the right; 2: no way on downwards. */
  const blocked = new Uint8Array(columns * ys.length)
  for (const { x, y, width, height } of boxes) {
    for (const [row, top] of ys.entries()) {
      const below = ys[row + 1] ?? top
      for (const [column, left] of xs.entries()) {
        const right = xs[column + 1] ?? left
        const across = top > y && top < y + height && left < x + width && right > x
        const down = left > x && left < x + width && top < y + height && below > y
        blocked[row * columns + column] =
          (blocked[row * columns + column] as number) | (across ? 1 : 0) | (down ? 2 : 0)
      }
    }
  }
  const isClear = (a: Point, b: Point) =>
    boxes.every(
      ({ x, y, width, height }) =>
        Math.max(a.x, b.x) <= x ||
        Math.min(a.x, b.x) >= x + width ||
        Math.max(a.y, b.y) <= y ||
        Math.min(a.y, b.y) >= y + height,
    )
  const beside = ({ street, side, upright }: Omit<Door, 'next'>): Door['next'] => {
    if (!isClear(side, street)) return []
    const [along, place] = upright ? [xs, street.x] : [ys, street.y]
    const line = upright ? ys.indexOf(street.y) : xs.indexOf(street.x)
    const after = along.findIndex((each) => each >= place)
    return [after - 1, after].flatMap((index) => {
      if (line < 0 || index < 0 || index >= along.length) return []
      const node = upright ? line * columns + index : index * columns + line
      return isClear(street, at(node)) ? [{ node, away: distance(street, at(node)) }] : []
    })
  }
  const search = (start: readonly Door[]): Found => {
    const cost = new Float64Array(2 * blocked.length).fill(Number.POSITIVE_INFINITY)
    const from = new Int32Array(2 * blocked.length).fill(-1)
    const waiting = new Heap()
    const reach = (by: number, state: number, total: number): void => {
      if (total >= (cost[state] as number)) return
      cost[state] = total
      from[state] = by
      waiting.push(state, total)
    }
    for (const [index, { upright, side, street, next }] of start.entries()) {
      // Along the street before a door above or below one goes sideways.
      for (const { node, away } of next) {
        reach(-2 - index, 2 * node + (upright ? 0 : 1), distance(side, street) + BEND + away)
      }
    }
    for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
      const node = state >> 1
      const total = cost[state] as number
      const [flat, upright] = (state & 1) === 0 ? [total, total + BEND] : [total + BEND, total]
      const column = node % columns
      const row = (node - column) / columns
      const [x, y] = [xs[column] as number, ys[row] as number]
      if (column + 1 < columns && !((blocked[node] as number) & 1)) {
        reach(state, 2 * node + 2, flat + (xs[column + 1] as number) - x)
      }
      if (column > 0 && !((blocked[node - 1] as number) & 1)) {
        reach(state, 2 * node - 2, flat + x - (xs[column - 1] as number))
      }
      if (row + 1 < ys.length && !((blocked[node] as number) & 2)) {
        reach(state, 2 * (node + columns) + 1, upright + (ys[row + 1] as number) - y)
      }
      if (row > 0 && !((blocked[node - columns] as number) & 2)) {
        reach(state, 2 * (node - columns) + 1, upright + y - (ys[row - 1] as number))
      }
    }
    return { cost, from, at }
  }
  return { beside, search }
}

function bestWay({ cost, from, at }: Found, start: readonly Door[], doors: readonly Door[]): Way | undefined {
  let best: { readonly cost: number; readonly state: number; readonly door: Door } | undefined
  for (const door of doors) {
    for (const { node, away } of door.next) {
      for (const upright of [0, 1]) {
        // The last piece along the street is sideways before a door above or below.
        const turn = (door.upright ? 0 : 1) === upright ? 0 : BEND
        const total = (cost[2 * node + upright] as number) + turn + BEND + away + distance(door.side, door.street)
        if (total < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { cost: total, state: 2 * node + upright, door }
      }
    }
  }
  if (best === undefined) return undefined
  const points: Point[] = [best.door.side, best.door.street]
  let state = best.state
  for (; state >= 0; state = from[state] as number) points.push(at(state >> 1))
  const first = start[-2 - state] as Door
  points.push(first.street, first.side)
  return { points: corners(points.reverse()), cost: best.cost }
}

/** The points without those that lie on a straight piece, and without hairpins. */
function corners(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)]
    if (last !== undefined && last.x === point.x && last.y === point.y) continue
    const onLine =
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (onLine) kept.pop()
    kept.push(point)
  }
  return kept
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}
