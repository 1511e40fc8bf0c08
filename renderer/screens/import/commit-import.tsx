import { notifications } from '@mantine/notifications'
import type { RowChange } from '../../../shared/inventory/change'
import { canWrite, commit, undo } from '../../database/commit'
import { takeSnapshot, whenSaved } from '../../database/session'
import { useWorkspace } from '../../database/workspace'
import { importDraft } from '../../river/import-files'
import { rememberMappings } from '../../river/mappings'
import { setImporting, showScreen } from '../../ui-state'
import { ImportedNote } from './ImportedNote'
import { type ShownPlan, useImport } from './import-state'
import { newAnswers } from './new-answers'
import { resultOf } from './result'
import { isCurrent, nextFrame, runPlan } from './run-plan'
import { besidesOf, sameOutcome, totalsOf } from './sums'

const SNAPSHOT_PATIENCE_MS = 2_000
const NOTE_MS = 20_000

/** The note of the import before. */
let lastNote: string | undefined

/**
 * Writes what is shown, as one Change. When the inventory has changed since it was planned, it is planned again; if that
 * comes to something else, nothing is written and the screen asks for another look.
 */
export async function commitImport(): Promise<void> {
  const before = useImport.getState()
  if (before.phase !== 'idle' || before.shown === undefined || !canWrite()) return
  useImport.setState({ phase: 'committing', moved: false })
  try {
    await Promise.race([takeSnapshot(), patience()]).catch(() => undefined)
    await nextFrame()
    if (!isCurrent(useImport.getState().shown)) await runPlan(new AbortController().signal)
    const { shown } = useImport.getState()
    if (!isCurrent(shown)) return
    if (!sameOutcome(before.shown.planned.plans, shown.planned.plans)) {
      useImport.setState({ moved: true })
      return
    }
    const rows = await shown.planned.rows()
    // While the rows came over the import may have been left, or something else may have been written.
    if (!isCurrent(useImport.getState().shown) || useImport.getState().phase !== 'committing') return
    finish(shown, rows)
  } catch {
    useImport.setState({ phase: 'plan-failed' })
  } finally {
    useImport.setState((state) => (state.phase === 'committing' ? { phase: 'idle' } : {}))
  }
}

function finish({ planned, prepared, decisions }: ShownPlan, rows: readonly RowChange[]): void {
  const change = commit(importDraft([...rows, ...newAnswers(planned, decisions)], prepared))
  if (change === undefined) return
  void rememberMappings(prepared)
  setImporting([])
  showScreen('map')
  void whenSaved().then(takeSnapshot)
  const id = `imported-${change.sequence}`
  const takeBack = async () => {
    // Undo takes back the newest edit: only offer it while that is this import.
    if (useWorkspace.getState().undo.undo !== change.sequence) return false
    await undo()
    notifications.hide(id)
    return true
  }
  const result = resultOf({ ...planned, rows }, prepared)
  const note = (autoClose: number | false) => ({
    id,
    autoClose,
    message: (
      <ImportedNote
        totals={totalsOf(planned.plans)}
        besides={besidesOf(planned.plans)}
        result={result}
        onDetails={(shown) => notifications.update(note(shown ? false : NOTE_MS))}
        onUndo={takeBack}
      />
    ),
  })
  lastNote = id
  notifications.show(note(NOTE_MS))
}

/** Takes the note of the import before away: it would lie over the next one, and its undo would take back something else. */
export function hideNote(): void {
  if (lastNote !== undefined) notifications.hide(lastNote)
  lastNote = undefined
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SNAPSHOT_PATIENCE_MS))
}
