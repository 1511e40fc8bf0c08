import { type Pin, type PinId, pinIdOf } from '../inventory/nouns'
import { type CardSlots, cardSlots } from './card-slots'
import { byCodeUnits } from './code-units'
import { boxAround, columnsFor, leastColumns } from './container-box'
import type { Point } from './geometry'
import { slotOffset } from './geometry'
import type { ContainerNode, Rect, ToolNode } from './graph'

/** A container with its cards in their places, all seen from its origin. */
export interface Furnished {
  readonly node: ContainerNode
  readonly tools: readonly ToolNode[]
  readonly cards: Map<string, Point>
  readonly box: Rect
  /** Tools that got their place now. */
  readonly placed: readonly string[]
  /** None of its tools had a remembered place: the cards may still change places with each other. */
  readonly fresh: boolean
}

/**
 * Puts the cards of one container in their places. Remembered ones stay where they are; of two that overlap, the later
 * one by id gets the nearest free place. New ones go to the hole nearest to their neighbours, or to a new column or row.
 * @param near where a new tool would like to be, seen from the container's origin
 */
export function placeCards(
  node: ContainerNode,
  tools: readonly ToolNode[],
  pins: ReadonlyMap<PinId, Pin>,
  near: (tool: ToolNode, cards: ReadonlyMap<string, Point>) => Point | undefined,
): Furnished {
  const columns = leastColumns(node)
  const known = tools.filter((tool) => pins.has(pinIdOf(tool.id, node.id)))
  if (known.length === 0) {
    const cards = freshGrid(tools, columns)
    return {
      node,
      tools,
      cards,
      box: boxAround(cards.values(), columns),
      placed: tools.map(({ id }) => id),
      fresh: true,
    }
  }
  const cards = new Map<string, Point>()
  const slots = cardSlots(columns)
  const waiting: { readonly tool: ToolNode; readonly wish: () => Point | undefined }[] = []
  for (const tool of [...known].sort((a, b) => byCodeUnits(a.id, b.id))) {
    const { x, y } = pins.get(pinIdOf(tool.id, node.id)) as Pin
    if (slots.covers({ x, y })) waiting.push({ tool, wish: () => ({ x, y }) })
    else keep(slots, cards, tool, { x, y })
  }
  for (const tool of tools) {
    if (!pins.has(pinIdOf(tool.id, node.id))) waiting.push({ tool, wish: () => near(tool, cards) })
  }
  for (const { tool, wish } of waiting) cards.set(tool.id, slots.take(wish(), waiting.length))
  return {
    node,
    tools,
    cards,
    box: boxAround(cards.values(), columns),
    placed: waiting.map(({ tool }) => tool.id),
    fresh: false,
  }
}

function keep(slots: CardSlots, cards: Map<string, Point>, tool: ToolNode, at: Point): void {
  slots.put(at)
  cards.set(tool.id, at)
}

function freshGrid(tools: readonly ToolNode[], least: number): Map<string, Point> {
  const columns = columnsFor(tools.length, least)
  return new Map(tools.map((tool, index) => [tool.id, slotOffset(index % columns, Math.floor(index / columns))]))
}
