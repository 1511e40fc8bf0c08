import type { Bridge } from '../../shared/bridge'
import { applyChange, type Change } from '../../shared/inventory/change'
import { type HistoryEntry, toEntry } from '../../shared/inventory/history'
import { EMPTY_INVENTORY, type Inventory, TABLE_NAMES, type TableName } from '../../shared/inventory/inventory'
import { readChange, readSnapshot } from '../../shared/inventory/validate'
import { emptyBook, type PageBook, readPages, writePages } from './page-book'
import { FORMAT_VERSION, type Meta, WorkspaceDatabase } from './schema'

/** What of the bridge the database needs: the journal on disk, which is the truth. */
export type Journal = Pick<
  Bridge,
  'journalState' | 'journalAppend' | 'journalRead' | 'journalSnapshot' | 'journalGiveUpDatabase'
>

/** A workspace in memory, with the database it is written to. */
export interface OpenedWorkspace {
  readonly database: WorkspaceDatabase
  readonly inventory: Inventory
  readonly book: PageBook
  /** The Changes that undo can still reach, oldest first, without their rows. */
  readonly history: readonly HistoryEntry[]
  readonly sequence: number
  /** The working copy was missing, behind or damaged, and was rebuilt from the journal. */
  readonly restored: boolean
  /** The journal lacks Changes that the database has and could not take them now: nothing more may be written. */
  readonly journalBehind: boolean
}

type Working = Omit<OpenedWorkspace, 'restored' | 'journalBehind'>

/** The stored workspace was written by a newer version of the app. Nothing was touched. */
export class NewerFormatError extends Error {
  override readonly name = 'NewerFormatError'
  constructor(readonly madeBy: string) {
    super(`The workspace was written by version ${madeBy}`)
  }
}

/**
 * Opens a workspace and leaves database and journal in step. The database is a working copy: where it is missing,
 * behind the journal, or doesn't hold what it says it holds, it is rebuilt from the newest snapshot and the Changes
 * since, under a new name when the old one can't even be opened. Where the journal is behind (the app died between the
 * two writes) it gets the Changes it lacks.
 * Throws NewerFormatError; throws when the journal itself can't be read.
 */
export async function openWorkspace(workspace: string, version: string, journal: Journal): Promise<OpenedWorkspace> {
  const state = await journal.journalState(workspace)
  const working = await openDatabase(workspace, state.generation, version)
  if (working !== undefined && working.sequence >= state.lastSequence) {
    const journalBehind = !(await sendMissing(workspace, journal, working, state.lastSequence))
    return { ...working, restored: false, journalBehind }
  }
  working?.database.close()
  const { generation } = await journal.journalGiveUpDatabase(workspace)
  return rebuild(new WorkspaceDatabase(workspace, generation), workspace, version, journal)
}

/** The working copy, if it can be opened and holds what its head says it holds. A new one is empty at sequence 0. */
async function openDatabase(workspace: string, generation: number, version: string): Promise<Working | undefined> {
  const database = new WorkspaceDatabase(workspace, generation)
  try {
    const format = await database.meta.get('format')
    if (format?.key === 'format' && format.minReader > FORMAT_VERSION) throw new NewerFormatError(format.madeBy)
    if (format === undefined) await database.meta.put(formatRow(version))
    const head = await database.meta.get('head')
    const [pages, history] = await Promise.all([database.pages.toArray(), database.marks.toArray()])
    const { inventory, book } = readPages(pages)
    if (head?.key === 'head') {
      const complete = TABLE_NAMES.every((table) => (head.counts[table] ?? 0) === inventory[table].size)
      if (complete) return { database, inventory, book, history, sequence: head.sequence }
    } else if (pages.length === 0) {
      return { database, inventory, book, history: [], sequence: 0 }
    }
  } catch (error) {
    if (error instanceof NewerFormatError) throw error
    // Whatever went wrong in there, the journal has it all, and a database that failed once must not be trusted again.
  }
  database.close()
  return undefined
}

/** Gives the journal the Changes it lacks. False when it can't take them: then the database alone has them. */
async function sendMissing(
  workspace: string,
  journal: Journal,
  { database, sequence }: Working,
  last: number,
): Promise<boolean> {
  if (sequence === last) return true
  const lines = (await database.history.where('sequence').above(last).toArray()).map(toLine)
  return (await journal.journalAppend(workspace, lines)).ok
}

async function rebuild(
  database: WorkspaceDatabase,
  workspace: string,
  version: string,
  journal: Journal,
): Promise<OpenedWorkspace> {
  const contents = await journal.journalRead(workspace)
  let inventory: Inventory = EMPTY_INVENTORY
  let sequence = 0
  if (contents.snapshot !== undefined) {
    const snapshot = readSnapshot(contents.snapshot.text)
    if (!snapshot.ok) {
      if (snapshot.error.code === 'made-by-newer') throw new NewerFormatError(String(snapshot.error.version))
      throw new Error('The snapshot on disk is not readable')
    }
    inventory = snapshot.value.inventory
    sequence = contents.snapshot.sequence
  }
  const changes: Change[] = []
  for (const line of contents.lines) {
    const change = readChange(line.text)
    if (change === undefined || change.sequence !== sequence + 1) throw new Error(`Change ${sequence + 1} is missing`)
    inventory = applyChange(inventory, change.rows)
    sequence = change.sequence
    changes.push(change)
  }
  const book = emptyBook()
  const everything = TABLE_NAMES.flatMap((table) =>
    [...inventory[table].values()].map((row) => ({ table, id: row.id, after: row })),
  ) as Parameters<typeof writePages>[1]
  const { put } = writePages(book, everything, inventory)
  await database.transaction('rw', database.meta, database.pages, database.history, database.marks, async () => {
    await Promise.all([database.pages.clear(), database.history.clear(), database.marks.clear()])
    await database.pages.bulkPut([...put])
    await database.history.bulkPut(changes)
    await database.marks.bulkPut(changes.map(toEntry))
    await database.meta.bulkPut([formatRow(version), headRow(sequence, inventory)])
  })
  return { database, inventory, book, history: changes.map(toEntry), sequence, restored: true, journalBehind: false }
}

function formatRow(version: string): Meta {
  return { key: 'format', version: FORMAT_VERSION, minReader: FORMAT_VERSION, madeBy: version }
}

/** The row that says up to which Change the pages are, and how many rows they must hold. */
export function headRow(sequence: number, inventory: Inventory): Meta {
  const counts = Object.fromEntries(TABLE_NAMES.map((table) => [table, inventory[table].size]))
  return { key: 'head', sequence, counts: counts as Record<TableName, number> }
}

/** A Change as the journal stores it. */
export function toLine(change: Change): { readonly sequence: number; readonly text: string } {
  return { sequence: change.sequence, text: JSON.stringify(change) }
}
