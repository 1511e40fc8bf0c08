import type { Inventory } from '../../../shared/inventory/inventory'
import type { Department, DepartmentId } from '../../../shared/inventory/nouns'
import type { ListRow } from './arrange'

export interface DepartmentRow extends ListRow {
  readonly department: Department
  readonly parent: string
  /** Tools it owns, and tools of others that it uses. */
  readonly tools: number
  readonly uses: number
  /** Minor units by currency, of the tools it owns. */
  readonly cost: ReadonlyMap<string, number>
}

/** The departments as a tree: each below the one it belongs to, by name. One in a circle stands at the top. */
export function departmentRows(
  { departments, tools, usages }: Inventory,
  compare: (a: string, b: string) => number,
): readonly DepartmentRow[] {
  const owned = new Map<DepartmentId, { tools: number; cost: Map<string, number> }>()
  for (const { owner, annualCost } of tools.values()) {
    if (owner === undefined) continue
    const sum = owned.get(owner) ?? { tools: 0, cost: new Map<string, number>() }
    owned.set(owner, sum)
    sum.tools += 1
    if (annualCost !== undefined) {
      sum.cost.set(annualCost.currency, (sum.cost.get(annualCost.currency) ?? 0) + annualCost.minor)
    }
  }
  const uses = new Map<DepartmentId, number>()
  for (const { department } of usages.values()) uses.set(department, (uses.get(department) ?? 0) + 1)
  const below = new Map<DepartmentId | undefined, Department[]>()
  for (const department of departments.values()) {
    const above = department.parent !== undefined && departments.has(department.parent) ? department.parent : undefined
    below.set(above, [...(below.get(above) ?? []), department])
  }
  for (const group of below.values()) group.sort((a, b) => compare(a.name, b.name))

  const rows: DepartmentRow[] = []
  const seen = new Set<DepartmentId>()
  const visit = (department: Department, depth: number) => {
    if (seen.has(department.id)) return
    seen.add(department.id)
    const { id, name, parent } = department
    const own = owned.get(id)
    rows.push({
      id,
      name,
      depth,
      department,
      parent: parent === undefined ? '' : (departments.get(parent)?.name ?? ''),
      tools: own?.tools ?? 0,
      uses: uses.get(id) ?? 0,
      cost: own?.cost ?? new Map(),
    })
    for (const child of below.get(id) ?? []) visit(child, depth + 1)
  }
  for (const top of below.get(undefined) ?? []) visit(top, 0)
  for (const department of departments.values()) visit(department, 0)
  return rows
}
