import { nextIds } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'
import { catalogueWords } from '../../river/catalogue'
import { type PlannedImport, type PreparedFile, planFiles } from '../../river/import-files'
import { useUi } from '../../ui-state'
import { readyFiles, type ShownPlan, useImport } from './import-state'
import { planInWorker } from './plan-in-worker'

/** Up to here planning is done before a worker would have started. */
const AT_ONCE_ROWS = 1_000

/** Amounts that name no currency are in that of the language's country until somebody says otherwise. */
const CURRENCY_OF = { de: 'EUR', en: 'GBP' } as const

/** The currency of amounts that don't name theirs. */
export function currencyNow(): string {
  return useImport.getState().currency ?? CURRENCY_OF[useUi.getState().settings.language]
}

/** True when the plan is still the one for what is shown and stored now. */
export function isCurrent(shown: ShownPlan | undefined): shown is ShownPlan {
  if (shown === undefined) return false
  const { settled, ready } = readyFiles(useImport.getState().files)
  return (
    settled &&
    shown.planned.base === useWorkspace.getState().inventory &&
    shown.currency === currencyNow() &&
    ready.length === shown.prepared.length &&
    ready.every(({ prepared }, i) => prepared === shown.prepared[i])
  )
}

/** Works out what importing the files would do and shows it. Until then the older plan stays. */
export async function runPlan(signal: AbortSignal): Promise<void> {
  const { ready } = readyFiles(useImport.getState().files)
  const prepared = ready.map((file) => file.prepared)
  const currency = currencyNow()
  try {
    const planned = await plan(prepared, currency, signal)
    if (signal.aborted) return
    const keys = ready.map(({ key }) => key)
    useImport.setState({ shown: { planned, prepared, currency, keys }, phase: 'idle' })
  } catch {
    if (!signal.aborted) useImport.setState({ phase: 'plan-failed' })
  }
}

async function plan(files: readonly PreparedFile[], currency: string, signal: AbortSignal): Promise<PlannedImport> {
  const { inventory: base, sequence } = useWorkspace.getState()
  const rows = files.reduce((sum, { decoded }) => sum + decoded.table.rows.length, 0)
  if (rows <= AT_ONCE_ROWS) return planFiles(base, files, nextIds(), currency, catalogueWords)
  useImport.setState({ phase: 'planning' })
  return planInWorker({ base, files, sequence: sequence + 1, currency }, signal)
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
