import type { ImportOptions, ImportPlan } from '../../../shared/import/import-plan'
import type { Inventory } from '../../../shared/inventory/inventory'
import { type PlannedImport, type PreparedFile, withPlans } from '../../river/import-files'

export interface PlanQuestion {
  readonly base: Inventory
  readonly files: readonly PreparedFile[]
  /** The number of the Change that will carry the import. */
  readonly sequence: number
  readonly currency: string
  readonly options: ImportOptions
}

/** What the worker answers: the plans, in the order of the files, or why not. */
export type PlanAnswer = { readonly plans: readonly ImportPlan[] } | { readonly problem: string }

/** Plans in a worker of its own, so that a long list holds nothing up. Aborting ends the worker and rejects. */
export function planInWorker(question: PlanQuestion, signal: AbortSignal): Promise<PlannedImport> {
  if (signal.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' })
    const abort = () => finish(() => reject(signal.reason))
    const finish = (settle: () => void) => {
      worker.terminate()
      signal.removeEventListener('abort', abort)
      settle()
    }
    signal.addEventListener('abort', abort)
    worker.onmessage = ({ data }: MessageEvent<PlanAnswer>) =>
      finish(() => ('plans' in data ? resolve(withPlans(question.base, data.plans)) : reject(new Error(data.problem))))
    worker.onerror = (event) => finish(() => reject(new Error(event.message || 'The worker stopped')))
    worker.postMessage(question)
  })
}
