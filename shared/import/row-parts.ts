import type { DraftRow } from './drafts'
import type { RowResult } from './import-plan'
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

/** What became of a row with one of its records. */
interface Part {
  readonly result: RowResult
  readonly issue: RowIssue | undefined
}

export function rowParts<D extends DraftRow>(drafts: readonly D[]): RowParts<D> {
  // Most rows are about one record: lists are made only for those that are about several.
  const only = new Map<number, Part>()
  const several = new Map<number, Part[]>()
  return {
    add({ rowResults, issues }) {
      for (const result of rowResults) {
        const { row } = result
        const part = { result, issue: issues.find((issue) => issue.row === row) }
        const before = only.get(row)
        const more = several.get(row)
        if (before === undefined) only.set(row, part)
        else if (more === undefined) several.set(row, [before, part])
        else more.push(part)
      }
    },
    count(plan, titleOf, why) {
      for (const draft of drafts) {
        const { row } = draft
        const name = titleOf(draft)
        const parts = several.get(row)
        const best = parts === undefined ? only.get(row) : bestOf(parts)
        if (best === undefined) {
          const issue = why?.(draft)
          if (issue !== undefined) plan.issues.push(issue)
          plan.rowResults.push({ row, outcome: issue === undefined ? 'unchanged' : 'issue', name })
          continue
        }
        const { outcome } = best.result
        if (outcome === 'issue' && best.issue !== undefined) plan.issues.push(best.issue)
        const told = outcome !== 'added' && outcome !== 'issue'
        const changes = told ? (parts ?? [best]).flatMap(({ result }) => result.changes ?? []) : []
        plan.rowResults.push(changes.length > 0 ? { row, outcome, name, changes } : { row, outcome, name })
      }
    },
  }
}

const ORDER = ['added', 'updated', 'unchanged', 'issue'] as const

function bestOf(parts: readonly Part[]): Part | undefined {
  return ORDER.map((outcome) => parts.find(({ result }) => result.outcome === outcome)).find(
    (part) => part !== undefined,
  )
}
