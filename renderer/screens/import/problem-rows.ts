import type { PlanOutline } from '../../../shared/import/import-plan'
import type { IssueCode, NoticeCode, RowIssue } from '../../../shared/import/issues'
import type { Damage, DamageCode } from '../../../shared/import/table'

/** `issue`: the row is not taken. `notice`: it is, but something in it was not understood. `damage`: the file itself. */
export type Severity = 'issue' | 'notice' | 'damage'

/** One thing to tell about one row of one file. */
export interface Problem {
  readonly file: string
  readonly row: number
  readonly severity: Severity
  readonly code: IssueCode | NoticeCode | DamageCode
  readonly column?: string
  readonly text?: string
}

/** Everything there is to tell about a file, in the order of its rows; the graver first within a row. */
export function problemsOf(plan: PlanOutline, damaged: readonly Damage[] = []): readonly Problem[] {
  const of = (severity: Severity) => (issue: RowIssue | Damage) => ({ file: plan.fileName, severity, ...issue })
  const all = [
    ...plan.issues.map(of('issue')),
    ...plan.notices.map(of('notice')),
    ...damaged.map(of('damage')),
  ] as readonly Problem[]
  return [...all].sort((a, b) => a.row - b.row)
}

/** The words a problem needs: why, and what became of the row. */
export interface ProblemWords {
  readonly header: readonly string[]
  readonly why: (problem: Problem) => string
  readonly consequence: (severity: Severity) => string
}

/** The table that is saved as CSV: a header and one row per problem. */
export function toCsvRows(
  problems: readonly Problem[],
  { header, why, consequence }: ProblemWords,
): readonly (readonly (string | number)[])[] {
  const rows = problems.map((problem) => [
    problem.file,
    problem.row,
    problem.column ?? '',
    problem.text ?? '',
    why(problem),
    consequence(problem.severity),
  ])
  return [header, ...rows]
}

/** How often each kind of damage occurs, and in which rows, at most `shown` of them. */
export function groupDamage(
  damaged: readonly Damage[],
  shown = 3,
): readonly { readonly code: DamageCode; readonly count: number; readonly rows: readonly number[] }[] {
  const groups = new Map<DamageCode, number[]>()
  for (const { code, row } of damaged) {
    const rows = groups.get(code)
    if (rows === undefined) groups.set(code, [row])
    else rows.push(row)
  }
  return [...groups].map(([code, rows]) => ({ code, count: rows.length, rows: rows.slice(0, shown) }))
}
