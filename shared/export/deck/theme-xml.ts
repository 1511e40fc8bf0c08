import { PALETTES } from '../../graph/palette'
import { luminance } from '../contrast'
import { HEAD } from './drawing-xml'

const { ink, muted, canvas, panel, accent, api, file, hand, overlap, warning } = PALETTES.light

/** The company's colour as six hexadecimal digits; the app's own where it is none. */
export function accentOf(colour: string | undefined): string {
  return /^#[0-9a-f]{6}$/i.test(colour ?? '') ? (colour as string).slice(1).toUpperCase() : hex(accent)
}

/** Which of white and ink is legible on a colour (WCAG 2.1 contrast, the higher one). */
export function legibleOn(accentHex: string): 'panel' | 'ink' {
  const own = luminance(accentHex)
  const onPanel = 1.05 / (own + 0.05)
  const onInk = (own + 0.05) / (luminance(hex(ink)) + 0.05)
  return onPanel >= Math.min(4.5, onInk) ? 'panel' : 'ink'
}

function hex(colour: string): string {
  return colour.slice(1)
}

/** Arial is on every machine that opens presentations, or something of the same widths is. */
const FONTS = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'

/** The theme: the map's colours with the company's as first accent, one font. */
export function themeXml(accentHex: string): string {
  const colour = (name: string, value: string) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`
  const accents = [accentHex, hex(api), hex(hand), hex(file), hex(overlap), hex(warning)]
  const placeholder = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const line = (width: number) =>
    `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${placeholder}<a:prstDash val="solid"/></a:ln>`
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
  return (
    `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Toolscape"><a:themeElements>` +
    `<a:clrScheme name="Toolscape">${colour('dk1', hex(ink))}${colour('lt1', hex(panel))}${colour('dk2', hex(muted))}${colour('lt2', hex(canvas))}` +
    `${accents.map((each, i) => colour(`accent${i + 1}`, each)).join('')}${colour('hlink', hex(accent))}${colour('folHlink', hex(overlap))}</a:clrScheme>` +
    `<a:fontScheme name="Toolscape"><a:majorFont>${FONTS}</a:majorFont><a:minorFont>${FONTS}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="Toolscape"><a:fillStyleLst>${placeholder.repeat(3)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${placeholder.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
    '</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>'
  )
}
