import type { DepartmentId, Tool, ToolId } from '../inventory/nouns'
import type { FlowEnd } from './drafts'
import { endKey } from './flow-ends'
import type { InventoryWriter } from './inventory-writer'
import type { Redirect } from './match-rows'
import { departmentKey, nameKey } from './normalise'

/** How another spelling of a tool is remembered: its name, and behind it in brackets the system it is a part of. */
export function aliasOf(end: FlowEnd): string {
  return endKey(end) === nameKey(end.name) ? end.name : `${end.name} (${end.partOf})`
}

/** The key under which a spelling is looked up among merges and aliases. */
export function aliasKey(end: FlowEnd): string {
  const key = endKey(end)
  return key.includes('\u0000') ? nameKey(aliasOf(end)) : key
}

/** The list with one more spelling, unless it is there already or is the record's own name; sorted by nothing. */
export function withAlias(
  record: { readonly name: string; readonly aliases?: readonly string[] },
  alias: string,
): { aliases?: readonly string[] } {
  const known = record.aliases ?? []
  const key = nameKey(alias)
  if (key === nameKey(record.name) || known.some((each) => nameKey(each) === key)) {
    return record.aliases === undefined ? {} : { aliases: record.aliases }
  }
  return { aliases: [...known, alias] }
}

/** True when a tool is remembered to be called so, too. */
export function isAliasOf({ aliases }: Pick<Tool, 'aliases'>, end: FlowEnd): boolean {
  if (aliases === undefined) return false
  const key = aliasKey(end)
  return aliases.some((alias) => nameKey(alias) === key)
}

/**
 * What a tool's spelling that is nobody's own name stands for: what the user has accepted (a stored tool's id, or the
 * key of another spelling), else the tool that remembers it.
 */
export function toolRedirect(writer: InventoryWriter, accepted: ReadonlyMap<string, string> | undefined): Redirect {
  const aliases = new Map<string, ToolId>()
  for (const { id, aliases: own } of writer.all('tools')) {
    for (const alias of own ?? []) if (!aliases.has(nameKey(alias))) aliases.set(nameKey(alias), id)
  }
  if (aliases.size === 0 && (accepted?.size ?? 0) === 0) return () => undefined
  return (key) => {
    const meant = accepted?.get(key)
    if (meant !== undefined && meant !== key) {
      return writer.get('tools', meant as ToolId) === undefined ? { key: nameKey(meant) } : { stored: meant }
    }
    const stored = aliases.get(key)
    return stored === undefined ? undefined : { stored }
  }
}

/** The same for departments: accepted merges by name, either way round, and what departments remember. */
export interface DepartmentFolds {
  readonly redirect: Redirect
  /** The name that a spelling was accepted to be written as, by `departmentKey`. */
  readonly nameFor: (key: string) => string | undefined
}

/** Accepted merges by `departmentKey`, each with the name that it comes to in the end; circles are left out. */
export function finalMerges(accepted: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> {
  const direct = new Map([...(accepted ?? [])].map(([from, into]) => [departmentKey(from), into]))
  const final = new Map<string, string>()
  for (const [from, first] of direct) {
    let into = first
    const seen = new Set([from])
    for (let next = direct.get(departmentKey(into)); next !== undefined; next = direct.get(departmentKey(into))) {
      if (seen.has(departmentKey(into))) break
      seen.add(departmentKey(into))
      into = next
    }
    if (!seen.has(departmentKey(into))) final.set(from, into)
  }
  return final
}

export function departmentFolds(
  writer: InventoryWriter,
  accepted: ReadonlyMap<string, string> | undefined,
): DepartmentFolds {
  const own = new Map<string, DepartmentId>()
  const aliases = new Map<string, DepartmentId>()
  const departments = writer.all('departments')
  for (const { id, name } of departments) if (!own.has(departmentKey(name))) own.set(departmentKey(name), id)
  for (const { id, aliases: spellings } of departments) {
    for (const alias of spellings ?? []) {
      const key = departmentKey(alias)
      if (!own.has(key) && !aliases.has(key)) aliases.set(key, id)
    }
  }
  const names = new Map<string, string>()
  for (const [left, into] of finalMerges(accepted)) {
    const right = departmentKey(into)
    const stored = own.get(left)
    // Where only the spelling that should go is stored, it stays and the other one is remembered with it.
    if (stored === undefined) names.set(left, into)
    else if (!own.has(right) && !aliases.has(right)) aliases.set(right, stored)
  }
  const nameFor = (key: string) => names.get(key)
  return {
    nameFor,
    redirect(key) {
      const into = nameFor(key)
      if (into !== undefined) return { key: departmentKey(into) }
      const stored = aliases.get(key)
      return stored === undefined ? undefined : { stored }
    },
  }
}
