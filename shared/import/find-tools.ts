import type { Origin, ToolId } from '../inventory/nouns'
import type { FlowEnd } from './drafts'
import { endKey } from './flow-ends'
import { aliasKey, aliasOf, isAliasOf, withAlias } from './match-aliases'
import { push } from './match-rows'
import { nameKey } from './normalise'
import type { PlanContext } from './plan-context'

/** Finds the tools that flows and cells name, and makes those that nobody has listed. */
export interface ToolFinder {
  /**
   * By external id; by name and system; by name alone when no system is named and only one tool has the name; by a
   * spelling that is remembered or was accepted. With `anySystem`, a named system that is unknown doesn't stand in the
   * way of a tool without one.
   */
  find(end: FlowEnd, anySystem?: boolean): ToolId | undefined
  /** The tool found, or a new one that is `mentionedOnly`. A spelling that was accepted is remembered with the tool. */
  findOrCreate(end: FlowEnd, origin: Origin, anySystem?: boolean): ToolId
  readonly created: readonly string[]
}

/**
 * Indexes the tools as they are now.
 * @param named what the file names, so that one of its spellings can stand for another
 */
export function toolFinder(context: PlanContext, named: Iterable<FlowEnd>): ToolFinder {
  const { writer, ids, toolRedirect: redirect, options } = context
  const byExternalId = new Map<string, ToolId>()
  const byKey = new Map<string, ToolId>()
  const byName = new Map<string, ToolId[]>()
  const created: string[] = []
  for (const tool of writer.all('tools')) {
    if (tool.externalId !== undefined && !byExternalId.has(tool.externalId)) byExternalId.set(tool.externalId, tool.id)
    const name = nameKey(tool.name)
    const key = tool.partOf === undefined ? name : endKey(tool)
    if (!byKey.has(key)) byKey.set(key, tool.id)
    push(byName, name, tool.id)
  }
  const endsByKey = new Map<string, FlowEnd>()
  if ((options.toolMerges?.size ?? 0) > 0) {
    for (const end of named) if (!endsByKey.has(endKey(end))) endsByKey.set(endKey(end), end)
  }
  const byOwnName = (end: FlowEnd, anySystem: boolean): ToolId | undefined => {
    const own = endKey(end)
    const exact = byExternalId.get(end.name) ?? byKey.get(own)
    if (exact !== undefined) return exact
    const name = nameKey(end.name)
    const [only, ...others] = byName.get(name) ?? []
    if (only === undefined || others.length > 0) return undefined
    if (own === name) return only
    const tool = writer.get('tools', only)
    const free = tool !== undefined && endKey(tool) === nameKey(tool.name) && !tool.mentionedOnly
    return anySystem && free && !writer.isNew('tools', only) ? only : undefined
  }
  /** Where a spelling leads that is nobody's name: a tool, or another end of the file that isn't known either. */
  const follow = (end: FlowEnd): { readonly id?: ToolId; readonly end?: FlowEnd } => {
    const seen = new Set<string>()
    let other: FlowEnd | undefined
    for (let key = aliasKey(end); !seen.has(key); ) {
      seen.add(key)
      const next = redirect(key)
      if (next === undefined) break
      if ('stored' in next) {
        const id = next.stored as ToolId
        return writer.get('tools', id) === undefined ? {} : { id }
      }
      const id = byKey.get(next.key)
      if (id !== undefined) return { id }
      other = endsByKey.get(next.key) ?? other
      const named = other === undefined ? undefined : byOwnName(other, false)
      if (named !== undefined) return { id: named }
      key = next.key
    }
    return other === undefined || endKey(other) === endKey(end) ? {} : { end: other }
  }
  const find = (end: FlowEnd, anySystem = false) => byOwnName(end, anySystem) ?? follow(end).id
  const create = (end: FlowEnd, origin: Origin): ToolId => {
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
  }
  return {
    find,
    created,
    findOrCreate(end, origin, anySystem = false) {
      const own = byOwnName(end, anySystem)
      if (own !== undefined) return own
      const meant = follow(end)
      if (meant.id === undefined && meant.end === undefined) return create(end, origin)
      const id = meant.id ?? create(meant.end ?? end, origin)
      const tool = writer.get('tools', id)
      if (tool !== undefined && !isAliasOf(tool, end)) {
        writer.put('tools', { ...tool, ...withAlias(tool, aliasOf(end)) })
      }
      if (options.toolMerges?.has(aliasKey(end))) {
        context.mergedTools.set(aliasKey(end), { name: aliasOf(end), row: origin.row, into: id })
      }
      return id
    },
  }
}
