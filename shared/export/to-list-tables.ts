import { listValue } from '../import/list-value'
import { DATA_OBJECT_HEADERS, FUNCTION_HEADERS, USAGE_HEADERS } from '../import/own-headers'
import type { Inventory } from '../inventory/inventory'
import { ATTACHMENT } from './table-words'
import { type ExportTable, type Row, type TableOptions, tableOf } from './to-tables'
import { toolRefs } from './tool-refs'

/**
 * Which departments use which tools, how many people, how attached they are and what they fear, in the manner of
 * `to-tables`: importing the table after the tools gives the same usages. A tool's owner is in it only where more is
 * known than that it owns the tool.
 */
export function toUsagesTable(inventory: Inventory, { language }: TableOptions): ExportTable {
  const { usages, tools, departments } = inventory
  const refOf = toolRefs(inventory)
  const rows = [...usages.values()].flatMap((usage): Row[] => {
    const { tool, department, users, attachment, concern, extra = {} } = usage
    const says = users !== undefined || attachment !== undefined || concern !== undefined || usage.extra !== undefined
    if (tools.get(tool)?.owner === department && !says) return []
    const ref = refOf(tool)
    const cells = {
      name: ref?.name ?? null,
      partOf: ref?.partOf ?? null,
      owner: listValue(departments.get(department)?.name ?? ''),
      users: users ?? null,
      attachment: attachment === undefined ? null : ATTACHMENT[attachment][language],
      concern: concern ?? null,
    }
    return [{ cells, extra }]
  })
  return tableOf(USAGE_HEADERS, rows, language)
}

/** Every data object with the tool that is its master, in the same manner. */
export function toDataObjectsTable(inventory: Inventory, { language }: TableOptions): ExportTable {
  const refOf = toolRefs(inventory)
  const rows = [...inventory.dataObjects.values()].map(({ name, master, extra = {} }): Row => {
    const ref = refOf(master)
    return { cells: { name, master: ref?.name ?? null, masterPartOf: ref?.partOf ?? null }, extra }
  })
  return tableOf(DATA_OBJECT_HEADERS, rows, language)
}

/** Every function with its domain and what the catalogue calls it, both by their ids, in the same manner. */
export function toFunctionsTable({ functions }: Inventory, { language }: TableOptions): ExportTable {
  const rows = [...functions.values()].map(({ name, domain, catalogueId, extra = {} }): Row => {
    return { cells: { name, domain: domain ?? null, catalogueId: catalogueId ?? null }, extra }
  })
  return tableOf(FUNCTION_HEADERS, rows, language)
}
