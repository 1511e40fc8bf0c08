import { COUNTED, TOOL_HEADERS } from '../import/own-headers'
import { OWN_MARK, OWN_SHEETS, type OwnSheet } from '../import/sources/own-workbook'
import type { Inventory } from '../inventory/inventory'
import type { FormulaCell } from './formula'
import { toDataObjectsTable, toFunctionsTable, toUsagesTable } from './to-list-tables'
import {
  type Cell,
  type ExportTable,
  type TableOptions,
  toDepartmentsTable,
  toFlowsTable,
  toToolsTable,
} from './to-tables'

/** A table some of whose cells reckon. */
export interface SheetTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly (Cell | FormulaCell)[])[]
}

/** One sheet of a workbook. Texts are texts, whatever they begin with; texts in `dateColumns` are ISO dates. */
export interface WorkbookSheet {
  readonly name: string
  readonly table: SheetTable
  /** Columns, counted from 0, whose texts are dates where they are written as ISO dates. */
  readonly dateColumns?: readonly number[]
  readonly hidden?: boolean
}

/**
 * The whole inventory as the sheets of a workbook: tools, departments, data flows, who uses what with how many users,
 * functions, and data objects with their masters, all of which come back by importing the workbook. Further sheets go in
 * front of the last one, which is hidden and says what the file is.
 */
export function toWorkbookSheets(
  inventory: Inventory,
  options: TableOptions,
  further: readonly WorkbookSheet[] = [],
): readonly WorkbookSheet[] {
  const { language } = options
  const named = (sheet: OwnSheet, table: ExportTable): WorkbookSheet => ({ name: OWN_SHEETS[sheet][language], table })
  const dateColumns = TOOL_HEADERS.flatMap(([field], i) => (field === 'contractEnd' ? i : []))
  return [
    { ...named('tools', toToolsTable(inventory, options)), dateColumns },
    named('departments', toDepartmentsTable(inventory, options)),
    named('flows', toFlowsTable(inventory, options)),
    named('usage', toUsagesTable(inventory, options)),
    named('functions', functionsSheet(inventory, options)),
    named('dataObjects', dataObjectsSheet(inventory, options)),
    ...further,
    { name: OWN_MARK.sheet, hidden: true, table: MARK },
  ]
}

const MARK: ExportTable = {
  header: OWN_MARK.columns,
  rows: [
    ['format', OWN_MARK.format],
    ['version', 1],
  ],
}

/** The functions, with how many tools do each. */
function functionsSheet(inventory: Inventory, options: TableOptions): ExportTable {
  const doing = new Map<string, number>()
  for (const { functions } of inventory.tools.values())
    for (const id of functions) doing.set(id, (doing.get(id) ?? 0) + 1)
  const counts = [...inventory.functions.keys()].map((id) => doing.get(id) ?? 0)
  return withCounts(toFunctionsTable(inventory, options), COUNTED.functions[options.language], counts)
}

/** The data objects, with how many flows carry each. */
function dataObjectsSheet(inventory: Inventory, options: TableOptions): ExportTable {
  const carried = new Map<string, number>()
  for (const { dataObjects } of inventory.flows.values())
    for (const id of dataObjects) carried.set(id, (carried.get(id) ?? 0) + 1)
  const counts = [...inventory.dataObjects.keys()].map((id) => carried.get(id) ?? 0)
  return withCounts(toDataObjectsTable(inventory, options), COUNTED.dataObjects[options.language], counts)
}

/** The table with a column of counts at the end, one for each row. */
function withCounts({ header, rows }: ExportTable, name: string, counts: readonly number[]): ExportTable {
  return { header: [...header, name], rows: rows.map((row, i) => [...row, counts[i] ?? 0]) }
}
