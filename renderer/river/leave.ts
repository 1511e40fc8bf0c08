import type { Findings, Overlap } from '../../shared/analysis/findings'
import { dataMatrixSteps } from '../../shared/analysis/matrix/data-matrix'
import { flowMatrixSteps } from '../../shared/analysis/matrix/flow-matrix'
import { functionMatrixSteps } from '../../shared/analysis/matrix/function-matrix'
import { aboutSheet, registerSheet } from '../../shared/export/about-sheets'
import { analysisSheets, MAX_OVERLAP_ROWS } from '../../shared/export/analysis-sheets'
import { svgLens } from '../../shared/export/seen-map'
import { toMatrixSheets } from '../../shared/export/to-matrix-tables'
import { reportText, toReport } from '../../shared/export/to-report'
import { toMapSvg } from '../../shared/export/to-svg'
import { toToolsTable } from '../../shared/export/to-tables'
import { toWorkbookSheets } from '../../shared/export/to-workbook-tables'
import type { ToolId } from '../../shared/inventory/nouns'
import { pacer } from '../database/breathe'
import { encodeCsv } from '../files/csv-codec'
import { flavourOf } from '../files/flavours'
import { encodeXlsx } from '../files/xlsx-write'
import { formatsFor } from '../format'
import { translateIn } from '../i18n'
import { domainNames } from './catalogue'
import { CURRENCY_OF } from './currency'
import { pictureTitle, type Source, toldOf } from './source'
import { runInSlices } from './steps'

/** The map as its look shows it, as a complete SVG file. */
export function mapSvg(
  source: Source,
  theme: 'light' | 'dark',
  options: { readonly transparent?: boolean } = {},
): string {
  const { seen, routes, findings, language, today, words } = source
  const formats = formatsFor(language)
  return toMapSvg(seen.placed, {
    theme,
    title: pictureTitle(source),
    date: formats.date(today),
    told: toldOf(source),
    t: translateIn(language),
    language,
    formatNumber: formats.number,
    formatMoney: (minor, currency) => formats.money({ minor, currency }),
    pins: bundlePins(findings),
    overlaps: seen.look.overlaps ? strongOverlaps(findings) : [],
    lens: svgLens(seen, theme, words),
    routes,
    ...options,
  })
}

/**
 * From this score on an overlap is drawn as a ring; weaker ones are a sign on the card. The same job alone gives 0.45,
 * so a ring means that clearly more than the job is shared.
 */
const STRONG = 0.55

/** The overlaps that the map rings. They are listed best first. */
export function strongOverlaps({ overlaps }: Pick<Findings, 'overlaps'>): readonly Overlap[] {
  const strong = known.get(overlaps) ?? overlaps.slice(0, strongCount(overlaps))
  known.set(overlaps, strong)
  return strong
}

/** How many of them are strong, found by halving. */
function strongCount(overlaps: readonly Overlap[]): number {
  let [from, to] = [0, overlaps.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((overlaps[middle] as Overlap).score >= STRONG) from = middle + 1
    else to = middle
  }
  return from
}

const known = new WeakMap<Findings['overlaps'], readonly Overlap[]>()
const ringed = new WeakMap<Findings['overlaps'], ReadonlySet<ToolId>>()

/** The tools that a strong overlap rings. */
export function strongTools({ overlaps }: Pick<Findings, 'overlaps'>): ReadonlySet<ToolId> {
  const found = ringed.get(overlaps) ?? new Set(strongOverlaps({ overlaps }).flatMap(({ tools }) => tools))
  ringed.set(overlaps, found)
  return found
}

/** Finds the strong overlaps with pauses, so that whoever draws them next finds them ready. */
export async function prepareStrong({ overlaps }: Pick<Findings, 'overlaps'>): Promise<void> {
  if (ringed.has(overlaps)) return
  const pause = pacer()
  const tools = new Set<ToolId>()
  for (const [at, overlap] of strongOverlaps({ overlaps }).entries()) {
    for (const id of overlap.tools) tools.add(id)
    if (at % 1_000 === 999) await pause()
  }
  ringed.set(overlaps, tools)
}

/** The rank of each of the first bundles, at the tool where its pin sits: the one with the most users, else the first. */
export function bundlePins(findings: Findings): ReadonlyMap<string, number> {
  const pins = new Map<string, number>()
  for (const bundle of findings.bundles.slice(0, 5)) {
    const free = bundle.tools.find((tool) => !pins.has(tool))
    if (free !== undefined) pins.set(free, bundle.rank)
  }
  return pins
}

/** The tools as CSV in the flavour, or the language's own: semicolon, BOM and decimal comma for German. */
export function toolsCsv({
  inventory,
  language,
  flavour = language,
}: Pick<Source, 'inventory' | 'language'> & Partial<Pick<Source, 'flavour'>>): string {
  const { header, rows } = toToolsTable(inventory, { language })
  return encodeCsv([header, ...rows], flavourOf(flavour))
}

/**
 * The whole inventory as the bytes of an .xlsx workbook; with the findings also what the app concludes, with formulas,
 * the register, and what the file is.
 */
export async function workbookXlsx(source: Pick<Source, 'inventory' | 'language'> | Source): Promise<Uint8Array> {
  const { inventory, language } = source
  return encodeXlsx(toWorkbookSheets(inventory, { language }, 'findings' in source ? await furtherSheets(source) : []))
}

async function furtherSheets(source: Source) {
  const { inventory, findings, language, today, filters, pseudonymised, name } = source
  const t = translateIn(language)
  const found = findings.overlaps.length
  const about = {
    ...(name === undefined ? {} : { name }),
    date: formatsFor(language).date(today),
    filters,
    pseudonymised,
    overlaps: {
      listed: Math.min(found, MAX_OVERLAP_ROWS),
      found,
      areMore: findings.overlapRange.extent !== 'all',
    },
  }
  return [
    ...analysisSheets(inventory, findings, { language, t }),
    ...(await matrixSheets(source)),
    registerSheet(inventory, language, t),
    aboutSheet(inventory, about, language, t),
  ]
}

/** Who does what where, who sends to whom, who writes what: a row for each filled cell, so that they can be pivoted. */
async function matrixSheets({ inventory, findings: { assigned }, language }: Source) {
  const currency = CURRENCY_OF[language]
  const matrices = {
    functions: await runInSlices(functionMatrixSteps(inventory, assigned, currency)),
    flows: await runInSlices(flowMatrixSteps(inventory)),
    data: await runInSlices(dataMatrixSteps(inventory)),
  }
  return toMatrixSheets(matrices, assigned, inventory, { language, domains: domainNames(language) }, currency)
}

/** The report as JSON text. */
export function reportJson({ inventory, findings, language, filters, pseudonymised, imports = [] }: Source): string {
  return reportText(toReport({ imports, inventory, findings, language, filters, pseudonymised }))
}
