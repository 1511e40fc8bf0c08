import type { Pilot } from '../inventory/scenario'
import { xml } from './svg-text'

/** What a pilot's card is made of besides the pilot itself; every text already in the reader's language. */
export interface PilotCardOptions {
  readonly language: 'de' | 'en'
  readonly scenario: string
  readonly note?: string
  /** The date that is printed on the card. */
  readonly date: string
  readonly words: PilotCardWords
  /** What the scenario changes, line by line. */
  readonly figures: readonly { readonly name: string; readonly before: string; readonly after: string }[]
  readonly formatNumber: (value: number) => string
  readonly formatDate: (iso: string) => string
}

export type PilotCardWords = Readonly<
  Record<
    | 'title'
    /** The status itself, in words. */
    | 'status'
    | 'measure'
    | 'baseline'
    | 'criterion'
    | 'date'
    | 'scalingTrigger'
    | 'stopTrigger'
    | 'owner'
    | 'measured'
    | 'unsaid'
    | 'before'
    | 'after'
    | 'figures'
    /** `below` or `above` in words, as it stands before the criterion's number. */
    | 'direction',
    string
  >
>

/**
 * A scenario's pilot as a complete HTML document that prints on one A4 page: nothing is loaded from elsewhere, every
 * text is escaped, what nobody has said is named as such. Long texts are cut by the page, never the page
 * by them: the card is as high as the sheet.
 */
export function pilotCardHtml(pilot: Pilot, options: PilotCardOptions): string {
  const { words, formatNumber, formatDate } = options
  const quantity = (value: number | undefined) =>
    value === undefined ? undefined : [formatNumber(value), pilot.unit].filter((part) => part).join(' ')
  const reached = quantity(pilot.criterion)
  const fields: readonly (readonly [string, string | undefined])[] = [
    [words.measure, pilot.measure],
    [words.baseline, quantity(pilot.baseline)],
    [words.criterion, reached === undefined ? undefined : `${words.direction} ${reached}`],
    [words.date, pilot.date === undefined ? undefined : formatDate(pilot.date)],
    [words.scalingTrigger, pilot.scalingTrigger],
    [words.stopTrigger, pilot.stopTrigger],
    [words.owner, pilot.owner],
    [words.measured, quantity(pilot.measured)],
  ]
  const rows = fields.map(([name, value]) => {
    const shown = value === undefined || value.trim() === '' ? `<i>${xml(words.unsaid)}</i>` : xml(value)
    return `<dt>${xml(name)}</dt><dd>${shown}</dd>`
  })
  const figures = options.figures.map(
    ({ name, before, after }) =>
      `<tr><th scope="row">${xml(name)}</th><td>${xml(before)}</td><td>${xml(after)}</td></tr>`,
  )
  const note = options.note === undefined ? '' : `<p>${xml(options.note)}</p>`
  return [
    `<!doctype html>\n<html lang="${options.language}"><head><meta charset="utf-8">`,
    `<title>${xml(`${words.title}: ${options.scenario}`)}</title><style>${STYLE}</style></head><body><main>`,
    `<header><span>${xml(words.title)}</span><time>${xml(options.date)}</time></header>`,
    `<h1>${xml(options.scenario)}</h1><p class="status">${xml(words.status)}</p>${note}`,
    `<dl>${rows.join('')}</dl>`,
    `<h2>${xml(words.figures)}</h2><table><thead><tr><td></td><th scope="col">${xml(words.before)}</th>`,
    `<th scope="col">${xml(words.after)}</th></tr></thead><tbody>${figures.join('')}</tbody></table>`,
    '</main></body></html>\n',
  ].join('')
}

const STYLE = [
  '@page{size:A4;margin:0}',
  'html{background:#fff;color:#17202B;font:13px/1.45 "Segoe UI",Inter,"Noto Sans","DejaVu Sans",sans-serif}',
  'body{margin:0}',
  'main{box-sizing:border-box;width:210mm;height:296mm;padding:16mm 18mm;overflow:hidden;margin:0 auto}',
  'header{display:flex;justify-content:space-between;color:#5B6675}',
  'h1{margin:6mm 0 0;font-size:22px;max-height:20mm;overflow:hidden;overflow-wrap:anywhere}',
  'h2{margin:7mm 0 2mm;font-size:15px}',
  'p{max-height:24mm;overflow:hidden;overflow-wrap:anywhere}.status{font-weight:700;margin:1mm 0 4mm}',
  'dl{display:grid;grid-template-columns:52mm 1fr;margin:0;border-top:1px solid #E1E5EA}',
  'dt,dd{margin:0;padding:2mm 0;border-bottom:1px solid #E1E5EA}dt{color:#5B6675}',
  'dd{max-height:16mm;overflow:hidden;overflow-wrap:anywhere;font-weight:600}i{font-weight:400;color:#5B6675}',
  'table{width:100%;border-collapse:collapse}th,td{padding:1.5mm 0;border-bottom:1px solid #E1E5EA;text-align:right}',
  'th{font-weight:400}tbody th{text-align:left}td{font-variant-numeric:tabular-nums}',
].join('')
