import type { RowChange } from './change'
import { patched, pinsWithin, rowAdded, rowChange, rowRemoved, rowSetByHand } from './edit-rows'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import type { Department, DepartmentId } from './nouns'

/** What a person can set in a department. `undefined`: unknown, or none. */
export interface DepartmentEdits {
  readonly name: string
  readonly parent: DepartmentId | undefined
  readonly headcount: number | undefined
}

/** A new department. No rows when the name is blank or the parent doesn't exist. */
export function addDepartment(
  inventory: Inventory,
  name: string,
  parent: DepartmentId | undefined,
  ids: IdSource,
): { readonly id: DepartmentId; readonly rows: readonly RowChange[] } {
  const id = ids('departments')
  const trimmed = name.trim()
  const isLost = parent !== undefined && !inventory.departments.has(parent)
  if (trimmed === '' || isLost || inventory.departments.has(id)) return { id, rows: [] }
  return { id, rows: [rowAdded('departments', { id, name: trimmed, ...(parent === undefined ? {} : { parent }) })] }
}

/**
 * The rows that change a department. None when nothing changes, when the name would be blank, and when it would come
 * to lie below itself.
 */
export function setDepartment(
  inventory: Inventory,
  id: DepartmentId,
  says: Partial<DepartmentEdits>,
): readonly RowChange[] {
  const before = inventory.departments.get(id)
  if (before === undefined) return []
  const name = says.name?.trim()
  if (name === '') return []
  if (says.parent !== undefined && !canLieBelow(inventory, id, says.parent)) return []
  return rowSetByHand('departments', before, patched(before, { ...says, ...(name === undefined ? {} : { name }) }))
}

/** Whether the department can belong to the other one: it exists, and isn't itself or one below it. */
export function canLieBelow({ departments }: Inventory, id: DepartmentId, parent: DepartmentId): boolean {
  const seen = new Set<DepartmentId>()
  let above: DepartmentId | undefined = parent
  while (above !== undefined && !seen.has(above)) {
    if (above === id) return false
    seen.add(above)
    above = departments.get(above)?.parent
  }
  return departments.has(parent)
}

/** What hangs on departments: what their removal changes or takes along. */
export interface DepartmentTies {
  readonly tools: number
  readonly usages: number
  readonly children: number
}

/** How much hangs on these departments. */
export function tiesOf(inventory: Inventory, ids: ReadonlySet<DepartmentId>): DepartmentTies {
  const count = <T>(rows: Iterable<T>, isMeant: (row: T) => boolean) => [...rows].filter(isMeant).length
  return {
    tools: count(inventory.tools.values(), ({ owner }) => owner !== undefined && ids.has(owner)),
    usages: count(inventory.usages.values(), ({ department }) => ids.has(department)),
    children: count(
      inventory.departments.values(),
      ({ id, parent }) => parent !== undefined && ids.has(parent) && !ids.has(id),
    ),
  }
}

/**
 * The rows that remove departments. Their tools have no department any more, what is said of their use of tools goes,
 * and departments below them move up to the next one that stays. Unknown ids are passed over.
 */
export function removeDepartments(inventory: Inventory, departmentIds: Iterable<DepartmentId>): readonly RowChange[] {
  const gone = new Set<DepartmentId>([...departmentIds].filter((id) => inventory.departments.has(id)))
  if (gone.size === 0) return []
  const rows: RowChange[] = []
  for (const usage of inventory.usages.values()) if (gone.has(usage.department)) rows.push(rowRemoved('usages', usage))
  for (const tool of inventory.tools.values()) {
    if (tool.owner === undefined || !gone.has(tool.owner)) continue
    rows.push(...rowChange('tools', tool, patched(tool, { owner: undefined })))
  }
  for (const department of inventory.departments.values()) {
    const { id, parent } = department
    if (gone.has(id) || parent === undefined || !gone.has(parent)) continue
    const moved = patched(department, { parent: nextAbove(inventory, parent, gone) })
    rows.push(...rowChange('departments', department, moved))
  }
  for (const id of gone) rows.push(...pinsWithin(inventory, id))
  for (const id of gone) rows.push(rowRemoved('departments', inventory.departments.get(id) as Department))
  return rows
}

function nextAbove(
  { departments }: Inventory,
  from: DepartmentId,
  gone: ReadonlySet<DepartmentId>,
): DepartmentId | undefined {
  const seen = new Set<DepartmentId>()
  let above: DepartmentId | undefined = from
  while (above !== undefined && gone.has(above)) {
    if (seen.has(above)) return undefined
    seen.add(above)
    above = departments.get(above)?.parent
  }
  return above
}
