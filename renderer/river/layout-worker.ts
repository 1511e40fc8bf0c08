import type { Graph, PlacedGraph } from '../../shared/graph/graph'
import { layout } from '../../shared/graph/layout'
import type { Pin, PinId } from '../../shared/inventory/nouns'
import { answerWith } from './ask-worker'

export interface LayoutQuestion {
  readonly graph: Graph
  readonly pins: ReadonlyMap<PinId, Pin>
}

answerWith<LayoutQuestion, PlacedGraph>(({ graph, pins }) => layout(graph, pins))
