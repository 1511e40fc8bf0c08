import type { RowChange } from './change'
import { withHand } from './hand'
import type { Inventory, TableName, Tables } from './inventory'

/** The row without these fields, and with those of the patch that are known. */
export function patched<T extends object>(row: T, patch: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const known = Object.entries(patch).filter(([, value]) => value !== undefined)
  const kept = Object.entries(row).filter(([key]) => !(key in patch))
  // The order of the fields stays as it was, so that equal rows stay equal as text.
  const next = Object.fromEntries([...kept, ...known])
  const ordered = Object.keys(row).filter((key) => key in next)
  const added = Object.keys(next).filter((key) => !(key in row))
  return Object.fromEntries([...ordered, ...added].map((key) => [key, next[key]])) as T
}

/** The change of one row; none when both say the same. */
export function rowChange<T extends TableName>(table: T, before: Tables[T], after: Tables[T]): readonly RowChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  return [{ table, id: before.id, before, after } as unknown as RowChange]
}

/** `rowChange` for what a person has set: the fields that differ are remembered as set by hand. */
export function rowSetByHand<T extends 'tools' | 'departments' | 'flows' | 'usages' | 'dataObjects'>(
  table: T,
  before: Tables[T],
  after: Tables[T],
): readonly RowChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => {
    const [old, now] = [before, after].map((row) => JSON.stringify((row as unknown as Record<string, unknown>)[field]))
    return old !== now && field !== 'directionKnown'
  })
  if (fields.length === 0) return []
  return rowChange(table, before, { ...after, ...withHand(before, ...fields) })
}

/** A new row. */
export function rowAdded<T extends TableName>(table: T, after: Tables[T]): RowChange {
  return { table, id: after.id, after } as unknown as RowChange
}

/** A row that goes. */
export function rowRemoved<T extends TableName>(table: T, before: Tables[T]): RowChange {
  return { table, id: before.id, before } as unknown as RowChange
}

/** The remembered places of a container: its own, and those of the tools in it. */
export function pinsWithin(inventory: Inventory, container: string): readonly RowChange[] {
  return [...inventory.pins.values()]
    .filter(({ id }) => id === container || id.endsWith(`@${container}`))
    .map((pin) => rowRemoved('pins', pin))
}
