import { FOLDER_KINDS, type FolderKind, type HeadlessKind, type NamedFile, type SaveKind } from '../../shared/bridge'
import { filledOnly } from '../../shared/export/look-filters'
import { toArchiModel } from '../../shared/export/models/archi-model'
import type { Sheet } from '../../shared/export/models/sheet'
import { toArchiTables } from '../../shared/export/models/to-archi-csv'
import { toBackstage } from '../../shared/export/models/to-backstage'
import { toDrawio } from '../../shared/export/models/to-drawio'
import { toLeanix } from '../../shared/export/models/to-leanix'
import { toMermaid } from '../../shared/export/models/to-mermaid'
import { neo4jCommand, toNeo4j } from '../../shared/export/models/to-neo4j'
import { toOpenExchange } from '../../shared/export/models/to-open-exchange'
import { toSql } from '../../shared/export/models/to-sql'
import { toTurboEa } from '../../shared/export/models/to-turbo-ea'
import { svgLens } from '../../shared/export/seen-map'
import { type ExportTable, toDepartmentsTable, toFlowsTable } from '../../shared/export/to-tables'
import { containerName } from '../../shared/graph/container-name'
import type { Graph } from '../../shared/graph/graph'
import type { Inventory } from '../../shared/inventory/inventory'
import { snapshotText } from '../../shared/inventory/validate'
import { encodeCsv } from '../files/csv-codec'
import { flavourOf } from '../files/flavours'
import { encodeXlsx } from '../files/xlsx-write'
import { translateIn } from '../i18n'
import { mapSvg, reportJson, strongOverlaps, toolsCsv, workbookXlsx } from './leave'
import { bookPdf, deckPptx, mapPdf, mapPng, summaryPdf } from './paper-exports'
import { bookHtml, summaryHtml } from './print'
import { type Basics, pictureTitle, type Source, titleLine } from './source'

type Contents = string | Uint8Array

/** One way out of the app. */
export type Exporter = {
  /** `whole`: a picture of the map and nothing else. `part`: such a picture is in it. Everything else takes no look. */
  readonly picture?: 'whole' | 'part'
} & (
  | { readonly needs: 'inventory'; readonly contents: (source: Basics) => Made }
  | { readonly needs: 'everything'; readonly contents: (source: Source) => Made }
)

/** One file, or several that belong together and are written into a folder. */
type Made = Contents | readonly NamedFile[] | Promise<Contents | readonly NamedFile[]>

/** Every kind of export. Another one is a line here, its word in `HEADLESS_KINDS` and its sentence in the strings. */
export const EXPORTS: Readonly<Record<HeadlessKind, Exporter>> = {
  map: { needs: 'everything', picture: 'whole', contents: svg },
  drawio: { needs: 'everything', picture: 'whole', contents: drawio },
  mermaid: { needs: 'everything', picture: 'whole', contents: mermaid },
  png: { needs: 'everything', picture: 'whole', contents: mapPng },
  pdf: { needs: 'everything', picture: 'whole', contents: mapPdf },
  deck: { needs: 'everything', picture: 'part', contents: deckPptx },
  summary: { needs: 'everything', picture: 'part', contents: summaryPdf },
  'summary-html': { needs: 'everything', picture: 'part', contents: (source) => summaryHtml(source) },
  book: { needs: 'everything', contents: bookPdf },
  'book-html': { needs: 'everything', contents: (source) => bookHtml(source) },
  workbook: { needs: 'everything', contents: workbookXlsx },
  tools: { needs: 'inventory', contents: toolsCsv },
  flows: { needs: 'inventory', contents: (source) => csv(toFlowsTable(source.inventory, source), source.flavour) },
  departments: {
    needs: 'inventory',
    contents: (source) => csv(toDepartmentsTable(source.inventory, source), source.flavour),
  },
  report: { needs: 'everything', contents: reportJson },
  archimate: {
    needs: 'inventory',
    contents: ({ inventory, language, name = '' }) => toOpenExchange(toArchiModel(inventory), name, language),
  },
  archi: { needs: 'inventory', contents: ({ inventory }) => archi(inventory) },
  leanix: { needs: 'inventory', contents: ({ inventory }) => workbook(toLeanix(inventory)) },
  'turbo-ea': { needs: 'inventory', contents: ({ inventory }) => workbook(toTurboEa(inventory)) },
  backstage: { needs: 'inventory', contents: ({ inventory }) => toBackstage(inventory) },
  neo4j: { needs: 'inventory', contents: ({ inventory }) => neo4j(inventory) },
  sql: { needs: 'inventory', contents: ({ inventory }) => toSql(inventory) },
  workspace: { needs: 'inventory', contents: ({ inventory, sequence }) => snapshotText(inventory, sequence) },
}

