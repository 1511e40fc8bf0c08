import type { DepartmentMerge, PlanOutline } from '../../../shared/import/import-plan'
import type { PossibleDuplicate } from '../../../shared/import/propose-tools'
import { type Apart, apartKey, apartKeys } from '../../../shared/inventory/answers'
import type { Inventory } from '../../../shared/inventory/inventory'
import { answerToMerge, answerToTwin, type Decisions, mergeKey, type Twin } from './decisions'

/** What an earlier import was told to be different, by `apartKey`. */
export type Told = ReadonlySet<string>

const NOTHING_TOLD: Told = new Set()
const told = new WeakMap<Inventory['answers'], Told>()

/** The same set as long as the answers are the same. */
export function toldIn({ answers }: Pick<Inventory, 'answers'>): Told {
  if (answers.size === 0) return NOTHING_TOLD
  const known = told.get(answers) ?? apartKeys(answers)
  told.set(answers, known)
  return known
}

/**
 * A possible duplicate as it is decided about. A stored tool goes by its id; one that only this import makes goes by its
 * name, because its id may be another's in the next plan.
 */
export function twinOf({ key, existing }: PossibleDuplicate, stored: Inventory['tools'] | undefined): Twin {
  const { name } = existing
  if (!('id' in existing)) return { key, same: existing.key, name }
  return { key, same: stored?.has(existing.id) === false ? name : existing.id, name }
}

/** The proposals about departments, each once, without those that an earlier import was told to leave. */
export function mergesOf(plan: PlanOutline, told: Told = NOTHING_TOLD): readonly DepartmentMerge[] {
  const found = new Map<string, DepartmentMerge>()
  for (const merge of plan.departmentMerges) {
    const key = mergeKey(merge)
    if (!found.has(key) && (merge.accepted || !told.has(apartKey(apartOfMerge(merge))))) found.set(key, merge)
  }
  return [...found.values()]
}

/** The possible duplicates, without those that an earlier import was told to be others. */
export function duplicatesOf(plan: PlanOutline, told: Told = NOTHING_TOLD): readonly PossibleDuplicate[] {
  return plan.possibleDuplicates.filter((each) => each.accepted || !told.has(apartKey(apartOfDuplicate(each))))
}

function apartOfMerge({ from, into }: DepartmentMerge): Apart {
  return { kind: 'departments', names: [from, into] }
}

function apartOfDuplicate({ name, existing }: PossibleDuplicate): Apart {
  return { kind: 'tools', names: [name, existing.name] }
}

/** How many proposals are not asked about, because an earlier import was told. */
export function silencedIn(plan: PlanOutline, told: Told): number {
  const merges = mergesOf(plan).length - mergesOf(plan, told).length
  return merges + plan.possibleDuplicates.length - duplicatesOf(plan, told).length
}

/** What was answered with no in this import, to be remembered. */
export function saidApart(
  plans: readonly PlanOutline[],
  decisions: Decisions,
  stored: Inventory['tools'],
): readonly Apart[] {
  if (decisions.declined.size === 0) return []
  return plans.flatMap((plan) => [
    ...plan.departmentMerges.filter((each) => answerToMerge(decisions, each) === 'no').map(apartOfMerge),
    ...plan.possibleDuplicates
      .filter((each) => !each.accepted && answerToTwin(decisions, twinOf(each, stored)) === 'no')
      .map(apartOfDuplicate),
  ])
}

/** How many questions of a plan nobody has answered. What a file no longer contains asks nothing: it is kept. */
export function openQuestions(plan: PlanOutline, decisions: Decisions, told: Told = NOTHING_TOLD): number {
  const merges = mergesOf(plan, told).filter((merge) => !merge.accepted && answerToMerge(decisions, merge) === 'open')
  const twins = duplicatesOf(plan, told)
    .filter(({ accepted }) => !accepted)
    .map((each) => twinOf(each, undefined))
  return merges.length + twins.filter((twin) => answerToTwin(decisions, twin) === 'open').length
}

/** True when there is anything to ask or to tell about a plan's merging. */
export function asks(plan: PlanOutline, decisions: Decisions): boolean {
  const { departmentMerges, possibleDuplicates, missing, kept } = plan
  return departmentMerges.length + possibleDuplicates.length + missing.length + kept > 0 || decisions.fileWins
}
