import type { IdSource } from '../inventory/ids'
import type { Inventory } from '../inventory/inventory'
import { dataObjectDirectory, departmentDirectory, functionDirectory } from './directories'
import type { DepartmentDraft, FlowDraft, ToolDraft } from './drafts'
import type { CatalogueIndexLike, ImportInput, ImportPlan, RowResult } from './import-plan'
import { inventoryWriter } from './inventory-writer'
import type { RowIssue } from './issues'
import type { PlanContext } from './plan-context'
import { planDepartments } from './plan-departments'
import { planFlows } from './plan-flows'
import { planTools } from './plan-tools'
import type { KindPlan } from './row-outcomes'

/**
 * What importing a file will do to an inventory: which rows are new, change something, say nothing new or can't be
 * taken, and the row changes to commit. What the file says wins over what is stored; what it doesn't mention stays as it
 * is; functions, users, tags and data objects are only ever added to. Pure and deterministic; planning the same file
 * again on the result gives no changes. Linear: 10,000 rows take well under a second.
 */
export function planImport(
  inventory: Inventory,
  input: ImportInput,
  ids: IdSource,
  catalogue?: CatalogueIndexLike,
): ImportPlan {
  const { kind, fileName, rows } = input
  const writer = inventoryWriter(inventory)
  const context: PlanContext = {
    fileName,
    writer,
    ids,
    departments: departmentDirectory(writer, ids),
    functions: functionDirectory(writer, ids, catalogue),
    dataObjects: dataObjectDirectory(writer, ids),
  }
  const plan: KindPlan = {
    rowResults: input.issues.map(({ row }): RowResult => ({ row, outcome: 'issue', name: '' })),
    issues: [...input.issues],
    notices: [],
    matched: new Set(),
  }
  const { mentionedOnly, parents } = planRows(input, context, plan)
  const outcome = (wanted: RowResult['outcome']) => plan.rowResults.filter((result) => result.outcome === wanted).length
  const refused = new Set(plan.issues.map(({ row }) => row))
  const notices = [...input.notices, ...plan.notices].filter(({ row }) => !refused.has(row))
  return {
    kind,
    fileName,
    rows,
    rowResults: plan.rowResults.sort((a, b) => a.row - b.row),
    added: outcome('added'),
    updated: outcome('updated'),
    unchanged: outcome('unchanged'),
    issues: plan.issues.sort(byRow),
    notices: notices.sort(byRow),
    changes: writer.changes(),
    newDepartments: [...context.departments.created, ...parents],
    newFunctions: context.functions.created,
    mentionedOnly,
    missing: missingFrom(inventory, input, plan.matched),
  }
}

const byRow = (a: RowIssue, b: RowIssue): number => a.row - b.row

function planRows(
  { kind, drafts }: ImportInput,
  context: PlanContext,
  plan: KindPlan,
): { mentionedOnly: readonly string[]; parents: readonly string[] } {
  switch (kind) {
    case 'tools': {
      const rows = drafts.filter((draft): draft is ToolDraft => draft.kind === 'tools')
      return { mentionedOnly: planTools(rows, context, plan), parents: [] }
    }
    case 'departments': {
      const rows = drafts.filter((draft): draft is DepartmentDraft => draft.kind === 'departments')
      return { mentionedOnly: [], parents: planDepartments(rows, context, plan) }
    }
    case 'flows': {
      const rows = drafts.filter((draft): draft is FlowDraft => draft.kind === 'flows')
      return { mentionedOnly: planFlows(rows, context, plan), parents: [] }
    }
  }
}

/** Ids of the records of this kind that the file once brought and that none of its rows means any more. */
function missingFrom(
  inventory: Inventory,
  { kind, fileName }: ImportInput,
  matched: ReadonlySet<string>,
): readonly string[] {
  return [...inventory[kind].values()]
    .filter((record) => record.origin?.file === fileName && !matched.has(record.id))
    .filter((record) => !('mentionedOnly' in record && record.mentionedOnly))
    .map(({ id }) => id)
}
