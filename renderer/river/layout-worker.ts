import { buildGraph } from '../../shared/graph/build-graph'
import type { EdgeRoute } from '../../shared/graph/edge-path'
import { routeEdges } from '../../shared/graph/edge-routes'
import type { PlacedGraph } from '../../shared/graph/graph'
import { layout } from '../../shared/graph/layout'
import { answerWith } from './ask-worker'
import { type MirrorUpdate, mirrorReceiver } from './mirror'

export interface LayoutQuestion {
  readonly inventory: MirrorUpdate
}

/** Every node's place, and every line's way between them. */
export interface Laid {
  readonly placed: PlacedGraph
  readonly routes: ReadonlyMap<string, EdgeRoute>
}

const mirror = mirrorReceiver()
// Names of functions, domains and overlaps decide no place; who draws the graph adds them.
const NO_EXTRAS = { overlaps: new Map(), functionNames: new Map(), domains: new Map() }

answerWith<LayoutQuestion, Laid>(({ inventory: update }) => {
  const inventory = mirror(update)
  const placed = layout(buildGraph(inventory, NO_EXTRAS), inventory.pins)
  return { placed, routes: routeEdges(placed) }
})
