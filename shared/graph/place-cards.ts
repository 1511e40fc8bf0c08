import { byCodeUnits } from '../inventory/code-units'
import { type Pin, type PinId, pinIdOf } from '../inventory/nouns'
import { type CardSlots, cardSlots } from './card-slots'
import { columnsFor } from './container-box'
import type { Point } from './geometry'
import { slotOffset } from './geometry'
import type { ContainerNode, Rect, ToolNode } from './graph'

/** The cards of one container in their places, seen from its origin. */
export interface Cards {
  readonly cards: Map<string, Point>
  /** Tools that got their place now. */
  readonly placed: readonly string[]
}

/**
 * Puts the cards of one container in their places. Remembered ones stay where they are; of two that overlap, the later
 * one by id gets the nearest free place, and so does one that an inner container covers. New ones go to the hole
 * nearest to their neighbours, or to a new column or row.
 * @param near where a new tool would like to be, seen from the container's origin
 * @param inner the containers in this one: no card may cover them
 */
export function placeCards(
  node: ContainerNode,
  tools: readonly ToolNode[],
  pins: ReadonlyMap<PinId, Pin>,
  columns: number,
  near: (tool: ToolNode, cards: ReadonlyMap<string, Point>) => Point | undefined,
  inner: readonly Rect[] = [],
): Cards {
  const cards = new Map<string, Point>()
  const slots = cardSlots(columns, inner)
  const waiting: { readonly tool: ToolNode; readonly wish: () => Point | undefined }[] = []
  const known = tools.filter((tool) => pins.has(pinIdOf(tool.id, node.id)))
  for (const tool of known.sort((a, b) => byCodeUnits(a.id, b.id))) {
    const { x, y } = pins.get(pinIdOf(tool.id, node.id)) as Pin
    if (slots.covers({ x, y })) waiting.push({ tool, wish: () => ({ x, y }) })
    else keep(slots, cards, tool, { x, y })
  }
  for (const tool of tools) {
    if (!pins.has(pinIdOf(tool.id, node.id))) waiting.push({ tool, wish: () => near(tool, cards) })
  }
  for (const { tool, wish } of waiting) cards.set(tool.id, slots.take(wish(), waiting.length))
  return { cards, placed: waiting.map(({ tool }) => tool.id) }
}

function keep(slots: CardSlots, cards: Map<string, Point>, tool: ToolNode, at: Point): void {
  slots.put(at)
  cards.set(tool.id, at)
}

/** A grid of cards none of which is remembered, in a shape that looks about right. */
export function freshGrid(tools: readonly ToolNode[], least: number): Map<string, Point> {
  return cardsInColumns(tools, columnsFor(tools.length, least))
}

/** A grid of cards, so many columns wide. */
export function cardsInColumns(tools: readonly ToolNode[], columns: number): Map<string, Point> {
  return new Map(tools.map((tool, index) => [tool.id, slotOffset(index % columns, Math.floor(index / columns))]))
}
