import { xml } from '../svg-text'
import { htmlPage, inlineSvg } from './page'
import type { ReportInput } from './report-input'
import { type SummaryFigures, summaryFigures } from './summary-figures'
import { numbersPageHtml } from './summary-numbers'
import { startPageHtml } from './summary-start'

const CSS = `
@page{size:A4 portrait;margin:12mm 14mm}
.sheet{display:flex;flex-direction:column;min-height:0}
@media print{.sheet{height:271mm}.sheet+.sheet{break-before:page}}
@media screen{.sheet{min-height:297mm}}
.answer{font-size:12.5pt;font-weight:600;margin-bottom:4mm}
.numbers{display:flex;gap:3mm;margin-bottom:4mm}
.number{flex:1 1 0;border:.25mm solid #8A94A3;border-radius:2mm;padding:3mm;min-width:0}
.number b{display:block;font-size:19pt;line-height:1.15}
.number b.long{font-size:12.5pt}
.number .what{font-size:10pt;font-weight:600;margin-bottom:1.5mm}
.number .how{font-size:8.5pt}
.map{flex:1 1 0;position:relative;min-height:60mm;border:.25mm solid #E1E5EA;border-radius:2mm;overflow:hidden}
.map svg{position:absolute;inset:0;width:100%;height:100%}
@media screen{.map{min-height:150mm}}
.foot{display:flex;justify-content:space-between;gap:4mm;margin-top:auto;padding-top:2mm;font-size:8.5pt;color:#5B6675}
h2{margin:0 0 1mm}
.bundles td{padding-top:1.3mm;padding-bottom:1.3mm}
.bundles td:first-child{width:7mm;font-weight:700;font-size:12pt}
.bundles td:nth-child(2){width:68mm}
.bundles td:last-child{width:36mm;padding-right:0}
.bundles ul{font-size:8.5pt}
.side{display:flex;justify-content:space-between;align-items:center;gap:1.5mm;font-size:8.5pt}
.bar{flex:none;width:14mm;height:2mm;border:.25mm solid #17202B}
.bar i{display:block;height:100%;background:#17202B}
.bar.effort i{background:repeating-linear-gradient(90deg,#5B6675 0 .4mm,#FFFFFF .4mm 1mm)}
.first{border:.5mm solid #17202B;border-radius:2mm;padding:3mm 4mm;margin:4mm 0}
.first h2{margin-bottom:1mm}
.first p{font-size:10pt}
.columns{display:flex;gap:6mm;margin-bottom:4mm}
.columns>section{flex:1 1 0;min-width:0}
.columns h3{font-size:9.5pt;margin-top:1.5mm}
.columns li{font-size:9.5pt;padding-left:3.5mm;text-indent:-3.5mm}
.columns li::before{content:"– "}
.ai dt{font-weight:600;font-size:9.5pt}
.ai dd{font-size:9.5pt;margin-bottom:1.5mm}
`

/**
 * The management summary: one HTML file of two A4 pages that needs nothing else. Page one has the answer, the three
 * numbers (jobs done twice, hours by hand, known cost), each with how it was counted, and the map; page two the first
 * bundles with their reasons, the proposed first step, what to find out first, and where AI is. Lists are cut with the
 * number of what is left over, so that it stays two pages whatever the inventory holds. Text is escaped everywhere;
 * `mapSvg` alone goes in as it is and must come from `toMapSvg`.
 */
export function toSummaryHtml(input: ReportInput): string {
  const figures: SummaryFigures = summaryFigures(input.inventory, input.findings)
  const map = input.mapSvg === undefined ? '' : inlineSvg(input.mapSvg)
  const title = input.t('reports:summary.title')
  const body = [
    `<main><section class="sheet">${numbersPageHtml(input, figures, map)}${footHtml(input, 1)}</section>\n`,
    `<section class="sheet">${startPageHtml(input, figures)}${footHtml(input, 2)}</section></main>`,
  ]
  return htmlPage(input, [title, ...(input.company?.name ? [input.company.name] : [])].join(' – '), CSS, body.join(''))
}

function footHtml({ t, date }: ReportInput, page: number): string {
  const number = xml(t('reports:page', { page, of: 2 }))
  return `<footer class="foot"><span>${xml(t('reports:summary.counted'))}</span><span>${xml(date)} · ${number}</span></footer>`
}
