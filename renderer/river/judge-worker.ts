import type { BundleWeights } from '../../shared/analysis/bundle-scale'
import type { Findings } from '../../shared/analysis/findings'
import { judgeAgain, judgeAnew, type Kept } from '../../shared/analysis/judge'
import { touchedTools } from '../../shared/analysis/touched-tools'
import { answerWith } from './ask-worker'
import { catalogueIndex } from './catalogue'
import { type MirrorUpdate, mirrorReceiver } from './mirror'
import { type Recognition, recognition } from './recognition'

export interface JudgeQuestion {
  readonly inventory: MirrorUpdate
  /** ISO date; contract terms are counted from it. */
  readonly today: string
  /** The user's own weights, where they differ from the published ones. */
  readonly weights?: Partial<BundleWeights>
}

const mirror = mirrorReceiver()

/** What the last answer leaves for the next one. Taken away while one is worked out, so that a failure starts anew. */
let last: { readonly kept: Kept; readonly recognised: Recognition } | undefined

answerWith<JudgeQuestion, Findings>(({ inventory: update, today, weights }) => {
  const inventory = mirror(update)
  const touched = update.anew || last === undefined ? 'all' : touchedTools(update.rows)
  const before = last
  last = undefined
  if (before === undefined || touched === 'all') {
    const recognised = recognition(inventory, catalogueIndex())
    const { findings, kept } = judgeAnew({ inventory, catalogue: recognised, today, weights })
    last = { kept, recognised }
    return findings
  }
  const recognised = recognition(inventory, catalogueIndex(), before.recognised, touched)
  const { findings, kept } = judgeAgain(before.kept, { inventory, catalogue: recognised, today, weights }, touched)
  last = { kept, recognised }
  return findings
})
