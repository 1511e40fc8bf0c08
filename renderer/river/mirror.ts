import { applyChange, difference, type RowChange, rememberedDifference } from '../../shared/inventory/change'
import { EMPTY_INVENTORY, type Inventory } from '../../shared/inventory/inventory'

/** So many rows go in one message: cloning them takes the page's thread a few milliseconds. */
const ROWS_PER_UPDATE = 1_000

/** What makes a worker's copy of the inventory equal to the page's: the rows that differ, or all of them. */
export interface MirrorUpdate {
  readonly anew: boolean
  readonly rows: readonly RowChange[]
  /** More rows of the same update follow; only with the last of them the copy is the page's inventory. */
  readonly more: boolean
}

/**
 * The page's side: remembers what the worker has and says what it lacks. Cloning a large inventory takes the page's
 * thread half a second; the rows of one Change take nothing. `forget` when the worker is started anew.
 */
export function mirrorSender(): { updatesTo(inventory: Inventory): readonly MirrorUpdate[]; forget(): void } {
  let sent: Inventory | undefined
  return {
    updatesTo: (inventory) => {
      const anew = sent === undefined
      const from = sent ?? EMPTY_INVENTORY
      const rows = rememberedDifference(from, inventory) ?? difference(from, inventory)
      sent = inventory
      const updates: MirrorUpdate[] = []
      for (let start = 0; start === 0 || start < rows.length; start += ROWS_PER_UPDATE) {
        const end = start + ROWS_PER_UPDATE
        updates.push({ anew: anew && start === 0, rows: rows.slice(start, end), more: end < rows.length })
      }
      return updates
    },
    forget: () => {
      sent = undefined
    },
  }
}

/** The worker's side: takes updates in the order they were made and gives back the inventory once one is complete. */
export function mirrorReceiver(): (update: MirrorUpdate) => Inventory | undefined {
  let held: Inventory = EMPTY_INVENTORY
  let waiting: RowChange[] = []
  return ({ anew, rows, more }) => {
    if (anew) {
      held = EMPTY_INVENTORY
      waiting = []
    }
    for (const row of rows) waiting.push(row)
    if (more) return undefined
    held = applyChange(held, waiting)
    waiting = []
    return held
  }
}
