import { notifications } from '@mantine/notifications'
import type { RowChange } from '../../../shared/inventory/change'
import type { Inventory } from '../../../shared/inventory/inventory'
import { canWrite, commit, undo } from '../../database/commit'
import { applyInSlices } from '../../database/in-slices'
import { takeSnapshot } from '../../database/session'
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
    await nextFrame()
    if (!isCurrent(useImport.getState().shown)) await runPlan(new AbortController().signal)
    const { shown } = useImport.getState()
    if (!isCurrent(shown)) return
    if (!sameOutcome(before.shown.planned.plans, shown.planned.plans)) {
      useImport.setState({ moved: true })
      return
    }
    const rows = [...(await shown.planned.rows()), ...newAnswers(shown.planned, shown.decisions)]
    const { base } = shown.planned
    const after = await applyInSlices(base, rows)
    // In the meantime the import may have been left, or something else may have been written.
    if (!isCurrent(useImport.getState().shown) || useImport.getState().phase !== 'committing') return
    finish(shown, rows, after)
  } catch {
    useImport.setState({ phase: 'plan-failed' })
  } finally {
    useImport.setState((state) => (state.phase === 'committing' ? { phase: 'idle' } : {}))
  }
}

function finish({ planned, prepared }: ShownPlan, rows: readonly RowChange[], after: Inventory): void {
  const { base } = planned
  const { sequence } = useWorkspace.getState()
  const change = commit(importDraft(rows, prepared), { from: base, to: after })
  if (change === undefined) return
  void rememberMappings(prepared)
  setImporting([])
  showScreen('map')
  // What was there before is kept, too, where that wasn't done while the plan was looked at. Nobody waits for either: the
  // journal has every Change up to here.
  void takeSnapshot({ inventory: base, sequence })
  void takeSnapshot()
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
