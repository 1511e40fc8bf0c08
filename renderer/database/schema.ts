import { Dexie, type Table } from 'dexie'
import type { Change } from '../../shared/inventory/change'
import type { HistoryEntry } from '../../shared/inventory/history'
import type { TableName, Tables } from '../../shared/inventory/inventory'

/** Up to this many rows share one stored record: fifty times faster in bulk than a record per row (PERFORMANCE.md section 2). */
export const PAGE_SIZE = 100

export interface Page {
  readonly table: TableName
  readonly page: number
  readonly rows: readonly Tables[TableName][]
}

/** `format`: who may read this database. `head`: the last Change it holds, and how many rows each table has then. */
export type Meta =
  | { readonly key: 'format'; readonly version: number; readonly minReader: number; readonly madeBy: string }
  | { readonly key: 'head'; readonly sequence: number; readonly counts: Readonly<Partial<Record<TableName, number>>> }

/** Version of what the pages hold. Raise it when a noun changes so that an older app must not write it. */
export const FORMAT_VERSION = 1

/**
 * One workspace's working copy. Memory is the query engine, so there are no secondary indexes: the workspace is read
 * once, whole. The name carries a generation, because a database that failed once is never opened again.
 */
export class WorkspaceDatabase extends Dexie {
  readonly meta!: Table<Meta, Meta['key']>
  readonly pages!: Table<Page, [TableName, number]>
  readonly history!: Table<Change, number>
  /** The history without its rows: all of it is read at the start, the rows of a Change only to undo it. */
  readonly marks!: Table<HistoryEntry, number>

  constructor(workspace: string, generation: number) {
    super(`toolscape-${workspace}-${generation}`, { chromeTransactionDurability: 'strict' })
    // Append only: a released version is never edited. test/renderer/database freezes this text.
    this.version(1).stores({ meta: 'key', pages: '[table+page]', history: 'sequence', marks: 'sequence' })
  }
}
