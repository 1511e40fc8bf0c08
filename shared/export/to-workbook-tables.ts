import { type Language, TOOL_HEADERS, type Word } from '../import/own-headers'
import { OWN_MARK, OWN_SHEETS, type OwnSheet } from '../import/sources/own-workbook'
import type { Inventory } from '../inventory/inventory'
import type { FormulaCell } from './formula'
import { CRITICALITY, DATA_OBJECT_SHEET, FUNCTION_SHEET, USAGE_SHEET } from './table-words'
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
 * The whole inventory as the sheets of a workbook: tools, departments and data flows in the manner of `to-tables`, which
 * come back by importing the workbook; who uses what with how many users, functions, and data objects with their masters,
 * to be read and reckoned with. Further sheets go in front of the last one, which is hidden and says what the file is.
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
    named('usage', usageTable(inventory, language)),
    named('functions', functionsTable(inventory, language)),
    named('dataObjects', dataObjectsTable(inventory, language)),
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

/** A row for each department that uses a tool and is not its owner, or of which more is known than that. */
function usageTable({ usages, tools, departments }: Inventory, language: Language): ExportTable {
  const rows = [...usages.values()].map(({ tool, department, users, attachment, concern }): readonly Cell[] => {
    const used = tools.get(tool)
    return [
      used?.name ?? null,
      used?.partOf ?? null,
      departments.get(department)?.name ?? null,
      users ?? null,
      attachment === undefined ? null : CRITICALITY[attachment][language],
      concern ?? null,
    ]
  })
  return { header: headerOf(USAGE_SHEET, language), rows }
}

/** A row for each function: its domain's id, and how many tools do it. */
function functionsTable({ functions, tools }: Inventory, language: Language): ExportTable {
  const doing = new Map<string, number>()
  for (const tool of tools.values()) for (const id of tool.functions) doing.set(id, (doing.get(id) ?? 0) + 1)
  const rows = [...functions.values()].map(({ id, name, domain }): readonly Cell[] => [
    name,
    domain ?? null,
    doing.get(id) ?? 0,
  ])
  return { header: headerOf(FUNCTION_SHEET, language), rows }
}

/** A row for each data object: the tool that is its master, and how many flows carry it. */
function dataObjectsTable({ dataObjects, flows, tools }: Inventory, language: Language): ExportTable {
  const carried = new Map<string, number>()
  for (const flow of flows.values()) for (const id of flow.dataObjects) carried.set(id, (carried.get(id) ?? 0) + 1)
  const rows = [...dataObjects.values()].map(({ id, name, master }): readonly Cell[] => [
    name,
    master === undefined ? null : (tools.get(master)?.name ?? null),
    carried.get(id) ?? 0,
  ])
  return { header: headerOf(DATA_OBJECT_SHEET, language), rows }
}

function headerOf(words: readonly Word[], language: Language): readonly string[] {
  return words.map((word) => word[language])
}
