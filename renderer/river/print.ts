import { type Paper, PRINT_LIMIT_MEGABYTES, type PrintError, type PrintOptions, type Scale } from '../../shared/bridge'
import type { PictureSize } from '../../shared/export/picture-size'
import type { ReportInput } from '../../shared/export/reports/report-input'
import { toBookHtml } from '../../shared/export/reports/to-book-html'
import { tilePaper, toMapPageHtml } from '../../shared/export/reports/to-map-page-html'
import { toSummaryHtml } from '../../shared/export/reports/to-summary-html'
import { fail, type Result } from '../../shared/result'
import { bridge } from '../files/bridge'
import { formatsFor } from '../format'
import { translate, translateIn } from '../i18n'
import { mapSvg } from './leave'
import { companyOf, type Source, toldOf } from './source'

/** Reports are printed in light colours, whatever the window looks like. */
function inputOf(source: Source): ReportInput {
  const company = companyOf(source)
  const formats = formatsFor(source.language)
  return {
    inventory: source.inventory,
    findings: source.findings,
    language: source.language,
    date: formats.date(source.today),
    t: translateIn(source.language),
    formatNumber: formats.number,
    formatMoney: (minor, currency) => formats.money({ minor, currency }),
    formatDate: formats.date,
    compare: formats.compare,
    filters: source.filters,
    ...(company === undefined ? {} : { company }),
  }
}

/** The management summary as one HTML file of two pages. For kinds `summary-html` and, through `pdfOf`, `summary-pdf`. */
export function summaryHtml(source: Source): string {
  const mapCaption = [...(source.view === undefined ? [] : [source.view]), ...toldOf(source)].join(' · ')
  return toSummaryHtml({ ...inputOf(source), mapSvg: mapSvg(source, 'light', { transparent: true }), mapCaption })
}

/** The inventory book as one HTML file. For kinds `book-html` and, through `pdfOf`, `book-pdf`. */
export function bookHtml(source: Source): string {
  return toBookHtml(inputOf(source))
}

/** The map on paper as HTML, with its title block; to be printed with `mapPaper(options)`. */
export function mapPageHtml(source: Source, options: { readonly paper: Paper; readonly tiled?: boolean }): string {
  const { language, today, view, said } = source
  const company = companyOf(source)
  // Paper is the ground.
  return toMapPageHtml(mapSvg(source, 'light', { transparent: true }), {
    ...options,
    ...(view === undefined ? {} : { title: view }),
    ...(company === undefined ? {} : { company }),
    told: said.told,
    filters: said.filters,
    language,
    date: formatsFor(language).date(today),
    t: translateIn(language),
  })
}

/** The paper that `mapPageHtml` was written for. */
export function mapPaper({ paper, tiled }: { readonly paper: Paper; readonly tiled?: boolean }): PrintOptions {
  return { paper: tiled === true ? tilePaper(paper) : paper, landscape: true }
}

/** What the two reports are printed on. */
export const REPORT_PAPER: PrintOptions = { paper: 'A4', landscape: false }

/**
 * A PDF of HTML that one of the functions above wrote: vector, real text. Fails with `print-too-large` above 64 MB,
 * `print-timeout` after two minutes, `print-failed` otherwise; `printProblem` says it in words.
 */
export async function pdfOf(html: string, options: PrintOptions): Promise<Result<Uint8Array, PrintError>> {
  // A page that is too large isn't even carried over: measured as code units, which UTF-8 never undercuts.
  const megabytes = Math.ceil(html.length / (1024 * 1024))
  if (megabytes > PRINT_LIMIT_MEGABYTES) {
    return fail({ code: 'print-too-large', megabytes, limit: PRINT_LIMIT_MEGABYTES })
  }
  return bridge.printPdf(html, options)
}

/** What went wrong with a PDF or a picture, in the user's language. */
export function printProblem(error: PrintError | { readonly code: 'picture-failed' }): string {
  const { code, ...values } = error
  return translate(`reports:problem.${code}`, values)
}

/** Why a picture is smaller than wished, in the language; nothing when it isn't. */
export function pictureRemark(
  { reduced, scale, limit }: PictureSize,
  wanted: Scale,
  language: 'de' | 'en',
): string | undefined {
  if (reduced === undefined || limit === undefined) return undefined
  const { number } = formatsFor(language)
  return translateIn(language)(`reports:reduced.${reduced}`, { scale: number(scale), wanted, limit: number(limit) })
}
