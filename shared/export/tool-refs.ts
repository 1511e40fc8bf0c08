import type { FlowEnd } from '../import/drafts'
import { endKey } from '../import/flow-ends'
import type { Inventory } from '../inventory/inventory'
import type { ToolId } from '../inventory/nouns'

/**
 * What lists call a tool so that the import finds it again: its name and the system it is a part of. Where another tool
 * is called the same, the id of its list stands instead of the name, if it has one of its own. `undefined` for unknown ids.
 */
export function toolRefs({ tools }: Inventory): (id: ToolId | undefined) => FlowEnd | undefined {
  const named = counted([...tools.values()].map(endKey))
  const numbered = counted([...tools.values()].flatMap(({ externalId }) => externalId ?? []))
  return (id) => {
    const tool = id === undefined ? undefined : tools.get(id)
    if (tool === undefined) return undefined
    const { name, partOf, externalId } = tool
    if ((named.get(endKey(tool)) ?? 0) > 1 && externalId !== undefined && numbered.get(externalId) === 1) {
      return { name: externalId }
    }
    return { name, ...(partOf === undefined ? {} : { partOf }) }
  }
}

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
