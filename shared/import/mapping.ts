import type { FieldId } from './fields'
import type { FileKind } from './table'

/**
 * Why a column was mapped. `header`: its heading is a known word. `header-part`: it contains one. By its cells:
 * `addresses` (e-mail), `currencies`, `amounts` (of money), `yes-no`, `few-words` (few, repeated, all known),
 * `known-tools`, `known-departments` (of the inventory), `known-functions`, `known-products` (of the catalogue),
 * `content` (anything else). `only-choice`: nothing else could hold the name. `remembered`: as with the same heading
 * last time. `file`: a mapping file says so. `person`: somebody chose it here.
 */
export const MAPPING_REASON_CODES = [
  'header',
  'header-part',
  'content',
  'addresses',
  'currencies',
  'amounts',
  'yes-no',
  'few-words',
  'known-tools',
  'known-departments',
  'known-functions',
  'known-products',
  'only-choice',
  'remembered',
  'file',
  'person',
] as const
export type MappingReasonCode = (typeof MAPPING_REASON_CODES)[number]

export interface MappingReason {
  readonly code: MappingReasonCode
  /** 0–1. */
  readonly confidence: number
}

/**
 * What decides which record a row is about. `auto`: the list's id, and where there is none the name together with the
 * system it is a part of. Each other mode trusts what it names and nothing else.
 */
export const IDENTITY_MODES = ['auto', 'id', 'name', 'name+vendor', 'name+partOf'] as const
export type IdentityMode = (typeof IDENTITY_MODES)[number]

/** Cells cut at a sign. Without `part` every part is a value of its own (fields that are lists). */
export interface Split {
  /** Taken literally; white space around the parts goes. */
  readonly separator: string
  /** Counts from 1; −1 is the last part. */
  readonly part?: number
}

/** Where a field gets its text from, besides the column that feeds it alone. */
export type FieldSource =
  | { readonly kind: 'column'; readonly column: number; readonly split?: Split }
  /** Columns put together in this order; empty cells are left out. */
  | { readonly kind: 'join'; readonly columns: readonly number[]; readonly separator: string }
  /** The same text for every row, where the columns say nothing. */
  | { readonly kind: 'constant'; readonly text: string }

export interface ExtraSource {
  readonly field: FieldId
  readonly source: FieldSource
}

/**
 * How a table is understood. `columns`: for each column the field it feeds, or null: kept verbatim as an extra column
 * (unless one of `extras` uses it). A field with several sources takes the first that says something, columns before
 * extras; fields that are lists, and notes, take all. Pure data.
 */
export interface Mapping {
  readonly kind: FileKind
  readonly columns: readonly (FieldId | null)[]
  readonly reasons?: readonly (MappingReason | null)[]
  /** How the cells of a column in `columns` are cut, by its index. */
  readonly splits?: Readonly<Record<number, Split>>
  readonly extras?: readonly ExtraSource[]
  /** What tells rows apart; `auto` unless said. */
  readonly identity?: IdentityMode
  /** An empty cell of a mapped column empties the field. Otherwise it leaves the field alone. */
  readonly emptyMeansEmpty?: boolean
}

/** The fields that get a text from somewhere. */
export function fedFields({ columns, extras }: Mapping): ReadonlySet<FieldId> {
  return new Set([...columns, ...(extras ?? []).map(({ field }) => field)].filter((field) => field !== null))
}

/** True when rows can be taken at all: they have a name, for flows two ends, for usages a department besides. */
export function isUsable(mapping: Mapping): boolean {
  const fed = fedFields(mapping)
  if (mapping.kind === 'usages') return fed.has('name') && fed.has('owner')
  if (mapping.kind !== 'flows') return fed.has('name')
  return fed.has('participants') || (fed.has('source') && fed.has('target'))
}
