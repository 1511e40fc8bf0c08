import type { Bundle, BundleRoute } from './far-bundles'
import { farUnits } from './far-units'
import type { Point } from './geometry'
import type { FlowEdge, PlacedGraph } from './graph'

/**
 * The bundle whose line runs past a point: the nearest one within reach, of several equally near ones the one with the
 * most flows (`bundles` are in that order). All lengths are the map's.
 */
export function bundleAt(
  bundles: readonly Bundle[],
  routes: ReadonlyMap<string, BundleRoute>,
  point: Point,
  reach: number,
): Bundle | undefined {
  let found: Bundle | undefined
  let least = reach
  for (const bundle of bundles) {
    const away = awayFrom(routes.get(bundle.id)?.points ?? [], point, least)
    if (away < least || (away === least && found === undefined)) {
      found = bundle
      least = away
    }
  }
  return found
}

/** How far a point lies from a line; Infinity when that is more than `most`. */
function awayFrom(points: readonly Point[], { x, y }: Point, most: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let at = 1; at < points.length; at++) {
    const [from, to] = [points[at - 1] as Point, points[at] as Point]
    if (x < Math.min(from.x, to.x) - most || x > Math.max(from.x, to.x) + most) continue
    if (y < Math.min(from.y, to.y) - most || y > Math.max(from.y, to.y) + most) continue
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const square = dx * dx + dy * dy
    const part = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / square))
    least = Math.min(least, Math.hypot(x - from.x - part * dx, y - from.y - part * dy))
  }
  return least <= most ? least : Number.POSITIVE_INFINITY
}

/** The lines of the map that a bundle stands for, and the two units it joins; nothing when there is no such bundle. */
export function bundleParts(
  placed: PlacedGraph,
  id: string,
): { readonly source: string; readonly target: string; readonly edges: readonly FlowEdge[] } | undefined {
  const { of } = farUnits(placed)
  const home = new Map<string, string>(
    placed.graph.tools.map((tool) => [tool.id, of.get(tool.container) ?? tool.container]),
  )
  let ends: readonly [string, string] | undefined
  const edges = placed.graph.edges.filter(({ source, target }) => {
    const [one, other] = [home.get(source), home.get(target)]
    if (one === undefined || other === undefined || one === other) return false
    const [a, b] = one < other ? [one, other] : [other, one]
    if (`${a}|${b}` !== id) return false
    ends ??= [a, b]
    return true
  })
  return ends === undefined ? undefined : { source: ends[0], target: ends[1], edges }
}

/** The bundles that end at a unit, those with the most flows first. */
export function bundlesAt(bundles: readonly Bundle[], unit: string): readonly Bundle[] {
  return bundles.filter(({ source, target }) => source === unit || target === unit)
}

/** The bundle after this one among those of a unit, or the one before it (`by` -1), round and round. */
export function nextBundle(
  bundles: readonly Bundle[],
  unit: string,
  bundle: string | undefined,
  by: 1 | -1,
): string | undefined {
  const own = bundlesAt(bundles, unit)
  const now = own.findIndex(({ id }) => id === bundle)
  if (now < 0) return own.at(by === 1 ? 0 : -1)?.id
  return own[(now + by + own.length) % own.length]?.id
}
