import type { Department, DepartmentId } from '../../inventory/nouns'
import type { ExportTable } from '../to-tables'

/** One sheet of a workbook. */
export interface Sheet {
  readonly name: string
  readonly table: ExportTable
}

/** Names of a department and those above it, outermost first. A loop in the data ends the path. */
export function pathOf(departments: ReadonlyMap<DepartmentId, Department>, id: DepartmentId): readonly string[] {
  const path: string[] = []
  const seen = new Set<DepartmentId>()
  for (let at: DepartmentId | undefined = id; at !== undefined && !seen.has(at); ) {
    seen.add(at)
    const department: Department | undefined = departments.get(at)
    if (department === undefined) break
    path.unshift(department.name)
    at = department.parent
  }
  return path
}
