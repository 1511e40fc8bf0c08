import { create } from 'zustand'
import type { ChangeLabel } from '../../shared/inventory/change'
import type { HistoryEntry, UndoState } from '../../shared/inventory/history'
import { EMPTY_INVENTORY, type Inventory } from '../../shared/inventory/inventory'

export type WorkspaceProblem = 'database-failed' | 'journal-failed' | 'disk-full' | 'newer-format' | 'unreadable'

/** The open workspace in memory: the truth for the screens. Only commit.ts and session.ts write it. */
export interface WorkspaceState {
  /** Which workspace it is; nothing before the first one is open. */
  readonly id?: string
  /** Counts up with each opening: whatever waits for something must look whether it is still in the same workspace. */
  readonly visit: number
  readonly phase: 'opening' | 'ready' | 'read-only'
  readonly problem?: WorkspaceProblem
  /** The working copy had to be rebuilt from the journal at this start. */
  readonly restored: boolean
  readonly inventory: Inventory
  readonly history: readonly HistoryEntry[]
  readonly undo: UndoState
  readonly sequence: number
  /** The newest Change that database and journal both have. */
  readonly savedSequence: number
}

export const useWorkspace = create<WorkspaceState>()(() => ({
  visit: 0,
  phase: 'opening',
  restored: false,
  inventory: EMPTY_INVENTORY,
  history: [],
  undo: {},
  sequence: 0,
  savedSequence: 0,
}))

const selectInventory = (state: WorkspaceState) => state.inventory

/** The inventory of the open workspace; the same object until something is committed. */
export function useInventory(): Inventory {
  return useWorkspace(selectInventory)
}

/** The words for what undo or redo would act on. */
export function labelOf(history: readonly HistoryEntry[], sequence: number | undefined): ChangeLabel | undefined {
  return sequence === undefined ? undefined : history.find((entry) => entry.sequence === sequence)?.label
}
