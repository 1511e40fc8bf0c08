import type { ImportPlan, PlanOutline } from '../../shared/import/import-plan'
import type { RowChange } from '../../shared/inventory/change'
import type { Inventory } from '../../shared/inventory/inventory'
import { BATCH_ROWS, type BareRow, PLAN_LISTS, type PlanHead, type PlanList } from './import-desk-messages'

/** How many batches are on their way at once: one is made while another is unpacked. */
const AHEAD = 4

/** What goes ahead of a plan: everything but its Change; of lists that are too long for one message only how long. */
export function headOf({ changes: _, ...plan }: ImportPlan): PlanHead {
  const lengths = Object.fromEntries(PLAN_LISTS.map((list) => [list, plan[list].length])) as PlanHead['lengths']
  const all = Object.values(lengths).reduce((sum, length) => sum + length, 0)
  if (all <= BATCH_ROWS) return { outline: plan, lengths }
  const none = Object.fromEntries(PLAN_LISTS.map((list) => [list, []]))
  return { outline: { ...plan, ...none }, lengths }
}

/** Fetches `count` items in batches, a few of them ahead. */
export async function gather<T>(count: number, fetch: (from: number) => Promise<readonly T[]>): Promise<readonly T[]> {
  const found: T[] = []
  const coming: Promise<readonly T[]>[] = []
  for (let from = 0; from < count || coming.length > 0; ) {
    while (from < count && coming.length < AHEAD) {
      const batch = fetch(from)
      // A failure is told by the batch that is waited for; those behind it fail for the same reason.
      batch.catch(() => undefined)
      coming.push(batch)
      from += BATCH_ROWS
    }
    const batch = await coming.shift()
    for (const item of batch ?? []) found.push(item)
  }
  return found
}

/** The plan with the lists that didn't come with its head. */
export async function wholePlan(
  { outline, lengths }: PlanHead,
  fetch: (list: PlanList, from: number) => Promise<readonly unknown[]>,
): Promise<PlanOutline> {
  const plan: Record<string, unknown> = { ...outline }
  for (const list of PLAN_LISTS) {
    if (outline[list].length === lengths[list]) continue
    plan[list] = await gather(lengths[list], (from) => fetch(list, from))
  }
  return plan as unknown as PlanOutline
}

/** The rows without what whoever has the inventory knows. */
export const bareRows = (rows: readonly RowChange[]): readonly BareRow[] =>
  rows.map(({ table, id, after }): BareRow => (after === undefined ? { table, id } : { table, id, after }))

/** The rows of the Change again: each with the row that it replaces in this inventory. */
export function fullRows(base: Inventory, rows: readonly BareRow[]): readonly RowChange[] {
  return rows.map((row) => {
    const before = (base[row.table] as ReadonlyMap<string, unknown>).get(row.id)
    return (before === undefined ? row : { ...row, before }) as RowChange
  })
}
