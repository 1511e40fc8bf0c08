import type { Rect } from '../../graph/graph'
import { xml } from '../svg-text'
import { HEAD, type Ink, NAMESPACES, PAGE, solidFill, transform } from './drawing-xml'
import {
  CONTENT,
  COVER_LEAD_AT,
  COVER_TITLE_AT,
  EMPTY_TREE,
  FOOTER_AT,
  NUMBER_AT,
  pageNumberXml,
  type SlideTexts,
  TITLE_AT,
} from './slide'

export type LayoutNames = SlideTexts['names'] & {
  readonly cover: string
  readonly page: string
  readonly prompt: string
}

/** The master: white, headline, body, footer and page number. Ids of its layouts are those of `presentationXml`. */
export function masterXml(
  ink: Ink,
  names: LayoutNames,
  layoutIds: readonly (readonly [id: number, relation: string])[],
): string {
  const shapes = [
    strip(2, { x: 0, y: 0, width: PAGE.width, height: 7 }, ink),
    placeholder(3, names.title, 'type="title"', TITLE_AT, names.prompt, ink, 'b'),
    placeholder(4, names.lead, 'type="body" idx="1"', CONTENT, names.prompt, ink, 't'),
    placeholder(5, names.footer, 'type="ftr" sz="quarter" idx="3"', FOOTER_AT, '', ink, 'ctr', small('l')),
    placeholder(6, names.number, 'type="sldNum" sz="quarter" idx="4"', NUMBER_AT, undefined, ink, 'ctr', small('r')),
  ]
  const level = (n: number, size: number, bold: boolean, more = '') =>
    `<a:lvl${n}pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">` +
    `<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${size}" b="${bold ? 1 : 0}" kern="1200">${solidFill('ink', ink)}` +
    `<a:latin typeface="+m${more}-lt"/><a:ea typeface="+m${more}-ea"/><a:cs typeface="+m${more}-cs"/></a:defRPr></a:lvl${n}pPr>`
  const nine = Array.from({ length: 9 }, (_, i) => i + 1)
  const styles =
    `<p:titleStyle>${level(1, 2200, true, 'j')}</p:titleStyle>` +
    `<p:bodyStyle>${nine.map((n) => level(n, 1400, false, 'n')).join('')}</p:bodyStyle>` +
    `<p:otherStyle>${nine.map((n) => level(n, 1400, false, 'n')).join('')}</p:otherStyle>`
  const layouts = layoutIds.map(([id, relation]) => `<p:sldLayoutId id="${id}" r:id="${relation}"/>`).join('')
  return (
    `${HEAD}<p:sldMaster ${NAMESPACES}><p:cSld><p:bg><p:bgPr>${solidFill('panel', ink)}<a:effectLst/></p:bgPr></p:bg>` +
    `<p:spTree>${EMPTY_TREE}${shapes.join('')}</p:spTree></p:cSld>` +
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" ' +
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>' +
    `<p:sldLayoutIdLst>${layouts}</p:sldLayoutIdLst><p:txStyles>${styles}</p:txStyles></p:sldMaster>`
  )
}

/** The first page: a band at the left instead of the strip at the top. */
export function coverLayoutXml(ink: Ink, names: LayoutNames): string {
  const shapes = [
    strip(2, { x: 0, y: 0, width: 36, height: PAGE.height }, ink),
    placeholder(3, names.title, 'type="ctrTitle"', COVER_TITLE_AT, names.prompt, ink, 'b', styleOf(3200, true)),
    placeholder(4, names.lead, 'type="subTitle" idx="1"', COVER_LEAD_AT, names.prompt, ink, 't', styleOf(1600, false)),
  ]
  return layout('type="title" showMasterSp="0"', names.cover, shapes)
}

/** All other pages: a headline, and everything else free. */
export function pageLayoutXml(ink: Ink, names: LayoutNames): string {
  const shapes = [
    placeholder(2, names.title, 'type="title"', undefined, names.prompt, ink, 't'),
    placeholder(3, names.footer, 'type="ftr" sz="quarter" idx="11"', undefined, '', ink, 'ctr'),
    placeholder(4, names.number, 'type="sldNum" sz="quarter" idx="12"', undefined, undefined, ink, 'ctr'),
  ]
  return layout('type="titleOnly"', names.page, shapes)
}

function layout(kind: string, name: string, shapes: readonly string[]): string {
  return (
    `${HEAD}<p:sldLayout ${NAMESPACES} ${kind} preserve="1"><p:cSld name="${xml(name)}"><p:spTree>${EMPTY_TREE}${shapes.join('')}` +
    '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>'
  )
}

/** A placeholder with a prompt; without text it shows the page's number. Without a place it inherits the master's. */
function placeholder(
  id: number,
  name: string,
  kind: string,
  at: Rect | undefined,
  text: string | undefined,
  ink: Ink,
  anchor: 't' | 'ctr' | 'b',
  style = '<a:lstStyle/>',
): string {
  const place =
    at === undefined ? '<p:spPr/>' : `<p:spPr>${transform(at)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`
  const inherits = at === undefined
  const body = inherits
    ? '<a:bodyPr/>'
    : `<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr>`
  const end = `<a:endParaRPr lang="${ink.lang}"/>`
  const paragraph =
    text === undefined
      ? pageNumberXml(ink)
      : text === ''
        ? `<a:p>${end}</a:p>`
        : `<a:p><a:r><a:rPr lang="${ink.lang}"/><a:t>${xml(text)}</a:t></a:r>${end}</a:p>`
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xml(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
    `<p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr>${place}<p:txBody>${body}${style}${paragraph}</p:txBody></p:sp>`
  )
}

function styleOf(size: number, bold: boolean): string {
  return `<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="${size}" b="${bold ? 1 : 0}"/></a:lvl1pPr></a:lstStyle>`
}

function small(align: 'l' | 'r'): string {
  const colour = '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
  return `<a:lstStyle><a:lvl1pPr algn="${align}"><a:defRPr sz="900">${colour}</a:defRPr></a:lvl1pPr></a:lstStyle>`
}

/** The band in the company's colour; decoration, so it has no name to be read out. */
function strip(id: number, at: Rect, ink: Ink): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name=""/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${transform(at)}` +
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${solidFill('accent', ink)}<a:ln><a:noFill/></a:ln></p:spPr>` +
    `<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="${ink.lang}"/></a:p></p:txBody></p:sp>`
  )
}
