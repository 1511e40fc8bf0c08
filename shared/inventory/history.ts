import type { Change } from './change'

/** What undo and redo would act on now: sequence numbers of Changes of cause `edit`. */
export interface UndoState {
  readonly undo?: number
  readonly redo?: number
}

/** What is known of a Change without its rows: enough to undo it by name and to list what was done. */
export type HistoryEntry = Pick<Change, 'sequence' | 'cause' | 'time' | 'label'>

/** Sequence and cause are all that is needed to know where undo stands. */
export type HistoryMark = Pick<Change, 'sequence' | 'cause'>

/**
 * Where undo and redo stand after this history, oldest first: the last edit that is not undone, and the last undo
 * that is not redone and not overtaken by a newer edit. Placements are passed over. The history may be cut off at its
 * beginning; an undo or redo of a Change that is not in it is passed over.
 */
export function undoState(history: readonly HistoryMark[]): UndoState {
  const done: number[] = []
  const undone: number[] = []
  for (const { sequence, cause } of history) {
    if (cause.kind === 'edit') {
      done.push(sequence)
      undone.length = 0
    } else if (cause.kind === 'undo' && done.at(-1) === cause.of) {
      undone.push(cause.of)
      done.pop()
    } else if (cause.kind === 'redo' && undone.at(-1) === cause.of) {
      done.push(cause.of)
      undone.pop()
    }
  }
  const undo = done.at(-1)
  const redo = undone.at(-1)
  return { ...(undo === undefined ? {} : { undo }), ...(redo === undefined ? {} : { redo }) }
}

/** A Change's entry in the history. */
export function toEntry({ sequence, cause, time, label }: Change): HistoryEntry {
  return { sequence, cause, time, label }
}
