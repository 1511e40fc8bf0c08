import { nameKey } from '../../../shared/import/normalise'
import type { Inventory } from '../../../shared/inventory/inventory'

const known = new WeakMap<Inventory['tools'], ReadonlySet<string>>()

/** True when a tool is called so, however it is written. All names are looked at once, not at every key that is typed. */
export function isToolName(tools: Inventory['tools'], name: string): boolean {
  const key = nameKey(name)
  if (key === '') return false
  let names = known.get(tools)
  if (names === undefined) {
    names = new Set([...tools.values()].map((tool) => nameKey(tool.name)))
    known.set(tools, names)
  }
  return names.has(key)
}
