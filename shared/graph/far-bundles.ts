import { straight } from './facing-lines'
import { type FarUnits, farUnits } from './far-units'
import type { Point } from './geometry'
import type { Graph, PlacedGraph, Rect } from './graph'
import type { LinePlan } from './line'
import { pathOf, tracePoints } from './line-drawing'
import { planLine } from './line-plan'
import { obstaclesFrom } from './obstacles'
import type { LineStyle } from './palette'
import { spreadPorts } from './spread-ports'
import { spreadTracks } from './spread-tracks'
import { layStreets, type Way } from './streets'

/** All flows between two units of the map (`far-units.ts`), in both directions: what is seen of them from far away. */
export interface Bundle {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly flows: number
  /** How many of them people carry by hand. */
  readonly byHand: number
}

/** How a bundle runs on the map. */
export interface BundleRoute {
  /** SVG path data. */
  readonly path: string
  readonly points: readonly Point[]
}

/** Widths of bundles on the screen, in pixels, by how many flows they hold at least. */
const WIDTHS: readonly (readonly [flows: number, width: number])[] = [
  [25, 4],
  [10, 3],
  [4, 2.25],
  [1, 1.5],
]
const TRACKS = [0, 26, -26, 52, -52]
const PORTS = { apart: 32, upright: 44, flat: 80 }

/** What is seen of a map from far away: its units, and the flows between them and how they run. */
export interface FarMap {
  readonly units: FarUnits
  readonly bundles: readonly Bundle[]
  readonly routes: ReadonlyMap<string, BundleRoute>
}

/** So many flows are bundled in one step. */
const FLOWS_PER_STEP = 1_000

/**
 * Works out what is seen of a map from far away, in steps of a few milliseconds: between sixty departments there are
 * more than a thousand bundles.
 */
export function* farMapSteps(placed: PlacedGraph): Generator<void, FarMap> {
  const units = farUnits(placed)
  yield
  const bundles = yield* bundlingSteps(placed.graph, units)
  return { units, bundles, routes: yield* routingSteps(units, bundles) }
}

/** The flows between different units, bundled; those with the most flows first, ties by id. */
export function bundleFlows(graph: Graph, units: FarUnits): readonly Bundle[] {
  return toTheEnd(bundlingSteps(graph, units))
}

/** How bundles run: through the streets between the units, side by side where several share one. */
export function routeBundles(units: FarUnits, bundles: readonly Bundle[]): ReadonlyMap<string, BundleRoute> {
  return toTheEnd(routingSteps(units, bundles))
}

function toTheEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

type Growing = { -readonly [K in keyof Bundle]: Bundle[K] }

function* bundlingSteps(graph: Graph, { of }: FarUnits): Generator<void, readonly Bundle[]> {
  const home = new Map<string, string>(graph.tools.map(({ id, container }) => [id, of.get(container) ?? container]))
  const from = new Map<string, Map<string, Growing>>()
  const bundles: Growing[] = []
  for (const [at, { source, target, flows, parts }] of graph.edges.entries()) {
    if (at % FLOWS_PER_STEP === 0) yield
    const [one, other] = [home.get(source), home.get(target)]
    if (one === undefined || other === undefined || one === other) continue
    const [a, b] = one < other ? [one, other] : [other, one]
    let to = from.get(a)
    if (to === undefined) {
      to = new Map()
      from.set(a, to)
    }
    let bundle = to.get(b)
    if (bundle === undefined) {
      bundle = { id: `${a}|${b}`, source: a, target: b, flows: 0, byHand: 0 }
      to.set(b, bundle)
      bundles.push(bundle)
    }
    bundle.flows += flows.length
    for (const part of parts) if (part.method === 'by-hand') bundle.byHand += part.flows.length
  }
  return bundles.sort((a, b) => b.flows - a.flows || (a.id < b.id ? -1 : 1))
}

function* routingSteps(
  { rects }: FarUnits,
  bundles: readonly Bundle[],
): Generator<void, ReadonlyMap<string, BundleRoute>> {
  const ids = new Map([...rects.keys()].map((id, at) => [id, at]))
  const streets = layStreets([...rects.values()])
  const field = obstaclesFrom([...rects.values()])
  const courses: LinePlan[] = new Array(bundles.length)
  // One search through the streets serves all bundles of a unit.
  const bySource = new Map<string, number[]>()
  for (const [at, { source }] of bundles.entries()) {
    const own = bySource.get(source)
    if (own === undefined) bySource.set(source, [at])
    else own.push(at)
  }
  for (const [source, own] of bySource) {
    yield
    const from = rects.get(source) as Rect
    let wayTo: ((to: number) => Way | undefined) | undefined
    for (const at of own) {
      const { target } = bundles[at] as Bundle
      const to = rects.get(target) as Rect
      const direct = straight(from, to)
      if (direct !== undefined && field.crossed(...direct) === 0) {
        courses[at] = { kind: 'corners', flat: direct[0].y === direct[1].y, points: direct }
        continue
      }
      wayTo ??= streets.waysFrom(ids.get(source) as number)
      const way = wayTo(ids.get(target) as number)
      // Where no street leads (a box covers another one), the way that crosses the fewest boxes.
      courses[at] =
        way === undefined ? planLine(from, to, field, false) : { kind: 'corners', flat: false, points: way.points }
    }
  }
  yield
  const ports = spreadPorts(bundles, courses, PORTS)
  yield
  const plans = spreadTracks(ports, TRACKS)
  yield
  return new Map(
    bundles.map(({ id }, at) => {
      const plan = plans[at] as (typeof plans)[number]
      return [id, { path: pathOf(plan, false), points: tracePoints(plan) }]
    }),
  )
}

/** How a bundle looks: mostly by hand is dotted, partly by hand dashed, both in the colour of work by hand. */
export function bundleStyle({ flows, byHand }: Bundle): LineStyle {
  const width = WIDTHS.find(([least]) => flows >= least)?.[1] ?? 1
  if (byHand === 0) return { kind: 'file', width, dash: [], round: false }
  if (byHand * 2 < flows) return { kind: 'hand', width, dash: [3 * width, 2 * width], round: false }
  return { kind: 'hand', width, dash: [0.1, 2 * width], round: true }
}
