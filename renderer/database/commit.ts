import { applyChange, type Change, type Draft } from '../../shared/inventory/change'
import { toEntry, undoState } from '../../shared/inventory/history'
import { type IdSource, idSource } from '../../shared/inventory/ids'
import type { Inventory } from '../../shared/inventory/inventory'
import { applyInSlices, invertInSlices } from './in-slices'
import { readHistory, store } from './session'
import { useWorkspace } from './workspace'

/** Ids for the rows of the next Change. Use them at once: they belong to the sequence number that comes next. */
export function nextIds(): IdSource {
  return idSource(useWorkspace.getState().sequence + 1)
}

/**
 * The one door for writing. The screens see the Change at once; database and journal follow in order, and the store's
 * `savedSequence` says how far they are. A Change without rows is not made. Throws when nothing can be written
 * (the workspace is read-only) or when the rows don't fit the inventory: ask `canWrite` first.
 * @param applied what `applySteps` made of these very rows, for a Change that is too large to be applied in one go
 */
export function commit(
  draft: Draft,
  applied?: { readonly from: Inventory; readonly to: Inventory },
): Change | undefined {
  if (draft.rows.length === 0) return undefined
  const state = useWorkspace.getState()
  if (state.phase !== 'ready') throw new Error('The workspace is read-only')
  const change: Change = { ...draft, sequence: state.sequence + 1, time: new Date().toISOString() }
  const inventory = applied?.from === state.inventory ? applied.to : applyChange(state.inventory, change.rows)
  const history = [...state.history, toEntry(change)]
  useWorkspace.setState({ inventory, history, undo: undoState(history), sequence: change.sequence })
  store(change)
  return change
}

/** Whether `commit` would take a Change now. */
export function canWrite(): boolean {
  return useWorkspace.getState().phase === 'ready'
}

/** Takes the last edit back, by a Change of its own. Gives it back, or nothing when there is nothing to undo. */
export function undo(): Promise<Change | undefined> {
  return oneAtATime(() => revert('undo'))
}

/** Makes the last undone edit again. */
export function redo(): Promise<Change | undefined> {
  return oneAtATime(() => revert('redo'))
}

/** A Change of more rows would hold the window up if it were applied in one go. */
const LARGE = 2_000

async function revert(kind: 'undo' | 'redo'): Promise<Change | undefined> {
  const { undo: reach, visit, inventory: from } = useWorkspace.getState()
  const of = reach[kind]
  if (of === undefined || !canWrite()) return undefined
  const change = await readHistory(of)
  // Another workspace may have been opened in the meantime; its Changes have the same numbers.
  if (change === undefined || useWorkspace.getState().visit !== visit) return undefined
  const rows = kind === 'undo' ? await invertInSlices(change.rows) : change.rows
  const to = rows.length > LARGE ? await applyInSlices(from, rows) : undefined
  if (useWorkspace.getState().visit !== visit) return undefined
  // While the rows were read something else may have been committed; then the key press meant the older state.
  if (useWorkspace.getState().undo[kind] !== of || !canWrite()) return undefined
  return commit({ label: change.label, cause: { kind, of }, rows }, to === undefined ? undefined : { from, to })
}

let pending: Promise<unknown> = Promise.resolve()

/** Two quick key presses undo two Changes, not the same one twice. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const next = pending.then(work)
  pending = next.catch(() => undefined)
  return next
}
