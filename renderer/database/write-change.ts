import type { Change } from '../../shared/inventory/change'
import { toEntry } from '../../shared/inventory/history'
import type { Inventory } from '../../shared/inventory/inventory'
import { pacer } from './breathe'
import { headRow, type OpenedWorkspace } from './open-workspace'
import { type DirtyPages, noteRows, pageWrites } from './page-book'
import type { Page } from './schema'

/** So many rows are noted, so many pages and parts stored between two turns of the window. */
const ROWS_AT_ONCE = 1_000
const PAGES_AT_ONCE = 10
const PARTS_AT_ONCE = 20

/**
 * Writes a Change into the database, as one transaction that is there whole or not at all. A large one is written piece by
 * piece: the window has its turns while the transaction is open.
 * @param parts its rows as texts, where it is kept in parts
 * @param inventory as it is after the Change
 * @param alive is called whenever something has got done
 */
export async function writeChange(
  { database, book }: OpenedWorkspace,
  change: Change,
  parts: readonly string[] | undefined,
  inventory: Inventory,
  alive: () => void,
): Promise<void> {
  const pause = pacer()
  const dirty: DirtyPages = new Map()
  for (let start = 0; start < change.rows.length; start += ROWS_AT_ONCE) {
    noteRows(book, change.rows.slice(start, start + ROWS_AT_ONCE), dirty)
    await pause()
  }
  const { sequence } = change
  alive()
  await database.transaction('rw', database.tables, async () => {
    const stored = parts === undefined ? change : { ...change, rows: [], parts: parts.length }
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
    const rows = (parts ?? []).map((text, part) => ({ sequence, part, text }))
    for (let start = 0; start < rows.length; start += PARTS_AT_ONCE) {
      await database.parts.bulkAdd(rows.slice(start, start + PARTS_AT_ONCE))
      alive()
    }
  })
}
