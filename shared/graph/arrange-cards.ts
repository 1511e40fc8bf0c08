import { PITCH_X, PITCH_Y } from './geometry'

/** Tools that may change places among themselves: the places of one freshly placed container. */
export type Group = readonly number[]

/** Positions and neighbours of all tools, by index. */
export interface CardField {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly neighbours: readonly (readonly number[])[]
}

const SWEEPS = 4
/** Bound on the comparisons of the final exchange of places, over all containers. */
const BUDGET = 250_000

/**
 * Orders the cards within their containers so that flows get short: barycentre sweeps first (each card goes to the row
 * and column that its neighbours suggest; a sweep that makes nothing shorter is taken back), then exchanges of two
 * places as long as they help. Changes the field's positions; every group keeps its set of places.
 */
export function arrangeCards(field: CardField, groups: readonly Group[]): void {
  const lively = groups.filter((group) => group.length > 1 && group.some((tool) => degree(field, tool) > 0))
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const group of lively) sweepOnce(field, group)
  }
  let work = BUDGET
  for (const group of lively) {
    for (let pass = 0; pass < 3 && work > 0; pass++) {
      work -= group.length * group.length
      if (!exchange(field, group)) break
    }
  }
}

function degree(field: CardField, tool: number): number {
  return field.neighbours[tool]?.length ?? 0
}

/** Length of a tool's flows; rows count like columns. */
function length(field: CardField, tool: number): number {
  return lengthAt(field, tool, field.x[tool] as number, field.y[tool] as number)
}

/** Length its flows would have if it lay here. */
function lengthAt({ x, y, neighbours }: CardField, tool: number, left: number, top: number): number {
  const others = neighbours[tool]
  if (others === undefined) return 0
  let sum = 0
  for (let index = 0; index < others.length; index++) {
    const other = others[index] as number
    sum += Math.abs((x[other] as number) - left) / PITCH_X + Math.abs((y[other] as number) - top) / PITCH_Y
  }
  return sum
}

function totalLength(field: CardField, group: Group): number {
  let sum = 0
  for (const tool of group) sum += length(field, tool)
  return sum
}

function sweepOnce(field: CardField, group: Group): void {
  const { x, y } = field
  const places = group
    .map((tool) => ({ x: x[tool] as number, y: y[tool] as number }))
    .sort((a, b) => a.y - b.y || a.x - b.x)
  const wishes = group
    .map((tool) => ({ tool, ...barycentre(field, tool) }))
    .sort((a, b) => a.y - b.y || a.tool - b.tool)
  const before = totalLength(field, group)
  const kept = group.map((tool) => ({ tool, x: x[tool] as number, y: y[tool] as number }))
  for (let from = 0; from < places.length; ) {
    let to = from
    while (to < places.length && places[to]?.y === places[from]?.y) to++
    const row = wishes.slice(from, to).sort((a, b) => a.x - b.x || a.tool - b.tool)
    row.forEach(({ tool }, at) => {
      x[tool] = places[from + at]?.x as number
      y[tool] = places[from + at]?.y as number
    })
    from = to
  }
  if (totalLength(field, group) < before) return
  for (const old of kept) {
    x[old.tool] = old.x
    y[old.tool] = old.y
  }
}

/** The middle of a tool's neighbours; of a tool without any the place it has. */
function barycentre({ x, y, neighbours }: CardField, tool: number): { x: number; y: number } {
  const others = neighbours[tool] ?? []
  if (others.length === 0) return { x: x[tool] as number, y: y[tool] as number }
  let sumX = 0
  let sumY = 0
  for (const other of others) {
    sumX += x[other] as number
    sumY += y[other] as number
  }
  return { x: sumX / others.length, y: sumY / others.length }
}

/**
 * One round of exchanging two tools' places where that shortens flows: every tool looks for a place that is better for
 * itself, and takes it if its holder does not lose more. Says whether anything changed.
 */
function exchange(field: CardField, group: Group): boolean {
  const { x, y } = field
  let changed = false
  for (const a of group) {
    if (degree(field, a) === 0) continue
    const here = length(field, a)
    let best = a
    let bestGain = 1e-6
    for (const b of group) {
      if (a === b || lengthAt(field, a, x[b] as number, y[b] as number) >= here) continue
      const before = here + length(field, b)
      swap(field, a, b)
      const gain = before - length(field, a) - length(field, b)
      swap(field, a, b)
      if (gain > bestGain) {
        best = b
        bestGain = gain
      }
    }
    if (best === a) continue
    swap(field, a, best)
    changed = true
  }
  return changed
}

function swap({ x, y }: CardField, a: number, b: number): void {
  const keptX = x[a] as number
  const keptY = y[a] as number
  x[a] = x[b] as number
  y[a] = y[b] as number
  x[b] = keptX
  y[b] = keptY
}
