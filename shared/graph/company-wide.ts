import type { RowChange } from '../inventory/change'
import { setOwner } from '../inventory/edit-owner'
import { rowAdded } from '../inventory/edit-rows'
import type { IdSource } from '../inventory/ids'
import type { Inventory } from '../inventory/inventory'
import type { DepartmentId, ToolId } from '../inventory/nouns'
import { MANY_DEPARTMENTS } from './graph'

/**
 * The rows that take tools from their departments so that they belong to the whole company. A department that owned a
 * tool goes on using it. `wide`: those that as many departments use as it takes to be shown as company-wide; the others
 * belong to no department. Unknown ids are passed over.
 */
export function makeCompanyWide(
  inventory: Inventory,
  tools: readonly ToolId[],
  ids: IdSource,
): { readonly rows: readonly RowChange[]; readonly wide: ReadonlySet<ToolId> } {
  const users = new Map<ToolId, Set<DepartmentId>>(tools.map((id) => [id, new Set()]))
  for (const { tool, department } of inventory.usages.values()) users.get(tool)?.add(department)
  const rows: RowChange[] = [...setOwner(inventory, tools, undefined)]
  for (const [id, departments] of users) {
    const owner = inventory.tools.get(id)?.owner
    if (owner === undefined || departments.has(owner)) continue
    rows.push(rowAdded('usages', { id: ids('usages'), tool: id, department: owner }))
    departments.add(owner)
  }
  return { rows, wide: new Set([...users].flatMap(([id, { size }]) => (size >= MANY_DEPARTMENTS ? [id] : []))) }
}
