import type { PlanOutline } from '../../../shared/import/import-plan'
import { titleOf } from '../../../shared/import/table'
import type { RowChange } from '../../../shared/inventory/change'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { PreparedFile } from '../../river/import-files'
import type { Problem } from './problem-rows'
import { problemsOf } from './problem-rows'
import { nameIn } from './record-name'

/** One list of an import: its rows and what became of them. `rows` is the sum of the others. */
export interface ResultLine {
  readonly file: string
  readonly rows: number
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly issues: number
}

/** What an import has done, to be told afterwards. */
export interface ImportResult {
  readonly lines: readonly ResultLine[]
  readonly sum: ResultLine
  /** Spellings and what they count as now. */
  readonly merged: readonly { readonly from: string; readonly into: string }[]
  /** Records that the files no longer contain and that were retired or deleted. */
  readonly gone: readonly { readonly name: string; readonly became: 'retired' | 'deleted' }[]
  readonly kept: number
  readonly problems: readonly Problem[]
}

interface Imported {
  readonly base: Inventory
  /** The rows of the Change that was written. */
  readonly rows: readonly RowChange[]
  readonly plans: readonly PlanOutline[]
}

/** The result of the plans that were carried out. */
export function resultOf({ base, rows: written, plans }: Imported, prepared: readonly PreparedFile[]): ImportResult {
  const lines = plans.map((plan, i): ResultLine => {
    const { rows, added, updated, unchanged, issues, fileName } = plan
    const decoded = prepared[i]?.decoded
    return {
      file: decoded === undefined ? fileName : titleOf(decoded),
      rows,
      added,
      updated,
      unchanged,
      issues: issues.length,
    }
  })
  return {
    lines,
    sum: lines.reduce(added, { file: '', rows: 0, added: 0, updated: 0, unchanged: 0, issues: 0 }),
    merged: mergedIn(plans),
    gone: plans.flatMap((plan) => goneIn(plan, base, written)),
    kept: plans.reduce((sum, { kept }) => sum + kept, 0),
    problems: plans.flatMap((plan, i) => problemsOf(plan, prepared[i]?.decoded.damaged)),
  }
}

function added(a: ResultLine, b: ResultLine): ResultLine {
  return {
    file: '',
    rows: a.rows + b.rows,
    added: a.added + b.added,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    issues: a.issues + b.issues,
  }
}

/** What was put together, each once even when several files name it. */
function mergedIn(plans: readonly PlanOutline[]): ImportResult['merged'] {
  const found = new Map<string, { readonly from: string; readonly into: string }>()
  const add = (from: string, into: string) => found.set(`${from}\u0000${into}`, { from, into })
  for (const { departmentMerges, possibleDuplicates } of plans) {
    for (const { accepted, from, into } of departmentMerges) if (accepted) add(from, into)
    for (const { accepted, name, existing } of possibleDuplicates) if (accepted) add(name, existing.name)
  }
  return [...found.values()]
}

function goneIn({ kind, missing }: PlanOutline, base: Inventory, written: readonly RowChange[]): ImportResult['gone'] {
  if (missing.length === 0) return []
  const ids = new Set<string>(missing)
  const touched = new Map(
    written.filter(({ table, id }) => table === kind && ids.has(id)).map((row) => [row.id as string, row]),
  )
  return missing.flatMap((id): ImportResult['gone'] => {
    const row = touched.get(id)
    if (row === undefined) return []
    const name = nameIn(base, kind, id)
    if (row.after === undefined) return [{ name, became: 'deleted' }]
    return isRetired(row.after) && !isRetired(row.before) ? [{ name, became: 'retired' }] : []
  })
}

const isRetired = (record: RowChange['after']): boolean =>
  record !== undefined && 'status' in record && record.status === 'retired'
