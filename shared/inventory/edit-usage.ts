import type { RowChange } from './change'
import { patched, rowAdded, rowRemoved, rowSetByHand } from './edit-rows'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import { normaliseName } from './normalise'
import type { DepartmentId, ToolId, Usage, UsageId } from './nouns'

/**
 * Says that a department uses a tool. A department that doesn't exist yet is made. No rows when it is known already,
 * as the tool's owner or by a usage.
 */
export function addUsage(
  inventory: Inventory,
  tool: ToolId,
  departmentName: string,
  ids: IdSource,
): readonly RowChange[] {
  const name = departmentName.trim()
  const used = inventory.tools.get(tool)
  if (used === undefined || name === '') return []
  const key = normaliseName(name)
  const known = [...inventory.departments.values()].find((each) => normaliseName(each.name) === key)
  const isKnown =
    known !== undefined &&
    (used.owner === known.id ||
      [...inventory.usages.values()].some((usage) => usage.tool === tool && usage.department === known.id))
  if (isKnown) return []
  const made: RowChange[] = []
  let department: DepartmentId | undefined = known?.id
  if (department === undefined) {
    department = ids('departments')
    made.push(rowAdded('departments', { id: department, name }))
  }
  return [...made, rowAdded('usages', { id: ids('usages'), tool, department })]
}

/** What a person says of a department's use; `undefined`: unknown. A blank concern is none. */
export function setUsage(
  inventory: Inventory,
  id: UsageId,
  says: { readonly [K in 'users' | 'attachment' | 'concern']?: Usage[K] | undefined },
): readonly RowChange[] {
  const before = inventory.usages.get(id)
  if (before === undefined) return []
  const concern = 'concern' in says ? { concern: says.concern?.trim() || undefined } : {}
  return rowSetByHand('usages', before, patched(before, { ...says, ...concern }))
}

/** The rows that take back what was said of a department's use. */
export function removeUsage(inventory: Inventory, id: UsageId): readonly RowChange[] {
  const before = inventory.usages.get(id)
  return before === undefined ? [] : [rowRemoved('usages', before)]
}
