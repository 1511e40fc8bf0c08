import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import { decodeFile } from '../../../../renderer/files/decode-file'
import { formatsFor } from '../../../../renderer/format'
import { catalogueIndex, catalogueWords, domainNames } from '../../../../renderer/river/catalogue'
import { planFiles, prepareFiles } from '../../../../renderer/river/import-files'
import type { Findings } from '../../../../shared/analysis/findings'
import { judge } from '../../../../shared/analysis/judge'
import { recogniseTools } from '../../../../shared/catalogue/recognise-tools'
import type { ReportInput } from '../../../../shared/export/reports/report-input'
import { toMapSvg } from '../../../../shared/export/to-svg'
import { buildGraph } from '../../../../shared/graph/build-graph'
import { layout } from '../../../../shared/graph/layout'
import { idSource } from '../../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../../shared/inventory/inventory'
import type { ToolId } from '../../../../shared/inventory/nouns'
import { resources } from '../../../../shared/strings/resources'
import type { Translate } from '../../../../shared/strings/words'
import { wellFormed } from '../../../fixtures/well-formed'

/** The real words of a language. */
export function wordsOf(language: 'de' | 'en'): Translate {
  const i18n = i18next.createInstance()
  void i18n.init({ lng: language, resources, ns: Object.keys(resources.en), interpolation: { escapeValue: false } })
  const t = i18n.t as unknown as (key: string, values?: object) => unknown
  return (key, values) => String(t(key, values))
}

/** A sample company as the app imports it, the catalogue's words included. */
export function sample(name: 'muster-maschinenbau' | 'northfield-services'): Inventory {
  const folder = join('assets', 'samples', name)
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'))
  const decoded = files.flatMap((file) => decodeFile(file, new Uint8Array(readFileSync(join(folder, file)))))
  const { taken } = prepareFiles(decoded)
  return planFiles(EMPTY_INVENTORY, taken, idSource(1), 'EUR', catalogueWords).after
}

/** What the app would conclude from an inventory. */
export function findingsOf(inventory: Inventory): Findings {
  return judge(inventory, recogniseTools(inventory, catalogueIndex()), '2026-06-15')
}

/** A report's input as the river makes it. */
export function inputOf(inventory: Inventory, language: 'de' | 'en', more: Partial<ReportInput> = {}): ReportInput {
  const formats = formatsFor(language)
  return {
    inventory,
    findings: findingsOf(inventory),
    language,
    date: formats.date('2026-06-15'),
    t: wordsOf(language),
    formatNumber: formats.number,
    formatMoney: (minor, currency) => formats.money({ minor, currency }),
    formatDate: formats.date,
    compare: formats.compare,
    ...more,
  }
}

/** The map of an inventory as the app exports it. */
export function mapOf(input: ReportInput): string {
  const { inventory, findings, language } = input
  const names = new Map<ToolId, string[]>()
  const domains = new Map<ToolId, string>()
  for (const { tool, functionKey } of findings.assigned.assignments) {
    const info = findings.assigned.functions.get(functionKey)
    if (info === undefined) continue
    names.set(tool, [...(names.get(tool) ?? []), info.name[language]])
    if (info.domain !== undefined) domains.set(tool, info.domain)
  }
  const graph = buildGraph(inventory, { overlaps: findings.overlapCount, functionNames: names, domains })
  return toMapSvg(layout(graph, inventory.pins), {
    theme: 'light',
    title: 'Toolscape',
    date: input.date,
    t: input.t,
    language,
    formatNumber: input.formatNumber,
    formatMoney: input.formatMoney,
    overlaps: findings.overlaps.filter(({ score }) => score >= 0.6),
    pins: new Map(findings.bundles.slice(0, 5).map(({ rank, tools }) => [tools[0] as string, rank])),
    domainNames: domainNames(language),
  })
}

/** What is wrong with an HTML file of ours, read as XML. */
export function htmlFault(html: string): string | undefined {
  const doctype = '<!doctype html>\n'
  return html.startsWith(doctype) ? wellFormed(html.slice(doctype.length)) : 'no doctype'
}

/** The text a reader sees, with the pictures' own text left out. */
export function textOf(html: string): string {
  return html
    .replace(/<(head|svg)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
}
