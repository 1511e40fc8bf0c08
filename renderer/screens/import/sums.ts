import type { PlanOutline, RowOutcome } from '../../../shared/import/import-plan'
import { FILE_KINDS, type FileKind } from '../../../shared/import/table'

/** Which rows are shown. */
export type Filter = RowOutcome | 'all' | 'kept'

/** One term of the equation `rows = added + updated + unchanged + not taken`. */
export interface Term {
  readonly outcome: RowOutcome
  readonly count: number
}

export interface Equation {
  readonly rows: number
  /** Terms that are zero are left out. */
  readonly terms: readonly Term[]
  /** False when the terms don't add up to the rows. Never, unless the planner is wrong; then the screen says so. */
  readonly balanced: boolean
}

/** What becomes of a file's rows, as an equation whose right side is meant to add up to the left. */
export function equationOf({ rows, added, updated, unchanged, issues }: PlanOutline): Equation {
  const all: readonly Term[] = [
    { outcome: 'added', count: added },
    { outcome: 'updated', count: updated },
    { outcome: 'unchanged', count: unchanged },
    { outcome: 'issue', count: issues.length },
  ]
  return {
    rows,
    terms: all.filter(({ count }) => count > 0),
    balanced: all.reduce((sum, { count }) => sum + count, 0) === rows,
  }
}

/** How many records of each kind are added or changed: as many as there are new ones afterwards, not as many as rows. */
export type Totals = Readonly<Record<FileKind, number>>

export function totalsOf(plans: readonly PlanOutline[]): Totals {
  const totals = Object.fromEntries(FILE_KINDS.map((kind) => [kind, 0])) as Record<FileKind, number>
  for (const { kind, records } of plans) totals[kind] += records
  return totals
}

/** True when two rounds of planning come to the same result as far as a person was shown it. */
export function sameOutcome(a: readonly PlanOutline[], b: readonly PlanOutline[]): boolean {
  return a.length === b.length && a.every((plan, i) => figures(plan) === figures(b[i]))
}

function figures(plan: PlanOutline | undefined): string {
  if (plan === undefined) return ''
  const { kind, rows, added, updated, unchanged, issues, newDepartments, newFunctions, mentionedOnly, missing, kept } =
    plan
  const created = [newDepartments.length, newFunctions.length, mentionedOnly.length, missing.length, kept]
  return [kind, rows, added, updated, unchanged, issues.length, ...created].join(' ')
}

/** The kinds of which something is taken over, in the order they are named in a sentence. */
export function namedTotals(totals: Totals): readonly { readonly kind: FileKind; readonly count: number }[] {
  return FILE_KINDS.map((kind) => ({ kind, count: totals[kind] })).filter(({ count }) => count > 0)
}

/** What files bring into being besides their own rows, by naming it. */
export interface Besides {
  readonly tools: number
  readonly departments: number
  readonly functions: number
  readonly flows: number
}

export function besidesOf(plans: readonly PlanOutline[]): Besides {
  const sum = { tools: 0, departments: 0, functions: 0, flows: 0 }
  for (const plan of plans) {
    sum.tools += plan.mentionedOnly.length
    sum.departments += plan.newDepartments.length
    sum.functions += plan.newFunctions.length
    sum.flows += plan.newFlows.length
  }
  return sum
}
