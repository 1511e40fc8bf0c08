import type { DeckView } from '../../shared/export/deck/deck-input'
import { toDeckParts } from '../../shared/export/deck/to-deck'
import { filledOnly } from '../../shared/export/look-filters'
import { pictureSize } from '../../shared/export/picture-size'
import { lookWords, svgLens } from '../../shared/export/seen-map'
import { keepTools } from '../../shared/graph/steps'
import { encodeDeck } from '../files/deck-write'
import { formatsFor } from '../format'
import { translateIn } from '../i18n'
import { mapSvg } from './leave'
import { pngOf } from './picture'
import { bookHtml, mapPageHtml, mapPaper, pdfOf, pictureRemark, printProblem, REPORT_PAPER, summaryHtml } from './print'
import { companyOf, type Source } from './source'

/** An export that could not be made; the message is for people. */
export class ExportFailed extends Error {}

/** The map as PNG at the wanted scale, within the limits of `picture-size.ts`. */
export async function mapPng(source: Source): Promise<Uint8Array> {
  const { scale, transparent } = source.picture
  const picture = await pngOf(mapSvg(source, source.theme, { transparent }), { scale, transparent })
  if (!picture.ok) throw new ExportFailed(printProblem(picture.error))
  return picture.value.bytes
}

/** Why the PNG of this map is smaller than wished, in the source's language; nothing when it isn't. */
export function pngRemark(source: Source): string | undefined {
  const { scale } = source.picture
  return pictureRemark(pictureSize(mapSvg(source, source.theme), scale), scale, source.language)
}

/** The map on one sheet, or over several, with its title block. */
export function mapPdf(source: Source): Promise<Uint8Array> {
  const { paper, tiled } = source.picture
  return printed(mapPageHtml(source, { paper, tiled }), mapPaper({ paper, tiled }))
}

export function summaryPdf(source: Source): Promise<Uint8Array> {
  return printed(summaryHtml(source), REPORT_PAPER)
}

export function bookPdf(source: Source): Promise<Uint8Array> {
  return printed(bookHtml(source), REPORT_PAPER)
}

/** The PowerPoint deck. */
export function deckPptx(source: Source): Uint8Array {
  const { inventory, findings, language, today, filters } = source
  const formats = formatsFor(language)
  const company = companyOf(source)
  const parts = toDeckParts({
    inventory,
    findings,
    options: {
      language,
      ...(company === undefined ? {} : { company }),
      date: formats.date(today),
      t: translateIn(language),
      formatNumber: formats.number,
      formatMoney: (minor, currency) => formats.money({ minor, currency }),
      filters,
      view: deckView(source),
    },
  })
  return encodeDeck(parts)
}

/** The landscape page shows what the map shows. */
function deckView({ seen, said, view, words }: Source): DeckView {
  // Counted and shown is what is in use, as on all other pages; seen at a date, what is there then.
  const graph =
    seen.landscape === undefined
      ? keepTools(seen.placed.graph, ({ status }) => status !== 'retired')
      : seen.placed.graph
  const lens = svgLens(seen, 'light', words)
  // The page has no marks.
  const { sizeBy: _, ...look } = seen.look
  const { told } = lookWords(look, seen.landscape, words)
  return {
    graph: filledOnly(graph),
    colours: lens.colours,
    legend: { title: lens.title, entries: lens.entries },
    gone: seen.landscape?.gone ?? new Set(),
    byDepartment: seen.look.arrangement.by === 'department',
    told: [...(view === undefined ? [] : [view]), ...told],
    filters: said.filters,
  }
}

async function printed(html: string, paper: Parameters<typeof pdfOf>[1]): Promise<Uint8Array> {
  const made = await pdfOf(html, paper)
  if (!made.ok) throw new ExportFailed(printProblem(made.error))
  return made.value
}
