import { judgeAgain, judgeSteps, type Kept } from '../../shared/analysis/judge'
import { touchedTools } from '../../shared/analysis/touched-tools'
import { weightsOf } from '../../shared/analysis/weights'
import type { ToolId } from '../../shared/inventory/nouns'
import { answerWith } from './ask-worker'
import { catalogueFor } from './catalogue'
import { type DeltaOrders, type DeltaPart, deltaSender } from './delta'
import { FINDINGS_LISTS, findingsLists } from './findings-lists'
import { type MirrorUpdate, mirrorReceiver } from './mirror'
import { type Recognition, recognition } from './recognition'

export interface JudgeQuestion {
  readonly inventory: MirrorUpdate
  /** ISO date; contract terms are counted from it. */
  readonly today: string
}

/** A part of the findings, or what they are so far, as orders for the parts sent until then. */
export type JudgePart = { readonly part: DeltaPart } | { readonly soFar: DeltaOrders }

const mirror = mirrorReceiver()
const differences = deltaSender(FINDINGS_LISTS)

/** What the last answer leaves for the next one. Taken away while one is worked out, so that a failure starts anew. */
let last: { readonly kept: Kept; readonly recognised: Recognition } | undefined
/** The tools that the parts of an update that came so far may have touched. */
let touched: Set<ToolId> | 'all' = new Set()

answerWith<JudgeQuestion, JudgePart, DeltaOrders>(({ inventory: update, today }, send) => {
  const now = update.anew ? 'all' : touchedTools(update.rows)
  if (touched !== 'all') touched = now === 'all' ? 'all' : new Set([...touched, ...now])
  const inventory = mirror(update)
  if (inventory === undefined) return undefined
  const [before, changed] = [last, touched]
  last = undefined
  touched = new Set()
  const index = catalogueFor(inventory)
  const weights = weightsOf(inventory)
  const isAnew = before === undefined || changed === 'all'
  const recognised = isAnew ? recognition(inventory, index) : recognition(inventory, index, before.recognised, changed)
  const input = { inventory, catalogue: recognised, today, weights }
  for (const { findings, kept } of isAnew ? judgeSteps(input) : [judgeAgain(before.kept, input, changed)]) {
    const orders = differences(findingsLists(findings), (part, transfer) => send({ part }, transfer))
    if (kept === undefined) {
      // A large inventory: what is known so far can be shown while the rest is looked for.
      send({ soFar: orders })
      continue
    }
    last = { kept, recognised }
    return orders
  }
  throw new Error('overlaps were looked for without an end')
})
