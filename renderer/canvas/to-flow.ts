import type { Node } from '@xyflow/react'
import { type EdgeRoute, lanesOf } from '../../shared/graph/edge-path'
import type { ContainerKind, ContainerNode, FlowEdge, PlacedGraph, Rect, ToolNode } from '../../shared/graph/graph'

export type ContainerFlowNode = Node<{ readonly container: ContainerNode }, 'container'>
export type CardFlowNode = Node<{ readonly tool: ToolNode; readonly rank?: number; readonly isNew?: boolean }, 'card'>
export type MapNode = ContainerFlowNode | CardFlowNode

/** A line with the route planned for it and the places of its ends that the plan holds for. */
export interface Line {
  readonly edge: FlowEdge
  readonly lane: number
  readonly route: EdgeRoute
  readonly from: Rect
  readonly to: Rect
}

/** What only the screen knows: the rank of the bundle whose pin sits on a tool, and the words for screen readers. */
export interface FlowExtras {
  readonly ranks: ReadonlyMap<string, number>
  /** Tools that are marked as new. */
  readonly news: ReadonlySet<string>
  readonly describeContainer: (container: ContainerNode) => string
  readonly describeTool: (tool: ToolNode) => string
  /** What a node is, in a word; said after its name. */
  readonly kindWord: (kind: ContainerKind | 'tool') => string
}

/** Containers lie below the lines, the inner ones above the outer ones; cards lie above the lines. */
const LOWEST = -1000

/**
 * React Flow's nodes of a placed graph: containers first, each after the one it lies in, then the cards as children.
 * What is given back takes the cards that are wanted (absent: all); a card is made once, so that adding a few costs few.
 */
export function nodeMaker(
  { graph, at }: PlacedGraph,
  extras: FlowExtras,
): (only?: ReadonlySet<string>) => readonly MapNode[] {
  const containers = containerNodes({ graph, at }, extras)
  const cards = new Map<string, MapNode>()
  const cardOf = (tool: ToolNode): MapNode | undefined => {
    const known = cards.get(tool.id)
    const made = known ?? cardNode(tool, at, extras)
    if (known === undefined && made !== undefined) cards.set(tool.id, made)
    return made
  }
  return (only) => {
    const nodes = [...containers]
    for (const tool of only?.size === 0 ? [] : graph.tools) {
      const card = only === undefined || only.has(tool.id) ? cardOf(tool) : undefined
      if (card !== undefined) nodes.push(card)
    }
    return nodes
  }
}

function containerNodes({ graph, at }: Pick<PlacedGraph, 'graph' | 'at'>, extras: FlowExtras): readonly MapNode[] {
  const nodes: MapNode[] = []
  const levels = new Map<string, number>()
  for (const container of graph.containers) {
    const { parent } = container
    const rect = at.get(container.id)
    if (rect === undefined) continue
    const outer = parent === undefined ? undefined : at.get(parent)
    const level = parent === undefined ? LOWEST : (levels.get(parent) ?? LOWEST) + 1
    levels.set(container.id, level)
    nodes.push({
      id: container.id,
      type: 'container',
      data: { container },
      zIndex: level,
      ...(parent === undefined || outer === undefined ? {} : { parentId: parent }),
      position: { x: rect.x - (outer?.x ?? 0), y: rect.y - (outer?.y ?? 0) },
      ...size(rect),
      dragHandle: '.container-header',
      ariaRole: 'group',
      ariaLabel: extras.describeContainer(container),
      domAttributes: { 'aria-roledescription': extras.kindWord(container.kind) },
    })
  }
  return nodes
}

function cardNode(tool: ToolNode, at: PlacedGraph['at'], extras: FlowExtras): MapNode | undefined {
  const rect = at.get(tool.id)
  const parent = at.get(tool.container)
  if (rect === undefined || parent === undefined) return undefined
  const rank = extras.ranks.get(tool.id)
  return {
    id: tool.id,
    type: 'card',
    parentId: tool.container,
    // A pin reaches over its card's edge: its neighbours must not cover it.
    zIndex: rank === undefined ? 1 : 5,
    data: { tool, ...(rank === undefined ? {} : { rank }), ...(extras.news.has(tool.id) ? { isNew: true } : {}) },
    position: { x: rect.x - parent.x, y: rect.y - parent.y },
    ...size(rect),
    ariaRole: 'group',
    ariaLabel: extras.describeTool(tool),
    domAttributes: { 'aria-roledescription': extras.kindWord('tool') },
  }
}

/** The map with these lines only, at most so many. */
export function onlyEdges(placed: PlacedGraph, ids: ReadonlySet<string> | undefined, most: number): PlacedGraph {
  const edges: FlowEdge[] = []
  for (const edge of ids === undefined ? [] : placed.graph.edges) {
    if (edges.length === most) break
    if (ids?.has(edge.id)) edges.push(edge)
  }
  return { ...placed, graph: { ...placed.graph, edges } }
}

/**
 * The lines of a placed graph, each in its lane between its two tools. They are not React Flow's edges: those need
 * handles as elements on every card, and are mounted one by one.
 */
export function toLines({ graph, at }: PlacedGraph, routes: ReadonlyMap<string, EdgeRoute>): readonly Line[] {
  const lanes = lanesOf(graph.edges)
  return graph.edges.flatMap((edge): Line[] => {
    const [from, to, route] = [at.get(edge.source), at.get(edge.target), routes.get(edge.id)]
    if (from === undefined || to === undefined || route === undefined) return []
    return [{ edge, lane: lanes.get(edge.id) ?? 0, route, from, to }]
  })
}

/**
 * The next nodes, with every one that equals a shown one replaced by that very object: React Flow then draws only what
 * changed. Selection and what React Flow measured stay with the shown node.
 */
export function keepNodes(shown: readonly MapNode[], next: readonly MapNode[]): MapNode[] {
  const byId = new Map(shown.map((node) => [node.id, node]))
  return next.map((node) => {
    const old = byId.get(node.id)
    if (old === undefined || old === node) return node
    return sameNode(old, node) ? old : ({ ...node, selected: old.selected ?? false } as MapNode)
  })
}

/** The nodes with exactly the marked ones selected: React Flow drags those together. */
export function markNodes(nodes: readonly MapNode[], marked: ReadonlySet<string>): MapNode[] {
  return nodes.map((node) =>
    (node.selected ?? false) === marked.has(node.id) ? node : ({ ...node, selected: marked.has(node.id) } as MapNode),
  )
}

function sameNode(a: MapNode, b: MapNode): boolean {
  return (
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.parentId === b.parentId &&
    a.zIndex === b.zIndex &&
    a.ariaLabel === b.ariaLabel &&
    a.domAttributes?.['aria-roledescription'] === b.domAttributes?.['aria-roledescription'] &&
    sameData(a, b)
  )
}

function sameData(a: MapNode, b: MapNode): boolean {
  if (a.type === 'card' && b.type === 'card') {
    return a.data.tool === b.data.tool && a.data.rank === b.data.rank && a.data.isNew === b.data.isNew
  }
  return a.type === 'container' && b.type === 'container' && a.data.container === b.data.container
}

function size({ width, height }: Rect) {
  return { width, height, measured: { width, height } }
}
