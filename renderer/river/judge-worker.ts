import type { Findings } from '../../shared/analysis/findings'
import { judge } from '../../shared/analysis/judge'
import { recogniseTools } from '../../shared/catalogue/recognise-tools'
import type { Inventory } from '../../shared/inventory/inventory'
import { answerWith } from './ask-worker'
import { catalogueIndex } from './catalogue'

export interface JudgeQuestion {
  readonly inventory: Inventory
  /** ISO date; contract terms are counted from it. */
  readonly today: string
}

answerWith<JudgeQuestion, Findings>(({ inventory, today }) =>
  judge(inventory, recogniseTools(inventory, catalogueIndex()), today),
)
