import type { Department, DepartmentId } from '../inventory/nouns'
import type { ContainerNode } from './graph'

/**
 * The department above each department that has one. Parents that don't exist are left out; where departments lie in
 * each other in a circle, the last one of the circle by id is taken to be the outermost.
 */
export function parentsOf(departments: ReadonlyMap<DepartmentId, Department>): ReadonlyMap<DepartmentId, DepartmentId> {
  const parents = new Map<DepartmentId, DepartmentId>()
  for (const { id, parent } of departments.values()) {
    if (parent !== undefined && departments.has(parent)) parents.set(id, parent)
  }
  const done = new Set<DepartmentId>()
  for (const start of departments.keys()) {
    const walked = new Set<DepartmentId>()
    let id: DepartmentId | undefined = start
    while (id !== undefined && !done.has(id) && !walked.has(id)) {
      walked.add(id)
      id = parents.get(id)
    }
    if (id !== undefined && walked.has(id)) {
      const walk = [...walked]
      const circle = walk.slice(walk.indexOf(id))
      parents.delete(circle.reduce((a, b) => (a > b ? a : b)))
    }
    for (const each of walked) done.add(each)
  }
  return parents
}

/** The container and all that lie in it, at any depth, by id. */
export function within(containers: readonly ContainerNode[], id: string): ReadonlySet<string> {
  const found = new Set([id])
  for (const { id: each, parent } of containers) if (parent !== undefined && found.has(parent)) found.add(each)
  return found
}
