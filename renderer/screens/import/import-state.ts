import { create } from 'zustand'
import type { OpenedFile } from '../../../shared/bridge'
import type { ImportPlan } from '../../../shared/import/import-plan'
import type { FileKind } from '../../../shared/import/table'
import type { DecodeOverrides } from '../../files/decode'
import type { PlannedImport, PreparedFile } from '../../river/import-files'
import type { NotATable } from './sniff-file'

/** How far a file is. While it is read anew, `before` is what was shown until then. */
export type Stage =
  | { readonly kind: 'reading'; readonly before?: PreparedFile }
  | { readonly kind: 'failed'; readonly why: NotATable | 'unreadable' }
  | { readonly kind: 'ready'; readonly prepared: PreparedFile }

/** A file of this import and what a person decided about it. */
export interface FileEntry {
  readonly key: string
  readonly source: OpenedFile
  readonly overrides: DecodeOverrides
  /** The kind that was chosen instead of the guessed one. */
  readonly chosenKind?: FileKind
  readonly stage: Stage
}

/** A plan and what it was made of. It is the one to commit as long as files, currency and inventory are the same. */
export interface ShownPlan {
  readonly planned: PlannedImport
  readonly prepared: readonly PreparedFile[]
  readonly currency: string
  /** The keys of the files, in the order of `prepared`. */
  readonly keys: readonly string[]
}

/** What the import screen remembers while it is open. */
export interface ImportState {
  readonly files: readonly FileEntry[]
  readonly chosen?: string | undefined
  /** What a person chose for amounts that name no currency. */
  readonly currency?: string | undefined
  readonly shown?: ShownPlan | undefined
  readonly phase: 'idle' | 'planning' | 'plan-failed' | 'committing'
  /** The inventory changed between the plan and the click; the new plan differs from what was seen. */
  readonly moved: boolean
}

export const EMPTY_IMPORT: ImportState = { files: [], phase: 'idle', moved: false }

export const useImport = create<ImportState>()(() => EMPTY_IMPORT)

/** What a file's columns are understood as now, or were until it began to be read anew. */
export function preparedOf({ stage }: FileEntry): PreparedFile | undefined {
  if (stage.kind === 'ready') return stage.prepared
  return stage.kind === 'reading' ? stage.before : undefined
}

/** The newest plan for a file, which may be a moment older than its mapping. */
export function planOf(shown: ShownPlan | undefined, key: string): ImportPlan | undefined {
  const index = shown?.keys.indexOf(key) ?? -1
  return index < 0 ? undefined : shown?.planned.plans[index]
}

/** The files that can be planned, and whether all have been read. */
export function readyFiles(files: readonly FileEntry[]): {
  readonly settled: boolean
  readonly ready: readonly { readonly key: string; readonly prepared: PreparedFile }[]
} {
  return {
    settled: files.every(({ stage }) => stage.kind !== 'reading'),
    ready: files.flatMap(({ key, stage }) => (stage.kind === 'ready' ? [{ key, prepared: stage.prepared }] : [])),
  }
}
