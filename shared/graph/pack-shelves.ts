import { seededRandom } from '../inventory/random'
import { PITCH_X, PITCH_Y } from './geometry'

/** A box on the lattice: its gap to the next one included. */
export interface Box {
  readonly columns: number
  readonly rows: number
}

/** Two boxes between which data flow. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly weight: number
}

/** The whole map should be about this much wider than high. */
export const MAP_ASPECT = 1.6
const STEPS = 4000
/** Bound on the work of annealing: steps × what one step looks at. */
export const BUDGET = 1_500_000
/** What compactness counts against short flows. */
const COMPACTNESS = 0.6

/**
 * Places boxes on shelves (from left to right, small ones on top of each other where a shelf is high enough) and returns
 * the lattice place of each. Starts with the highest first and improves the order by annealing: flows get short, the
 * whole gets compact and wide. Deterministic.
 * @param budget bound on the work: a part of `BUDGET` where many packings make up one map
 */
export function packShelves(
  boxes: readonly Box[],
  links: readonly Link[],
  budget = BUDGET,
): { columns: Int32Array; rows: Int32Array } {
  const count = boxes.length
  const widths = Int32Array.from(boxes, (box) => box.columns)
  const heights = Int32Array.from(boxes, (box) => box.rows)
  const order = Int32Array.from(boxes.keys()).sort((a, b) => (heights[b] as number) - (heights[a] as number) || a - b)
  const packing = new Packing(widths, heights, links)
  let area = 0
  let widest = 1
  for (let index = 0; index < count; index++) {
    area += (widths[index] as number) * (heights[index] as number)
    widest = Math.max(widest, widths[index] as number)
  }
  const ideal = Math.sqrt((1.15 * area * MAP_ASPECT * PITCH_Y) / PITCH_X)
  let limit = Math.max(widest, Math.round(ideal))
  const most = Math.max(limit, Math.ceil(ideal * 1.5))

  const random = seededRandom(count * 7919 + links.length)
  let cost = packing.cost(order, limit)
  let best = { cost, limit, order: order.slice() }
  const steps = count < 2 ? 0 : Math.max(60, Math.min(STEPS, Math.floor(budget / (count + links.length))))
  for (let step = 0; step < steps; step++) {
    const heat = 0.05 * cost * (1 - step / steps) ** 2
    const i = Math.floor(random() * count)
    const j = Math.floor(random() * count)
    const kind = random()
    const before = limit
    if (kind < 0.1) limit = Math.max(widest, Math.min(most, limit + (random() < 0.5 ? -1 : 1)))
    else if (kind < 0.6) swap(order, i, j)
    else move(order, i, j)
    const next = packing.cost(order, limit)
    if (next <= cost || random() < Math.exp((cost - next) / Math.max(heat, 1e-9))) {
      cost = next
      if (cost < best.cost) best = { cost, limit, order: order.slice() }
    } else if (kind < 0.1) limit = before
    else if (kind < 0.6) swap(order, i, j)
    else move(order, j, i)
  }
  packing.cost(best.order, best.limit)
  return { columns: packing.x, rows: packing.y }
}

function swap(order: Int32Array, i: number, j: number): void {
  const kept = order[i] as number
  order[i] = order[j] as number
  order[j] = kept
}

/** Takes the entry at `from` out and puts it in at `to`. */
function move(order: Int32Array, from: number, to: number): void {
  const kept = order[from] as number
  if (from < to) order.copyWithin(from, from + 1, to + 1)
  else order.copyWithin(to + 1, to, from)
  order[to] = kept
}

class Packing {
  readonly x: Int32Array
  readonly y: Int32Array
  private readonly ends: Int32Array
  private readonly weights: Float64Array
  private readonly total: number

  constructor(
    private readonly widths: Int32Array,
    private readonly heights: Int32Array,
    links: readonly Link[],
  ) {
    this.x = new Int32Array(widths.length)
    this.y = new Int32Array(widths.length)
    this.ends = Int32Array.from(links.flatMap((link) => [link.a, link.b]))
    this.weights = Float64Array.from(links, (link) => link.weight)
    this.total = Math.max(
      1,
      this.weights.reduce((sum, weight) => sum + weight, 0),
    )
  }

  /** Packs in this order onto shelves of at most this width, and says how good the result is (less is better). */
  cost(order: Int32Array, limit: number): number {
    const { x, y, widths, heights, ends, weights } = this
    let shelfTop = 0
    let shelfHeight = 0
    let shelfRight = 0
    let columnLeft = 0
    let columnWidth = 0
    let columnBottom = 0
    let right = 0
    for (let place = 0; place < order.length; place++) {
      const item = order[place] as number
      const width = widths[item] as number
      const height = heights[item] as number
      if (
        shelfRight > 0 &&
        columnBottom + height <= shelfHeight &&
        columnLeft + Math.max(width, columnWidth) <= limit
      ) {
        columnWidth = Math.max(columnWidth, width)
      } else {
        if (shelfRight > 0 && shelfRight + width > limit) {
          shelfTop += shelfHeight
          shelfHeight = 0
          shelfRight = 0
        }
        columnLeft = shelfRight
        columnWidth = width
        columnBottom = 0
      }
      x[item] = columnLeft
      y[item] = shelfTop + columnBottom
      columnBottom += height
      shelfHeight = Math.max(shelfHeight, columnBottom)
      shelfRight = columnLeft + columnWidth
      right = Math.max(right, shelfRight)
    }
    let length = 0
    for (let link = 0; link < weights.length; link++) {
      const a = ends[2 * link] as number
      const b = ends[2 * link + 1] as number
      const dx = (x[a] as number) - (x[b] as number) + ((widths[a] as number) - (widths[b] as number)) / 2
      const dy = (y[a] as number) - (y[b] as number) + ((heights[a] as number) - (heights[b] as number)) / 2
      length += (weights[link] as number) * (Math.abs(dx) * PITCH_X + Math.abs(dy) * PITCH_Y)
    }
    const mapWidth = right * PITCH_X
    const wishedWidth = (shelfTop + shelfHeight) * PITCH_Y * MAP_ASPECT
    const size = (Math.max(mapWidth, wishedWidth) + Math.sqrt(mapWidth * wishedWidth)) / 2
    return length / this.total + COMPACTNESS * size
  }
}
