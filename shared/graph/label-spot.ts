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
  return spots(plan).find((spot) => fields.every((field) => !field.covers(labelRect(spot))))
}

/** Places on the line worth trying, the ones nearest to the middle first. */
function spots(plan: LinePlan): readonly Point[] {
  if (plan.kind === 'swing') return [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((t) => swingPoint(plan, t))
  const { points } = plan
  const pieces = points.slice(1).map((to, index) => ({ from: points[index] as Point, to }))
  const total = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0)
  if (total < LABEL_HEIGHT * 2) return []
  const found: { readonly spot: Point; readonly off: number }[] = []
  let before = 0
  for (const piece of pieces) {
    const length = lengthOf(piece)
    const flat = piece.from.y === piece.to.y
    // The ends of the whole line belong to the arrow heads.
    const first = piece === pieces[0] ? (flat ? LABEL_WIDTH / 2 : LABEL_HEIGHT) + 12 : 0
    const last = length - (piece === pieces.at(-1) ? (flat ? LABEL_WIDTH / 2 : LABEL_HEIGHT) + 12 : 0)
    const count = Math.max(2, Math.min(8, Math.ceil(length / 60)))
    for (let step = 0; step <= count; step++) {
      const at = first + ((last - first) * step) / count
      if (at < 0 || at > length || last < first) continue
      const part = length === 0 ? 0 : at / length
      const spot = { x: mix(piece.from.x, piece.to.x, part), y: mix(piece.from.y, piece.to.y, part) }
      found.push({ spot, off: Math.abs(before + at - total / 2) })
    }
    before += length
  }
  return found.sort((a, b) => a.off - b.off).map(({ spot }) => spot)
}

/** The middle of a line, where a label goes when there is no free place. */
export function lineMiddle(plan: LinePlan): Point {
  if (plan.kind === 'swing') return swingPoint(plan, 0.5)
  const { points } = plan
  let left = points.slice(1).reduce((sum, to, index) => sum + lengthOf({ from: points[index] as Point, to }), 0) / 2
  for (let index = 1; index < points.length; index++) {
    const piece = { from: points[index - 1] as Point, to: points[index] as Point }
    const length = lengthOf(piece)
    if (left <= length && length > 0) {
      return { x: mix(piece.from.x, piece.to.x, left / length), y: mix(piece.from.y, piece.to.y, left / length) }
    }
    left -= length
  }
  return points[0] as Point
}

function lengthOf({ from, to }: { readonly from: Point; readonly to: Point }): number {
  return Math.abs(from.x - to.x) + Math.abs(from.y - to.y)
}

function mix(a: number, b: number, part: number): number {
  return a + (b - a) * part
}
