import { countFlows, hoursByHand } from '../graph/flow-facts'
import type { Graph } from '../graph/graph'
import { domainColour, LINE_STYLES, type LineStyle } from '../graph/palette'
import { textWidth } from '../graph/text-width'
import { byCodeUnits } from '../inventory/code-units'
import { FLOW_METHODS, type ToolId } from '../inventory/nouns'
import type { Brush } from './svg-brush'
import { markLook } from './svg-cards'
import { strokeAttributes } from './svg-flows'
import { px, xml } from './svg-text'

const SIZE = 12
const ROW = 24
const PADDING = 16
const SAMPLE = 28
const BETWEEN = 28
const COUNT_GAP = 5
/** A circle of this diameter has room in a row. */
const CIRCLE_ROOM = 22

/** A colour and what it stands for, as the look says it. */
export interface LegendEntry {
  readonly colour: string
  readonly unknown: boolean
  readonly label: string
  readonly count: number
}

/** What the circles on the cards mean. */
export interface MarkLegend {
  readonly title: string
  readonly samples: readonly { readonly text: string; readonly diameter: number }[]
  /** Tools of which the value isn't known. */
  readonly unknown: ReadonlySet<ToolId>
}

/** What a look has to explain. */
export interface LegendLook {
  readonly title: string
  readonly entries: readonly LegendEntry[]
  readonly marks?: MarkLegend
  readonly gone?: ReadonlySet<string>
}

interface Item {
  readonly sample: string
  readonly sampleWidth: number
  readonly text: string
  /** How many there are, behind the text. */
  readonly count?: string
  readonly bold?: boolean
}

/**
 * The legend: only what occurs on this map, and its counts. Wraps to the width it's given.
 * @param zoom how much larger than the map it will be drawn: circles are as large as on the cards all the same
 */
export function legendSvg(
  graph: Graph,
  width: number,
  brush: Brush,
  look: ReadonlyMap<string, string> | LegendLook | undefined,
  zoom = 1,
): { readonly svg: string; readonly height: number } {
  const { palette } = brush
  const lens = look !== undefined && 'title' in look ? look : undefined
  const groups = [
    lineItems(graph, brush),
    lens === undefined ? domainItems(graph, brush, look as Exclude<typeof look, LegendLook>) : lensItems(lens, brush),
    lens?.marks === undefined ? [] : markItems(lens.marks, graph, brush, zoom),
    [countItem(graph, brush, lens?.gone)],
  ]
  const rows: string[] = []
  let x = PADDING
  let y = PADDING
  let below = 0
  for (const group of groups) {
    if (x > PADDING && group.length > 0 && group !== groups.at(-1)) {
      x = PADDING
      y += ROW
    }
    // Circles that are higher than a row take room above and below.
    const high = group === groups[2] ? Math.max(0, largestOf(lens?.marks) / zoom - CIRCLE_ROOM) / 2 : 0
    y += high
    below += high
    for (const item of group) {
      const needed = item.sampleWidth + textWidth(item.text, SIZE, item.bold) + countWidth(item)
      if (x > PADDING && x + needed > width - PADDING) {
        x = PADDING
        y += ROW
      }
      rows.push(`<g transform="translate(${px(x)} ${px(y)})">${item.sample}${label(item, brush)}</g>`)
      x += needed + BETWEEN
    }
  }
  const height = y + below + ROW - 8 + PADDING
  const frame = `<rect width="${px(width)}" height="${height}" rx="10" fill="${palette.panel}" stroke="${palette.hairline}"/>`
  return { svg: frame + rows.join(''), height }
}

function label({ sampleWidth, text, count, bold }: Item, { palette }: Brush): string {
  const weight = bold ? ' font-weight="600"' : ''
  const ink = bold ? palette.ink : palette.muted
  const said = `<text x="${px(sampleWidth)}" y="12" font-size="${SIZE}"${weight} fill="${ink}">${xml(text)}</text>`
  if (count === undefined) return said
  const x = px(sampleWidth + textWidth(text, SIZE) + COUNT_GAP)
  return `${said}<text x="${x}" y="12" font-size="${SIZE}" font-weight="600" fill="${palette.ink}">${xml(count)}</text>`
}

function countWidth({ count }: Item): number {
  return count === undefined ? 0 : COUNT_GAP + textWidth(count, SIZE, true)
}

function largestOf(marks: MarkLegend | undefined): number {
  return Math.max(0, ...(marks?.samples ?? []).map(({ diameter }) => diameter))
}

