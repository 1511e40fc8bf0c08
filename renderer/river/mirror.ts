import { applyChange, difference, type RowChange } from '../../shared/inventory/change'
import { EMPTY_INVENTORY, type Inventory } from '../../shared/inventory/inventory'

/** What makes a worker's copy of the inventory equal to the page's: the rows that differ, or all of them. */
export interface MirrorUpdate {
  readonly anew: boolean
  readonly rows: readonly RowChange[]
}

/**
 * The page's side: remembers what the worker has and says what it lacks. Cloning a large inventory takes the page's
 * thread half a second; the rows of one Change take nothing. `forget` when the worker is started anew.
 */
export function mirrorSender(): { updateTo(inventory: Inventory): MirrorUpdate; forget(): void } {
  let sent: Inventory | undefined
  return {
    updateTo: (inventory) => {
      const update = { anew: sent === undefined, rows: difference(sent ?? EMPTY_INVENTORY, inventory) }
      sent = inventory
      return update
    },
    forget: () => {
      sent = undefined
    },
  }
}

/** The worker's side: takes updates in the order they were made and gives back the inventory as it is then. */
export function mirrorReceiver(): (update: MirrorUpdate) => Inventory {
  let held: Inventory = EMPTY_INVENTORY
  return ({ anew, rows }) => {
    held = applyChange(anew ? EMPTY_INVENTORY : held, rows)
    return held
  }
}
