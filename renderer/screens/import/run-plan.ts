import { nextIds } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'
import { catalogueWords } from '../../river/catalogue'
import { CURRENCY_OF } from '../../river/currency'
import { type PlannedImport, type PreparedFile, planFiles } from '../../river/import-files'
import { useUi } from '../../ui-state'
import { type Decisions, optionsOf } from './decisions'
import { isSettled, type ShownPlan, tickedTables, useImport } from './import-state'
import { planInWorker } from './plan-in-worker'

/** Up to here planning is done before a worker would have started. */
const AT_ONCE_ROWS = 1_000

/** The currency of amounts that don't name theirs. */
export function currencyNow(): string {
  return useImport.getState().currency ?? CURRENCY_OF[useUi.getState().settings.language]
}

/** True when the plan is still the one for what is shown and stored now. */
export function isCurrent(shown: ShownPlan | undefined): shown is ShownPlan {
  if (shown === undefined) return false
  const { files, tables, decisions } = useImport.getState()
  const ticked = tickedTables(tables)
  return (
    isSettled(files) &&
    shown.planned.base === useWorkspace.getState().inventory &&
    shown.currency === currencyNow() &&
    shown.decisions === decisions &&
    ticked.length === shown.prepared.length &&
    ticked.every(({ prepared }, i) => prepared === shown.prepared[i])
  )
}

/** Works out what importing the tables would do and shows it. Until then the older plan stays. */
export async function runPlan(signal: AbortSignal): Promise<void> {
  const { tables, decisions } = useImport.getState()
  const ticked = tickedTables(tables)
  const prepared = ticked.map((table) => table.prepared)
  const currency = currencyNow()
  try {
    const planned = await plan(prepared, currency, decisions, signal)
    if (signal.aborted) return
    const keys = ticked.map(({ key }) => key)
    useImport.setState({ shown: { planned, prepared, currency, decisions, keys }, phase: 'idle' })
  } catch {
    if (!signal.aborted) useImport.setState({ phase: 'plan-failed' })
  }
}

async function plan(
  files: readonly PreparedFile[],
  currency: string,
  decisions: Decisions,
  signal: AbortSignal,
): Promise<PlannedImport> {
  const { inventory: base, sequence } = useWorkspace.getState()
  const options = optionsOf(decisions)
  const rows = files.reduce((sum, { decoded }) => sum + decoded.table.rows.length, 0)
  if (rows <= AT_ONCE_ROWS) return planFiles(base, files, nextIds(), currency, catalogueWords, options)
  useImport.setState({ phase: 'planning' })
  return planInWorker({ base, files, sequence: sequence + 1, currency, options }, signal)
}

/** Resolves when the screen has been painted. */
export function nextFrame(): Promise<void> {
  // A hidden window paints nothing; there the timer ends the wait.
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100)
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(timer)
        resolve()
      }),
    )
  })
}
