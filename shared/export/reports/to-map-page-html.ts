import type { Rect } from '../../graph/graph'
import { type Drawing, readDrawing, shapeBox } from '../svg-drawing'
import { xml } from '../svg-text'
import { colourOf, filtersText, htmlPage, inlineSvg } from './page'
import type { ReportInput } from './report-input'

/** Landscape paper, width by height in millimetres. */
const PAPERS = { A4: [297, 210], A3: [420, 297], A0: [1189, 841] } as const
export type Paper = keyof typeof PAPERS

const MARGIN = 10
/** So many sheets at most; nine of A3, glued together, are an A0 without its margins. */
const MOST_SHEETS = 9
const STRIP = 7

export interface MapPageOptions extends Pick<ReportInput, 'company' | 'date' | 'filters' | 'language' | 't'> {
  readonly title?: string
  /** What the picture shows, in words: arrangement, colours, date. */
  readonly told?: readonly string[]
  readonly paper: Paper
  /** The picture over several sheets, up to nine; for A0 these are A3, because nine of them are as large. */
  readonly tiled?: boolean
}

/**
 * The map on paper: one HTML page in landscape that holds the picture as large as it fits, with a title block (title,
 * company, date, what is shown, filters; the legend is part of the picture). Tiled: as many pages as make the picture
 * largest, none of them empty, each with its place among the others and only what lies on it: nine times everything is
 * more than Chromium prints of a large map.
 * `mapSvg` goes in as it is and must come from `toMapSvg`; everything else is escaped.
 * Throws when the picture has no viewBox.
 */
export function toMapPageHtml(mapSvg: string, options: MapPageOptions): string {
  const svg = inlineSvg(mapSvg)
  return options.tiled === true ? tiledHtml(svg, options) : onePageHtml(svg, options)
}

function onePageHtml(svg: string, options: MapPageOptions): string {
  const [width, height] = PAPERS[options.paper]
  // Letters that can be read from as far away as the paper is wide.
  const size = { A4: 8.5, A3: 11, A0: 26 }[options.paper]
  const css = `
@page{size:${width}mm ${height}mm;margin:${MARGIN}mm}
.paper{width:${width - 2 * MARGIN}mm;height:${height - 2 * MARGIN - 0.5}mm;display:flex;flex-direction:column;overflow:hidden}
.paper>svg{flex:1 1 0;min-height:0;width:100%}
.block{display:flex;flex-wrap:wrap;gap:.1em 2em;align-items:baseline;font-size:${size}pt;border-top:.06em solid #17202B;border-left:.5em solid var(--company);padding:.4em .7em 0;margin-top:.4em}
.block b{font-size:1.25em}
`
  return htmlPage(options, titleOf(options), css, `<main class="paper">${svg}${titleBlock(options)}</main>`)
}

/** The sheets a tiled map is printed on. */
export function tilePaper(paper: Paper): Paper {
  return paper === 'A0' ? 'A3' : paper
}

interface Grid {
  readonly columns: number
  readonly rows: number
  /** Units of the picture to a millimetre. */
  readonly scale: number
}

/** The grid of at least two and at most nine sheets on which the picture is largest; of nearly the same the smallest. */
function gridOf(box: { width: number; height: number }, width: number, height: number): Grid {
  let best: Grid | undefined
  for (let sheets = 2; sheets <= MOST_SHEETS; sheets++) {
    for (let columns = 1; columns <= sheets; columns++) {
      if (sheets % columns !== 0) continue
      const rows = sheets / columns
      const scale = Math.max(box.width / (columns * width), box.height / (rows * height))
      if (best === undefined || scale < best.scale * 0.97) best = { columns, rows, scale }
    }
  }
  if (best === undefined) throw new Error('No sheets')
  return best
}

