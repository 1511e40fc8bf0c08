import { guessKind, guessMapping } from '../../shared/import/guess-mapping'
import type { ImportPlan } from '../../shared/import/import-plan'
import type { Mapping } from '../../shared/import/mapping'
import { planImport } from '../../shared/import/plan-import'
import { readDrafts } from '../../shared/import/read-drafts'
import type { DecodedFile, FileKind } from '../../shared/import/table'
import { applyChange, type Draft, difference } from '../../shared/inventory/change'
import type { IdSource } from '../../shared/inventory/ids'
import type { Inventory } from '../../shared/inventory/inventory'

/** A decoded file and how its columns are understood: guessed at first, then as the user says. */
export interface PreparedFile {
  readonly decoded: DecodedFile
  readonly mapping: Mapping
}

/** What importing the files would do, computed on `base`; showing it changes nothing. */
export interface PlannedImport {
  readonly base: Inventory
  readonly after: Inventory
  /** One plan per file, in the order of `files`. */
  readonly plans: readonly ImportPlan[]
}

/** Departments first, then tools, then flows, so that names are known before something refers to them. */
const ORDER: readonly FileKind[] = ['departments', 'tools', 'flows']

/** Guesses what a decoded file is and what its columns mean. */
export function prepareFile(decoded: DecodedFile): PreparedFile {
  return { decoded, mapping: guessMapping(decoded.table, guessKind(decoded.table, decoded.name)) }
}

/**
 * Plans the import of several files as one step: each is planned on what the ones before it would leave.
 * @param ids the ids of the Change that will carry it; plan anew when another Change came in between
 * @param currency ISO code for amounts that don't name theirs
 */
export function planFiles(
  base: Inventory,
  files: readonly PreparedFile[],
  ids: IdSource,
  currency: string,
  catalogueWords: Parameters<typeof planImport>[3],
): PlannedImport {
  const plans = new Map<PreparedFile, ImportPlan>()
  let after = base
  for (const file of inOrder(files, ({ mapping }) => mapping.kind)) {
    const { decoded, mapping } = file
    const read = readDrafts(decoded.table, mapping, { fileName: decoded.name, defaultCurrency: currency })
    const plan = planImport(
      after,
      { kind: mapping.kind, fileName: decoded.name, rows: decoded.table.rows.length, ...read },
      ids,
      catalogueWords,
    )
    plans.set(file, plan)
    after = applyChange(after, plan.changes)
  }
  return { base, after, plans: files.map((file) => plans.get(file) as ImportPlan) }
}

/** Plans that were made elsewhere (a worker) for this inventory, put together with it. Rows they leave alone stay the same. */
export function withPlans(base: Inventory, plans: readonly ImportPlan[]): PlannedImport {
  const after = inOrder(plans, ({ kind }) => kind).reduce((left, plan) => applyChange(left, plan.changes), base)
  return { base, after, plans }
}

function inOrder<T>(files: readonly T[], kindOf: (file: T) => FileKind): readonly T[] {
  return [...files].sort((a, b) => ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)))
}

/** The one Change that an import of these files is. */
export function toChange(planned: PlannedImport, files: readonly PreparedFile[]): Draft {
  const rows = difference(planned.base, planned.after)
  const only = files.length === 1 ? files[0]?.decoded.name : undefined
  return {
    label:
      only === undefined
        ? { code: 'import', values: { count: files.length } }
        : { code: 'importOne', values: { file: only } },
    cause: { kind: 'edit' },
    rows,
  }
}
