import type { Change } from '../../shared/inventory/change'
import { toEntry } from '../../shared/inventory/history'
import type { Inventory } from '../../shared/inventory/inventory'
import { pacer } from './breathe'
import { headRow, type OpenedWorkspace } from './open-workspace'
import { type DirtyPages, noteRows, pageWrites } from './page-book'
import type { Page } from './schema'
import { LARGE_CHANGE, linePieces, textsOf } from './stored-change'

/** So many rows are noted, so many pages and parts stored between two turns of the window. */
const ROWS_AT_ONCE = 1_000
const PAGES_AT_ONCE = 10
const PARTS_AT_ONCE = 20

/**
 * Writes a Change into the database, as one transaction that is there whole or not at all, and gives back its text for
 * the journal, in pieces. A large one is written piece by piece: the window has its turns while the transaction is open.
 * @param inventory as it is after the Change
 * @param alive is called whenever something has got done
 */
export async function writeChange(
  { database, book }: OpenedWorkspace,
  change: Change,
  inventory: Inventory,
  alive: () => void,
): Promise<readonly string[]> {
  const pause = pacer()
  const dirty: DirtyPages = new Map()
  for (let start = 0; start < change.rows.length; start += ROWS_AT_ONCE) {
    noteRows(book, change.rows.slice(start, start + ROWS_AT_ONCE), dirty)
    await pause()
  }
  const { sequence } = change
  const texts = change.rows.length > LARGE_CHANGE ? await textsOf(change.rows) : undefined
  alive()
  await database.transaction('rw', database.tables, async () => {
    const stored = texts === undefined ? change : { ...change, rows: [], parts: texts.length }
    await Promise.all([
      database.history.add(stored),
      database.marks.add(toEntry(change)),
      database.meta.put(headRow(sequence, inventory)),
    ])
    let pages: Page[] = []
    for (const write of pageWrites(book, dirty, inventory)) {
      if ('remove' in write) await database.pages.delete(write.remove)
      else pages.push(write.put)
      if (pages.length < PAGES_AT_ONCE) continue
      // The answer comes as a task of its own: until then the window has its turn.
      await database.pages.bulkPut(pages)
      pages = []
      alive()
    }
    if (pages.length > 0) await database.pages.bulkPut(pages)
    const parts = (texts ?? []).map((text, part) => ({ sequence, part, text }))
    for (let start = 0; start < parts.length; start += PARTS_AT_ONCE) {
      await database.parts.bulkAdd(parts.slice(start, start + PARTS_AT_ONCE))
      alive()
    }
  })
  return texts === undefined ? [JSON.stringify(change)] : linePieces(change, texts)
}
