import type { FieldId } from './fields'
import { endKey } from './flow-ends'
import type { IdentityMode } from './mapping'
import { nameKey } from './normalise'
import type { Table } from './table'

/**
 * What tells the rows of a list of tools apart, where the usual way (id, or else name and system) would put rows
 * together that are about different tools: the same name from vendors that have no word in common. Otherwise undefined.
 */
export function guessIdentity(table: Table, columns: readonly (FieldId | null)[]): IdentityMode | undefined {
  const [name, partOf, vendor] = [columns.indexOf('name'), columns.indexOf('partOf'), columns.indexOf('vendor')]
  if (name < 0 || vendor < 0 || columns.includes('id')) return undefined
  const vendors = new Map<string, Set<string>>()
  for (const row of table.rows) {
    const [tool, maker] = [row[name] ?? '', nameKey(row[vendor] ?? '')]
    if (tool.trim() === '' || maker === '') continue
    const key = endKey({ name: tool, ...(partOf < 0 ? {} : { partOf: row[partOf] ?? '' }) })
    vendors.set(key, (vendors.get(key) ?? new Set()).add(maker))
  }
  const several = [...vendors.values()].filter((makers) => makers.size > 1)
  return several.length > 0 && several.every(areStrangers) ? 'name+vendor' : undefined
}

/** True when no word turns up in two of these names. */
function areStrangers(names: ReadonlySet<string>): boolean {
  const words = [...names].flatMap((name) => [...new Set(name.split(' '))])
  return new Set(words).size === words.length
}
