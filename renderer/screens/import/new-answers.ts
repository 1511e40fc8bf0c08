import { rememberApart } from '../../../shared/inventory/answers'
import type { RowChange } from '../../../shared/inventory/change'
import { nextIds } from '../../database/commit'
import type { DeskPlan } from '../../river/import-desk'
import type { Decisions } from './decisions'
import { saidApart } from './questions'

/** The rows by which the workspace remembers what this import was told to be different. They are part of its Change. */
export function newAnswers(
  { base, plans }: Pick<DeskPlan, 'base' | 'plans'>,
  decisions: Decisions,
): readonly RowChange[] {
  return rememberApart(base.answers, saidApart(plans, decisions, base.tools), nextIds())
}
