import type { EdgeRoute } from '../graph/edge-path'
import { routeEdges } from '../graph/edge-routes'
import { LABEL_HEIGHT, LABEL_WIDTH } from '../graph/geometry'
import type { PlacedGraph, Rect } from '../graph/graph'
import { fitText, textWidth } from '../graph/text-width'
import type { ToolId } from '../inventory/nouns'
import { type Brush, brush, FONT_STACK, type Translate } from './svg-brush'
import { type CardLook, cardSvg } from './svg-cards'
import { departmentSvg } from './svg-departments'
import { flowLabelsSvg, flowsSvg } from './svg-flows'
import { type LegendEntry, legendSvg, type MarkLegend } from './svg-legend'
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
  /** What the picture shows, in words: arrangement, colours, date, filters. A part of the map says that it is one. */
  readonly told?: readonly string[]
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
  readonly marks?: SvgMarks
  /** How many tools are hidden, by container, and by the tool they have flows with. */
  readonly hiddenIn?: ReadonlyMap<string, number>
  readonly hiddenBeside?: ReadonlyMap<string, number>
  /** Seen at another date: what has come until then, and what has gone and is drawn as a ghost. */
  readonly arrived?: ReadonlySet<string>
  readonly gone?: ReadonlySet<string>
}

/** Circles on the cards whose areas say something. */
export interface SvgMarks extends MarkLegend {
  readonly diameters: ReadonlyMap<ToolId, number>
}

const MARGIN = 40
const TITLE_HEIGHT = 56
const LEGEND_GAP = 32
const TOLD_SIZE = 12
const TOLD_LINE = 17
const LEAST_WIDTH = 720
/** From this width on headline and legend grow with the map, so that they can still be read when it is shown whole. */
const USUAL_WIDTH = 1500
const MOST_ZOOM = 4

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
  const nodes = new Set<string>([...names.keys(), ...graph.containers.map(({ id }) => id)])
  const { lens } = options
  const seenAs = (id: ToolId): CardLook | undefined => {
    const colour = lens?.colours.get(id)
    if (lens === undefined || colour === undefined) return undefined
    return {
      colour,
      unknown: lens.unknown.has(id),
      mark: lens.marks?.diameters.get(id) ?? (lens.marks?.unknown.has(id) ? 'unknown' : undefined),
      hidden: lens.hiddenBeside?.get(id) ?? 0,
      change: lens.arrived?.has(id) ? 'arrived' : lens.gone?.has(id) ? 'gone' : undefined,
    }
  }
  const map = extent(placed, routes)
  const width = Math.max(map.width, placed.bounds.x - map.x + LEAST_WIDTH)
  const zoom = Math.max(1, Math.min(MOST_ZOOM, width / USUAL_WIDTH))
  const legendWidth = Math.max(LEAST_WIDTH, placed.bounds.width)
  const legend = legendSvg(graph, legendWidth / zoom, paint, options.lens ?? options.domainNames, zoom)
  const told = toldLines(options, width / zoom)
  const titleHeight = (TITLE_HEIGHT + Math.max(0, told.length - 1) * TOLD_LINE) * zoom
  const height = titleHeight + map.height + LEGEND_GAP + legend.height * zoom
  const left = map.x - MARGIN
  const top = map.y - titleHeight - MARGIN
  // Whole pixels, so that a PNG is exactly as large.
  const [fullWidth, fullHeight] = [Math.ceil(width + 2 * MARGIN), Math.ceil(height + 2 * MARGIN)]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${options.language}" role="img" width="${fullWidth}" height="${fullHeight}" viewBox="${px(left)} ${px(top)} ${fullWidth} ${fullHeight}" font-family="${FONT_STACK}">`,
    `<title>${xml(options.title)}</title>`,
    options.transparent === true
      ? ''
      : `<rect x="${px(left)}" y="${px(top)}" width="${fullWidth}" height="${fullHeight}" fill="${paint.palette.canvas}"/>`,
    `<g transform="translate(${px(placed.bounds.x)} ${px(top + MARGIN)}) scale(${px(zoom)})">${headlineSvg(options.title, told, width / zoom, paint)}</g>`,
    ...graph.containers.map((node) => departmentSvg(node, rectOf(at, node.id), paint, lens?.hiddenIn?.get(node.id))),
    ...flowsSvg(graph.edges, routes, names, paint),
    ...graph.tools.map((tool) => cardSvg(tool, rectOf(at, tool.id), ringed.has(tool.id), paint, seenAs(tool.id))),
    ...flowLabelsSvg(graph.edges, routes, paint),
    ...pinsSvg(options.pins ?? new Map(), nodes, at, paint),
    `<g transform="translate(${px(placed.bounds.x)} ${px(map.y + map.height + LEGEND_GAP)}) scale(${px(zoom)})">${legend.svg}</g>`,
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

/** What the picture shows and of when it is, in as many lines as that takes: a filter is never cut off. */
function toldLines({ date, told = [] }: MapSvgOptions, width: number): readonly string[] {
  const lines: string[] = []
  for (const part of [...(date === undefined ? [] : [date]), ...told]) {
    const last = lines.at(-1)
    const longer = last === undefined ? undefined : `${last} · ${part}`
    if (longer !== undefined && textWidth(longer, TOLD_SIZE) <= width) lines[lines.length - 1] = longer
    else lines.push(...wrapped(part, width))
  }
  return lines
}

/** A text in lines of at most this width, broken between words; a word that is wider than that is cut. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? undefined : `${last} ${word}`
    if (longer !== undefined && textWidth(longer, TOLD_SIZE) <= width) lines[lines.length - 1] = longer
    else lines.push(fitText(word, width, TOLD_SIZE))
  }
  return lines
}

function headlineSvg(title: string, told: readonly string[], width: number, { palette }: Brush): string {
  const lines = told.map(
    (line, at) =>
      `<text x="0" y="${px(38 + at * TOLD_LINE)}" font-size="${TOLD_SIZE}" fill="${palette.muted}">${xml(line)}</text>`,
  )
  const shown = xml(fitText(title, width, 20, true))
  return `<text x="0" y="16" font-size="20" font-weight="700" fill="${palette.ink}">${shown}</text>${lines.join('')}`
}

/** Numbered pins at the upper right corner of those nodes that they name; the first place stands out. */
function pinsSvg(
  pins: ReadonlyMap<string, number>,
  nodes: ReadonlySet<string>,
  at: PlacedGraph['at'],
  { palette, t }: Brush,
): string[] {
  return [...pins].flatMap(([id, rank]) => {
    const rect = nodes.has(id) ? at.get(id) : undefined
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
