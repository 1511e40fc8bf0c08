import type { Point } from './geometry'
import type { LinePlan } from './line'

/** How far lines lie apart at most where they leave the same side of a card. */
const APART = 12
/** How far from the middle of an upright side, and of a flat one, lines may leave. */
const REACH_UPRIGHT = 20
const REACH_FLAT = 64

interface Port {
  readonly line: number
  readonly end: 'first' | 'last'
  /** Where the line goes from here, measured along the side: decides the order, so that lines don't cross at once. */
  readonly heading: number
}

/** How lines lie beside each other where they leave something: in pixels. */
export interface PortRoom {
  readonly apart: number
  readonly upright: number
  readonly flat: number
}

const CARD_PORTS: PortRoom = { apart: APART, upright: REACH_UPRIGHT, flat: REACH_FLAT }

/** The same lines, with the ends that share a side of a card spread along it in the order of where they go. */
export function spreadPorts(
  edges: readonly { readonly source: string; readonly target: string }[],
  plans: readonly LinePlan[],
  room = CARD_PORTS,
): readonly LinePlan[] {
  const sides = new Map<string, Port[]>()
  plans.forEach((plan, line) => {
    const edge = edges[line]
    if (edge === undefined) return
    if (edge.source === edge.target) return
    collect(sides, edge.source, plan.points, line, 'first', plan)
    collect(sides, edge.target, plan.points.toReversed(), line, 'last', plan)
  })
  const shifts = plans.map(() => ({ first: 0, last: 0 }))
  for (const [side, ports] of sides) {
    if (ports.length < 2) continue
    const reach = side.endsWith('left') || side.endsWith('right') ? room.upright : room.flat
    const apart = Math.min(room.apart, (2 * reach) / (ports.length - 1))
    ports.sort((a, b) => a.heading - b.heading || a.line - b.line)
    ports.forEach(({ line, end }, at) => {
      const shift = shifts[line]
      if (shift !== undefined) shift[end] = (at - (ports.length - 1) / 2) * apart
    })
  }
  return plans.map((plan, line) => shiftEnds(plan, shifts[line] ?? { first: 0, last: 0 }))
}

function collect(
  sides: Map<string, Port[]>,
  card: string,
  points: readonly Point[],
  line: number,
  end: Port['end'],
  plan: LinePlan,
): void {
  const from = points[0] as Point
  const next = points[1] as Point
  const flat = plan.kind === 'swing' ? plan.flat : from.y === next.y
  const name = flat ? (next.x < from.x ? 'left' : 'right') : next.y < from.y ? 'top' : 'bottom'
  const beyond = points[2] ?? next
  const far = points.at(-1) as Point
  // The next turn decides; where that doesn't say anything, the far end does.
  const turn = flat ? beyond.y - from.y : beyond.x - from.x
  const heading = Math.sign(turn) * 1e6 + (flat ? far.y - from.y : far.x - from.x)
  const key = `${card}|${name}`
  const port = { line, end, heading }
  const side = sides.get(key)
  if (side === undefined) sides.set(key, [port])
  else side.push(port)
}

function shiftEnds(plan: LinePlan, { first, last }: { first: number; last: number }): LinePlan {
  const { kind, flat, points } = plan
  if (first === 0 && last === 0) return plan
  const moved = points.map((point) => ({ ...point }))
  const end = moved.length - 1
  if (kind === 'swing') {
    const axis = flat ? 'y' : 'x'
    ;(moved[0] as Mutable)[axis] += first
    ;(moved[end] as Mutable)[axis] += last
  } else if (moved.length === 2) {
    const axis = flat ? 'y' : 'x'
    for (const point of moved) (point as Mutable)[axis] += (first + last) / 2
  } else {
    const firstAxis = points[0]?.y === points[1]?.y ? 'y' : 'x'
    const lastAxis = points[end]?.y === points[end - 1]?.y ? 'y' : 'x'
    ;(moved[0] as Mutable)[firstAxis] += first
    ;(moved[1] as Mutable)[firstAxis] += first
    ;(moved[end] as Mutable)[lastAxis] += last
    ;(moved[end - 1] as Mutable)[lastAxis] += last
  }
  return { kind, flat, points: moved }
}

type Mutable = { x: number; y: number }
