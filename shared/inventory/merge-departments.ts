import type { RowChange } from './change'
import { patched, pinsWithin, rowAdded, rowChange, rowRemoved } from './edit-rows'
import type { Inventory } from './inventory'
import { normaliseName } from './normalise'
import { type Department, type DepartmentId, pinIdOf } from './nouns'

/**
 * The rows that make several departments one. Their tools, users, and the departments below them become those of
 * `into`, each once; what it doesn't know it takes over from them; their names are remembered, so that lists that use
 * them find it; the places of their tools on the map go with them when `into` has none. Unknown ids are passed over.
 */
export function mergeDepartments(
  inventory: Inventory,
  from: Iterable<DepartmentId>,
  into: DepartmentId,
): readonly RowChange[] {
  const target = inventory.departments.get(into)
  if (target === undefined) return []
  const merged = [...new Set(from)].flatMap((id) => (id === into ? [] : (inventory.departments.get(id) ?? [])))
  if (merged.length === 0) return []
  const gone = new Set(merged.map(({ id }) => id))
  const moved = (id: DepartmentId) => (gone.has(id) ? into : id)
  const rows: RowChange[] = []

  for (const department of inventory.departments.values()) {
    const { id, parent } = department
    if (id === into) rows.push(...rowChange('departments', target, united(inventory, target, merged)))
    else if (!gone.has(id) && parent !== undefined && gone.has(parent)) {
      rows.push(...rowChange('departments', department, patched(department, { parent: into })))
    }
  }
  const ownerOf = new Map<string, DepartmentId>()
  for (const tool of inventory.tools.values()) {
    if (tool.owner === undefined) continue
    ownerOf.set(tool.id, moved(tool.owner))
    if (gone.has(tool.owner)) rows.push(...rowChange('tools', tool, { ...tool, owner: into }))
  }
  const users = new Set<string>()
  for (const { tool, department } of inventory.usages.values()) if (department === into) users.add(tool)
  for (const usage of inventory.usages.values()) {
    if (!gone.has(usage.department)) continue
    if (users.has(usage.tool) || ownerOf.get(usage.tool) === into) rows.push(rowRemoved('usages', usage))
    else rows.push(...rowChange('usages', usage, { ...usage, department: into }))
    users.add(usage.tool)
  }
  for (const usage of inventory.usages.values()) {
    // Its own use needed no row before, and doesn't now that it owns the tool.
    const ownsNow = gone.has(inventory.tools.get(usage.tool)?.owner as DepartmentId)
    if (usage.department === into && ownsNow) rows.push(rowRemoved('usages', usage))
  }
  const hasPlace = pinsWithin(inventory, into).length > 0
  merged.forEach(({ id }, index) => {
    for (const { before: pin } of pinsWithin(inventory, id)) {
      if (pin === undefined || !('x' in pin)) continue
      rows.push(rowRemoved('pins', pin))
      const at = pin.id.indexOf('@')
      const next = at < 0 ? pinIdOf(into) : pinIdOf(pin.id.slice(0, at), into)
      if (index === 0 && !hasPlace) rows.push(rowAdded('pins', { ...pin, id: next }))
    }
  })
  for (const department of merged) rows.push(rowRemoved('departments', department))
  return rows
}

/** What the department that stays is afterwards. */
function united(inventory: Inventory, target: Department, merged: readonly Department[]): Department {
  const gone = new Set(merged.map(({ id }) => id))
  const first = <K extends keyof Department>(field: K) =>
    target[field] ?? merged.find((each) => each[field] !== undefined)?.[field]
  const names = new Map<string, string>()
  for (const name of [...(target.aliases ?? []), ...merged.flatMap((each) => [each.name, ...(each.aliases ?? [])])]) {
    const key = normaliseName(name)
    if (key !== normaliseName(target.name) && !names.has(key)) names.set(key, name)
  }
  const extra = Object.assign({}, ...[...merged].reverse().map((each) => each.extra ?? {}), target.extra ?? {})
  const taken = (['headcount'] as const).filter((field) => target[field] === undefined)
  const hand = new Set([
    ...(target.hand ?? []),
    ...taken.filter((field) => merged.find((each) => each[field] !== undefined)?.hand?.includes(field)),
  ])
  return patched(target, {
    parent: parentOf(inventory, target, merged, gone),
    headcount: first('headcount'),
    externalId: first('externalId'),
    extra: Object.keys(extra).length === 0 ? undefined : extra,
    origin: first('origin'),
    aliases: names.size === 0 ? undefined : [...names.values()],
    hand: hand.size === 0 ? undefined : [...hand],
  })
}

/** The first department above any of them that is neither merged nor below the one that stays. */
function parentOf(
  { departments }: Inventory,
  target: Department,
  merged: readonly Department[],
  gone: ReadonlySet<DepartmentId>,
): DepartmentId | undefined {
  const isInside = (id: DepartmentId) => id === target.id || gone.has(id)
  /** True when the way up from here meets one of those that become one. */
  const leadsBack = (from: DepartmentId) => {
    const seen = new Set<DepartmentId>()
    for (let at: DepartmentId | undefined = from; at !== undefined && !seen.has(at); ) {
      if (isInside(at)) return true
      seen.add(at)
      at = departments.get(at)?.parent
    }
    return false
  }
  for (const { parent } of [target, ...merged]) {
    if (parent !== undefined && departments.has(parent) && !leadsBack(parent)) return parent
  }
  return undefined
}
