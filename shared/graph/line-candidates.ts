import { CONTAINER_GAP_X, CONTAINER_GAP_Y, CONTENT_TOP, GUTTER, type Point } from './geometry'
import type { Rect } from './graph'

/** No way has more corners than this between its two ends. */
const MOST_POINTS = 6
/** More than there are ways between two cards. */
const MOST = 64

/**
 * Ways that a line could take. Fifteen thousand lines have fifty each and look at a few: they lie in a few long arrays
 * that are filled anew for every line, and become points only when one is chosen.
 */
export class Candidates {
  #count = 0
  /** What each costs before anybody looks at what it crosses. */
  readonly #costs = new Float64Array(MOST)
  readonly #lengths = new Uint8Array(MOST)
  readonly #points = new Float64Array(MOST * MOST_POINTS * 2)
  /** Those that were not taken yet. */
  readonly #open = new Uint8Array(MOST)
  #left = 0

  clear(): void {
    this.#count = 0
    this.#left = 0
  }

  /** Begins a way; `point` follows for each of its points. */
  add(cost: number): void {
    this.#costs[this.#count] = cost
    this.#lengths[this.#count] = 0
    this.#open[this.#left] = this.#count
    this.#left += 1
    this.#count += 1
  }

  point(x: number, y: number): void {
    const way = this.#count - 1
    const at = (way * MOST_POINTS + (this.#lengths[way] as number)) * 2
    this.#points[at] = x
    this.#points[at + 1] = y
    this.#lengths[way] = (this.#lengths[way] as number) + 1
  }

  /** Takes the cheapest one that is left; -1 when there is none. Few are ever asked for: faster than sorting all. */
  takeCheapest(): number {
    if (this.#left === 0) return -1
    let best = 0
    for (let index = 1; index < this.#left; index++) {
      if (this.cost(this.#open[index] as number) < this.cost(this.#open[best] as number)) best = index
    }
    const taken = this.#open[best] as number
    this.#left -= 1
    this.#open[best] = this.#open[this.#left] as number
    return taken
  }

  cost(way: number): number {
    return this.#costs[way] as number
  }

  length(way: number): number {
    return this.#lengths[way] as number
  }

  pointAt(way: number, index: number): Point {
    const at = (way * MOST_POINTS + index) * 2
    return { x: this.#points[at] as number, y: this.#points[at + 1] as number }
  }

  pointsOf(way: number): readonly Point[] {
    const points: Point[] = []
    for (let index = 0; index < this.length(way); index++) points.push(this.pointAt(way, index))
    return points
  }
}

/** A corner is worth a detour of so many pixels. */
const BEND = 28
/** The open space between containers is worth a small detour. */
const OPEN = -16
const LANE = GUTTER / 2
const OPEN_X = GUTTER + CONTAINER_GAP_X / 2
const OPEN_BELOW = GUTTER + CONTAINER_GAP_Y / 2
const OPEN_ABOVE = CONTENT_TOP + CONTAINER_GAP_Y / 2

interface Street {
  /** x of a vertical street, y of a horizontal one. */
  readonly at: number
  readonly bonus: number
}

/** The vertical streets beside a card: the gutters left and right of it, and the open space if it's at the border. */
function besides({ x, width }: Rect): readonly Street[] {
  return [
    { at: x - LANE, bonus: 0 },
    { at: x + width + LANE, bonus: 0 },
    { at: x - OPEN_X, bonus: OPEN },
    { at: x + width + OPEN_X, bonus: OPEN },
  ]
}

/** The horizontal streets above and below a card. */
function aboveAndBelow({ y, height }: Rect): readonly Street[] {
  return [
    { at: y - LANE, bonus: 0 },
    { at: y + height + LANE, bonus: 0 },
    { at: y - OPEN_ABOVE, bonus: OPEN },
    { at: y + height + OPEN_BELOW, bonus: OPEN },
  ]
}

/**
 * The ways of horizontal and vertical pieces between two cards, in no order, in the gutters and streets beside
 * either card. The outermost pieces leave a card at right angles from a side's middle. The `simple` ways have one to
 * three corners and nearly always suffice; the `winding` ones have four. They replace what `into` held.
 */
export function lineCandidates(source: Rect, target: Rect, shape: 'simple' | 'winding', into: Candidates): void {
  into.clear()
  const ends = { into, s: sideOf(source), t: sideOf(target) }
  if (shape === 'simple') simple(ends, source, target)
  else winding(ends, source, target)
}

/** A card by its edges and its middle. */
interface Side {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly cx: number
  readonly cy: number
}

interface Ends {
  readonly into: Candidates
  readonly s: Side
  readonly t: Side
}

function sideOf({ x, y, width, height }: Rect): Side {
  return { left: x, right: x + width, top: y, bottom: y + height, cx: x + width / 2, cy: y + height / 2 }
}

/** The corners of the way that is being looked at: x and y in turn. */
const corners = new Float64Array((MOST_POINTS - 2) * 2)
/** The point of a card that was found last. */
const found = { x: 0, y: 0 }

/** Puts the middle of the side from which a straight line goes to the point into `found`; false: it lies inside or askew. */
function toward({ left, right, top, bottom, cx, cy }: Side, x: number, y: number): boolean {
  if (y === cy && x > right) return put(right, cy)
  if (y === cy && x < left) return put(left, cy)
  if (x === cx && y > bottom) return put(cx, bottom)
  if (x === cx && y < top) return put(cx, top)
  return false
}

function put(x: number, y: number): true {
  found.x = x
  found.y = y
  return true
}

/** Takes the way over the first corners, if its outermost pieces can leave the cards so. */
function consider({ into, s, t }: Ends, bonus: number, count: number): void {
  const [firstX, firstY] = [corners[0] as number, corners[1] as number]
  const [lastX, lastY] = [corners[count * 2 - 2] as number, corners[count * 2 - 1] as number]
  if (!toward(s, firstX, firstY)) return
  const { x: fromX, y: fromY } = found
  if (!toward(t, lastX, lastY)) return
  const { x: toX, y: toY } = found
  let cost = bonus + BEND * count + distance(fromX, fromY, firstX, firstY) + distance(lastX, lastY, toX, toY)
  for (let at = 2; at < count * 2; at += 2) {
    cost += distance(
      corners[at - 2] as number,
      corners[at - 1] as number,
      corners[at] as number,
      corners[at + 1] as number,
    )
  }
  into.add(cost)
  into.point(fromX, fromY)
  for (let at = 0; at < count * 2; at += 2) into.point(corners[at] as number, corners[at + 1] as number)
  into.point(toX, toY)
}

function corner(at: number, x: number, y: number): void {
  corners[at * 2] = x
  corners[at * 2 + 1] = y
}

function simple(ends: Ends, source: Rect, target: Rect): void {
  const { s, t } = ends
  corner(0, t.cx, s.cy)
  consider(ends, 0, 1)
  corner(0, s.cx, t.cy)
  consider(ends, 0, 1)
  const xs = [besides(source), besides(target)] as const
  const ys = [aboveAndBelow(source), aboveAndBelow(target)] as const
  for (const side of xs) {
    for (const { at: x, bonus } of side) {
      corner(0, x, s.cy)
      corner(1, x, t.cy)
      consider(ends, bonus, 2)
    }
  }
  for (const side of ys) {
    for (const { at: y, bonus } of side) {
      corner(0, s.cx, y)
      corner(1, t.cx, y)
      consider(ends, bonus, 2)
    }
  }
  for (const x of xs[0]) {
    for (const y of ys[1]) {
      corner(0, x.at, s.cy)
      corner(1, x.at, y.at)
      corner(2, t.cx, y.at)
      consider(ends, x.bonus + y.bonus, 3)
    }
  }
  for (const y of ys[0]) {
    for (const x of xs[1]) {
      corner(0, s.cx, y.at)
      corner(1, x.at, y.at)
      corner(2, x.at, t.cy)
      consider(ends, x.bonus + y.bonus, 3)
    }
  }
}

function winding(ends: Ends, source: Rect, target: Rect): void {
  const { s, t } = ends
  const xs = [besides(source), besides(target)] as const
  const ys = [aboveAndBelow(source), aboveAndBelow(target)] as const
  for (const from of xs[0].slice(0, 2)) {
    for (const to of xs[1].slice(0, 2)) {
      // Up and down the same gutter would be a hairpin.
      if (from.at === to.at) continue
      for (const { at: y, bonus } of ys.flat()) {
        corner(0, from.at, s.cy)
        corner(1, from.at, y)
        corner(2, to.at, y)
        corner(3, to.at, t.cy)
        consider(ends, bonus, 4)
      }
    }
  }
  for (const from of ys[0].slice(0, 2)) {
    for (const to of ys[1].slice(0, 2)) {
      if (from.at === to.at) continue
      for (const { at: x, bonus } of xs.flat()) {
        corner(0, s.cx, from.at)
        corner(1, x, from.at)
        corner(2, x, to.at)
        corner(3, t.cx, to.at)
        consider(ends, bonus, 4)
      }
    }
  }
}

function distance(ax: number, ay: number, bx: number, by: number): number {
  return Math.abs(ax - bx) + Math.abs(ay - by)
}
