import type { ImportPlan } from '../../../../shared/import/import-plan'
import type { RowIssue } from '../../../../shared/import/issues'

type Parts = Partial<Omit<ImportPlan, 'issues'>> & { readonly issues?: number | readonly RowIssue[] }

/** A plan with some of its parts given; `issues` may be just their number. */
export function aPlan({ issues = [], ...parts }: Parts): ImportPlan {
  return {
    kind: 'tools',
    fileName: 'tools.csv',
    rows: 0,
    rowResults: [],
    added: 0,
    updated: 0,
    unchanged: 0,
    notices: [],
    changes: [],
    changeCount: 0,
    newFlows: [],
    newDepartments: [],
    newFunctions: [],
    mentionedOnly: [],
    missing: [],
    departmentMerges: [],
    possibleDuplicates: [],
    records: 0,
    kept: 0,
    ...parts,
    issues:
      typeof issues === 'number'
        ? Array.from({ length: issues }, (_, i) => ({ code: 'missing-name' as const, row: i + 2 }))
        : issues,
  }
}
