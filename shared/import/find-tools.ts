import type { IdSource } from '../inventory/ids'
import type { Origin, ToolId } from '../inventory/nouns'
import type { FlowEnd } from './drafts'
import { endKey } from './flow-ends'
import type { InventoryWriter } from './inventory-writer'
import { push } from './match-rows'
import { nameKey } from './normalise'

/** Finds the tools that flows and cells name, and makes those that nobody has listed. */
export interface ToolFinder {
  /**
   * By external id; by name and system; by name alone when no system is named and only one tool has the name.
   * With `anySystem`, a named system that is unknown doesn't stand in the way of a tool without one.
   */
  find(end: FlowEnd, anySystem?: boolean): ToolId | undefined
  /** The tool found, or a new one that is `mentionedOnly`. */
  findOrCreate(end: FlowEnd, origin: Origin, anySystem?: boolean): ToolId
  readonly created: readonly string[]
}

/** Indexes the tools as they are now. */
export function toolFinder(writer: InventoryWriter, ids: IdSource): ToolFinder {
  const byExternalId = new Map<string, ToolId>()
  const byKey = new Map<string, ToolId>()
  const byName = new Map<string, ToolId[]>()
  const created: string[] = []
  for (const tool of writer.all('tools')) {
    if (tool.externalId !== undefined && !byExternalId.has(tool.externalId)) byExternalId.set(tool.externalId, tool.id)
    const key = endKey(tool)
    if (!byKey.has(key)) byKey.set(key, tool.id)
    push(byName, nameKey(tool.name), tool.id)
  }
  const find = (end: FlowEnd, anySystem = false): ToolId | undefined => {
    const exact = byExternalId.get(end.name) ?? byKey.get(endKey(end))
    if (exact !== undefined) return exact
    const [only, ...others] = byName.get(nameKey(end.name)) ?? []
    if (only === undefined || others.length > 0) return undefined
    if (endKey(end) === nameKey(end.name)) return only
    const tool = writer.get('tools', only)
    const free = tool !== undefined && endKey(tool) === nameKey(tool.name) && !tool.mentionedOnly
    return anySystem && free && !writer.isNew('tools', only) ? only : undefined
  }
  return {
    find,
    created,
    findOrCreate(end, origin, anySystem) {
      const found = find(end, anySystem)
      if (found !== undefined) return found
      const id = ids('tools')
      const partOf = endKey(end) === nameKey(end.name) ? undefined : end.partOf
      writer.put('tools', {
        id,
        name: end.name,
        ...(partOf === undefined ? {} : { partOf }),
        functions: [],
        mentionedOnly: true,
        origin,
      })
      created.push(end.name)
      byKey.set(endKey(end), id)
      push(byName, nameKey(end.name), id)
      return id
    },
  }
}
