import { idSource } from '../../../shared/inventory/ids'
import { catalogueWords } from '../../river/catalogue'
import { planFiles } from '../../river/import-files'
import type { PlanAnswer, PlanQuestion } from './plan-in-worker'

/** The worker's whole life: one plan. */
self.onmessage = ({ data: { base, files, sequence, currency, options } }: MessageEvent<PlanQuestion>) => {
  let answer: PlanAnswer
  try {
    answer = { plans: planFiles(base, files, idSource(sequence), currency, catalogueWords, options).plans }
  } catch (error) {
    answer = { problem: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(answer)
}
