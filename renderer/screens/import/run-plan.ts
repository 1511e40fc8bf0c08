import { nextIds } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'
import { catalogueIndex } from '../../river/catalogue'
import { planSteps } from '../../river/import-files'
import { useUi } from '../../ui-state'
import { readyFiles, type ShownPlan, useImport } from './import-state'

/** Up to here planning is quicker than a glance; above, the screen says that it is at work and stays alive between files. */
const AT_ONCE_ROWS = 20_000

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
  const rows = prepared.reduce((sum, { decoded }) => sum + decoded.table.rows.length, 0)
  const slow = rows > AT_ONCE_ROWS
  if (slow) {
    useImport.setState({ phase: 'planning' })
    await nextFrame()
  }
  if (signal.aborted) return
  const base = useWorkspace.getState().inventory
  const currency = currencyNow()
  try {
    const steps = planSteps(base, prepared, nextIds(), currency, catalogueIndex())
    for (;;) {
      const step = steps.next()
      if (step.done) {
        const keys = ready.map(({ key }) => key)
        useImport.setState({ shown: { planned: step.value, prepared, currency, keys }, phase: 'idle' })
        return
      }
      if (slow) await nextFrame()
      if (signal.aborted) return
    }
  } catch {
    useImport.setState({ phase: 'plan-failed' })
  }
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
