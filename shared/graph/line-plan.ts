import { straight, swing } from './facing-lines'
import type { Point } from './geometry'
import type { Rect } from './graph'
import { labelSpot } from './label-spot'
import { type LinePlan, swingPoint } from './line'
import { Candidates, lineCandidates } from './line-candidates'
import type { Obstacles } from './obstacles'

/** What a line under one foreign card costs, in pixels of detour. */
const CROSSING = 900
/** What it costs when a line that carries a label has no free place for it. */
const NO_LABEL = 400
/** Curves are for what lies near; over long ways corners are easier to follow. */
const LONGEST_SWING = 1600
/** So many ways are looked at before the best one so far is taken. */
const TRIES = 30

/** Filled anew for every line; nothing of it outlives the call. */
const candidates = new Candidates()

/**
 * The course of a line between two cards: straight where they face each other, else a curve through free space, else
 * with corners through gutters and streets, along the way that crosses the fewest things and isn't long.
 */
export function planLine(source: Rect, target: Rect, field: Obstacles, labelled: boolean): LinePlan {
  let best: LinePlan | undefined
  let bestCost = Number.POSITIVE_INFINITY
  let fine = false
  const consider = (plan: LinePlan, cost: number, crossed: number): void => {
    let total = cost + CROSSING * crossed
    if (total >= bestCost) return
    const spotless = !labelled || labelSpot(plan, field) !== undefined
    if (!spotless) total += NO_LABEL
    if (total >= bestCost) return
    best = plan
    bestCost = total
    fine = spotless && crossed < 1
  }
  const direct = straight(source, target)
  if (direct !== undefined) {
    const [from, to] = direct
    consider({ kind: 'corners', flat: from.y === to.y, points: direct }, distance(from, to), field.crossed(from, to))
    if (bestCost <= distance(from, to)) return best as LinePlan
  }
  const curve = swing(source, target)
  if (curve !== undefined && distance(curve.from, curve.to) < LONGEST_SWING) {
    const { from, to, flat } = curve
    const plan: LinePlan = { kind: 'swing', flat, points: [from, to] }
    const length = 0.95 * distance(from, to)
    consider(plan, length, swingCrossed(plan, field))
    if (bestCost <= length) return best as LinePlan
  }
  for (const shape of ['simple', 'winding'] as const) {
    lineCandidates(source, target, shape, candidates)
    for (let tries = 0; tries < TRIES; tries++) {
      const way = candidates.takeCheapest()
      if (way < 0 || candidates.cost(way) >= bestCost) break
      const cost = candidates.cost(way)
      let crossed = 0
      let from = candidates.pointAt(way, 0)
      for (let at = 1; at < candidates.length(way) && cost + CROSSING * crossed < bestCost; at++) {
        const to = candidates.pointAt(way, at)
        crossed += field.crossed(from, to)
        from = to
      }
      if (cost + CROSSING * crossed >= bestCost) continue
      consider({ kind: 'corners', flat: false, points: candidates.pointsOf(way) }, cost, crossed)
    }
    if (fine) break
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
