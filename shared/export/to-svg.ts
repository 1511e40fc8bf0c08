import type { EdgeRoute } from '../graph/edge-path'
import { routeEdges } from '../graph/edge-routes'
import { LABEL_HEIGHT, LABEL_WIDTH } from '../graph/geometry'
import type { PlacedGraph, Rect } from '../graph/graph'
import { fitText } from '../graph/text-width'
import type { ToolId } from '../inventory/nouns'
import { type Brush, brush, FONT_STACK, type Translate } from './svg-brush'
import { cardSvg } from './svg-cards'
import { departmentSvg } from './svg-departments'
import { flowLabelsSvg, flowsSvg } from './svg-flows'
import { type LegendEntry, legendSvg } from './svg-legend'
import { px, xml } from './svg-text'

export interface MapSvgOptions {
  readonly theme: 'light' | 'dark'
  readonly title: string
  /** The date of the map as text, already in the reader's language. */
  readonly date?: string
  readonly t: Translate
  readonly language: 'de' | 'en'
  readonly formatNumber: (value: number) => string
  /** Writes an amount in minor units; without it costs are left out. */
  readonly formatMoney?: (minor: number, currency: string) => string
  /** Ranks of bundles, drawn as numbered pins at the tool or container with this id. */
  readonly pins?: ReadonlyMap<string, number>
  /** Pairs of overlapping tools that get a ring around their cards. */
  readonly overlaps?: readonly { readonly tools: readonly [ToolId, ToolId] }[]
  /** Names of the domains, for the legend of the stripes; without it the legend leaves them out. */
  readonly domainNames?: ReadonlyMap<string, string>
  /** Colours of the cards instead of those of their domains, with what they mean; unknown ones are drawn hatched. */
  readonly lens?: SvgLens
  /** Filters that are set, in words: a part of the map says that it is one. */
  readonly filters?: readonly string[]
  /** The routes that are on the screen, if they are at hand; otherwise they are computed. */
  readonly routes?: ReadonlyMap<string, EdgeRoute>
  /** Leaves the ground out, so that the map can lie on anything. */
  readonly transparent?: boolean
}

/** How the look colours the cards. */
export interface SvgLens {
  readonly colours: ReadonlyMap<ToolId, string>
  /** Drawn hatched. */
  readonly unknown: ReadonlySet<ToolId>
  readonly title: string
  readonly entries: readonly LegendEntry[]
}

const MARGIN = 40
const TITLE_HEIGHT = 56
const LEGEND_GAP = 32
const LEAST_WIDTH = 720

/**
 * The map as a complete, self-contained SVG file: real text, both themes, nothing loaded from elsewhere. Every tool,
 * department and flow is a group with `data-kind` and `data-id`.
 */
export function toMapSvg(placed: PlacedGraph, options: MapSvgOptions): string {
  const paint = brush(options.theme, options.t, options.formatNumber, options.formatMoney)
  const { graph, at } = placed
  const routes = options.routes ?? routeEdges(placed)
  const ringed = new Set((options.overlaps ?? []).flatMap(({ tools }) => tools))
  const names = new Map<string, string>(graph.tools.map((tool) => [tool.id, tool.name]))
  const { lens } = options
  const stripeOf = (id: ToolId) => {
    const colour = lens?.colours.get(id)
    return colour === undefined ? undefined : { colour, unknown: lens?.unknown.has(id) === true }
  }
  const map = extent(placed, routes)
  const width = Math.max(map.width, placed.bounds.x - map.x + LEAST_WIDTH)
  const legendWidth = Math.max(LEAST_WIDTH, placed.bounds.width)
  const legend = legendSvg(graph, legendWidth, paint, options.lens ?? options.domainNames)
  const height = TITLE_HEIGHT + map.height + LEGEND_GAP + legend.height
  const left = map.x - MARGIN
  const top = map.y - TITLE_HEIGHT - MARGIN
  const [fullWidth, fullHeight] = [px(width + 2 * MARGIN), px(height + 2 * MARGIN)]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${options.language}" role="img" width="${fullWidth}" height="${fullHeight}" viewBox="${px(left)} ${px(top)} ${fullWidth} ${fullHeight}" font-family="${FONT_STACK}">`,
    `<title>${xml(options.title)}</title>`,
    options.transparent === true
      ? ''
      : `<rect x="${px(left)}" y="${px(top)}" width="${fullWidth}" height="${fullHeight}" fill="${paint.palette.canvas}"/>`,
    headlineSvg(options, placed.bounds.x, top + MARGIN, width, paint),
    ...graph.containers.map((node) => departmentSvg(node, rectOf(at, node.id), paint)),
    ...flowsSvg(graph.edges, routes, names, paint),
    ...graph.tools.map((tool) => cardSvg(tool, rectOf(at, tool.id), ringed.has(tool.id), paint, stripeOf(tool.id))),
    ...flowLabelsSvg(graph.edges, routes, paint),
    ...pinsSvg(options.pins ?? new Map(), at, paint),
    `<g transform="translate(${px(placed.bounds.x)} ${px(map.y + map.height + LEGEND_GAP)})">${legend.svg}</g>`,
    '</svg>\n',
  ].join('')
}

function rectOf(at: PlacedGraph['at'], id: string): Rect {
  const rect = at.get(id)
  if (rect === undefined) throw new Error(`Not a placed node: ${id}`)
  return rect
}

/** Everything that is drawn, the lines that run around the outside included. */
function extent(placed: PlacedGraph, routes: ReadonlyMap<string, EdgeRoute>): Rect {
  let { x: left, y: top } = placed.bounds
  let right = left + placed.bounds.width
  let bottom = top + placed.bounds.height
  const include = (x: number, y: number): void => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  for (const edge of placed.graph.edges) {
    const route = routes.get(edge.id)
    if (route === undefined) throw new Error(`An edge has no route: ${edge.id}`)
    for (const { x, y } of route.points) include(x, y)
    if (route.label === undefined) continue
    const { x, y } = route.label
    include(x - LABEL_WIDTH / 2, y - LABEL_HEIGHT / 2)
    include(x + LABEL_WIDTH / 2, y + LABEL_HEIGHT / 2)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function headlineSvg(options: MapSvgOptions, x: number, y: number, width: number, { palette }: Brush): string {
  const title = fitText(options.title, width, 20, true)
  const told = [...(options.date === undefined ? [] : [options.date]), ...(options.filters ?? [])].join(' · ')
  const date =
    told === ''
      ? ''
      : `<text x="${px(x)}" y="${px(y + 38)}" font-size="12" fill="${palette.muted}">${xml(fitText(told, width, 12))}</text>`
  return `<text x="${px(x)}" y="${px(y + 16)}" font-size="20" font-weight="700" fill="${palette.ink}">${xml(title)}</text>${date}`
}

/** Numbered pins at the upper right corner of what they name; the first place stands out. */
function pinsSvg(pins: ReadonlyMap<string, number>, at: PlacedGraph['at'], { palette, t }: Brush): string[] {
  return [...pins].flatMap(([id, rank]) => {
    const rect = at.get(id)
    if (rect === undefined) return []
    const fill = rank === 1 ? palette.overlap : palette.muted
    const [x, y] = [px(rect.x + rect.width - 6), px(rect.y - 6)]
    return [
      `<g transform="translate(${x} ${y})"><title>${xml(t('map:rank', { rank }))}</title>`,
      `<circle r="13" fill="${fill}" stroke="${palette.panel}" stroke-width="2"/>`,
      `<text y="4.5" font-size="13" font-weight="700" text-anchor="middle" fill="${palette.onFill}">${rank}</text></g>`,
    ]
  })
}
