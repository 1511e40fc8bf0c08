import type { DraftRow } from './drafts'
import type { FieldChange, RowResult } from './import-plan'
import type { RowIssue } from './issues'
import type { KindPlan } from './row-outcomes'

/** Collects what became of rows that are about several records each. */
export interface RowParts<D> {
  /** Takes over what became of the rows of one record. */
  add(part: KindPlan): void
  /**
   * Counts every row once, as the most that became of it.
   * @param titleOf what a row is called in lists
   * @param why the issue of a row that is about no record at all
   */
  count(plan: KindPlan, titleOf: (draft: D) => string, why?: (draft: D) => RowIssue): void
}

const ORDER = ['added', 'updated', 'unchanged', 'issue'] as const

export function rowParts<D extends DraftRow>(drafts: readonly D[]): RowParts<D> {
  const results = new Map<number, { result: RowResult; issues: RowIssue[] }[]>()
  for (const { row } of drafts) results.set(row, [])
  return {
    add({ rowResults, issues }) {
      for (const result of rowResults) {
        results.get(result.row)?.push({ result, issues: issues.filter(({ row }) => row === result.row) })
      }
    },
    count(plan, titleOf, why) {
      for (const draft of drafts) {
        const parts = results.get(draft.row) ?? []
        const best = ORDER.map((outcome) => parts.find(({ result }) => result.outcome === outcome)).find(
          (part) => part !== undefined,
        )
        if (best === undefined) {
          const issue = why?.(draft)
          if (issue !== undefined) plan.issues.push(issue)
          plan.rowResults.push({
            row: draft.row,
            outcome: issue === undefined ? 'unchanged' : 'issue',
            name: titleOf(draft),
          })
          continue
        }
        const changes = parts.flatMap(({ result }): readonly FieldChange[] => result.changes ?? [])
        const [issue] = best.issues
        if (best.result.outcome === 'issue' && issue !== undefined) plan.issues.push(issue)
        const told = best.result.outcome !== 'added' && best.result.outcome !== 'issue' && changes.length > 0
        plan.rowResults.push({
          row: draft.row,
          outcome: best.result.outcome,
          name: titleOf(draft),
          ...(told ? { changes } : {}),
        })
      }
    },
  }
}
