import { type Pin, type PinId, pinIdOf } from '../inventory/nouns'
import { arrangeCards } from './arrange-cards'
import type { Point } from './geometry'
import { CARD_HEIGHT, CARD_WIDTH, minus, union } from './geometry'
import type { Graph, PlacedGraph, Rect } from './graph'
import { arrangeContainers, insertContainers } from './insert-containers'
import { type Links, toolNeighbours } from './links'
import { keepOrPush } from './nest-containers'
import { furnish, type Room } from './rooms'

/**
 * Places every node of the graph; deterministic, without overlaps, every tool and every inner container within the
 * container that holds it.
 *
 * What has a pin stays exactly there, with three exceptions: a container that covers another one beside it (because it
 * grew, or was dropped there) pushes it aside by the least distance; of two cards that overlap the later one by id gets
 * the nearest free place; and so does a card that a container beside it covers. All are named in `placedNow`, like
 * everything that is new, and `pinsOf` gives their new pins.
 *
 * A container's pin is its *origin*, seen from the origin of the container that it lies in. Its rectangle encloses what
 * it holds and always holds the origin; it starts left of it or above it only when something lies there. So dragging a
 * card never changes where the other cards are remembered.
 */
export function layout(graph: Graph, pins: ReadonlyMap<PinId, Pin>): PlacedGraph {
  const { rooms, links } = furnish(graph, pins)
  const outermost = placeOutermost(rooms, links, pins)
  const all: Stand[] = []
  for (const room of rooms) stand(room, outermost.at.get(room.node.id) as Point, all)
  if (all.some(({ room }) => room.fresh)) settleFreshCards(graph, all)
  return assemble(graph, all, outermost.placed)
}

/** A container's room and where its origin is on the map. */
interface Stand {
  readonly room: Room
  readonly origin: Point
}

/** All rooms within a room, itself first, each before what it holds. */
function stand(room: Room, origin: Point, all: Stand[]): void {
  const waiting: Stand[] = [{ room, origin }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    all.push(next)
    const { x, y } = next.origin
    const inner = next.room.nested.map(({ room: each, at }) => ({ room: each, origin: { x: x + at.x, y: y + at.y } }))
    waiting.push(...inner.reverse())
  }
}

interface Outermost {
  readonly at: ReadonlyMap<string, Point>
  readonly placed: readonly string[]
}

function placeOutermost(rooms: readonly Room[], links: Links, pins: ReadonlyMap<PinId, Pin>): Outermost {
  const { rects, moved } = keepOrPush(rooms, (id) => pins.get(pinIdOf(id)))
  const newcomers = rooms.filter(({ node }) => !rects.has(node.id)).map(({ node: { id }, box }) => ({ id, box }))
  const added = rects.size === 0 ? arrangeContainers(newcomers, links) : insertContainers(newcomers, rects, links)
  for (const [id, rect] of added) rects.set(id, rect)
  const pushed = new Set(moved)
  return {
    at: new Map(rooms.map(({ node, box }) => [node.id, minus(rects.get(node.id) as Rect, box)])),
    placed: rooms.flatMap(({ node: { id } }) => (pushed.has(id) || added.has(id) ? [id] : [])),
  }
}

/** Lets the cards of freshly placed containers change places, now that it's known where their neighbours are. */
function settleFreshCards(graph: Graph, all: readonly Stand[]): void {
  const ids = all.flatMap(({ room }) => [...room.cards.keys()])
  const index = new Map(ids.map((id, at) => [id, at]))
  const x = new Float64Array(ids.length)
  const y = new Float64Array(ids.length)
  const groups: number[][] = []
  let next = 0
  for (const { room, origin } of all) {
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
  for (const { room, origin } of all) {
    if (!room.fresh) continue
    for (const id of room.cards.keys()) {
      const at = index.get(id) as number
      room.cards.set(id, minus({ x: x[at] as number, y: y[at] as number }, origin))
    }
  }
}

function assemble(graph: Graph, all: readonly Stand[], outermost: readonly string[]): PlacedGraph {
  const at = new Map<string, Rect>()
  const containers: string[] = [...outermost]
  const tools: string[] = []
  for (const { room, origin } of all) {
    const { node, box, cards, placed } = room
    at.set(node.id, { ...box, x: origin.x + box.x, y: origin.y + box.y })
    for (const [id, card] of cards) {
      at.set(id, { x: origin.x + card.x, y: origin.y + card.y, width: CARD_WIDTH, height: CARD_HEIGHT })
    }
    for (const id of placed) (cards.has(id) ? tools : containers).push(id)
  }
  const bounds = union(all.map(({ room }) => at.get(room.node.id) as Rect))
  const origins = new Map(all.map(({ room, origin }) => [room.node.id, origin]))
  return { graph, at, origins, placedNow: [...containers, ...tools], bounds }
}
