import type { EdgeRoute } from '../../shared/graph/edge-path'
import { routeEdges } from '../../shared/graph/edge-routes'
import type { Graph, PlacedGraph } from '../../shared/graph/graph'
import { layout } from '../../shared/graph/layout'
import type { Pin, PinId } from '../../shared/inventory/nouns'
import { answerWith } from './ask-worker'

export interface LayoutQuestion {
  readonly graph: Graph
  readonly pins: ReadonlyMap<PinId, Pin>
}

/** Every node's place, and every line's way between them. */
export interface Laid {
  readonly placed: PlacedGraph
  readonly routes: ReadonlyMap<string, EdgeRoute>
}

answerWith<LayoutQuestion, Laid>(({ graph, pins }) => {
  const placed = layout(graph, pins)
  return { placed, routes: routeEdges(placed) }
})
