import type { Mapping } from '../../../shared/import/mapping'
import { doubleColumns, missingField } from './mapping-edits'

/** Why nothing can be imported now, in the order of what has to be put right first. */
export type Blocker =
  | { readonly code: 'reading' | 'planning' | 'plan-failed' | 'read-only' | 'nothing-new' | 'no-table' }
  | { readonly code: 'unreadable' | 'no-name' | 'no-ends' | 'no-department' | 'double'; readonly file: string }

export interface BlockedBy {
  readonly writable: boolean
  readonly planned: boolean
  /** Number of rows of the Change that the plan comes to. */
  readonly changes: number
  readonly files: readonly { readonly name: string; readonly stage: 'reading' | 'failed' | 'ready' | 'mapping' }[]
  /** The tables that are to be imported. */
  readonly tables: readonly { readonly name: string; readonly mapping: Mapping }[]
}

/** The first thing that stands in the way of importing, or nothing. */
export function blockerOf({ writable, planned, changes, files, tables }: BlockedBy): Blocker | undefined {
  if (!writable) return { code: 'read-only' }
  const failed = files.find(({ stage }) => stage === 'failed')
  if (failed !== undefined) return { code: 'unreadable', file: failed.name }
  for (const { name, mapping } of tables) {
    const code = troubleWith(mapping)
    if (code !== undefined) return { code, file: name }
  }
  if (files.some(({ stage }) => stage === 'reading')) return { code: 'reading' }
  if (tables.length === 0) return { code: 'no-table' }
  if (!planned) return { code: 'planning' }
  return changes === 0 ? { code: 'nothing-new' } : undefined
}

/** What has to be put right in a file's mapping before it can be imported. */
export function troubleWith(mapping: Mapping): 'no-name' | 'no-ends' | 'no-department' | 'double' | undefined {
  const missing = missingField(mapping)
  if (missing !== undefined) return `no-${missing}`
  return doubleColumns(mapping).size > 0 ? 'double' : undefined
}
