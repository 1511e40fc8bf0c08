import type { FieldId } from './fields'
import type { FileKind } from './table'

/**
 * Why a column was mapped: its header is a known word, contains one, its cells look like it, it is the only column
 * that could hold the name; or a person said so.
 */
export type MappingReasonCode = 'header' | 'header-part' | 'content' | 'only-choice' | 'person'

export interface MappingReason {
  readonly code: MappingReasonCode
  /** 0–1. */
  readonly confidence: number
}

/** For each column of a table the field it feeds, or null: kept verbatim as an extra column. */
export interface Mapping {
  readonly kind: FileKind
  readonly columns: readonly (FieldId | null)[]
  readonly reasons?: readonly (MappingReason | null)[]
}
