import type { Findings } from '../../shared/analysis/findings'
import { judge } from '../../shared/analysis/judge'
import { recogniseTools } from '../../shared/catalogue/recognise-tools'
import { answerWith } from './ask-worker'
import { catalogueIndex } from './catalogue'
import { type MirrorUpdate, mirrorReceiver } from './mirror'

export interface JudgeQuestion {
  readonly inventory: MirrorUpdate
  /** ISO date; contract terms are counted from it. */
  readonly today: string
}

const mirror = mirrorReceiver()

answerWith<JudgeQuestion, Findings>(({ inventory: update, today }) => {
  const inventory = mirror(update)
  return judge(inventory, recogniseTools(inventory, catalogueIndex()), today)
})
