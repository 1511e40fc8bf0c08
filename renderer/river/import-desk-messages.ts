import type { FileKind } from '../../shared/import/fields'
import type { ImportOptions, PlanOutline } from '../../shared/import/import-plan'
import type { Mapping } from '../../shared/import/mapping'
import type { MappingMemory } from '../../shared/import/mapping-memory'
import type { Refusal } from '../../shared/import/refused'
import type { DecodedFile } from '../../shared/import/table'
import type { RowChange } from '../../shared/inventory/change'
import type { DecodeOverrides } from '../files/decode'

/** How many rows travel in one message: more would hold the window up while they are unpacked. */
export const BATCH_ROWS = 500

/** A file to be read. `read` numbers the reading; `instead`: of an earlier one everything but this part stays. */
export interface ReadOrder {
  readonly read: number
  readonly name: string
  readonly buffer: ArrayBuffer
  readonly overrides: DecodeOverrides
  readonly instead?: number
}

/** What the window asks its import worker. Questions are answered one after the other. */
export type DeskQuestion =
  | ({ readonly kind: 'read' } & ReadOrder)
  | { readonly kind: 'forget'; readonly read: number }
  /** Rows in which the worker's copy of the inventory differs; `anew`: from nothing. Several batches, then `last`. */
  | { readonly kind: 'base'; readonly anew: boolean; readonly rows: readonly RowChange[]; readonly last: boolean }
  | {
      readonly kind: 'prepare'
      readonly reads: readonly number[]
      readonly memory: MappingMemory
      readonly workspace?: string
    }
  | ({ readonly kind: 'plan'; readonly plan: number } & PlanOrder)
  /** A batch of what the newest plan consists of; `list` undefined: the rows of its Change. */
  | {
      readonly kind: 'piece'
      readonly plan: number
      readonly file: number
      readonly list?: PlanList
      readonly from: number
    }

export interface PlanOrder {
  /** The readings that the tables come from, and those that belong together with them. */
  readonly reads: readonly number[]
  readonly tables: readonly { readonly handle: string; readonly mapping: Mapping }[]
  /** The number of the Change that will carry the import. */
  readonly sequence: number
  readonly currency: string
  readonly options: ImportOptions
}

/** What a table is taken for, what else it could be, and the table itself as the window keeps it. */
export interface PreparedOutline {
  readonly decoded: DecodedFile
  readonly mapping: Mapping
  readonly kind: FileKind
  readonly mappings: Readonly<Record<FileKind, Mapping>>
  readonly taken: boolean
}

/** The lists of a plan; any of them may be as long as the file. */
export const PLAN_LISTS = [
  'rowResults',
  'issues',
  'notices',
  'newDepartments',
  'newFunctions',
  'newFlows',
  'mentionedOnly',
  'missing',
  'departmentMerges',
  'possibleDuplicates',
] as const satisfies readonly (keyof PlanOutline)[]
export type PlanList = (typeof PLAN_LISTS)[number]

/** A plan whose lists are still to be fetched where they are longer than what came with it. */
export interface PlanHead {
  readonly outline: PlanOutline
  readonly lengths: Readonly<Record<PlanList, number>>
}

export interface PlanAnswer {
  readonly heads: readonly PlanHead[]
  /** How many rows the Change has. */
  readonly rows: number
}

/** A row of the Change without what the window has itself: the row as it was. */
export type BareRow = Pick<RowChange, 'table' | 'id' | 'after'>

export interface DeskAsked {
  readonly ticket: number
  readonly question: DeskQuestion
}

export type DeskAnswered =
  | { readonly ticket: number; readonly answer: unknown }
  | { readonly ticket: number; readonly progress: number }
  | { readonly ticket: number; readonly refusal: Refusal }
  | { readonly ticket: number; readonly failure: string }