function tiledHtml(svg: string, options: MapPageOptions): string {
  const [paperWidth, paperHeight] = PAPERS[tilePaper(options.paper)]
  const [width, height] = [paperWidth - 2 * MARGIN, paperHeight - 2 * MARGIN - STRIP]
  const box = viewBoxOf(svg)
  // The whole picture, in its middle, on an area as wide and high as all sheets together.
  const { columns, rows, scale } = gridOf(box, width, height)
  const [tileWidth, tileHeight] = [width * scale, height * scale]
  const left = box.x - (columns * tileWidth - box.width) / 2
  const top = box.y - (rows * tileHeight - box.height) / 2
  const css = `
@page{size:${paperWidth}mm ${paperHeight}mm;margin:${MARGIN}mm}
.tile{width:${width}mm;height:${height + STRIP - 0.5}mm;overflow:hidden;break-after:page}
.tile:last-child{break-after:auto}
.tile>svg{display:block;width:${width}mm;height:${height}mm;outline:.1mm dashed #8A94A3}
.tile p{height:${STRIP - 1}mm;font-size:9pt;color:#5B6675;display:flex;justify-content:space-between;align-items:end;border-left:1.5mm solid ${colourOf(options.company?.colour)};padding-left:2mm;margin-top:.5mm}
`
  const places = Array.from({ length: columns * rows }, (_, at) => ({
    row: Math.floor(at / columns),
    column: at % columns,
  }))
  const text = [titleOf(options), ...saidOf(options)].join(' · ')
  const parts = partsOf(svg)
  const tiles = places.map(({ row, column }) => {
    const tile = { x: left + column * tileWidth, y: top + row * tileHeight, width: tileWidth, height: tileHeight }
    const view = [tile.x, tile.y, tile.width, tile.height].map(exact).join(' ')
    const shown = parts.filter(({ box }) => box === undefined || touches(box, tile)).map(({ text }) => text)
    const sheet = options.t('reports:sheet', { row: row + 1, column: column + 1, rows, columns })
    return `<section class="tile"><svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" aria-hidden="true">${shown.join('')}</svg><p><span>${xml(text)}</span><b>${xml(sheet)}</b></p></section>`
  })
  const font = /\sfont-family="([^"]*)"/.exec(svg)?.[1] ?? ''
  const fonts = font === '' ? '' : `.tile>svg{font-family:${font.replaceAll('&#39;', "'")}}`
  return htmlPage(options, titleOf(options), css + fonts, `<main>${tiles.join('')}</main>`)
}

/** What the picture is put together of, and where each part lies; undefined: anywhere. */
function partsOf(svg: string): readonly { readonly text: string; readonly box: Rect | undefined }[] {
  const drawing = readDrawing(svg)
  if (drawing !== undefined) {
    return drawing.pieces.map((piece) => ({ text: svg.slice(piece.from, piece.to), box: pieceBox(piece) }))
  }
  return [{ text: svg.replace(/^<svg\b[^>]*>/, '').replace(/<\/svg>$/, ''), box: undefined }]
}

function pieceBox({ shapes }: Drawing['pieces'][number]): Rect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const shape of shapes) {
    const box = shapeBox(shape)
    if (box === undefined) return undefined
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function touches(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
}

function titleOf({ title, company, t }: MapPageOptions): string {
  const what = title ?? t('reports:map.title')
  return company === undefined || company.name === '' ? what : `${company.name} – ${what}`
}

/** Of when the map is, what it shows, and what is left out. */
function saidOf(options: MapPageOptions): readonly string[] {
  const { t, date, told = [], filters = [] } = options
  return [
    t('reports:asOf', { date }),
    ...told,
    filters.length === 0 ? t('reports:map.noFilters') : filtersText(options),
  ]
}

function titleBlock(options: MapPageOptions): string {
  const said = saidOf(options).map((text) => `<span>${xml(text)}</span>`)
  return `<footer class="block"><b>${xml(titleOf(options))}</b>${said.join('')}</footer>`
}

function viewBoxOf(svg: string): { x: number; y: number; width: number; height: number } {
  const numbers = /\sviewBox="([^"]*)"/.exec(svg)?.[1]?.trim().split(/\s+/).map(Number) ?? []
  const [x, y, width, height] = numbers
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    throw new Error('The picture has no viewBox')
  }
  return { x, y, width, height }
}

function exact(value: number): number {
  return Math.round(value * 100) / 100
}
