import type { Assigned } from '../analysis/findings'
import type { DataRow, DataUse } from '../analysis/matrix/data-matrix'
import type { FlowCell, FlowMatrix } from '../analysis/matrix/flow-matrix'
import { type FunctionMatrix, NOWHERE } from '../analysis/matrix/function-matrix'
import { type Language, type Word, word } from '../import/own-headers'
import { OWN_SHEETS, type OwnSheet } from '../import/sources/own-workbook'
import type { Inventory } from '../inventory/inventory'
import type { DataObjectId, ToolId } from '../inventory/nouns'
import { METHOD } from './table-words'
import { type Cell, type ExportTable, joined } from './to-tables'
import type { WorkbookSheet } from './to-workbook-tables'

/** What a matrix is written with. `domains`: names of the catalogue's domains in the language. */
export interface MatrixOptions {
  readonly language: Language
  readonly domains: ReadonlyMap<string, string>
}

/** A matrix with more columns than this can't be opened as a sheet; its rows can. */
export const WIDEST = 1_000

const H = {
  domain: word('Domain', 'Bereich'),
  function: word('Function', 'Funktion'),
  department: word('Department', 'Abteilung'),
  nowhere: word('No department', 'Keine Abteilung'),
  tool: word('Tool', 'Tool'),
  tools: word('Tools', 'Tools'),
  count: word('Number of tools', 'Anzahl Tools'),
  twice: word('Departments with two or more', 'Abteilungen mit zwei oder mehr'),
  proposed: word('Only proposed', 'Nur vorgeschlagen'),
  cost: word('Cost per year', 'Kosten im Jahr'),
  costUnknown: word('Tools without known cost', 'Tools ohne bekannte Kosten'),
  hours: word('Hours a month', 'Stunden im Monat'),
  hoursUnknown: word('Tools without known hours', 'Tools ohne bekannte Stunden'),
  from: word('From', 'Von'),
  to: word('To', 'Nach'),
  fromTo: word('From \\ To', 'Von \\ Nach'),
  flows: word('Data flows', 'Datenflüsse'),
  method: word('Least automatic method', 'Am wenigsten automatischer Weg'),
  dataObject: word('Data object', 'Datenobjekt'),
  master: word('Master tool', 'Führendes Tool'),
  contested: word('Contested', 'Umstritten'),
  yes: word('yes', 'ja'),
  no: word('no', 'nein'),
  use: word('Does', 'Tut'),
} as const satisfies Readonly<Record<string, Word>>

/** What a tool does with a data object, as the matrix writes it: master, writes, gets, passes on. */
export const DATA_LETTERS = {
  master: word('M', 'F'),
  writes: word('W', 'S'),
  gets: word('R', 'L'),
  passes: word('P', 'W'),
} as const satisfies Readonly<Record<string, Word>>

/**
 * Which of these a tool does, in this order: it is the master, it writes, it gets, it passes on what it gets. Pass on
 * `writes` whether the row counts it among the writers.
 */
export function dataSigns({ master, sends, gets }: DataUse, writes: boolean): readonly (keyof typeof DATA_LETTERS)[] {
  return [
    ...(master ? (['master'] as const) : writes ? (['writes'] as const) : []),
    ...(gets.length > 0 ? (['gets'] as const) : []),
    ...(sends.length > 0 && !writes ? (['passes'] as const) : []),
  ]
}

/** Function × department as it stands on the screen: the tools' names in each cell. */
export function functionMatrixTable(
  { rows, departments }: FunctionMatrix,
  assigned: Assigned,
  inventory: Inventory,
  { language, domains }: MatrixOptions,
): ExportTable {
  const header = [
    H.domain[language],
    H.function[language],
    ...departments.map((id) => departmentName(id, inventory, language)),
    H.tools[language],
    H.twice[language],
  ]
  return {
    header,
    rows: rows.map(({ functionKey, cells, tools, redundant }): readonly Cell[] => [
      ...jobCells(functionKey, assigned, language, domains),
      ...departments.map((id) => joined(names(cells.get(id)?.tools ?? [], inventory))),
      tools,
      redundant,
    ]),
  }
}

/** A row for each filled cell of function × department, with its cost in `currency` and its hours. */
export function functionMatrixRows(
  { rows, departments }: FunctionMatrix,
  assigned: Assigned,
  inventory: Inventory,
  { language, domains }: MatrixOptions,
  currency: string,
): ExportTable {
  const header = [
    ...[H.domain, H.function, H.department, H.count, H.tools, H.proposed].map((each) => each[language]),
    `${H.cost[language]} (${currency})`,
    H.costUnknown[language],
    H.hours[language],
    H.hoursUnknown[language],
  ]
  return {
    header,
    rows: rows.flatMap(({ functionKey, cells }) =>
      departments.flatMap((id): readonly (readonly Cell[])[] => {
        const cell = cells.get(id)
        if (cell === undefined) return []
        const { tools, proposed, cost, costUnknown, hours, hoursUnknown } = cell
        return [
          [
            ...jobCells(functionKey, assigned, language, domains),
            departmentName(id, inventory, language),
            tools.length,
            joined(names(tools, inventory)),
            proposed,
            // Nothing known is not nothing.
            costUnknown === tools.length ? null : cents(cost),
            costUnknown,
            hours === 0 && hoursUnknown > 0 ? null : cents(hours),
            hoursUnknown,
          ],
        ]
      }),
    ),
  }
}

