import type { Point } from './geometry'
import type { Rect } from './graph'
import { labelSpot } from './label-spot'
import { type LinePlan, swingPoint } from './line'
import { lineCandidates, straight, swing } from './line-candidates'
import type { Obstacles } from './obstacles'

/** What a line under one foreign card costs, in pixels of detour. */
const CROSSING = 900
/** What it costs when a line that carries a label has no free place for it. */
const NO_LABEL = 400
/** So many ways are looked at before the best one so far is taken. */
const TRIES = 24

/**
 * The course of a line between two cards: straight where they face each other, else a curve through free space, else
 * with corners through gutters and streets, along the way that crosses the fewest things and isn't long.
 */
export function planLine(source: Rect, target: Rect, field: Obstacles, labelled: boolean): LinePlan {
  let best: LinePlan | undefined
  let bestCost = Number.POSITIVE_INFINITY
  const consider = (plan: LinePlan, cost: number, crossed: number): void => {
    let total = cost + CROSSING * crossed
    if (labelled && total < bestCost && labelSpot(plan, field) === undefined) total += NO_LABEL
    if (total >= bestCost) return
    best = plan
    bestCost = total
  }
  const direct = straight(source, target)
  if (direct !== undefined) {
    const [from, to] = direct
    consider({ kind: 'corners', flat: from.y === to.y, points: direct }, distance(from, to), field.crossed(from, to))
    if (bestCost <= distance(from, to)) return best as LinePlan
  }
  const curve = swing(source, target)
  if (curve !== undefined) {
    const { from, to, flat } = curve
    const plan: LinePlan = { kind: 'swing', flat, points: [from, to] }
    const length = 0.95 * distance(from, to)
    consider(plan, length, swingCrossed(plan, field))
    if (bestCost <= length) return best as LinePlan
  }
  const candidates = lineCandidates(source, target)
  for (let index = 0; index < candidates.length && index < TRIES; index++) {
    const { points, cost } = candidates[index] as (typeof candidates)[number]
    if (cost >= bestCost) break
    let crossed = 0
    for (let at = 1; at < points.length; at++) crossed += field.crossed(points[at - 1] as Point, points[at] as Point)
    consider({ kind: 'corners', flat: false, points }, cost, crossed)
  }
  return best ?? { kind: 'corners', flat: false, points: [middle(source), middle(target)] }
}

function swingCrossed(plan: LinePlan, field: Obstacles): number {
  const steps = Math.max(4, Math.ceil(distance(plan.points[0] as Point, plan.points.at(-1) as Point) / 24))
  let crossed = 0
  let previous = swingPoint(plan, 0)
  for (let step = 1; step <= steps && crossed < 2; step++) {
    const next = swingPoint(plan, step / steps)
    crossed += field.crossed(previous, next)
    previous = next
  }
  return crossed
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

function middle({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}
