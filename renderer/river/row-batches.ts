import type { RowChange } from '../../shared/inventory/change'
import { type Inventory, TABLE_NAMES } from '../../shared/inventory/inventory'
import { BATCH_ROWS } from './import-desk-messages'

/** How many rows are looked at before it is somebody else's turn. */
const LOOKED_AT = 20_000

export interface RowBatch {
  readonly rows: readonly RowChange[]
  readonly last: boolean
}

/** `difference` bit by bit, so that a large inventory can be sent without holding anything up. The last batch may be empty. */
export function* differenceInBatches(from: Inventory, to: Inventory): Generator<RowBatch> {
  let rows: RowChange[] = []
  let seen = 0
  const isDue = () => {
    seen += 1
    return rows.length >= BATCH_ROWS || seen >= LOOKED_AT
  }
  const batch = (): RowBatch => {
    const due = rows
    rows = []
    seen = 0
    return { rows: due, last: false }
  }
  for (const table of TABLE_NAMES) {
    const before: ReadonlyMap<string, unknown> = from[table]
    const after: ReadonlyMap<string, unknown> = to[table]
    if (before === after) continue
    for (const [id, row] of after) {
      const old = before.get(id)
      if (old !== row) rows.push({ table, id, ...(old === undefined ? {} : { before: old }), after: row } as RowChange)
      if (isDue()) yield batch()
    }
    for (const [id, row] of before) {
      if (!after.has(id)) rows.push({ table, id, before: row } as RowChange)
      if (isDue()) yield batch()
    }
  }
  yield { rows, last: true }
}
