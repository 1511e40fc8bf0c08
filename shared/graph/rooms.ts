import { type Pin, type PinId, pinIdOf } from '../inventory/nouns'
import { boxAround, leastColumns } from './container-box'
import type { Point } from './geometry'
import { minus } from './geometry'
import type { ContainerNode, Graph, Rect, ToolNode } from './graph'
import { isLayered, layerCards } from './layer-cards'
import { containerLinks, type Links, toolNeighbours } from './links'
import { freshRoom, type Nested, placeNested } from './nest-containers'
import { freshGrid, placeCards } from './place-cards'

/** A container with everything in it in its place, seen from its origin. */
export interface Room {
  readonly node: ContainerNode
  readonly cards: Map<string, Point>
  readonly nested: readonly Nested<Room>[]
  readonly box: Rect
  /** Tools and containers directly in it that got their place now. */
  readonly placed: readonly string[]
  /** Something in it or below got its place now. */
  readonly grew: boolean
  /** None of its tools had a remembered place: the cards may still change places with each other. */
  readonly fresh: boolean
}

/** What furnishing looks at. */
interface Plan {
  readonly graph: Graph
  readonly pins: ReadonlyMap<PinId, Pin>
  readonly links: Links
  /** How many containers hold others: they share the work that packing may take. */
  readonly nests: number
}

/** Furnishes all containers, the innermost first; gives back the outermost ones. */
export function furnish(graph: Graph, pins: ReadonlyMap<PinId, Pin>): { rooms: readonly Room[]; links: Links } {
  const owned = new Map<string, ToolNode[]>(graph.containers.map(({ id }) => [id, []]))
  for (const tool of graph.tools) {
    const group = owned.get(tool.container)
    if (group === undefined) throw new Error(`The container of a tool is not drawn: ${tool.container}`)
    group.push(tool)
  }
  const wishes = wishFor(graph, pins)
  const links = containerLinks(graph)
  const below = new Map<string | undefined, Room[]>()
  const plan: Plan = { graph, pins, links, nests: new Set(graph.containers.map(({ parent }) => parent)).size }
  for (const node of graph.containers.toReversed()) {
    const tools = owned.get(node.id) ?? []
    const room = furnishOne(plan, node, tools, (below.get(node.id) ?? []).reverse(), wishes(node))
    const siblings = below.get(node.parent)
    if (siblings === undefined) below.set(node.parent, [room])
    else siblings.push(room)
  }
  return { rooms: (below.get(undefined) ?? []).reverse(), links }
}

type Wish = (tool: ToolNode, cards: ReadonlyMap<string, Point>) => Point | undefined

function furnishOne(
  plan: Plan,
  node: ContainerNode,
  tools: readonly ToolNode[],
  below: readonly Room[],
  wish: Wish,
): Room {
  const { pins, graph } = plan
  const columns = leastColumns(node)
  const known = tools.some((tool) => pins.has(pinIdOf(tool.id, node.id)))
  const grew = below.some((room) => room.grew)
  if (isLayered(node)) {
    const ideal = layerCards(graph, node, tools)
    if (!known)
      return roomOf(
        node,
        ideal,
        tools.map(({ id }) => id),
        columns,
        false,
      )
    const { cards, placed } = placeCards(node, tools, pins, columns, (tool) => ideal.get(tool.id))
    return roomOf(node, cards, placed, columns, false)
  }
  if (below.length === 0) {
    if (!known)
      return roomOf(
        node,
        freshGrid(tools, columns),
        tools.map(({ id }) => id),
        columns,
        true,
      )
    const { cards, placed } = placeCards(node, tools, pins, columns, wish)
    return roomOf(node, cards, placed, columns, false)
  }
  if (!known && !below.some((room) => pins.has(pinIdOf(room.node.id, node.id)))) {
    const { cards, nested } = freshRoom(
      tools,
      below,
      columns,
      plan.links,
      node.kind === 'department' && node.parent === undefined,
      plan.nests,
    )
    const placed = [...below.map((room) => room.node.id), ...tools.map(({ id }) => id)]
    return { node, cards, nested, box: boxOf(cards, columns, nested), placed, grew: true, fresh: true }
  }
  const { nested, moved } = placeNested(node, tools, below, pins, plan.links)
  const rects = nested.map(rectOf)
  const { cards, placed } = placeCards(node, tools, pins, columns, wish, rects)
  return {
    node,
    cards,
    nested,
    box: boxOf(cards, columns, nested),
    placed: [...moved, ...placed],
    grew: grew || moved.length > 0 || placed.length > 0,
    fresh: !known,
  }
}

function roomOf(
  node: ContainerNode,
  cards: Map<string, Point>,
  placed: readonly string[],
  columns: number,
  fresh: boolean,
): Room {
  return { node, cards, nested: [], box: boxAround(cards.values(), columns), placed, grew: placed.length > 0, fresh }
}

function boxOf(cards: ReadonlyMap<string, Point>, columns: number, nested: readonly Nested<Room>[]): Rect {
  return boxAround(cards.values(), columns, nested.map(rectOf))
}

function rectOf({ room: { box }, at }: Nested<Room>): Rect {
  return { ...box, x: at.x + box.x, y: at.y + box.y }
}

/** For each container: where a new tool would like to be, seen from its origin. In the middle of its neighbours. */
function wishFor(graph: Graph, pins: ReadonlyMap<PinId, Pin>): (node: ContainerNode) => Wish {
  const neighbours = toolNeighbours(graph)
  const origins = rememberedOrigins(graph, pins)
  const remembered = new Map<string, Point>()
  for (const { id, container } of graph.tools) {
    const origin = origins.get(container)
    const pin = pins.get(pinIdOf(id, container))
    if (origin !== undefined && pin !== undefined) remembered.set(id, { x: origin.x + pin.x, y: origin.y + pin.y })
  }
  return (node) => {
    const origin = origins.get(node.id)
    return (tool, cards) => {
      const points = (neighbours.get(tool.id) ?? []).flatMap((id): Point[] => {
        const inside = cards.get(id)
        if (inside !== undefined) return [inside]
        const outside = remembered.get(id)
        return outside === undefined || origin === undefined ? [] : [minus(outside, origin)]
      })
      return points.length === 0 ? undefined : middle(points)
    }
  }
}

/** Absolute origins of the containers that are remembered together with all that they lie in. */
function rememberedOrigins(graph: Graph, pins: ReadonlyMap<PinId, Pin>): ReadonlyMap<string, Point> {
  const origins = new Map<string, Point>()
  for (const { id, parent } of graph.containers) {
    const pin = pins.get(pinIdOf(id, parent))
    const outer = parent === undefined ? { x: 0, y: 0 } : origins.get(parent)
    if (pin !== undefined && outer !== undefined) origins.set(id, { x: outer.x + pin.x, y: outer.y + pin.y })
  }
  return origins
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }))
  return { x: sum.x / points.length, y: sum.y / points.length }
}
