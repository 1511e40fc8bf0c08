import { create } from 'zustand'
import type { OpenedFile } from '../../../shared/bridge'
import type { PlanOutline } from '../../../shared/import/import-plan'
import type { NamedMapping } from '../../../shared/import/mapping-file'
import type { RefusalCode } from '../../../shared/import/refused'
import type { DecodedFile, FileKind } from '../../../shared/import/table'
import type { DecodeOverrides } from '../../files/decode'
import type { DeskPlan } from '../../river/import-desk'
import type { Guesses, PreparedFile } from '../../river/import-files'
import { type Decisions, NO_DECISIONS } from './decisions'
import type { NotATable } from './sniff-file'
import type { Filter } from './sums'

export type FailureCode = NotATable | RefusalCode | 'unreadable'

/** How far a file is. While it is read anew, `before` is what was shown until then. */
export type Stage =
  | { readonly kind: 'reading'; readonly fraction?: number; readonly before?: readonly DecodedFile[] }
  | { readonly kind: 'failed'; readonly why: FailureCode; readonly limit?: number }
  /** It is no list but says how the columns of lists are to be understood. */
  | { readonly kind: 'mapping'; readonly mappings: readonly NamedMapping[] }
  | { readonly kind: 'ready'; readonly decoded: readonly DecodedFile[] }

/** A file of this import and what a person decided about how it is read. */
export interface FileEntry {
  readonly key: string
  readonly source: OpenedFile
  readonly overrides: DecodeOverrides
  readonly stage: Stage
  /** The reading that what is shown of it comes from; absent until it was read. */
  readonly read?: number | undefined
}

/** One table of a file, and what a person decided about it. */
export interface TableEntry {
  readonly key: string
  /** The key of its file. */
  readonly file: string
  /** Whether it is imported; tables that don't look like lists aren't unless a person says so. */
  readonly ticked: boolean
  /** The tick is a person's. */
  readonly tickChosen?: boolean
  /** The kind that was chosen instead of the guessed one. */
  readonly chosenKind?: FileKind
  /** What the columns alone say, for each kind of list. */
  readonly guesses?: Guesses
  readonly prepared: PreparedFile
}

/** A plan and what it was made of. It is the one to commit as long as tables, decisions and inventory are the same. */
export interface ShownPlan {
  readonly planned: DeskPlan
  readonly prepared: readonly PreparedFile[]
  readonly currency: string
  readonly decisions: Decisions
  /** The keys of the tables, in the order of `prepared`. */
  readonly keys: readonly string[]
}

export const TABS = ['columns', 'rows', 'questions', 'problems', 'created'] as const
export type Tab = (typeof TABS)[number]

/** What the import screen remembers while it is open. */
export interface ImportState {
  readonly files: readonly FileEntry[]
  /** In the order of the files. */
  readonly tables: readonly TableEntry[]
  /** The key of the table that is shown, or of a file that has none. */
  readonly chosen?: string | undefined
  readonly tab: Tab
  /** Which rows the tab "rows" shows. */
  readonly filter: Filter
  /** What a person chose for amounts that name no currency. */
  readonly currency?: string | undefined
  readonly decisions: Decisions
  readonly shown?: ShownPlan | undefined
  /** How much of the plan is done, 0–1, while it is worked out. */
  readonly planShare?: number | undefined
  readonly phase: 'idle' | 'planning' | 'plan-failed' | 'committing'
  /** The inventory changed between the plan and the click; the new plan differs from what was seen. */
  readonly moved: boolean
}

export const EMPTY_IMPORT: ImportState = {
  files: [],
  tables: [],
  tab: 'columns',
  filter: 'all',
  decisions: NO_DECISIONS,
  phase: 'idle',
  moved: false,
}

export const useImport = create<ImportState>()(() => EMPTY_IMPORT)

/** The tables a file gave when it was read last. */
export function decodedOf({ stage }: FileEntry): readonly DecodedFile[] {
  if (stage.kind === 'ready') return stage.decoded
  return (stage.kind === 'reading' ? stage.before : undefined) ?? []
}

/** The newest plan for a table, which may be a moment older than its mapping. */
export function planOf(shown: ShownPlan | undefined, key: string): PlanOutline | undefined {
  const index = shown?.keys.indexOf(key) ?? -1
  return index < 0 ? undefined : shown?.planned.plans[index]
}

/** True when every file has been read, one way or the other. */
export function isSettled(files: readonly FileEntry[]): boolean {
  return files.every(({ stage }) => stage.kind !== 'reading')
}

/** The tables that are imported. */
export function tickedTables(tables: readonly TableEntry[]): readonly TableEntry[] {
  return tables.filter(({ ticked }) => ticked)
}

/** The table that is shown, if it is one, and its file. */
export function chosenIn({ files, tables, chosen }: ImportState): {
  readonly file?: FileEntry | undefined
  readonly table?: TableEntry | undefined
} {
  const table = tables.find(({ key }) => key === chosen)
  return { table, file: files.find(({ key }) => key === (table?.file ?? chosen)) }
}
