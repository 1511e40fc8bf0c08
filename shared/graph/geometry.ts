import type { Rect } from './graph'

/**
 * Sizes at zoom 1, in pixels. Everything that is placed freshly lies on one lattice: a column every `PITCH_X`, a row
 * every `PITCH_Y`. The gaps between containers are chosen so that the lattice runs through all of them. That makes the
 * gutters between cards line up across the whole map, and lines can run in them without ever crossing a card.
 */
export const CARD_WIDTH = 176
export const CARD_HEIGHT = 64
/** Between two cards, and between a card and its container's edge. */
export const GUTTER = 24
export const HEADER_HEIGHT = 40
export const PITCH_X = CARD_WIDTH + GUTTER
export const PITCH_Y = CARD_HEIGHT + GUTTER
/** From a container's top to its first card. */
export const CONTENT_TOP = HEADER_HEIGHT + GUTTER
/** Between containers: containers and gaps together are whole multiples of the lattice. */
export const CONTAINER_GAP_X = PITCH_X - GUTTER
export const CONTAINER_GAP_Y = 2 * PITCH_Y - CONTENT_TOP
/** What a pushed container keeps between itself and the one that pushed it. */
export const PUSH_CLEARANCE = GUTTER
/** Room that is kept free for what is written on a flow. */
export const LABEL_WIDTH = 116
export const LABEL_HEIGHT = 18
/** Length of an arrow head. */
export const ARROW = 8

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Whether two rectangles share some area, when each is kept `clearance` away from the other. */
export function overlaps(a: Rect, b: Rect, clearance = 0): boolean {
  return (
    a.x < b.x + b.width + clearance &&
    b.x < a.x + a.width + clearance &&
    a.y < b.y + b.height + clearance &&
    b.y < a.y + a.height + clearance
  )
}

/** Whether `inner` lies completely within `outer`; touching the edge is within. */
export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** The smallest rectangle around all of them; zero-sized at the origin when there are none. */
export function union(rects: Iterable<Rect>): Rect {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const rect of rects) {
    left = Math.min(left, rect.x)
    top = Math.min(top, rect.y)
    right = Math.max(right, rect.x + rect.width)
    bottom = Math.max(bottom, rect.y + rect.height)
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The middle of a rectangle. */
export function centre(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
}

/** From one point to another. */
export function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y }
}

/** The size of a container that holds a grid of cards. */
export function gridSize(columns: number, rows: number): Size {
  return { width: GUTTER + columns * PITCH_X, height: CONTENT_TOP + rows * PITCH_Y }
}

/** Where the card at this place of a container's grid lies, seen from the container's origin. */
export function slotOffset(column: number, row: number): Point {
  return { x: GUTTER + column * PITCH_X, y: CONTENT_TOP + row * PITCH_Y }
}
