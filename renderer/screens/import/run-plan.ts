import { takeSnapshot } from '../../database/session'
import { useWorkspace } from '../../database/workspace'
import { CURRENCY_OF } from '../../river/currency'
import { planAtDesk } from '../../river/import-desk'
import { handleOf, rowCountOf } from '../../river/outline'
import { useUi } from '../../ui-state'
import { optionsOf } from './decisions'
import { isSettled, type ShownPlan, tickedTables, useImport } from './import-state'
import { readsOf } from './reads'

/** Up to here planning is done in a moment. */
const AT_ONCE_ROWS = 1_000
const ANNOUNCE_MS = 200
/** Progress is drawn in steps of this size: each of them draws the screen again. */
const PROGRESS_STEP = 0.03

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
  const { files, tables, decisions } = useImport.getState()
  const ticked = tickedTables(tables)
  const prepared = ticked.map((table) => table.prepared)
  const currency = currencyNow()
  const { inventory: base, sequence } = useWorkspace.getState()
  const rows = prepared.reduce((sum, { decoded }) => sum + rowCountOf(decoded), 0)
  // What is done in a moment isn't announced.
  const announce = setTimeout(() => setPhase('planning'), rows <= AT_ONCE_ROWS ? ANNOUNCE_MS : 0)
  const told = throttled((planShare) => {
    if (!signal.aborted) useImport.setState({ planShare })
  })
  try {
    const order = {
      reads: readsOf(files),
      tables: prepared.map(({ decoded, mapping }) => ({ handle: handleOf(decoded) ?? '', mapping })),
      sequence: sequence + 1,
      currency,
      options: optionsOf(decisions),
    }
    const planned = await planAtDesk(base, order, { signal, onProgress: told })
    if (signal.aborted) return
    const keys = ticked.map(({ key }) => key)
    clearTimeout(announce)
    useImport.setState({ shown: { planned, prepared, currency, decisions, keys }, planShare: undefined })
    setPhase('idle')
    // The Change comes over while the plan is looked at; what is out of date by then isn't asked for. What is there
    // before it is kept in the meantime.
    planned.rows().then(
      () => takeSnapshot(),
      () => undefined,
    )
  } catch {
    if (!signal.aborted) useImport.setState({ phase: 'plan-failed', planShare: undefined })
  } finally {
    clearTimeout(announce)
  }
}

/** Planning is no phase of its own while the plan is being written. */
function setPhase(to: 'planning' | 'idle'): void {
  useImport.setState(({ phase }) => (phase === 'committing' ? {} : { phase: to }))
}

function throttled(tell: (share: number) => void): (share: number) => void {
  let last = 0
  return (share) => {
    if (share - last < PROGRESS_STEP) return
    last = share
    tell(share)
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
