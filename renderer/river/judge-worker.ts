import { judge } from '../../shared/analysis/judge'
import { recogniseTools } from '../../shared/catalogue/recognise-tools'
import { answerWith } from './ask-worker'
import { catalogueIndex } from './catalogue'
import { type DeltaOrders, type DeltaPart, deltaSender } from './delta'
import { FINDINGS_LISTS, findingsLists } from './findings-lists'
import { type MirrorUpdate, mirrorReceiver } from './mirror'

export interface JudgeQuestion {
  readonly inventory: MirrorUpdate
  /** ISO date; contract terms are counted from it. */
  readonly today: string
}

const mirror = mirrorReceiver()
const differences = deltaSender(FINDINGS_LISTS)

answerWith<JudgeQuestion, DeltaPart, DeltaOrders>(({ inventory: update, today }, send) => {
  const inventory = mirror(update)
  if (inventory === undefined) return undefined
  const findings = judge(inventory, recogniseTools(inventory, catalogueIndex()), today)
  return differences(findingsLists(findings), send)
})
