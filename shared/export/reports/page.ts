import { PALETTES } from '../../graph/palette'
import { FONT_STACK } from '../svg-brush'
import { xml } from '../svg-text'
import type { ReportInput } from './report-input'

const { canvas, panel, hairline, ink, muted, accent, overlap, warning } = PALETTES.light

/** What a file of ours may do wherever it is opened: show itself. No script, nothing from elsewhere, no forms. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

/** The sheet's width and height and the margins are millimetres. */
const BASE = `
*{box-sizing:border-box}
html{font:11pt/1.42 ${FONT_STACK};color:${ink};-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}
h1,h2,h3,p,ul,dl,dd,table,figure{margin:0;padding:0}
h1{font-size:19pt;line-height:1.2}
h2{font-size:13.5pt;line-height:1.25}
h3{font-size:11pt}
small,.small{font-size:9pt}
.muted{color:${muted}}
.warning{color:${warning};font-weight:600}
svg{font-variant-numeric:normal}
a{color:inherit}
ul{list-style:none}
table{border-collapse:collapse;width:100%;font-size:9.5pt}
th,td{text-align:left;vertical-align:top;padding:1mm 2.5mm 1mm 0;border-bottom:.25mm solid ${hairline}}
th{font-weight:600}
thead th{color:${muted};font-size:8.5pt;border-bottom-color:${muted}}
td.n,th.n{text-align:right;white-space:nowrap}
.head{border-left:1.6mm solid var(--company);padding-left:4mm;margin-bottom:4mm}
.head p{color:${muted};font-size:9.5pt}
.tag{border:.25mm solid ${muted};border-radius:1mm;padding:0 1.2mm;font-size:8.5pt;font-weight:400;color:${muted};white-space:nowrap}
.tag.ring{border-color:${overlap};color:${overlap}}
@media screen{body{background:${canvas}}.sheet{background:${panel};max-width:210mm;margin:6mm auto;padding:12mm 14mm;border:.25mm solid ${hairline}}}
`

/**
 * A whole HTML file around a body: inline styles, a policy that allows no script and nothing from elsewhere. It is
 * written so that an XML parser reads it too, once the doctype is off. `css` and `body` are taken as they are.
 */
export function htmlPage(
  { language, company }: Pick<ReportInput, 'language' | 'company'>,
  title: string,
  css: string,
  body: string,
): string {
  return [
    '<!doctype html>\n',
    `<html xmlns="http://www.w3.org/1999/xhtml" lang="${language}"><head><meta charset="utf-8"/>`,
    `<meta http-equiv="Content-Security-Policy" content="${xml(POLICY)}"/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="referrer" content="no-referrer"/>',
    `<title>${xml(title)}</title>`,
    `<style>:root{--company:${colourOf(company?.colour)}}${BASE}${css}</style></head>\n`,
    `<body>${body}</body></html>\n`,
  ].join('')
}

/** The company's colour where it is one; styles are no place for other people's text. */
export function colourOf(colour: string | undefined): string {
  return colour !== undefined && /^#[0-9a-f]{6}$/i.test(colour) ? colour : accent
}

/** The head of a report: company, title, date, and what was left out. */
export function headHtml(input: Pick<ReportInput, 'company' | 'date' | 'filters' | 't'>, title: string): string {
  const { company, date, t } = input
  const name = company === undefined || company.name === '' ? '' : `${xml(company.name)} · `
  return `<header class="head"><h1>${xml(title)}</h1><p>${name}${xml(t('reports:asOf', { date }))} · ${xml(filtersText(input))}</p></header>`
}

/** The filters that were active, or that there were none. */
export function filtersText({ filters = [], t }: Pick<ReportInput, 'filters' | 't'>): string {
  return filters.length === 0 ? t('reports:noFilters') : t('reports:filters', { filters: filters.join(' · ') })
}

/** An SVG file as an element within the page: without the XML declaration, which HTML takes for an error. */
export function inlineSvg(svg: string): string {
  return svg.replace(/^\s*<\?xml[^>]*\?>\s*/, '').trimEnd()
}
