import type { Findings, Overlap } from '../../shared/analysis/findings'
import type { SaveKind } from '../../shared/bridge'
import { type ImportReport, reportText, toReport } from '../../shared/export/to-report'
import { toMapSvg } from '../../shared/export/to-svg'
import { toToolsTable } from '../../shared/export/to-tables'
import { toWorkbookSheets } from '../../shared/export/to-workbook-tables'
import type { PlacedGraph } from '../../shared/graph/graph'
import type { Inventory } from '../../shared/inventory/inventory'
import type { ToolId } from '../../shared/inventory/nouns'
import { pacer } from '../database/breathe'
import { encodeCsv } from '../files/csv-codec'
import { flavourOf } from '../files/flavours'
import { encodeXlsx } from '../files/xlsx-write'
import { formatsFor } from '../format'
import { translate } from '../i18n'
import { domainNames } from './catalogue'
import type { Laid } from './laid'

/** Everything an export is made of. The same for the window and for the headless command. */
export interface Source {
  readonly inventory: Inventory
  readonly findings: Findings
  readonly placed: PlacedGraph
  readonly routes: Laid['routes']
  readonly language: 'de' | 'en'
  /** ISO date that is printed on what leaves. */
  readonly today: string
  readonly imports?: readonly ImportReport[]
}

/** The map as a complete SVG file. */
export function mapSvg({ placed, routes, findings, language, today }: Source, theme: 'light' | 'dark'): string {
  const formats = formatsFor(language)
  return toMapSvg(placed, {
    theme,
    title: translate('common:appName'),
    date: formats.date(today),
    t: translate,
    language,
    formatNumber: formats.number,
    formatMoney: (minor, currency) => formats.money({ minor, currency }),
    pins: bundlePins(findings),
    overlaps: strongOverlaps(findings),
    routes,
    domainNames: domainNames(language),
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

/** The tools as CSV in the language's flavour: semicolon, BOM and decimal comma for German. */
export function toolsCsv({ inventory, language }: Pick<Source, 'inventory' | 'language'>): string {
  const { header, rows } = toToolsTable(inventory, { language })
  return encodeCsv([header, ...rows], flavourOf(language))
}

/** The whole inventory as the bytes of an .xlsx workbook. */
export function workbookXlsx({ inventory, language }: Pick<Source, 'inventory' | 'language'>): Uint8Array {
  return encodeXlsx(toWorkbookSheets(inventory, { language }))
}

/** The report as JSON text. */
export function reportJson({ inventory, findings, language, imports = [] }: Source): string {
  return reportText(toReport({ imports, inventory, findings, language }))
}

/** File names to suggest. */
export function suggestedName(kind: SaveKind, today: string): string {
  const names: Record<SaveKind, string> = {
    'map-svg': `toolscape-${today}.svg`,
    'tools-csv': `tools-${today}.csv`,
    'workbook-xlsx': `toolscape-${today}.xlsx`,
    'report-json': `toolscape-${today}.json`,
    'problems-csv': `problems-${today}.csv`,
    'mapping-json': `mapping-${today}.json`,
  }
  return names[kind]
}
