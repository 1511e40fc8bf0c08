import { applySteps, invertRows, type RowChange } from '../../shared/inventory/change'
import type { Inventory } from '../../shared/inventory/inventory'
import { pacer } from './breathe'

const ROWS_AT_ONCE = 1_000

/** `applyChange` with turns for the window in between. */
export async function applyInSlices(inventory: Inventory, rows: readonly RowChange[]): Promise<Inventory> {
  const pause = pacer()
  const steps = applySteps(inventory, rows)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    await pause()
  }
}

/** `invertRows` with turns for the window in between. */
export async function invertInSlices(rows: readonly RowChange[]): Promise<readonly RowChange[]> {
  const pause = pacer()
  const inverted: RowChange[] = []
  for (let end = rows.length; end > 0; end -= ROWS_AT_ONCE) {
    for (const row of invertRows(rows.slice(Math.max(0, end - ROWS_AT_ONCE), end))) inverted.push(row)
    await pause()
  }
  return inverted
}
