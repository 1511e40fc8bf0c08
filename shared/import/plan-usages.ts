import type { DepartmentId, ToolId, Usage } from '../inventory/nouns'
import { meansEverybody } from './directories'
import type { PlanContext, PlannedTool } from './plan-context'
import { handGuard } from './plan-hand'

/**
 * Writes who uses the tools of a list, into the writer and into `usages`. Gives, for the tools whose users change, who
 * they were before.
 */
export function planUsages(
  planned: readonly PlannedTool[],
  usages: Map<ToolId, Usage[]>,
  context: PlanContext,
): ReadonlyMap<ToolId, readonly Usage[]> {
  const { writer, ids, departments, options } = context
  const before = new Map<ToolId, readonly Usage[]>()
  const everybody = writer.all('departments').map(({ id }) => id)
  for (const { merged, before: stored, id } of planned) {
    const { draft } = merged
    const owners = draft.owner ?? []
    if (owners.length < 2 && draft.usedBy === undefined && draft.clears === undefined && !owners.some(meansEverybody))
      continue
    const guard = handGuard(stored, options.handEdits)
    const ownerName = owners.find((name) => !meansEverybody(name))
    const isEmptied = draft.clears?.includes('usedBy') === true && !guard.holds('usedBy')
    if (owners.length === 0 && draft.usedBy === undefined && !isEmptied) continue
    const names = guard.holds('owner') ? owners.filter((name) => name !== ownerName) : owners
    const users = new Set<DepartmentId>()
    for (const name of guard.holds('usedBy') ? names : names.concat(draft.usedBy ?? [])) {
      if (meansEverybody(name)) for (const department of everybody) users.add(department)
      else users.add(departments.findOrCreate(name))
    }
    const owner = writer.get('tools', id)?.owner
    const own = usages.get(id)
    if (isEmptied && own?.some(({ department }) => !users.has(department))) {
      before.set(id, own)
      usages.set(
        id,
        own.filter(({ department }) => users.has(department)),
      )
      for (const usage of own) if (!users.has(usage.department)) writer.remove('usages', usage.id)
    }
    if (users.size === 0) continue
    const known = usages.get(id) ?? NOBODY
    const knownOnes = new Set(known.map(({ department }) => department))
    const added: Usage[] = []
    for (const department of users) {
      if (department === owner || knownOnes.has(department)) continue
      const usage: Usage = { id: ids('usages'), tool: id, department }
      writer.put('usages', usage)
      added.push(usage)
    }
    if (added.length === 0) continue
    if (!before.has(id)) before.set(id, known)
    usages.set(id, known.concat(added))
  }
  return before
}

const NOBODY: Usage[] = []
