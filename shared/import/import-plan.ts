import type { RowChange } from '../inventory/change'
import type { Money, ToolId } from '../inventory/nouns'
import type { DraftRow } from './drafts'
import type { FieldId } from './fields'
import type { RowIssue } from './issues'
import type { MergeProposal } from './propose-departments'
import type { PossibleDuplicate } from './propose-tools'
import type { FileKind } from './table'

/** What a field holds, with names instead of ids, ready to be shown. */
export type FieldValue = string | number | boolean | Money | readonly string[]

/**
 * One field that a row changes. `before` absent: it was unknown; `after` absent: the file empties it. For lists both
 * sides are the whole list. `kept` present: nothing changes (`before` = `after`), because a person has set the field by
 * hand; `kept` is what the file says instead.
 */
export interface FieldChange {
  readonly field: FieldId | 'extra'
  /** The header, for `extra`. */
  readonly column?: string
  readonly before?: FieldValue
  readonly after?: FieldValue
  readonly kept?: FieldValue
}

export type RowOutcome = 'added' | 'updated' | 'unchanged' | 'issue'

/** What becomes of one row of the file. `name`: the tool's, department's or flow's name ("A → B" for a nameless flow). */
export interface RowResult {
  readonly row: number
  readonly outcome: RowOutcome
  readonly name: string
  readonly changes?: readonly FieldChange[]
}

/**
 * What committing an import will do, and with every row of the file accounted for:
 * `rows = added + updated + unchanged + issues.length`.
 */
export interface PlanOutline {
  readonly kind: FileKind
  readonly fileName: string
  readonly rows: number
  /** In the order of the file. */
  readonly rowResults: readonly RowResult[]
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  /** How many records of this kind the file adds or changes. Several rows can be about one, and one about several. */
  readonly records: number
  readonly issues: readonly RowIssue[]
  readonly notices: readonly RowIssue[]
  /** How many rows the Change has; 0 when the file says nothing new. */
  readonly changeCount: number
  readonly newDepartments: readonly string[]
  readonly newFunctions: readonly string[]
  /** "A → B" for each flow that cells of another kind of list make by naming it. */
  readonly newFlows: readonly string[]
  /** Names of tools that will exist only because something named them. */
  readonly mentionedOnly: readonly string[]
  /** Ids of stored records of this kind that this file once brought and no longer contains or names. */
  readonly missing: readonly string[]
  /** Departments that the file names and that are probably others by another spelling, the accepted ones among them. */
  readonly departmentMerges: readonly DepartmentMerge[]
  /** Tools that the file adds or merely names and that are probably known already, the accepted ones among them. */
  readonly possibleDuplicates: readonly PossibleDuplicate[]
  /** How many cells were left aside because a person had set the field by hand. They are in the rows' `changes`. */
  readonly kept: number
}

/** The plan with the rows of its Change. They are as many as the file's, so what only shows a plan does without them. */
export interface ImportPlan extends PlanOutline {
  readonly changes: readonly RowChange[]
}

/** A merge proposed within an import. `accepted`: the options asked for it; it is part of the plan. */
export interface DepartmentMerge extends MergeProposal {
  readonly accepted: boolean
}

/** What becomes of records that the file once brought and no longer contains. Departments can't be retired. */
export type MissingChoice = 'keep' | 'retire' | 'delete'

/** What a person decided about an import before it is planned. All of it plain data that can be cloned. */
export interface ImportOptions {
  /** By the `normaliseName` of a department's spelling: the name that it shall count as. */
  readonly departmentMerges?: ReadonlyMap<string, string>
  /** By the `key` of a possible duplicate: the stored tool that it is, or the key of another spelling in the file. */
  readonly toolMerges?: ReadonlyMap<string, ToolId | string>
  /** `keep` unless said. */
  readonly missing?: MissingChoice
  /** Single records, by id, for which another choice than `missing` was made. */
  readonly missingOf?: ReadonlyMap<string, MissingChoice>
  /** Fields that a person has set by hand stay as they are (`keep`, unless said), or the file wins there, too. */
  readonly handEdits?: 'keep' | 'file-wins'
}

/** What `planImport` is given of a file. `rows`: how many rows the table has, taken or not. */
export interface ImportInput {
  readonly kind: FileKind
  readonly fileName: string
  readonly drafts: readonly DraftRow[]
  readonly issues: readonly RowIssue[]
  readonly notices: readonly RowIssue[]
  readonly rows: number
  readonly options?: ImportOptions
  /** Called now and then while a long list is planned, with the share that is done, 0–1. */
  readonly onProgress?: (share: number) => void
}

/** What planning needs of the catalogue. `CatalogueIndex` will do. */
export interface CatalogueIndexLike {
  /** The function that is called exactly this. */
  functionByWord(word: string): { readonly id: string; readonly domain: string } | undefined
  /** The domain with this id or name. */
  domainByWord?(word: string): string | undefined
  /** The product that is called exactly this, by its name or an alias. */
  productByName?(name: string): { readonly name: string; readonly vendor: string } | undefined
}
