import type { Rect } from '../../graph/graph'
import { xml } from '../svg-text'
import { BULLET_INDENT, type Colour, type TextLine } from './text-block'

/** Points to English Metric Units, the length of OOXML. */
export function emu(points: number): number {
  return Math.round(points * 12_700)
}

/** Slides are 16:9: 12192000 × 6858000 EMU. */
export const PAGE = { width: 960, height: 540 } as const

export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What text is written with: its language, and what is legible on the company's colour. */
export interface Ink {
  readonly lang: 'de-DE' | 'en-GB'
  readonly onAccent: 'panel' | 'ink'
}

const SCHEME: Readonly<Record<Exclude<Colour, 'hairline' | 'tint' | 'onAccent' | `#${string}`>, string>> = {
  ink: 'tx1',
  muted: 'tx2',
  panel: 'bg1',
  canvas: 'bg2',
  accent: 'accent1',
  api: 'accent2',
  hand: 'accent3',
  file: 'accent4',
  overlap: 'accent5',
  warning: 'accent6',
}

export function solidFill(colour: Colour, ink: Ink): string {
  if (colour === 'hairline') {
    return '<a:solidFill><a:schemeClr val="bg2"><a:lumMod val="90000"/></a:schemeClr></a:solidFill>'
  }
  if (colour === 'tint') {
    return '<a:solidFill><a:schemeClr val="accent1"><a:alpha val="14000"/></a:schemeClr></a:solidFill>'
  }
  if (isOwn(colour)) return `<a:solidFill><a:srgbClr val="${colour.slice(1).toUpperCase()}"/></a:solidFill>`
  return `<a:solidFill><a:schemeClr val="${SCHEME[colour === 'onAccent' ? ink.onAccent : colour]}"/></a:solidFill>`
}

/** Whether a colour is one of a look's, and no part of the theme. */
function isOwn(colour: Colour): colour is `#${string}` {
  return colour.startsWith('#')
}

export function transform({ x, y, width, height }: Rect, tag = 'a:xfrm', flips = ''): string {
  return `<${tag}${flips}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></${tag}>`
}

/** Outline of a shape or a line: width in points, dashes by their OOXML name. */
export interface Stroke {
  readonly colour: Colour
  readonly width: number
  readonly dash?: 'dash' | 'sysDot' | 'sysDash'
}

export function strokeXml(stroke: Stroke | undefined, ink: Ink, ends = ''): string {
  if (stroke === undefined) return '<a:ln><a:noFill/></a:ln>'
  const dash = stroke.dash === undefined ? '' : `<a:prstDash val="${stroke.dash}"/>`
  return `<a:ln w="${emu(stroke.width)}">${solidFill(stroke.colour, ink)}${dash}${ends}</a:ln>`
}

/** Paragraphs as they stand in `p:txBody` and `a:txBody`. A body must have one, if only an empty one. */
export function paragraphsXml(lines: readonly TextLine[], ink: Ink): string {
  if (lines.length === 0) return `<a:p><a:endParaRPr lang="${ink.lang}" sz="1000"/></a:p>`
  return lines.map((line, i) => paragraphXml(line, i === 0, ink)).join('')
}

function paragraphXml(line: TextLine, first: boolean, ink: Ink): string {
  const { text, size, bold, colour = 'ink', align, bullet, before } = line
  const sz = Math.round(size * 100)
  const algn = align === 'center' ? ' algn="ctr"' : align === 'right' ? ' algn="r"' : ''
  const indent =
    bullet === true ? ` marL="${emu(BULLET_INDENT)}" indent="-${emu(BULLET_INDENT)}"` : ' marL="0" indent="0"'
  const above = Math.round((first ? 0 : (before ?? 0)) * 100)
  const sign = bullet === true ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>' : '<a:buNone/>'
  const properties = `<a:pPr${indent}${algn}><a:spcBef><a:spcPts val="${above}"/></a:spcBef>${sign}</a:pPr>`
  const weight = bold === true ? ' b="1"' : ' b="0"'
  const run = `<a:r><a:rPr lang="${ink.lang}" sz="${sz}"${weight}>${solidFill(colour, ink)}</a:rPr><a:t>${xml(text)}</a:t></a:r>`
  return text === ''
    ? `<a:p>${properties}<a:endParaRPr lang="${ink.lang}" sz="${sz}"/></a:p>`
    : `<a:p>${properties}${run}</a:p>`
}
