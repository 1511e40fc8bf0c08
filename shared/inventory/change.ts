import type { Inventory, TableName, Tables } from './inventory'
import { TABLE_NAMES } from './inventory'

/** One row written by a Change. `before` absent: the row is new. `after` absent: the row goes. Never both absent. */
export type RowChange = {
  readonly [T in TableName]: {
    readonly table: T
    readonly id: Tables[T]['id']
    readonly before?: Tables[T]
    readonly after?: Tables[T]
  }
}[TableName]

/**
 * Why the Change was made. `edit`: somebody did it, undo takes it back. `undo`/`redo`: the inverse of, or again, the
 * Change `of`. `placement`: the layout remembered where it put new nodes; not a step of its own for undo.
 */
export type ChangeKind =
  | { readonly kind: 'edit' }
  | { readonly kind: 'placement' }
  | { readonly kind: 'undo'; readonly of: number }
  | { readonly kind: 'redo'; readonly of: number }

/** A code the strings know (`history.<code>`) and the words and counts that go into it. */
export interface ChangeLabel {
  readonly code: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** The only way anything is written. Sequence numbers run 1, 2, 3 … without gaps within a workspace. */
export interface Change {
  readonly sequence: number
  /** ISO time. */
  readonly time: string
  readonly label: ChangeLabel
  readonly cause: ChangeKind
  readonly rows: readonly RowChange[]
}

/** A Change that does not have its number and time yet. */
export type Draft = Omit<Change, 'sequence' | 'time'>

/**
 * The inventory after the Change. Tables that the Change doesn't touch keep their identity (`===`), so do rows.
 * Throws when the Change doesn't fit: it adds a row that exists, or changes or removes one that doesn't.
 */
export function applyChange(inventory: Inventory, rows: readonly RowChange[]): Inventory {
  const steps = applySteps(inventory, rows)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** So many rows are applied in one step: a few milliseconds. */
const ROWS_PER_STEP = 2_000

/** `applyChange` in steps, for a Change of so many rows that whoever applies it wants to do something else in between. */
export function* applySteps(
  inventory: Inventory,
  rows: readonly RowChange[],
): Generator<undefined, Inventory, undefined> {
  const touched = new Map<TableName, Map<string, unknown>>()
  let left = ROWS_PER_STEP
  for (const row of rows) {
    left -= 1
    if (left === 0) {
      left = ROWS_PER_STEP
      yield
    }
    let table = touched.get(row.table)
    if (table === undefined) {
      table = new Map<string, unknown>(inventory[row.table])
      touched.set(row.table, table)
    }
    const exists = table.has(row.id)
    if (exists !== (row.before !== undefined)) {
      throw new Error(`A change does not fit: ${row.table} ${row.id} ${exists ? 'exists' : 'is missing'}`)
    }
    if (row.after === undefined) table.delete(row.id)
    else table.set(row.id, row.after)
  }
  if (touched.size === 0) return inventory
  const tables: Record<string, unknown> = {}
  for (const name of TABLE_NAMES) tables[name] = touched.get(name) ?? inventory[name]
  const next = tables as unknown as Inventory
  made.set(next, {
    from: new WeakRef(inventory),
    rows: rows.length <= REMEMBERED_ROWS ? rows : new WeakRef(rows),
  })
  return next
}

/** Larger Changes are remembered as long as somebody else keeps their rows, who stores them say: they would fill the memory. */
const REMEMBERED_ROWS = 2_000
/** So many Changes back are looked through before comparing is cheaper. */
const REMEMBERED_STEPS = 50

/** Out of which inventory one was made, and how. Holds none of them in memory. */
const made = new WeakMap<
  Inventory,
  { readonly from: WeakRef<Inventory>; readonly rows: readonly RowChange[] | WeakRef<readonly RowChange[]> }
>()

/**
 * The row changes that lead from one inventory to another, remembered from when they were applied: every row once, as
 * it was at first and as it is at last. Undefined when that isn't known; then `difference` finds out by comparing.
 */
export function rememberedDifference(from: Inventory, to: Inventory): readonly RowChange[] | undefined {
  const steps: (readonly RowChange[])[] = []
  for (let at = to; at !== from; ) {
    const step = made.get(at)
    const before = step?.from.deref()
    if (step === undefined || before === undefined || steps.length === REMEMBERED_STEPS) return undefined
    const rows = step.rows instanceof WeakRef ? step.rows.deref() : step.rows
    if (rows === undefined) return undefined
    steps.push(rows)
    at = before
  }
  if (steps.length === 1) return steps[0]
  const found = new Map<string, RowChange>()
  for (const row of steps.reverse().flat()) {
    const key = `${row.table} ${row.id}`
    const first = found.get(key)
    found.set(key, first === undefined ? row : joined(first, row))
  }
  return [...found.values()].filter(({ before, after }) => before !== after)
}

function joined(first: RowChange, last: RowChange): RowChange {
  const { before: _, ...rest } = last
  return { ...rest, ...(first.before === undefined ? {} : { before: first.before }) } as RowChange
}

/** The rows that take a Change back, last first. `invertRows(invertRows(x))` equals `x`. */
export function invertRows(rows: readonly RowChange[]): readonly RowChange[] {
  return rows
    .map((row): RowChange => {
      const { before, after, ...rest } = row
      return {
        ...rest,
        ...(after === undefined ? {} : { before: after }),
        ...(before === undefined ? {} : { after: before }),
      } as RowChange
    })
    .reverse()
}

/** The row changes that turn one inventory into another, tables in their fixed order. Unchanged rows (by identity) are left out. */
export function difference(from: Inventory, to: Inventory): readonly RowChange[] {
  const rows: RowChange[] = []
  for (const table of TABLE_NAMES) {
    const before: ReadonlyMap<string, { readonly id: string }> = from[table]
    const after: ReadonlyMap<string, { readonly id: string }> = to[table]
    if (before === after) continue
    for (const [id, row] of after) {
      const old = before.get(id)
      if (old === row) continue
      rows.push({ table, id, ...(old === undefined ? {} : { before: old }), after: row } as unknown as RowChange)
    }
    for (const [id, row] of before) {
      if (!after.has(id)) rows.push({ table, id, before: row } as unknown as RowChange)
    }
  }
  return rows
}
