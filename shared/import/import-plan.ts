import type { RowChange } from '../inventory/change'
import type { Money } from '../inventory/nouns'
import type { DraftRow } from './drafts'
import type { FieldId } from './fields'
import type { RowIssue } from './issues'
import type { FileKind } from './table'

/** What a field holds, with names instead of ids, ready to be shown. */
export type FieldValue = string | number | boolean | Money | readonly string[]

/** One field that a row changes. `before` absent: it was unknown. For lists both sides are the whole list. */
export interface FieldChange {
  readonly field: FieldId | 'extra'
  /** The header, for `extra`. */
  readonly column?: string
  readonly before?: FieldValue
  readonly after?: FieldValue
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
export interface ImportPlan {
  readonly kind: FileKind
  readonly fileName: string
  readonly rows: number
  /** In the order of the file. */
  readonly rowResults: readonly RowResult[]
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly issues: readonly RowIssue[]
  readonly notices: readonly RowIssue[]
  /** The rows of the Change to commit; empty when the file says nothing new. */
  readonly changes: readonly RowChange[]
  readonly newDepartments: readonly string[]
  readonly newFunctions: readonly string[]
  /** Names of tools that will exist only because something named them. */
  readonly mentionedOnly: readonly string[]
  /** Ids of stored records of this kind that this file once brought and no longer contains. */
  readonly missing: readonly string[]
}

/** What `planImport` is given of a file. `rows`: how many rows the table has, taken or not. */
export interface ImportInput {
  readonly kind: FileKind
  readonly fileName: string
  readonly drafts: readonly DraftRow[]
  readonly issues: readonly RowIssue[]
  readonly notices: readonly RowIssue[]
  readonly rows: number
}

/** What planning needs of the catalogue: the function that is called exactly this. `CatalogueIndex` will do. */
export interface CatalogueIndexLike {
  functionByWord(word: string): { readonly id: string; readonly domain: string } | undefined
}
