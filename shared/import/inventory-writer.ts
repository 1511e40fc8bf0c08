import type { RowChange } from '../inventory/change'
import { type Inventory, TABLE_NAMES, type TableName, type Tables } from '../inventory/inventory'

/** An inventory that is being changed: reads see what was written, the inventory it started from stays as it is. */
export interface InventoryWriter {
  get<T extends TableName>(table: T, id: Tables[T]['id']): Tables[T] | undefined
  /** All rows as they are now, those of the inventory first and in its order, then new ones as they were written. */
  all<T extends TableName>(table: T): readonly Tables[T][]
  /** Writes a row. One that says the same as the inventory's is that very row afterwards. */
  put<T extends TableName>(table: T, row: Tables[T]): void
  remove<T extends TableName>(table: T, id: Tables[T]['id']): void
  /** Writes what a Change would. */
  apply(rows: readonly RowChange[]): void
  isNew<T extends TableName>(table: T, id: Tables[T]['id']): boolean
  /** What was written and differs from the inventory, table by table; what was written back as it was is left out. */
  changes(): readonly RowChange[]
  /** The inventory as it is now. */
  view(): Inventory
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

interface Row {
  readonly id: string
}

/** Starts writing on top of an inventory. */
export function inventoryWriter(inventory: Inventory): InventoryWriter {
  /** Per table what was written by id; `null`: removed. */
  const written = new Map<TableName, Map<string, Row | null>>(TABLE_NAMES.map((name) => [name, new Map()]))
  const base = (table: TableName) => inventory[table] as ReadonlyMap<string, Row>
  const rowsOf = (table: TableName) => written.get(table) as Map<string, Row | null>
  const put = (table: TableName, row: Row) => {
    const rows = rowsOf(table)
    const before = base(table).get(row.id)
    const now = rows.get(row.id)
    if (now != null && sameValue(now, row)) return
    rows.set(row.id, before !== undefined && sameValue(before, row) ? before : row)
  }
  const remove = (table: TableName, id: string) => {
    if (base(table).has(id)) rowsOf(table).set(id, null)
    else rowsOf(table).delete(id)
  }
  return {
    get(table, id) {
      const row = rowsOf(table).get(id)
      return (row === undefined ? base(table).get(id) : (row ?? undefined)) as Tables[typeof table] | undefined
    },
    all<T extends TableName>(table: T) {
      const touched = rowsOf(table)
      if (touched.size === 0) return [...base(table).values()] as unknown as Tables[T][]
      const rows: unknown[] = []
      for (const [id, row] of base(table)) {
        const now = touched.get(id)
        if (now !== null) rows.push(now ?? row)
      }
      for (const [id, row] of touched) if (row !== null && !base(table).has(id)) rows.push(row)
      return rows as Tables[T][]
    },
    put,
    remove,
    apply(rows) {
      for (const { table, id, after } of rows) {
        if (after === undefined) remove(table, id)
        else put(table, after)
      }
    },
    isNew: (table, id) => !base(table).has(id),
    changes() {
      const changes: RowChange[] = []
      for (const table of TABLE_NAMES) {
        for (const [id, after] of rowsOf(table)) {
          const before = base(table).get(id)
          if (before === after) continue
          const row: Record<string, unknown> = { table, id }
          if (before !== undefined) row.before = before
          if (after !== null) row.after = after
          changes.push(row as unknown as RowChange)
        }
      }
      return changes
    },
    view() {
      const view: Record<string, unknown> = {}
      for (const table of TABLE_NAMES) {
        const touched = rowsOf(table)
        if (touched.size === 0) {
          view[table] = base(table)
          continue
        }
        const rows = new Map<string, Row>(base(table))
        for (const [id, row] of touched) {
          if (row === null) rows.delete(id)
          else rows.set(id, row)
        }
        view[table] = rows
      }
      return view as unknown as Inventory
    },
  }
}
