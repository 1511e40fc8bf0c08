import type { DepartmentMerge, PlanOutline } from '../../../shared/import/import-plan'
import type { PossibleDuplicate } from '../../../shared/import/propose-tools'
import type { Inventory } from '../../../shared/inventory/inventory'
import { answerToMerge, answerToTwin, type Decisions, mergeKey, type Twin } from './decisions'

/**
 * A possible duplicate as it is decided about. A stored tool goes by its id; one that only this import makes goes by its
 * name, because its id may be another's in the next plan.
 */
export function twinOf({ key, existing }: PossibleDuplicate, stored: Inventory['tools'] | undefined): Twin {
  const { name } = existing
  if (!('id' in existing)) return { key, same: existing.key, name }
  return { key, same: stored?.has(existing.id) === false ? name : existing.id, name }
}

/** The proposals about departments, each once. */
export function mergesOf(plan: PlanOutline): readonly DepartmentMerge[] {
  const found = new Map<string, DepartmentMerge>()
  for (const merge of plan.departmentMerges) {
    const key = mergeKey(merge)
    if (!found.has(key)) found.set(key, merge)
  }
  return [...found.values()]
}

/** How many questions of a plan nobody has answered. What a file no longer contains asks nothing: it is kept. */
export function openQuestions(plan: PlanOutline, decisions: Decisions): number {
  const merges = mergesOf(plan).filter((merge) => !merge.accepted && answerToMerge(decisions, merge) === 'open')
  const twins = plan.possibleDuplicates.filter(({ accepted }) => !accepted).map((each) => twinOf(each, undefined))
  return merges.length + twins.filter((twin) => answerToTwin(decisions, twin) === 'open').length
}

/** True when there is anything to ask or to tell about a plan's merging. */
export function asks(plan: PlanOutline, decisions: Decisions): boolean {
  const { departmentMerges, possibleDuplicates, missing, kept } = plan
  return departmentMerges.length + possibleDuplicates.length + missing.length + kept > 0 || decisions.fileWins
}
