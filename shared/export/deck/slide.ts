import type { Rect } from '../../graph/graph'
import { xml } from '../svg-text'
import {
  emu,
  HEAD,
  type Ink,
  NAMESPACES,
  paragraphsXml,
  type Stroke,
  solidFill,
  strokeXml,
  transform,
} from './drawing-xml'
import { type DeckTable, tableHeight, tableXml } from './table-xml'
import { type Colour, fitBlock, type TextLine } from './text-block'

/** Where things stand on a slide, in points. */
export const TITLE_AT: Rect = { x: 40, y: 24, width: 880, height: 60 }
export const CONTENT: Rect = { x: 40, y: 98, width: 880, height: 372 }
export const NOTE_AT: Rect = { x: 40, y: 474, width: 880, height: 34 }
export const FOOTER_AT: Rect = { x: 40, y: 511, width: 760, height: 16 }
export const NUMBER_AT: Rect = { x: 840, y: 511, width: 80, height: 16 }
export const COVER_TITLE_AT: Rect = { x: 76, y: 56, width: 820, height: 92 }
export const COVER_LEAD_AT: Rect = { x: 76, y: 152, width: 820, height: 44 }

export interface BoxLook {
  readonly name: string
  readonly shape?: 'rect' | 'roundRect' | 'ellipse'
  readonly fill?: Colour
  readonly stroke?: Stroke
  readonly text?: readonly TextLine[]
  readonly anchor?: 't' | 'ctr' | 'b'
  /** Space between the edge and the text, in points: left and right, above and below. */
  readonly inset?: readonly [number, number]
}

/** Sites of rectangles and ellipses at which connectors hold on, as their preset shapes number them. */
export type Side = 'top' | 'left' | 'bottom' | 'right'
const RECTANGLE_SITES: Readonly<Record<Side, number>> = { top: 0, left: 1, bottom: 2, right: 3 }
const ELLIPSE_SITES: Readonly<Record<Side, number>> = { top: 0, left: 2, bottom: 4, right: 6 }

export interface LineLook extends Stroke {
  readonly name: string
  /** Arrow heads. */
  readonly atStart?: boolean
  readonly atEnd?: boolean
}

/** A slide while it is drawn. Everything gets an id of its own; connectors hold on to boxes of the same slide. */
export interface Slide {
  box(at: Rect, look: BoxLook): number
  text(at: Rect, name: string, lines: readonly TextLine[], anchor?: BoxLook['anchor']): number
  connect(from: readonly [id: number, side: Side], to: readonly [id: number, side: Side], look: LineLook): void
  /** Draws a table and gives its height in points. */
  table(at: Omit<Rect, 'height'>, table: DeckTable): number
  /** What is drawn meanwhile moves as one. */
  group(at: Rect, name: string, draw: () => void): void
  /** What the numbers come from and what is unknown, in small type at the foot. */
  note(text: string): void
  readonly layout: 'cover' | 'page'
  readonly title: string
  xml(): string
}

export interface SlideTexts {
  readonly layout?: 'cover' | 'page'
  readonly title: string
  readonly lead?: string
  readonly footer: string
  /** Names of the parts every slide has, for screen readers and the selection pane. */
  readonly names: {
    readonly title: string
    readonly lead: string
    readonly footer: string
    readonly number: string
    readonly note: string
  }
}

