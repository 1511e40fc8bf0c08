import type { HistoryMark } from './history'

/**
 * The edits that undo would take back one after the other, oldest first: its last one is where `undoState` stands.
 * Placements are passed over.
 */
export function undoPath(history: readonly HistoryMark[]): readonly number[] {
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
  return done
}

/** How many undos it takes until this edit is taken back, itself included; 0 when undo can't reach it. */
export function stepsBackTo(history: readonly HistoryMark[], sequence: number): number {
  const path = undoPath(history)
  const at = path.indexOf(sequence)
  return at < 0 ? 0 : path.length - at
}
