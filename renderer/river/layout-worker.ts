import { buildGraph } from '../../shared/graph/build-graph'
import type { EdgeRoute } from '../../shared/graph/edge-path'
import { routeEdges } from '../../shared/graph/edge-routes'
import type { PlacedGraph } from '../../shared/graph/graph'
import type { ToolJob } from '../../shared/graph/group-tools'
import { layout } from '../../shared/graph/layout'
import type { Arrangement } from '../../shared/inventory/map-look'
import type { PinId, ToolId } from '../../shared/inventory/nouns'
import { answerWith } from './ask-worker'
import { type MirrorUpdate, mirrorReceiver } from './mirror'

export interface LayoutQuestion extends Arranged {
  readonly inventory: MirrorUpdate
}

/** How the map is to be laid out. */
export interface Arranged {
  readonly arrangement: Arrangement
  /** For the arrangement by function: each tool's first one. */
  readonly jobs?: ReadonlyMap<ToolId, ToolJob> | undefined
  /** Places that are not to be remembered this time: what is tidied up. */
  readonly forget?: readonly PinId[]
}

/** Every node's place, and every line's way between them. */
export interface Laid {
  readonly placed: PlacedGraph
  readonly routes: ReadonlyMap<string, EdgeRoute>
}

const mirror = mirrorReceiver()
// Names of functions, domains and overlaps decide no place; who draws the graph adds them.
const NO_EXTRAS = { overlaps: new Map(), functionNames: new Map(), domains: new Map() }

answerWith<LayoutQuestion, Laid>(({ inventory: update, arrangement, jobs = new Map(), forget = [] }) => {
  const inventory = mirror(update)
  const pins = new Map(inventory.pins)
  for (const id of forget) pins.delete(id)
  const placed = layout(buildGraph(inventory, { ...NO_EXTRAS, jobs }, arrangement), pins)
  return { placed, routes: routeEdges(placed) }
})
