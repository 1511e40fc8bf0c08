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

/** So many lines are planned in one step. */
const PER_STEP = 200

/** `routeSteps`, to the end. */
export function routeEdges(placed: PlacedGraph): ReadonlyMap<string, EdgeRoute> {
  const steps = routeSteps(placed)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/**
 * The routes of all edges, by edge id: clear of cards where there is room, side by side where several leave the same
 * side of a card or run along the same gutter, and with places for the labels that cover neither cards nor each other.
 * Pure and deterministic; the screen and the exported picture both draw these. In steps of some milliseconds, because
 * fifteen thousand lines take a second: whoever draws the map need not wait for them.
 */
export function* routeSteps(placed: PlacedGraph): Generator<void, ReadonlyMap<string, EdgeRoute>> {
  const field = obstaclesOf(placed)
  const { edges } = placed.graph
  const courses: LinePlan[] = []
  for (const [at, edge] of edges.entries()) {
    if (at % PER_STEP === 0) yield
    const source = rectOf(placed, edge.source)
    if (edge.source === edge.target) courses.push(loop(source))
    else courses.push(planLine(source, rectOf(placed, edge.target), field, edge.hoursPerMonth !== undefined))
  }
  const ports = spreadPorts(edges, courses)
  yield
  const plans = spreadTracks(ports)
  yield
  const labels = yield* placeLabels(edges, courses, plans, field, placed.bounds)
  const routes = new Map<string, EdgeRoute>()
  for (const [at, edge] of edges.entries()) {
    if (at % PER_STEP === 0) yield
    routes.set(edge.id, finish(edge, plans[at] as LinePlan, labels[at]))
  }
  return routes
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
function* placeLabels(
  edges: readonly FlowEdge[],
  courses: readonly LinePlan[],
  plans: readonly LinePlan[],
  field: Obstacles,
  bounds: Rect,
): Generator<void, readonly (Point | undefined)[]> {
  const taken = obstacles(bounds)
  const labels: (Point | undefined)[] = plans.map(() => undefined)
  const hours = (at: number): number => edges[at]?.hoursPerMonth ?? 0
  const order = edges.flatMap((edge, at) => (hasLabel(edge) ? [at] : []))
  for (const [step, at] of order.sort((a, b) => hours(b) - hours(a) || a - b).entries()) {
    if (step % PER_STEP === 0) yield
    const spot = labelSpot(plans[at] as LinePlan, field, taken) ?? labelSpot(courses[at] as LinePlan, field, taken)
    if (spot === undefined) continue
    labels[at] = spot
    taken.add(labelRect(spot), 1)
  }
  return labels
}
