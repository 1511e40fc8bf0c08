import { useEffect, useLayoutEffect, useState } from 'react'
import type { Steps } from '../../shared/analysis/matrix/steps'
import { pacer } from '../database/breathe'

/** Runs long work to its end and lets the window have a turn between its steps. */
export async function runInSlices<T>(steps: Steps<T>): Promise<T> {
  const pause = pacer()
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    await pause()
  }
}

/** So long the work may go on before anything is shown: less than anybody notices. */
const AT_ONCE_MS = 8

/**
 * The result of the work that `start` begins, anew when `start` is another function: at once where it is little, else
 * in slices, and what was there before stays until then. Undefined before the first result.
 */
export function useSteps<T>(start: (() => Steps<T>) | undefined): T | undefined {
  const [result, setResult] = useState<{ readonly value: T }>()
  const [rest, setRest] = useState<Steps<T>>()
  useLayoutEffect(() => {
    if (start === undefined) return
    const steps = start()
    const until = performance.now() + AT_ONCE_MS
    let step = steps.next()
    while (step.done !== true && performance.now() < until) step = steps.next()
    if (step.done === true) setResult({ value: step.value })
    setRest(() => (step.done === true ? undefined : steps))
  }, [start])
  useEffect(() => {
    if (rest === undefined) return
    let wanted = true
    const pause = pacer()
    const run = async () => {
      while (wanted) {
        const { done, value } = rest.next()
        if (done === true) {
          if (wanted) setResult({ value })
          return
        }
        await pause()
      }
    }
    void run()
    return () => {
      wanted = false
    }
  }, [rest])
  return result?.value
}
