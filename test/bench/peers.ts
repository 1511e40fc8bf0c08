import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { CARD_HEIGHT, CARD_WIDTH } from '../../shared/graph/geometry'
import type { Graph, Rect } from '../../shared/graph/graph'
import type { Placed } from './quality'

interface ElkNode {
  readonly id: string
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly children?: readonly ElkNode[]
}

interface Elk {
  layout(graph: unknown): Promise<ElkNode>
}

interface DagreGraph {
  setGraph(options: object): void
  setDefaultEdgeLabel(label: () => object): void
  setNode(id: string, size: object): void
  setEdge(source: string, target: string): void
  node(id: string): { readonly x: number; readonly y: number }
}

interface Dagre {
  readonly graphlib: { readonly Graph: new (options?: object) => DagreGraph }
  layout(graph: DagreGraph): void
}

/** The layout engines of test/bench/node_modules; undefined when they were not installed. They have no types here. */
export function loadPeers(root: string): { readonly elk: Elk; readonly dagre: Dagre } | undefined {
  const home = join(root, 'test', 'bench', 'package.json')
  if (!existsSync(join(root, 'test', 'bench', 'node_modules', 'elkjs'))) return undefined
  const load = createRequire(home)
  const ElkClass = load('elkjs/lib/elk.bundled.js') as new () => Elk
  return { elk: new ElkClass(), dagre: load('@dagrejs/dagre') as Dagre }
}

const SIZE = { width: CARD_WIDTH, height: CARD_HEIGHT }

/** Departments as compound nodes, tools inside them. */
export async function elkPlaces(elk: Elk, graph: Graph, options: Readonly<Record<string, string>>): Promise<Placed> {
  const root = {
    id: 'root',
    layoutOptions: options,
    children: graph.containers.map(({ id }) => ({
      id: `c ${id}`,
      layoutOptions: options,
      children: graph.tools.filter(({ container }) => container === id).map((tool) => ({ id: tool.id, ...SIZE })),
    })),
    edges: graph.edges
      .filter(({ source, target }) => source !== target)
      .map(({ id, source, target }) => ({ id, sources: [source], targets: [target] })),
  }
  const at = new Map<string, Rect>()
  const collect = ({ id, x = 0, y = 0, width = 0, height = 0, children = [] }: ElkNode, left: number, top: number) => {
    at.set(id, { x: left + x, y: top + y, width, height })
    for (const child of children) collect(child, left + x, top + y)
  }
  collect(await elk.layout(root), 0, 0)
  return { at }
}

/** Without departments: dagre's compound graphs end in an exception. */
export function dagrePlaces({ graphlib, layout }: Dagre, graph: Graph): Placed {
  const made = new graphlib.Graph()
  made.setGraph({ rankdir: 'LR' })
  made.setDefaultEdgeLabel(() => ({}))
  for (const { id } of graph.tools) made.setNode(id, { ...SIZE })
  for (const { source, target } of graph.edges) made.setEdge(source, target)
  layout(made)
  const at = new Map<string, Rect>()
  for (const { id } of graph.tools) {
    const { x, y } = made.node(id)
    at.set(id, { x: x - CARD_WIDTH / 2, y: y - CARD_HEIGHT / 2, ...SIZE })
  }
  return { at }
}
