import type { RowChange } from '../inventory/change'
import { type Inventory, TABLE_NAMES, type TableName, type Tables } from '../inventory/inventory'

/** An inventory that is being changed: reads see what was written, the inventory it started from stays as it is. */
export interface InventoryWriter {
  get<T extends TableName>(table: T, id: Tables[T]['id']): Tables[T] | undefined
  /** All rows as they are now, those of the inventory first and in its order, then new ones as they were written. */
  all<T extends TableName>(table: T): readonly Tables[T][]
  put<T extends TableName>(table: T, row: Tables[T]): void
  isNew<T extends TableName>(table: T, id: Tables[T]['id']): boolean
  /** What was written and differs from the inventory, table by table; what was written back as it was is left out. */
  changes(): readonly RowChange[]
}

/** True when two plain values hold the same; a key with the value undefined counts as absent. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => sameValue(each, b[i]))
  }
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>]
  const holds = (one: object, key: string) => Object.hasOwn(one, key)
  for (const key of Object.keys(left)) {
    if (!sameValue(left[key], holds(right, key) ? right[key] : undefined)) return false
  }
  return Object.keys(right).every((key) => holds(left, key) || right[key] === undefined)
}

/** Starts writing on top of an inventory. */
export function inventoryWriter(inventory: Inventory): InventoryWriter {
  const written = new Map<TableName, Map<string, { readonly id: string }>>(TABLE_NAMES.map((name) => [name, new Map()]))
  const base = (table: TableName) => inventory[table] as ReadonlyMap<string, { readonly id: string }>
  const rowsOf = (table: TableName) => written.get(table) as Map<string, { readonly id: string }>
  return {
    get: (table, id) => (rowsOf(table).get(id) ?? base(table).get(id)) as Tables[typeof table] | undefined,
    all<T extends TableName>(table: T) {
      const touched = rowsOf(table)
      const rows: unknown[] = []
      for (const [id, row] of base(table)) rows.push(touched.get(id) ?? row)
      for (const [id, row] of touched) if (!base(table).has(id)) rows.push(row)
      return rows as Tables[T][]
    },
    put: (table, row) => void rowsOf(table).set(row.id, row),
    isNew: (table, id) => !base(table).has(id),
    changes() {
      const changes: RowChange[] = []
      for (const table of TABLE_NAMES) {
        for (const [id, after] of rowsOf(table)) {
          const before = base(table).get(id)
          if (before !== undefined && sameValue(before, after)) continue
          changes.push({ table, id, ...(before === undefined ? {} : { before }), after } as unknown as RowChange)
        }
      }
      return changes
    },
  }
}
