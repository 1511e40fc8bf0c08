import { LABEL_HEIGHT, LABEL_WIDTH, type Point } from './geometry'
import type { Rect } from './graph'
import { type LinePlan, swingPoint } from './line'
import type { Obstacles } from './obstacles'

const MARGIN = 1

/** The room a label takes when its middle is here. */
export function labelRect({ x, y }: Point): Rect {
  return {
    x: x - LABEL_WIDTH / 2 - MARGIN,
    y: y - LABEL_HEIGHT / 2 - MARGIN,
    width: LABEL_WIDTH + 2 * MARGIN,
    height: LABEL_HEIGHT + 2 * MARGIN,
  }
}

/**
 * The place on a line, as near to its middle as possible, where a label covers nothing; none when there is no such
 * place. A line that is too short to show on both sides of the label has none either.
 */
export function labelSpot(plan: LinePlan, ...fields: readonly Obstacles[]): Point | undefined {
  let left = plan.kind === 'swing' ? spotsOnSwing(plan) : spotsOnCorners(plan)
  for (; left > 0; left--) {
    let nearest = 0
    for (let at = 1; at < left; at++) if ((off[at] as number) < (off[nearest] as number)) nearest = at
    const spot = { x: spotX[nearest] as number, y: spotY[nearest] as number }
    const rect = labelRect(spot)
    if (fields.every((field) => !field.covers(rect))) return spot
    // The order of the others stays: of two that are as far from the middle the first is tried first.
    for (const list of [spotX, spotY, off]) list.copyWithin(nearest, nearest + 1, left)
  }
  return undefined
}

/** Places on a line worth trying, and how far from its middle; filled anew for every line. */
const spotX = new Float64Array(128)
const spotY = new Float64Array(128)
const off = new Float64Array(128)
const ON_SWING = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]

function spotsOnSwing(plan: LinePlan): number {
  for (const [at, part] of ON_SWING.entries()) {
    const { x, y } = swingPoint(plan, part)
    spotX[at] = x
    spotY[at] = y
    off[at] = at
  }
  return ON_SWING.length
}

function spotsOnCorners({ points }: LinePlan): number {
  let total = 0
  for (let at = 1; at < points.length; at++) total += lengthOf(points[at - 1] as Point, points[at] as Point)
  if (total < LABEL_HEIGHT * 2) return 0
  let count = 0
  let before = 0
  for (let at = 1; at < points.length; at++) {
    const [from, to] = [points[at - 1] as Point, points[at] as Point]
    const length = lengthOf(from, to)
    // The ends of the whole line belong to the arrow heads.
    const head = (from.y === to.y ? LABEL_WIDTH / 2 : LABEL_HEIGHT) + 12
    const first = at === 1 ? head : 0
    const last = length - (at === points.length - 1 ? head : 0)
    const steps = Math.max(2, Math.min(8, Math.ceil(length / 60)))
    for (let step = 0; step <= steps; step++) {
      const along = first + ((last - first) * step) / steps
      if (along < 0 || along > length || last < first) continue
      const part = length === 0 ? 0 : along / length
      spotX[count] = mix(from.x, to.x, part)
      spotY[count] = mix(from.y, to.y, part)
      off[count] = Math.abs(before + along - total / 2)
      count++
    }
    before += length
  }
  return count
}

/** The middle of a line, where a label goes when there is no free place. */
export function lineMiddle(plan: LinePlan): Point {
  if (plan.kind === 'swing') return swingPoint(plan, 0.5)
  const { points } = plan
  let left = 0
  for (let index = 1; index < points.length; index++) {
    left += lengthOf(points[index - 1] as Point, points[index] as Point) / 2
  }
  for (let index = 1; index < points.length; index++) {
    const [from, to] = [points[index - 1] as Point, points[index] as Point]
    const length = lengthOf(from, to)
    if (left <= length && length > 0) {
      return { x: mix(from.x, to.x, left / length), y: mix(from.y, to.y, left / length) }
    }
    left -= length
  }
  return points[0] as Point
}

function lengthOf(from: Point, to: Point): number {
  return Math.abs(from.x - to.x) + Math.abs(from.y - to.y)
}

function mix(a: number, b: number, part: number): number {
  return a + (b - a) * part
}
