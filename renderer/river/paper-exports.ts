import { toDeckParts } from '../../shared/export/deck/to-deck'
import { encodeDeck } from '../files/deck-write'
import { formatsFor } from '../format'
import { translateIn } from '../i18n'
import { mapSvg } from './leave'
import { pngOf } from './picture'
import { bookHtml, mapPageHtml, mapPaper, pdfOf, printProblem, REPORT_PAPER, summaryHtml } from './print'
import type { Source } from './source'

/** An export that could not be made; the message is for people. */
export class ExportFailed extends Error {}

/** The map as PNG, twice as fine as the screen, within the limits of `picture-size.ts`. */
export async function mapPng(source: Source): Promise<Uint8Array> {
  const picture = await pngOf(mapSvg(source, source.theme), { scale: 2 })
  if (!picture.ok) throw new ExportFailed(printProblem(picture.error))
  return picture.value.bytes
}

/** The map on one sheet of A3 with its title block. */
export function mapPdf(source: Source): Promise<Uint8Array> {
  const paper = { paper: 'A3' } as const
  return printed(mapPageHtml(source, paper), mapPaper(paper))
}

export function summaryPdf(source: Source): Promise<Uint8Array> {
  return printed(summaryHtml(source), REPORT_PAPER)
}

export function bookPdf(source: Source): Promise<Uint8Array> {
  return printed(bookHtml(source), REPORT_PAPER)
}

/** The PowerPoint deck. */
export function deckPptx({ inventory, findings, language, today, name, filters }: Source): Uint8Array {
  const formats = formatsFor(language)
  const parts = toDeckParts({
    inventory,
    findings,
    options: {
      language,
      ...(name === undefined ? {} : { company: { name } }),
      date: formats.date(today),
      t: translateIn(language),
      formatNumber: formats.number,
      formatMoney: (minor, currency) => formats.money({ minor, currency }),
      filters,
    },
  })
  return encodeDeck(parts)
}

async function printed(html: string, paper: Parameters<typeof pdfOf>[1]): Promise<Uint8Array> {
  const made = await pdfOf(html, paper)
  if (!made.ok) throw new ExportFailed(printProblem(made.error))
  return made.value
}
