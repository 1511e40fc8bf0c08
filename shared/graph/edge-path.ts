import { hasLabel } from './edge-label'
import { ARROW, GUTTER, type Point } from './geometry'
import type { FlowEdge, Rect } from './graph'
import { labelSpot, lineMiddle } from './label-spot'
import type { LinePlan } from './line'
import { type ArrowHead, headOf, pathOf, reversed, tracePoints } from './line-drawing'
import { planLine } from './line-plan'
import { type Obstacles, obstaclesFrom } from './obstacles'

/** How an edge is drawn. The line stops short of the arrow heads' tips. */
export interface EdgeRoute {
  /** SVG path data; `new Path2D(path)` on a canvas. */
  readonly path: string
  /** Points along the line, its ends on the cards' edges: for far-away drawing and for hit tests. */
  readonly points: readonly Point[]
  /** Middle of the label; absent when there is nothing to write, or no room that covers nothing else. */
  readonly label?: Point
  readonly arrow: ArrowHead
  /** Present when the edge goes both ways. */
  readonly backArrow?: ArrowHead
}

/** How far parallel lines of one pair lie apart where they leave a card, and in the gutters. */
const LANE_APART = 10

/**
 * The route of one edge by itself, for example while one of its ends is being dragged. `routeEdges` routes all edges of
 * a graph together, so that they don't lie on each other.
 * @param lane from `lanesOf`: 0 is the middle, positive and negative lanes lie beside it
 * @param field what the line should keep clear of (`obstaclesOf`); without it only the two cards themselves
 */
export function edgeRoute(edge: FlowEdge, source: Rect, target: Rect, lane: number, field?: Obstacles): EdgeRoute {
  const plan =
    edge.source === edge.target
      ? loop(source)
      : planLine(source, target, field ?? obstaclesFrom([source, target]), edge.hoursPerMonth !== undefined)
  const shift = Math.max(-GUTTER / 2 + 2, Math.min(GUTTER / 2 - 2, lane * LANE_APART))
  const moved = lane === 0 ? plan : shifted(plan, shift)
  const label = hasLabel(edge) ? ((field && labelSpot(moved, field)) ?? lineMiddle(moved)) : undefined
  return finish(edge, moved, label)
}

/** Lanes for edges between the same two tools, whichever way they go: 0, 1, −1, 2, … in the order of their ids. */
export function lanesOf(edges: readonly FlowEdge[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, string[]>()
  for (const { id, source, target } of edges) {
    const key = source < target ? `${source}|${target}` : `${target}|${source}`
    const pair = pairs.get(key)
    if (pair === undefined) pairs.set(key, [id])
    else pair.push(id)
  }
  const lanes = new Map<string, number>()
  for (const pair of pairs.values()) {
    pair.sort().forEach((id, at) => {
      lanes.set(id, at % 2 === 1 ? (at + 1) / 2 : -at / 2 || 0)
    })
  }
  return lanes
}

/**
 * The arrow heads to draw on an edge. A line that was planned for flows both ways has two; when only those of one
 * direction are shown, the edge has the head of that one.
 */
export function headsOf(edge: FlowEdge, { arrow, backArrow }: EdgeRoute): readonly ArrowHead[] {
  if (backArrow === undefined) return [arrow]
  if (edge.bothWays) return [arrow, backArrow]
  return [edge.source <= edge.target ? arrow : backArrow]
}

/** The finished route of a planned line. */
export function finish(edge: FlowEdge, plan: LinePlan, label: Point | undefined): EdgeRoute {
  return {
    path: pathOf(plan, edge.bothWays),
    points: tracePoints(plan),
    ...(label === undefined ? {} : { label }),
    arrow: headOf(plan),
    ...(edge.bothWays ? { backArrow: headOf(reversed(plan)) } : {}),
  }
}

/** A flow from a tool to itself: around the card's upper right corner, within the gutters. */
export function loop({ x, y, width, height }: Rect): LinePlan {
  const right = x + width
  const out = right + GUTTER / 2
  const points = [
    { x: right, y: y + height / 2 },
    { x: out, y: y + height / 2 },
    { x: out, y: y - GUTTER / 2 },
    { x: right - 3 * ARROW, y: y - GUTTER / 2 },
    { x: right - 3 * ARROW, y },
  ]
  return { kind: 'corners', flat: false, points }
}

/** The outermost pieces move along the side they leave from, the inner ones sideways. */
function shifted(plan: LinePlan, by: number): LinePlan {
  const { points, kind, flat } = plan
  if (kind === 'swing')
    return { ...plan, points: points.map(({ x, y }) => (flat ? { x, y: y + by } : { x: x + by, y })) }
  const dx = points.map(() => 0)
  const dy = points.map(() => 0)
  for (let index = 1; index < points.length; index++) {
    const along = (points[index] as Point).y === (points[index - 1] as Point).y ? dy : dx
    along[index - 1] = by
    along[index] = by
  }
  return { ...plan, points: points.map(({ x, y }, index) => ({ x: x + (dx[index] ?? 0), y: y + (dy[index] ?? 0) })) }
}
