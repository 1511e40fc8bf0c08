import { hasLabel } from './edge-label'
import { type EdgeRoute, finish, loop } from './edge-path'
import type { Point } from './geometry'
import type { FlowEdge, PlacedGraph, Rect } from './graph'
import { labelRect, labelSpot } from './label-spot'
import type { LinePlan } from './line'
import { planLine } from './line-plan'
import { type Obstacles, obstacles, obstaclesOf } from './obstacles'
import { spreadPorts } from './spread-ports'
import { spreadTracks } from './spread-tracks'

/**
 * The routes of all edges, by edge id: clear of cards where there is room, side by side where several leave the same
 * side of a card or run along the same gutter, and with places for the labels that cover neither cards nor each other.
 * Pure and deterministic; the screen and the exported picture both draw these.
 */
export function routeEdges(placed: PlacedGraph): ReadonlyMap<string, EdgeRoute> {
  const field = obstaclesOf(placed)
  const { edges } = placed.graph
  const courses = edges.map((edge): LinePlan => {
    const source = rectOf(placed, edge.source)
    if (edge.source === edge.target) return loop(source)
    return planLine(source, rectOf(placed, edge.target), field, edge.hoursPerMonth !== undefined)
  })
  const plans = spreadTracks(spreadPorts(edges, courses))
  const labels = placeLabels(edges, courses, plans, field, placed.bounds)
  return new Map(
    edges.map((edge, at) => {
      const plan = plans[at] as LinePlan
      return [edge.id, finish(edge, plan, labels[at])]
    }),
  )
}

function rectOf(placed: PlacedGraph, id: string): Rect {
  const rect = placed.at.get(id)
  if (rect === undefined) throw new Error(`An edge's end has no place: ${id}`)
  return rect
}

/**
 * Labels, those that carry hours first, the most of them before the others. They lie in the middle of a gutter (on the course
 * before it was shifted beside others), where they fit between the cards; those without room are left out.
 */
function placeLabels(
  edges: readonly FlowEdge[],
  courses: readonly LinePlan[],
  plans: readonly LinePlan[],
  field: Obstacles,
  bounds: Rect,
): readonly (Point | undefined)[] {
  const taken = obstacles(bounds)
  const labels: (Point | undefined)[] = plans.map(() => undefined)
  const hours = (at: number): number => edges[at]?.hoursPerMonth ?? 0
  const order = edges.flatMap((edge, at) => (hasLabel(edge) ? [at] : []))
  for (const at of order.sort((a, b) => hours(b) - hours(a) || a - b)) {
    const spot = labelSpot(plans[at] as LinePlan, field, taken) ?? labelSpot(courses[at] as LinePlan, field, taken)
    if (spot === undefined) continue
    labels[at] = spot
    taken.add(labelRect(spot), 1)
  }
  return labels
}
