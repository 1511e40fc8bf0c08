import { ARROW, type Point } from './geometry'
import { type LinePlan, swingPoint } from './line'

/** An arrow head: its tip and the direction it points in, as a vector of length 1. */
export interface ArrowHead {
  readonly tip: Point
  readonly toward: Point
}

/** Corners are rounded with this radius where the pieces are long enough. */
const RADIUS = 14

/** The arrow head at the end of a line. */
export function headOf({ kind, flat, points }: LinePlan): ArrowHead {
  const tip = points.at(-1) as Point
  const before = points.at(-2) ?? tip
  const dx = tip.x - before.x
  const dy = tip.y - before.y
  if (kind === 'swing') return { tip, toward: flat ? { x: Math.sign(dx), y: 0 } : { x: 0, y: Math.sign(dy) } }
  const length = Math.hypot(dx, dy)
  return { tip, toward: length === 0 ? { x: 1, y: 0 } : { x: dx / length, y: dy / length } }
}

/** The same line, from its end to its beginning. */
export function reversed(plan: LinePlan): LinePlan {
  return { ...plan, points: plan.points.toReversed() }
}

/** SVG path data of a line that leaves room for the arrow heads at its end and, when it has one, at its beginning. */
export function pathOf(plan: LinePlan, headAtStart: boolean): string {
  const back = (head: ArrowHead): Point => ({
    x: head.tip.x - head.toward.x * (ARROW - 1),
    y: head.tip.y - head.toward.y * (ARROW - 1),
  })
  const points = [...plan.points]
  points[points.length - 1] = back(headOf(plan))
  if (headAtStart) points[0] = back(headOf(reversed(plan)))
  const first = points[0] as Point
  const last = points.at(-1) as Point
  if (plan.kind === 'swing') {
    const midX = (first.x + last.x) / 2
    const midY = (first.y + last.y) / 2
    const handles = plan.flat
      ? `${r(midX)} ${r(first.y)} ${r(midX)} ${r(last.y)}`
      : `${r(first.x)} ${r(midY)} ${r(last.x)} ${r(midY)}`
    return `M${at(first)}C${handles} ${at(last)}`
  }
  let path = `M${at(first)}`
  for (let index = 1; index < points.length - 1; index++) {
    const corner = points[index] as Point
    const [from, to] = [points[index - 1] as Point, points[index + 1] as Point]
    const radius = Math.min(RADIUS, half(from, corner, index === 1), half(corner, to, index === points.length - 2))
    path += `L${at(toward(corner, from, radius))}Q${at(corner)} ${at(toward(corner, to, radius))}`
  }
  return `${path}L${at(last)}`
}

/** Points on the line for hit tests and far-away drawing: its corners, or samples of its curve. */
export function tracePoints(plan: LinePlan): readonly Point[] {
  if (plan.kind === 'corners') return plan.points
  return Array.from({ length: 9 }, (_, step) => swingPoint(plan, step / 8))
}

/** How much of a piece a corner may take: half of it, or all of it when the piece is the line's end. */
function half(a: Point, b: Point, outermost: boolean): number {
  return Math.hypot(a.x - b.x, a.y - b.y) / (outermost ? 1 : 2)
}

function toward(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length === 0) return from
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length }
}

function r(value: number): number {
  return Math.round(value * 10) / 10
}

function at({ x, y }: Point): string {
  return `${r(x)} ${r(y)}`
}