/** Tool × tool: in each cell the least automatic method, the number of flows where there are several, the hours. */
export function flowMatrixTable({ tools, cells }: FlowMatrix, inventory: Inventory, language: Language): ExportTable {
  const shown = tools.slice(0, WIDEST)
  const text = ({ flows, method, hours }: FlowCell) =>
    [
      flows.length > 1 ? `${flows.length} × ${METHOD[method][language]}` : METHOD[method][language],
      ...(hours === undefined ? [] : [`${decimal(hours, language)} h`]),
    ].join(', ')
  return {
    header: [H.fromTo[language], ...names(shown, inventory)],
    rows: shown.map((from): readonly Cell[] => [
      name(from, inventory),
      ...shown.map((to) => {
        const cell = cells.get(from)?.get(to)
        return cell === undefined ? null : text(cell)
      }),
    ]),
  }
}

/** A row for each filled cell of tool × tool. */
export function flowMatrixRows({ tools, cells }: FlowMatrix, inventory: Inventory, language: Language): ExportTable {
  return {
    header: [H.from, H.to, H.flows, H.method, H.hours].map((each) => each[language]),
    rows: tools.flatMap((from) =>
      [...(cells.get(from) ?? [])].map(([to, { flows, method, hours }]): readonly Cell[] => [
        name(from, inventory),
        name(to, inventory),
        flows.length,
        METHOD[method][language],
        hours === undefined ? null : cents(hours),
      ]),
    ),
  }
}

/** Data object × tool as letters (`DATA_LETTERS`), with the master and whether it is contested in front. */
export function dataMatrixTable(
  rows: readonly DataRow[],
  columns: readonly ToolId[],
  inventory: Inventory,
  language: Language,
): ExportTable {
  const shown = columns.slice(0, WIDEST)
  return {
    header: [...dataHeader(language), ...names(shown, inventory)],
    rows: rows.map((row): readonly Cell[] => [
      ...dataCells(row, inventory, language),
      ...shown.map((tool) => {
        const use = row.uses.get(tool)
        if (use === undefined) return null
        return dataSigns(use, row.writers.includes(tool))
          .map((sign) => DATA_LETTERS[sign][language])
          .join(' ')
      }),
    ]),
  }
}

/** A row for each tool that has to do with a data object. */
export function dataMatrixRows(rows: readonly DataRow[], inventory: Inventory, language: Language): ExportTable {
  const does: Readonly<Record<keyof typeof DATA_LETTERS, Word>> = {
    master: word('master', 'führend'),
    writes: word('writes', 'schreibt'),
    gets: word('gets', 'erhält'),
    passes: word('passes on', 'gibt weiter'),
  }
  return {
    header: [...dataHeader(language), H.tool[language], H.use[language]],
    rows: rows.flatMap((row) =>
      [...row.uses].map(([tool, use]): readonly Cell[] => [
        ...dataCells(row, inventory, language),
        name(tool, inventory),
        dataSigns(use, row.writers.includes(tool))
          .map((sign) => does[sign][language])
          .join(', '),
      ]),
    ),
  }
}

/** Everything the three matrices hold as sheets for a workbook, a row for each filled cell. */
export function toMatrixSheets(
  matrices: { readonly functions: FunctionMatrix; readonly flows: FlowMatrix; readonly data: readonly DataRow[] },
  assigned: Assigned,
  inventory: Inventory,
  options: MatrixOptions,
  currency: string,
): readonly WorkbookSheet[] {
  const { language } = options
  const sheet = (own: OwnSheet, table: ExportTable): WorkbookSheet => ({ name: OWN_SHEETS[own][language], table })
  return [
    sheet('functionMatrix', functionMatrixRows(matrices.functions, assigned, inventory, options, currency)),
    sheet('flowMatrix', flowMatrixRows(matrices.flows, inventory, language)),
    sheet('dataMatrix', dataMatrixRows(matrices.data, inventory, language)),
  ]
}

/** The tools that have to do with any data object, those with most first, then in the order of the inventory. */
export function dataColumns(rows: readonly DataRow[], { tools }: Inventory): readonly ToolId[] {
  const counts = new Map<ToolId, number>()
  for (const { uses } of rows) for (const tool of uses.keys()) counts.set(tool, (counts.get(tool) ?? 0) + 1)
  // Sorting is stable: equal counts stay in the inventory's order.
  return [...tools.keys()].filter((id) => counts.has(id)).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
}

function dataHeader(language: Language): readonly string[] {
  return [H.dataObject, H.master, H.contested].map((each) => each[language])
}

function dataCells({ dataObject, master, contested }: DataRow, inventory: Inventory, language: Language): Cell[] {
  return [
    inventory.dataObjects.get(dataObject as DataObjectId)?.name ?? dataObject,
    master === undefined ? null : name(master, inventory),
    H[contested ? 'yes' : 'no'][language],
  ]
}

function jobCells(key: string, assigned: Assigned, language: Language, domains: MatrixOptions['domains']): Cell[] {
  const info = assigned.functions.get(key)
  const domain = info?.domain
  return [domain === undefined ? null : (domains.get(domain) ?? domain), info?.name[language] ?? key]
}

function departmentName(id: FunctionMatrix['departments'][number], { departments }: Inventory, language: Language) {
  return id === NOWHERE ? H.nowhere[language] : (departments.get(id)?.name ?? id)
}

function name(id: ToolId, { tools }: Inventory): string {
  return tools.get(id)?.name ?? id
}

function names(ids: readonly ToolId[], inventory: Inventory): readonly string[] {
  return ids.map((id) => name(id, inventory))
}

function cents(value: number): number {
  return Math.round(value * 100) / 100
}

function decimal(value: number, language: Language): string {
  const text = String(cents(value))
  return language === 'de' ? text.replace('.', ',') : text
}