/** What kind of file a kind of export is saved as, for the kinds that are one file. */
export const SAVED_AS: Readonly<Record<Exclude<HeadlessKind, FolderKind>, SaveKind>> = {
  map: 'map-svg',
  drawio: 'map-drawio',
  mermaid: 'map-mermaid',
  png: 'map-png',
  pdf: 'map-pdf',
  deck: 'deck-pptx',
  summary: 'summary-pdf',
  'summary-html': 'summary-html',
  book: 'book-pdf',
  'book-html': 'book-html',
  workbook: 'workbook-xlsx',
  tools: 'tools-csv',
  flows: 'flows-csv',
  departments: 'departments-csv',
  report: 'report-json',
  archimate: 'archimate-xml',
  leanix: 'leanix-xlsx',
  'turbo-ea': 'turbo-ea-xlsx',
  backstage: 'backstage-yaml',
  sql: 'inventory-sql',
  workspace: 'workspace-json',
}

export function isFolderKind(kind: HeadlessKind): kind is FolderKind {
  return (FOLDER_KINDS as readonly string[]).includes(kind)
}

function svg(source: Source): string {
  return mapSvg(source, source.theme, { transparent: source.picture.transparent })
}

function drawio(source: Source): string {
  const { seen, inventory, language, findings, words } = source
  const t = translateIn(language)
  return toDrawio({ ...seen.placed, graph: named(seen.placed.graph, language) }, inventory, {
    title: [pictureTitle(source), titleLine(source)].join(' · '),
    language,
    words: {
      departments: t('common:noun.departments'),
      flows: t('common:noun.flows'),
      overlaps: t('common:noun.overlaps'),
      noDepartment: t('common:noDepartment'),
    },
    overlaps: seen.look.overlaps ? strongOverlaps(findings) : [],
    colours: svgLens(seen, 'light', words).colours,
  })
}

/** The graph with the words for containers that have no name of their own, and without those in which nothing shows. */
function named(graph: Graph, language: 'de' | 'en'): Graph {
  const t = translateIn(language)
  const filled = filledOnly(graph)
  return { ...filled, containers: filled.containers.map((node) => ({ ...node, name: containerName(node, t) })) }
}

function mermaid(source: Source): string {
  const t = translateIn(source.language)
  return toMermaid(named(source.seen.placed.graph, source.language), t('common:noDepartment'), [
    pictureTitle(source),
    titleLine(source),
  ])
}

function csv({ header, rows }: ExportTable, flavour: 'de' | 'en'): string {
  return encodeCsv([header, ...rows], flavourOf(flavour))
}

/**
 * Lists for other programs are always international: they read commas and points whatever language the people speak.
 * Texts that a spreadsheet program might run are guarded here too (a leading quote), because such lists are opened in
 * one more often than not; our own import takes the guard off.
 */
function archi(inventory: Inventory): readonly NamedFile[] {
  const { elements, relations, properties } = toArchiTables(toArchiModel(inventory))
  return [
    { name: 'elements.csv', contents: csv(elements, 'en') },
    { name: 'relations.csv', contents: csv(relations, 'en') },
    { name: 'properties.csv', contents: csv(properties, 'en') },
  ]
}

function neo4j(inventory: Inventory): readonly NamedFile[] {
  const files = toNeo4j(inventory)
  return [
    ...files.map(({ name, table }) => ({ name, contents: csv(table, 'en') })),
    { name: 'load-command.txt', contents: neo4jCommand(files) },
  ]
}

function workbook(sheets: readonly Sheet[]): Uint8Array {
  return encodeXlsx(sheets)
}
