import type { FarUnits } from './far-units'
import type { Point } from './geometry'
import type { Graph, Rect } from './graph'
import { pathOf, tracePoints } from './line-drawing'
import { planLine } from './line-plan'
import { obstaclesFrom } from './obstacles'
import type { LineStyle } from './palette'
import { spreadPorts } from './spread-ports'
import { spreadTracks } from './spread-tracks'

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

/** The flows between different units, bundled; those with the most flows first, ties by id. */
export function bundleFlows(graph: Graph, { of }: FarUnits): readonly Bundle[] {
  const home = new Map<string, string>(graph.tools.map(({ id, container }) => [id, of.get(container) ?? container]))
  const bundles = new Map<string, { -readonly [K in keyof Bundle]: Bundle[K] }>()
  for (const { source, target, flows, parts } of graph.edges) {
    const [a, b] = [home.get(source), home.get(target)]
    if (a === undefined || b === undefined || a === b) continue
    const ends = a < b ? ([a, b] as const) : ([b, a] as const)
    const id = ends.join('|')
    const byHand = parts.reduce((sum, part) => sum + (part.method === 'by-hand' ? part.flows.length : 0), 0)
    const bundle = bundles.get(id)
    if (bundle === undefined) {
      bundles.set(id, { id, source: ends[0], target: ends[1], flows: flows.length, byHand })
    } else {
      bundle.flows += flows.length
      bundle.byHand += byHand
    }
  }
  return [...bundles.values()].sort((a, b) => b.flows - a.flows || (a.id < b.id ? -1 : 1))
}

/** How bundles run: through the streets between the units, side by side where several share one. */
export function routeBundles({ rects }: FarUnits, bundles: readonly Bundle[]): ReadonlyMap<string, BundleRoute> {
  const field = obstaclesFrom([...rects.values()])
  const rectOf = (id: string) => rects.get(id) as Rect
  const courses = bundles.map(({ source, target }) => planLine(rectOf(source), rectOf(target), field, false))
  const plans = spreadTracks(spreadPorts(bundles, courses, PORTS), TRACKS)
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