/** Starts a slide with its headline, footer and page number. Boxes are in points from the upper left corner. */
export function newSlide(texts: SlideTexts, ink: Ink): Slide {
  const { layout = 'page', names } = texts
  const parts: string[] = []
  const boxes = new Map<number, { readonly at: Rect; readonly round: boolean }>()
  let last = 1
  const nextId = () => {
    last += 1
    return last
  }
  const cover = layout === 'cover'
  const title = fitBlock(
    [{ text: texts.title, size: cover ? 32 : 22, bold: true }],
    (cover ? COVER_TITLE_AT : TITLE_AT).width,
    (cover ? COVER_TITLE_AT : TITLE_AT).height,
  )
  const placeholder = (id: number, name: string, kind: string, paragraphs: string) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xml(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
    `<p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`
  const titleKind = cover ? 'type="ctrTitle"' : 'type="title"'
  parts.push(placeholder(nextId(), names.title, titleKind, paragraphsXml(title, ink)))
  if (cover) {
    const lead = fitBlock(
      [{ text: texts.lead ?? '', size: 16, colour: 'muted' }],
      COVER_LEAD_AT.width,
      COVER_LEAD_AT.height,
    )
    parts.push(placeholder(nextId(), names.lead, 'type="subTitle" idx="1"', paragraphsXml(lead, ink)))
  }

  const slide: Slide = {
    layout,
    title: texts.title,
    box(at, look) {
      const id = nextId()
      const { shape = 'rect', fill, stroke, text = [], anchor = 'ctr', inset = [6, 3] } = look
      boxes.set(id, { at, round: shape === 'ellipse' })
      const lines = fitBlock(text, at.width - 2 * inset[0], at.height - 2 * inset[1])
      const corner = Math.round(Math.min(0.5, 5 / Math.max(1, Math.min(at.width, at.height))) * 100_000)
      const adjust = shape === 'roundRect' ? `<a:avLst><a:gd name="adj" fmla="val ${corner}"/></a:avLst>` : '<a:avLst/>'
      const insets = `lIns="${emu(inset[0])}" tIns="${emu(inset[1])}" rIns="${emu(inset[0])}" bIns="${emu(inset[1])}"`
      const isText = fill === undefined && stroke === undefined
      parts.push(
        `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xml(look.name)}"/><p:cNvSpPr${isText ? ' txBox="1"' : ''}/><p:nvPr/></p:nvSpPr>` +
          `<p:spPr>${transform(at)}<a:prstGeom prst="${shape}">${adjust}</a:prstGeom>` +
          `${fill === undefined ? '<a:noFill/>' : solidFill(fill, ink)}${strokeXml(stroke, ink)}</p:spPr>` +
          `<p:txBody><a:bodyPr wrap="square" ${insets} rtlCol="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>` +
          `${paragraphsXml(lines, ink)}</p:txBody></p:sp>`,
      )
      return id
    },
    text: (at, name, lines, anchor = 't') => slide.box(at, { name, text: lines, anchor, inset: [0, 0] }),
    connect([from, fromSide], [to, toSide], look) {
      const [start, end] = [boxes.get(from), boxes.get(to)]
      if (start === undefined || end === undefined)
        throw new Error(`A connector to no box of its slide: ${from}, ${to}`)
      const a = siteOf(start.at, fromSide)
      const b = siteOf(end.at, toSide)
      const at = {
        x: Math.min(a.x, b.x),
        y: Math.min(a.y, b.y),
        width: Math.abs(a.x - b.x),
        height: Math.abs(a.y - b.y),
      }
      const flips = `${b.x < a.x ? ' flipH="1"' : ''}${b.y < a.y ? ' flipV="1"' : ''}`
      const sites = (round: boolean) => (round ? ELLIPSE_SITES : RECTANGLE_SITES)
      const held =
        `<a:stCxn id="${from}" idx="${sites(start.round)[fromSide]}"/>` +
        `<a:endCxn id="${to}" idx="${sites(end.round)[toSide]}"/>`
      const head = look.atStart === true ? '<a:headEnd type="triangle"/>' : ''
      const tail = look.atEnd === true ? '<a:tailEnd type="triangle"/>' : ''
      parts.push(
        `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${nextId()}" name="${xml(look.name)}"/><p:cNvCxnSpPr>${held}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>` +
          `<p:spPr>${transform(at, 'a:xfrm', flips)}<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>` +
          `${strokeXml(look, ink, head + tail)}</p:spPr></p:cxnSp>`,
      )
    },
    table(at, table) {
      const height = tableHeight(table)
      parts.push(tableXml(nextId(), table, { ...at, height }, ink))
      return height
    },
    group(at, name, draw) {
      const id = nextId()
      const inner = `<a:chOff x="${emu(at.x)}" y="${emu(at.y)}"/><a:chExt cx="${emu(at.width)}" cy="${emu(at.height)}"/></a:xfrm>`
      parts.push(
        `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${id}" name="${xml(name)}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
          `<p:grpSpPr>${transform(at).replace('</a:xfrm>', inner)}</p:grpSpPr>`,
      )
      draw()
      parts.push('</p:grpSp>')
    },
    note(text) {
      if (text !== '') slide.text(NOTE_AT, names.note, [{ text, size: 9, colour: 'muted' }], 'b')
    },
    xml() {
      const footer = fitBlock([{ text: texts.footer, size: 9, colour: 'muted' }], FOOTER_AT.width, FOOTER_AT.height)
      const foot = cover
        ? ''
        : placeholder(last + 1, names.footer, 'type="ftr" sz="quarter" idx="11"', paragraphsXml(footer, ink)) +
          placeholder(last + 2, names.number, 'type="sldNum" sz="quarter" idx="12"', pageNumberXml(ink))
      return (
        `${HEAD}<p:sld ${NAMESPACES}><p:cSld><p:spTree>${EMPTY_TREE}${parts.join('')}${foot}</p:spTree></p:cSld>` +
        '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>'
      )
    },
  }
  return slide
}

/** What every tree of shapes starts with. */
export const EMPTY_TREE =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>' +
  '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

/** The field that office programs fill with the slide's number. */
export function pageNumberXml({ lang }: Ink): string {
  const id = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}'
  return `<a:p><a:fld id="${id}" type="slidenum"><a:rPr lang="${lang}" sz="900"/><a:t>‹#›</a:t></a:fld></a:p>`
}

function siteOf({ x, y, width, height }: Rect, side: Side): { x: number; y: number } {
  if (side === 'top') return { x: x + width / 2, y }
  if (side === 'bottom') return { x: x + width / 2, y: y + height }
  return { x: side === 'left' ? x : x + width, y: y + height / 2 }
}