function lineItems(graph: Graph, { palette, t }: Brush): Item[] {
  const used = FLOW_METHODS.filter((method) => countFlows(graph.edges, [method]) > 0)
  const kinds = new Map<LineStyle, string[]>()
  for (const method of used) {
    const words = kinds.get(LINE_STYLES[method])
    const word = t(`common:method.${method}`)
    if (words === undefined) kinds.set(LINE_STYLES[method], [word])
    else words.push(word)
  }
  const items = [...kinds].map(([style, words]): Item => {
    const sample = `<path d="M0 8h${SAMPLE}" fill="none" stroke="${palette[style.kind]}"${strokeAttributes(style)}/>`
    return { sample, sampleWidth: SAMPLE + 8, text: words.join(' · ') }
  })
  if (graph.tools.some((tool) => tool.overlaps > 0)) {
    const sample = `<g fill="none" stroke="${palette.overlap}" stroke-width="1.5"><circle cx="5" cy="8" r="4.25"/><circle cx="11" cy="8" r="4.25"/></g>`
    items.push({ sample, sampleWidth: 24, text: t('map:overlap') })
  }
  if (graph.tools.some((tool) => tool.mentionedOnly)) {
    const sample = `<rect y="1" width="20" height="14" rx="4" fill="none" stroke="${palette.faint}" stroke-dasharray="4 3"/>`
    items.push({ sample, sampleWidth: SAMPLE, text: t('common:status.mentionedOnly') })
  }
  return items
}

function domainItems(graph: Graph, { theme }: Brush, names: ReadonlyMap<string, string> | undefined): Item[] {
  if (names === undefined) return []
  const used = new Set(graph.tools.flatMap((tool) => (tool.domain === undefined ? [] : [tool.domain])))
  return [...used]
    .map((domain) => ({ domain, text: names.get(domain) ?? domain }))
    .sort((a, b) => byCodeUnits(a.text, b.text))
    .map(({ domain, text }) => ({
      sample: `<rect width="4" height="16" rx="2" fill="${domainColour(domain, theme)}"/>`,
      sampleWidth: 10,
      text,
    }))
}

/** The colours of a look, each with its count, behind what they show. */
function lensItems({ title, entries }: LegendLook, { number }: Brush): Item[] {
  return [
    { sample: '', sampleWidth: 0, text: title, bold: true },
    ...entries.map(({ colour, unknown, label, count }) => ({
      sample: unknown
        ? `<path d="M2 0v16" stroke="${colour}" stroke-width="4" stroke-dasharray="3 3"/>`
        : `<rect width="4" height="16" rx="2" fill="${colour}"/>`,
      sampleWidth: 10,
      text: label,
      count: number(count),
    })),
  ]
}

/** Values with their circles, and how many tools have none. */
function markItems(
  { title, samples, unknown }: MarkLegend,
  graph: Graph,
  { palette, t, number }: Brush,
  zoom: number,
): Item[] {
  const circle = (diameter: number, dashed: boolean) =>
    `<circle cx="${px(diameter / 2)}" cy="8" r="${px(Math.max(0.5, diameter / 2 - 0.75))}"${markLook(dashed, palette)}/>`
  const without = graph.tools.filter(({ id }) => unknown.has(id)).length
  return [
    { sample: '', sampleWidth: 0, text: title, bold: true },
    ...samples.map(({ text, diameter }) => ({
      sample: circle(diameter / zoom, false),
      sampleWidth: diameter / zoom + 6,
      text,
    })),
    ...(without === 0
      ? []
      : [{ sample: circle(10, true), sampleWidth: 16, text: t('mapLook:sizeUnknown'), count: number(without) }]),
  ]
}

/** What the map holds; what has gone until its date is drawn, and doesn't count. */
function countItem(graph: Graph, { t, number }: Brush, gone: ReadonlySet<string> = new Set()): Item {
  const flows = graph.edges.reduce((sum, edge) => sum + edge.flows.length, 0)
  const hours = hoursByHand(graph.edges)
  const parts = [
    t('common:count.tools', { count: graph.tools.filter(({ id }) => !gone.has(id)).length }),
    t('common:count.flows', { count: flows }),
    ...(hours === undefined ? [] : [t('map:handHours', { hours: number(Math.round(hours * 10) / 10) })]),
  ]
  return { sample: '', sampleWidth: 0, text: parts.join(' · '), bold: true }
}
