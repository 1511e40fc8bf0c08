import { type Pin, type PinId, pinIdOf } from '../inventory/nouns'
import { arrangeCards } from './arrange-cards'
import type { Point } from './geometry'
import { CARD_HEIGHT, CARD_WIDTH, union } from './geometry'
import type { Graph, PlacedGraph, Rect, ToolNode } from './graph'
import { arrangeContainers, insertContainers } from './insert-containers'
import { containerLinks, toolNeighbours } from './links'
import { type Furnished, placeCards } from './place-cards'
import { pushApart } from './push-apart'

/**
 * Places every node of the graph; deterministic, without overlaps, every tool within its container.
 *
 * What has a pin stays exactly there, with two exceptions: a container that covers another one (because it grew, or was
 * dropped there) pushes it aside by the least distance, and of two cards that overlap the later one by id gets the
 * nearest free place. Both are named in `placedNow`, like everything that is new, and `pinsOf` gives their new pins.
 *
 * A container's pin is its *origin*. Its rectangle encloses its cards and always holds the origin; it starts left of it
 * or above it only when a card lies there. So dragging a card never changes where the other cards are remembered.
 */
export function layout(graph: Graph, pins: ReadonlyMap<PinId, Pin>): PlacedGraph {
  const rooms = furnish(graph, pins)
  const origins = placeContainers(graph, rooms, pins)
  if (rooms.some((room) => room.fresh)) settleFreshCards(graph, rooms, origins.at)
  return assemble(graph, rooms, origins)
}

interface Origins {
  readonly at: ReadonlyMap<string, Point>
  readonly placed: readonly string[]
}

function furnish(graph: Graph, pins: ReadonlyMap<PinId, Pin>): readonly Furnished[] {
  const owned = new Map<string, ToolNode[]>(graph.containers.map(({ id }) => [id, []]))
  for (const tool of graph.tools) {
    const group = owned.get(tool.container)
    if (group === undefined) throw new Error(`The container of a tool is not drawn: ${tool.container}`)
    group.push(tool)
  }
  const neighbours = toolNeighbours(graph)
  const remembered = rememberedPlaces(graph, pins)
  return graph.containers.map((node) => {
    const origin = pins.get(pinIdOf(node.id))
    return placeCards(node, owned.get(node.id) ?? [], pins, (tool, cards) => {
      const points = (neighbours.get(tool.id) ?? []).flatMap((id): Point[] => {
        const inside = cards.get(id)
        if (inside !== undefined) return [inside]
        const outside = remembered.get(id)
        return outside === undefined || origin === undefined ? [] : [minus(outside, origin)]
      })
      return points.length === 0 ? undefined : middle(points)
    })
  })
}

/** Absolute places of the tools that are remembered together with their container. */
function rememberedPlaces(graph: Graph, pins: ReadonlyMap<PinId, Pin>): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>()
  for (const { id, container } of graph.tools) {
    const origin = pins.get(pinIdOf(container))
    const pin = pins.get(pinIdOf(id, container))
    if (origin !== undefined && pin !== undefined) places.set(id, { x: origin.x + pin.x, y: origin.y + pin.y })
  }
  return places
}

function placeContainers(graph: Graph, rooms: readonly Furnished[], pins: ReadonlyMap<PinId, Pin>): Origins {
  const rects = new Map<string, Rect>()
  for (const { node, box } of rooms) {
    const pin = pins.get(pinIdOf(node.id))
    if (pin !== undefined) rects.set(node.id, { ...box, x: pin.x + box.x, y: pin.y + box.y })
  }
  const grown = new Set(rooms.filter((room) => room.placed.length > 0).map((room) => room.node.id as string))
  const pushed = pushApart([...rects].map(([id, rect]) => ({ id, rect, grew: grown.has(id) })))
  for (const [id, rect] of pushed) rects.set(id, rect)

  const newcomers = rooms
    .filter(({ node }) => !rects.has(node.id))
    .map(({ node, box }) => ({ id: node.id as string, size: { width: box.width, height: box.height } }))
  const links = containerLinks(graph)
  const added = rects.size === 0 ? arrangeContainers(newcomers, links) : insertContainers(newcomers, rects, links)
  for (const [id, rect] of added) rects.set(id, rect)

  const at = new Map(rooms.map(({ node, box }) => [node.id as string, minus(rects.get(node.id) as Rect, box)]))
  return { at, placed: rooms.flatMap(({ node: { id } }) => (pushed.has(id) || added.has(id) ? [id] : [])) }
}

/** Lets the cards of freshly placed containers change places, now that it's known where their neighbours are. */
function settleFreshCards(graph: Graph, rooms: readonly Furnished[], origins: ReadonlyMap<string, Point>): void {
  const ids = rooms.flatMap((room) => [...room.cards.keys()])
  const index = new Map(ids.map((id, at) => [id, at]))
  const x = new Float64Array(ids.length)
  const y = new Float64Array(ids.length)
  const groups: number[][] = []
  let next = 0
  for (const room of rooms) {
    const origin = origins.get(room.node.id) as Point
    const first = next
    for (const card of room.cards.values()) {
      x[next] = origin.x + card.x
      y[next] = origin.y + card.y
      next++
    }
    if (room.fresh) groups.push(Array.from({ length: next - first }, (_, at) => first + at))
  }
  const linked = toolNeighbours(graph)
  const neighbours = ids.map((id) => (linked.get(id) ?? []).map((other) => index.get(other) as number))
  arrangeCards({ x, y, neighbours }, groups)
  for (const room of rooms) {
    if (!room.fresh) continue
    const origin = origins.get(room.node.id) as Point
    for (const id of room.cards.keys()) {
      const at = index.get(id) as number
      room.cards.set(id, minus({ x: x[at] as number, y: y[at] as number }, origin))
    }
  }
}

function assemble(graph: Graph, rooms: readonly Furnished[], origins: Origins): PlacedGraph {
  const at = new Map<string, Rect>()
  for (const { node, box, cards } of rooms) {
    const origin = origins.at.get(node.id) as Point
    at.set(node.id, { ...box, x: origin.x + box.x, y: origin.y + box.y })
    for (const [id, card] of cards) {
      at.set(id, { x: origin.x + card.x, y: origin.y + card.y, width: CARD_WIDTH, height: CARD_HEIGHT })
    }
  }
  const bounds = union(rooms.map(({ node }) => at.get(node.id) as Rect))
  const placedNow = [...origins.placed, ...rooms.flatMap((room) => room.placed)]
  return { graph, at, origins: origins.at, placedNow, bounds }
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y }
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }))
  return { x: sum.x / points.length, y: sum.y / points.length }
}
