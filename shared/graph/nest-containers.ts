import { type Pin, type PinId, pinIdOf } from '../inventory/nouns'
import { aspectCost } from './container-box'
import {
  CARD_HEIGHT,
  CARD_WIDTH,
  CONTAINER_GAP_Y,
  CONTENT_TOP,
  GUTTER,
  gridSize,
  minus,
  PITCH_X,
  PITCH_Y,
  type Point,
  union,
} from './geometry'
import type { ContainerNode, Rect, ToolNode } from './graph'
import { arrangeContainers, insertContainers } from './insert-containers'
import type { Links } from './links'
import { BUDGET } from './pack-shelves'
import { cardsInColumns } from './place-cards'
import { pushApart } from './push-apart'

/** What lies in a container: something with a box, its origin seen from the container's. */
export interface Nested<R> {
  readonly room: R
  readonly at: Point
}

interface Inner {
  readonly node: ContainerNode
  readonly box: Rect
  readonly grew: boolean
}

/** Stands for the cards of the container itself where its inner containers look for room. */
const OWN_CARDS = ''

/**
 * A container in which nothing is remembered: its inner containers are packed as those of a whole map are, and its own
 * cards lie in a strip above them or to their left, whichever takes less room and looks better.
 * @param roomy what it holds keeps as far apart as outermost containers do: room for lines and their labels
 * @param nests how many containers of the map hold others
 */
export function freshRoom<R extends Inner>(
  tools: readonly ToolNode[],
  inner: readonly R[],
  least: number,
  links: Links,
  roomy: boolean,
  nests: number,
): { readonly cards: Map<string, Point>; readonly nested: readonly Nested<R>[] } {
  const packed = arrangeContainers(inner.map(newcomer), links, roomy ? CONTAINER_GAP_Y : GUTTER, BUDGET / nests)
  const { x, y, width, height } = union(packed.values())
  const above = Math.max(least, Math.floor((x + width - GUTTER) / PITCH_X))
  const beside = Math.max(least, Math.ceil(tools.length / Math.max(1, Math.floor((y + height - GUTTER) / PITCH_Y))))
  const stripRows = Math.ceil(tools.length / above)
  const [high, wide] = [
    cost(Math.max(above, 1), stripRows + Math.ceil((y + height) / PITCH_Y)),
    cost(beside + 1 + Math.ceil((x + width) / PITCH_X), Math.ceil((y + height) / PITCH_Y)),
  ]
  const stacked = tools.length === 0 || high <= wide
  const shift = stacked ? { x: 0, y: stripRows * PITCH_Y } : { x: (beside + 1) * PITCH_X, y: 0 }
  return {
    cards: cardsInColumns(tools, stacked ? above : beside),
    nested: inner.map((room) => {
      const { x: left, y: top } = minus(packed.get(room.node.id) as Rect, room.box)
      // One row down: there the container's own header is.
      return { room, at: { x: left + shift.x, y: top + shift.y + PITCH_Y } }
    }),
  }
}

function cost(columns: number, rows: number): number {
  const { width, height } = gridSize(columns, rows)
  return width * height * (1 + aspectCost(columns, rows))
}

/**
 * The inner containers of a container in which something is remembered. Those with a pin stay there, and push each other
 * aside where one grew; new ones find a place beside them and beside the cards that are known.
 */
export function placeNested<R extends Inner>(
  node: ContainerNode,
  tools: readonly ToolNode[],
  inner: readonly R[],
  pins: ReadonlyMap<PinId, Pin>,
  links: Links,
): { readonly nested: readonly Nested<R>[]; readonly moved: readonly string[] } {
  const { rects, moved } = keepOrPush(inner, (id) => pins.get(pinIdOf(id, node.id)))
  const newcomers = inner.filter((room) => !rects.has(room.node.id))
  if (newcomers.length > 0) {
    const known = tools.flatMap(({ id }): Rect[] => {
      const pin = pins.get(pinIdOf(id, node.id))
      // The header above a card belongs to what is taken: nothing is put there.
      return pin === undefined
        ? []
        : [{ x: pin.x, y: pin.y - CONTENT_TOP, width: CARD_WIDTH, height: CARD_HEIGHT + CONTENT_TOP }]
    })
    const taken = new Map(rects)
    if (known.length > 0) taken.set(OWN_CARDS, union(known))
    for (const [id, rect] of insertContainers(newcomers.map(newcomer), taken, links)) {
      rects.set(id, rect)
      moved.push(id)
    }
  }
  return {
    nested: inner.map((room) => ({ room, at: minus(rects.get(room.node.id) as Rect, room.box) })),
    moved,
  }
}

/** The rectangles of the containers that have a pin, pushed apart where they would cover each other. */
export function keepOrPush(
  rooms: readonly Inner[],
  pinOf: (id: string) => Point | undefined,
): { readonly rects: Map<string, Rect>; readonly moved: string[] } {
  const rects = new Map<string, Rect>()
  for (const { node, box } of rooms) {
    const pin = pinOf(node.id)
    if (pin !== undefined) rects.set(node.id, { ...box, x: pin.x + box.x, y: pin.y + box.y })
  }
  const grown = new Set(rooms.filter((room) => room.grew).map((room) => room.node.id))
  const pushed = pushApart([...rects].map(([id, rect]) => ({ id, rect, grew: grown.has(id) })))
  for (const [id, rect] of pushed) rects.set(id, rect)
  return { rects, moved: rooms.flatMap(({ node: { id } }) => (pushed.has(id) ? [id] : [])) }
}

function newcomer({ node: { id }, box }: Inner) {
  return { id, box }
}
