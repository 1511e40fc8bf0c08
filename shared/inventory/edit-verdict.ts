import type { RowChange } from './change'
import { patched, rowAdded, rowChange, rowRemoved } from './edit-rows'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import type { Judgement, ToolId, Verdict, VerdictId } from './nouns'

/** What somebody decides about tools. `justified` without a reason is no decision. */
export interface Decision {
  readonly judgement: Judgement
  readonly reason?: string | undefined
  /** ISO date. */
  readonly date: string
}

/**
 * The rows that record a verdict on two or more tools. A verdict on exactly the same tools is changed; otherwise there
 * is a new one. None when fewer than two of the tools exist, or when they are justified without a reason.
 */
export function decide(
  inventory: Inventory,
  tools: Iterable<ToolId>,
  decision: Decision,
  ids: IdSource,
): readonly RowChange[] {
  const members = [...new Set(tools)].filter((id) => inventory.tools.has(id)).sort()
  if (members.length < 2 || !isWhole(decision)) return []
  const before = [...inventory.verdicts.values()].find((each) => sameTools(each.tools, members))
  if (before !== undefined) return rowChange('verdicts', before, said(before, decision))
  return [
    rowAdded('verdicts', said({ id: ids('verdicts'), tools: members, judgement: 'redundant', date: '' }, decision)),
  ]
}

/** The rows that change a verdict; none when it would be justified without a reason. */
export function changeVerdict(inventory: Inventory, id: VerdictId, decision: Decision): readonly RowChange[] {
  const before = inventory.verdicts.get(id)
  return before === undefined || !isWhole(decision) ? [] : rowChange('verdicts', before, said(before, decision))
}

/** The rows that take a verdict away: the tools count as before anybody decided. */
export function removeVerdict(inventory: Inventory, id: VerdictId): readonly RowChange[] {
  const before = inventory.verdicts.get(id)
  return before === undefined ? [] : [rowRemoved('verdicts', before)]
}

/** Whether a decision says all it must: who justifies says why. */
export function isWhole({ judgement, reason }: Pick<Decision, 'judgement' | 'reason'>): boolean {
  return judgement !== 'justified' || (reason ?? '').trim() !== ''
}

function said(before: Verdict, { judgement, reason, date }: Decision): Verdict {
  const words = reason?.trim()
  return patched(before, { judgement, date, reason: words === '' ? undefined : words })
}

function sameTools(a: readonly ToolId[], b: readonly ToolId[]): boolean {
  return a.length === b.length && b.every((id) => a.includes(id))
}
