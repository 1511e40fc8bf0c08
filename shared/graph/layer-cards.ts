import { flowLayers } from './flow-layers'
import { PITCH_X, PITCH_Y, type Point, slotOffset } from './geometry'
import type { ContainerNode, FlowEdge, Graph, ToolNode } from './graph'
import { neighbourhood } from './neighbourhood'
import { MAP_ASPECT } from './pack-shelves'

const SWEEPS = 6
/** Layers of fewer cards than this stand in one column, however wide that makes the map. */
const LEAST_ROWS = 5

/** Whether the cards of this container stand in columns by the direction of their flows. */
export function isLayered({ kind }: ContainerNode): boolean {
  return kind === 'direction' || kind === 'around'
}

/**
 * The cards of a layered container: a column for each layer, with a street before the next one, a long layer in several
 * columns side by side. Within a layer the cards lie where their neighbours in other layers suggest. Deterministic.
 */
export function layerCards(graph: Graph, node: ContainerNode, tools: readonly ToolNode[]): Map<string, Point> {
  const index = new Map(tools.map(({ id }, at) => [id as string, at]))
  const edges = graph.edges.filter(({ source, target }) => source !== target && index.has(source) && index.has(target))
  const layers = order(layersOf(node, tools, edges), tools, edges, index)
  const rows = rowsFor(layers)
  const cards = new Map<string, Point>()
  let column = 0
  for (const layer of layers) {
    const columns = Math.ceil(layer.length / rows)
    const high = Math.ceil(layer.length / columns)
    const top = Math.floor((Math.min(rows, longest(layers)) - high) / 2)
    layer.forEach((tool, at) => {
      cards.set((tools[tool] as ToolNode).id, slotOffset(column + Math.floor(at / high), top + (at % high)))
    })
    column += columns + 1
  }
  return cards
}

/** Tools by index, layer by layer from left to right; none is empty. */
function layersOf(node: ContainerNode, tools: readonly ToolNode[], edges: readonly FlowEdge[]): number[][] {
  const columns =
    node.kind === 'around'
      ? neighbourhood(edges, node.id.slice('around:'.length), Number.POSITIVE_INFINITY)
      : flowLayers(
          tools.map(({ id }) => id),
          edges,
        )
  const layers = new Map<number, number[]>()
  tools.forEach(({ id }, at) => {
    const column = columns.get(id) ?? 0
    const layer = layers.get(column)
    if (layer === undefined) layers.set(column, [at])
    else layer.push(at)
  })
  return [...layers].sort(([a], [b]) => a - b).map(([, layer]) => layer)
}

/** The same layers, each in the order of its cards' neighbours: barycentre sweeps from left to right and back. */
function order(
  layers: number[][],
  tools: readonly ToolNode[],
  edges: readonly FlowEdge[],
  index: ReadonlyMap<string, number>,
): number[][] {
  const neighbours: number[][] = tools.map(() => [])
  for (const { source, target } of edges) {
    const [a, b] = [index.get(source) as number, index.get(target) as number]
    neighbours[a]?.push(b)
    neighbours[b]?.push(a)
  }
  const place = new Float64Array(tools.length)
  const settle = (layer: readonly number[]) => {
    layer.forEach((tool, at) => {
      place[tool] = (at + 0.5) / layer.length
    })
  }
  for (const layer of layers) settle(layer)
  const wish = (tool: number): number => {
    const others = neighbours[tool] ?? []
    if (others.length === 0) return place[tool] as number
    let sum = 0
    for (const other of others) sum += place[other] as number
    return sum / others.length
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const layer of sweep % 2 === 0 ? layers : layers.toReversed()) {
      const wishes = new Map(layer.map((tool) => [tool, wish(tool)]))
      layer.sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0) || a - b)
      settle(layer)
    }
  }
  return layers
}

/** How many cards stand in one column, so that the whole is about as wide for its height as a map should be. */
function rowsFor(layers: readonly (readonly number[])[]): number {
  const most = longest(layers)
  for (let rows = LEAST_ROWS; rows < most; rows = Math.ceil(rows * 1.2)) {
    const columns = layers.reduce((sum, { length }) => sum + Math.ceil(length / rows) + 1, 0)
    if (columns * PITCH_X <= MAP_ASPECT * rows * PITCH_Y) return rows
  }
  return Math.max(1, most)
}

function longest(layers: readonly (readonly number[])[]): number {
  return layers.reduce((most, { length }) => Math.max(most, length), 0)
}
