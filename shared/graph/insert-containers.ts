import type { Size } from './geometry'
import { CONTAINER_GAP_X, CONTAINER_GAP_Y, centre, GUTTER, overlaps, PITCH_X, PITCH_Y, union } from './geometry'
import type { Rect } from './graph'
import type { Links } from './links'
import { BUDGET, type Link, MAP_ASPECT, packShelves } from './pack-shelves'

/** A container that has no place yet. */
export interface Newcomer {
  readonly id: string
  /** Its rectangle, seen from its origin. */
  readonly box: Rect
}

/** Newcomers keep this far away from containers that are already there. */
const CLEARANCE = 64

/** How far a box may reach over the lattice on each side without taking a column or row more: streets get narrower. */
const OVERHANG = 48

/**
 * Places containers where nothing is yet, their origins on the lattice, so that the gutters between the cards in them
 * line up.
 * @param gap the least room below each of them
 */
export function arrangeContainers(
  newcomers: readonly Newcomer[],
  links: Links,
  gap = CONTAINER_GAP_Y,
  budget = BUDGET,
): ReadonlyMap<string, Rect> {
  const index = new Map(newcomers.map(({ id }, at) => [id, at]))
  const pairs: Link[] = []
  newcomers.forEach(({ id }, a) => {
    for (const [other, weight] of links.get(id) ?? []) {
      const b = index.get(other)
      if (b !== undefined && a < b) pairs.push({ a, b, weight })
    }
  })
  const spans = newcomers.map(({ box: { x, y, width, height } }) => {
    const left = x < -OVERHANG ? Math.ceil(-x / PITCH_X) : 0
    const top = Math.ceil(-y / PITCH_Y)
    return {
      left,
      top,
      columns: left + Math.ceil((x + width + CONTAINER_GAP_X - OVERHANG) / PITCH_X),
      rows: top + Math.ceil((y + height + gap - Math.min(OVERHANG, gap - GUTTER)) / PITCH_Y),
    }
  })
  const { columns, rows } = packShelves(spans, pairs, budget)
  return new Map(
    newcomers.map(({ id, box }, at) => {
      const { left, top } = spans[at] as (typeof spans)[number]
      const x = ((columns[at] as number) + left) * PITCH_X + box.x
      const y = ((rows[at] as number) + top) * PITCH_Y + box.y
      return [id, { ...box, x, y }]
    }),
  )
}

/**
 * Places containers one after the other beside, above or below those that are there, without moving any of them: where
 * the flows to their neighbours are short and the map stays compact and wide.
 */
export function insertContainers(
  newcomers: readonly Newcomer[],
  known: ReadonlyMap<string, Rect>,
  links: Links,
): ReadonlyMap<string, Rect> {
  const all = new Map(known)
  const placed = new Map<string, Rect>()
  let bounds = union(known.values())
  for (const { id, box: size } of newcomers) {
    const neighbours = [...(links.get(id) ?? [])].flatMap(([other, weight]) => {
      const rect = all.get(other)
      return rect === undefined ? [] : [{ ...centre(rect), weight }]
    })
    const total = neighbours.reduce((sum, { weight }) => sum + weight, 0)
    const cost = (rect: Rect): number => {
      const middle = centre(rect)
      let length = 0
      for (const { x, y, weight } of neighbours) length += weight * (Math.abs(x - middle.x) + Math.abs(y - middle.y))
      const around = union([bounds, rect])
      return (total > 0 ? length / total : 0) + Math.max(around.width, around.height * MAP_ASPECT)
    }
    const best = candidates(all.values(), size)
      .map((rect) => ({ rect, cost: cost(rect) }))
      .sort((a, b) => a.cost - b.cost || a.rect.y - b.rect.y || a.rect.x - b.rect.x)
      .find(({ rect }) => isFree(rect, all.values()))
    if (best === undefined) throw new Error('Beside the outermost container there is always room')
    all.set(id, best.rect)
    placed.set(id, best.rect)
    bounds = union([bounds, best.rect])
  }
  return placed
}

function* beside(rect: Rect, { width, height }: Size): Generator<Rect> {
  const right = rect.x + rect.width
  const bottom = rect.y + rect.height
  for (const y of [rect.y, bottom - height]) {
    yield { x: right + CONTAINER_GAP_X, y, width, height }
    yield { x: rect.x - CONTAINER_GAP_X - width, y, width, height }
  }
  yield { x: rect.x, y: bottom + CONTAINER_GAP_Y, width, height }
  yield { x: rect.x, y: rect.y - CONTAINER_GAP_Y - height, width, height }
}

function candidates(rects: Iterable<Rect>, size: Size): Rect[] {
  return [...rects].flatMap((rect) => [...beside(rect, size)])
}

function isFree(rect: Rect, others: Iterable<Rect>): boolean {
  for (const other of others) {
    if (overlaps(rect, other, CLEARANCE)) return false
  }
  return true
}
