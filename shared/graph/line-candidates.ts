import { CONTAINER_GAP_X, CONTAINER_GAP_Y, CONTENT_TOP, GUTTER, type Point } from './geometry'
import type { Rect } from './graph'

/** A way a line could take: its corners, and what it costs before anybody looks at what it crosses. */
export interface Candidate {
  readonly cost: number
  readonly points: readonly Point[]
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
 * three corners and nearly always suffice; the `winding` ones have four.
 */
export function lineCandidates(source: Rect, target: Rect, shape: 'simple' | 'winding'): Candidate[] {
  const s = sides(source)
  const t = sides(target)
  const found: Candidate[] = []
  const consider = (bonus: number, corners: readonly Point[]): void => {
    const first = corners[0] as Point
    const last = corners[corners.length - 1] as Point
    const from = s.toward(first)
    const to = from && t.toward(last)
    if (from === undefined || to === undefined) return
    let cost = bonus + BEND * corners.length + distance(from, first) + distance(last, to)
    for (let index = 1; index < corners.length; index++) {
      cost += distance(corners[index - 1] as Point, corners[index] as Point)
    }
    found.push({ cost, points: [from, ...corners, to] })
  }
  const xs = [besides(source), besides(target)] as const
  const ys = [aboveAndBelow(source), aboveAndBelow(target)] as const
  if (shape === 'simple') simple(s, t, xs, ys, consider)
  else winding(s, t, xs, ys, consider)
  return found
}

type Streets = readonly [source: readonly Street[], target: readonly Street[]]
type Middle = { readonly cx: number; readonly cy: number }
type Consider = (bonus: number, corners: readonly Point[]) => void

function simple(s: Middle, t: Middle, xs: Streets, ys: Streets, consider: Consider): void {
  consider(0, [{ x: t.cx, y: s.cy }])
  consider(0, [{ x: s.cx, y: t.cy }])
  for (const { at: x, bonus } of xs.flat())
    consider(bonus, [
      { x, y: s.cy },
      { x, y: t.cy },
    ])
  for (const { at: y, bonus } of ys.flat())
    consider(bonus, [
      { x: s.cx, y },
      { x: t.cx, y },
    ])
  for (const x of xs[0]) {
    for (const y of ys[1]) {
      consider(x.bonus + y.bonus, [
        { x: x.at, y: s.cy },
        { x: x.at, y: y.at },
        { x: t.cx, y: y.at },
      ])
    }
  }
  for (const y of ys[0]) {
    for (const x of xs[1]) {
      consider(x.bonus + y.bonus, [
        { x: s.cx, y: y.at },
        { x: x.at, y: y.at },
        { x: x.at, y: t.cy },
      ])
    }
  }
}

function winding(s: Middle, t: Middle, xs: Streets, ys: Streets, consider: Consider): void {
  for (const from of xs[0].slice(0, 2)) {
    for (const to of xs[1].slice(0, 2)) {
      // Up and down the same gutter would be a hairpin.
      if (from.at === to.at) continue
      for (const { at: y, bonus } of ys.flat()) {
        consider(bonus, [
          { x: from.at, y: s.cy },
          { x: from.at, y },
          { x: to.at, y },
          { x: to.at, y: t.cy },
        ])
      }
    }
  }
  for (const from of ys[0].slice(0, 2)) {
    for (const to of ys[1].slice(0, 2)) {
      if (from.at === to.at) continue
      for (const { at: x, bonus } of xs.flat()) {
        consider(bonus, [
          { x: s.cx, y: from.at },
          { x, y: from.at },
          { x, y: to.at },
          { x: t.cx, y: to.at },
        ])
      }
    }
  }
}

function sides({ x, y, width, height }: Rect) {
  const cx = x + width / 2
  const cy = y + height / 2
  return {
    cx,
    cy,
    /** The middle of the side from which a straight line goes to the point; none when that lies inside or askew. */
    toward(point: Point): Point | undefined {
      if (point.y === cy && point.x > x + width) return { x: x + width, y: cy }
      if (point.y === cy && point.x < x) return { x, y: cy }
      if (point.x === cx && point.y > y + height) return { x: cx, y: y + height }
      if (point.x === cx && point.y < y) return { x: cx, y }
      return undefined
    },
  }
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}
