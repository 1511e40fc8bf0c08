import type { RowChange } from '../../shared/inventory/change'
import { EMPTY_INVENTORY, type Inventory, TABLE_NAMES, type TableName } from '../../shared/inventory/inventory'
import { PAGE_SIZE, type Page } from './schema'

interface Book {
  readonly pageOf: Map<string, number>
  readonly members: Map<number, Set<string>>
  /** The page new rows go to. */
  open: number
}

/** Which stored page each row lies on. Lives in memory; the database only sees whole pages. */
export type PageBook = Readonly<Record<TableName, Book>>

/** A book for an empty database. */
export function emptyBook(): PageBook {
  const books = TABLE_NAMES.map((table): [TableName, Book] => [
    table,
    { pageOf: new Map(), members: new Map(), open: 1 },
  ])
  return Object.fromEntries(books) as unknown as PageBook
}

/** Reads all pages into an inventory and the book that goes with it. Rows keep the order of their pages. */
export function readPages(pages: readonly Page[]): { inventory: Inventory; book: PageBook } {
  const book = emptyBook()
  const tables: Record<string, Map<string, unknown>> = {}
  for (const name of TABLE_NAMES) tables[name] = new Map()
  for (const { table, page, rows } of [...pages].sort((a, b) => a.page - b.page)) {
    const entry = book[table]
    for (const row of rows) {
      tables[table]?.set(row.id, row)
      enter(entry, row.id, page)
    }
    entry.open = Math.max(entry.open, page)
  }
  return { inventory: pages.length === 0 ? EMPTY_INVENTORY : (tables as unknown as Inventory), book }
}

/** The pages that must be stored anew, by table. */
export type DirtyPages = Map<TableName, Set<number>>

/** Notes where rows of a Change go, and which pages that touches. */
export function noteRows(book: PageBook, rows: readonly RowChange[], dirty: DirtyPages): void {
  const touch = (table: TableName, page: number) => {
    const pages = dirty.get(table) ?? new Set<number>()
    dirty.set(table, pages.add(page))
  }
  for (const { table, id, after: row } of rows) {
    const entry = book[table]
    const known = entry.pageOf.get(id)
    if (row === undefined) {
      if (known === undefined) continue
      entry.pageOf.delete(id)
      entry.members.get(known)?.delete(id)
      touch(table, known)
    } else {
      touch(table, known ?? enter(entry, id, roomyPage(entry)))
    }
  }
}

/** What must be written for these pages, page by page; their contents are taken from `after`. A page without rows goes. */
export function* pageWrites(
  book: PageBook,
  dirty: DirtyPages,
  after: Inventory,
): Generator<{ readonly put: Page } | { readonly remove: [TableName, number] }> {
  for (const [table, pages] of dirty) {
    const current: ReadonlyMap<string, Page['rows'][number]> = after[table]
    for (const page of pages) {
      const ids = book[table].members.get(page)
      if (ids === undefined || ids.size === 0) {
        book[table].members.delete(page)
        yield { remove: [table, page] }
        continue
      }
      const contents: Page['rows'][number][] = []
      for (const id of ids) {
        const row = current.get(id)
        if (row === undefined) throw new Error(`The page book lists ${table} ${id}, the inventory does not`)
        contents.push(row)
      }
      yield { put: { table, page, rows: contents } }
    }
  }
}

function roomyPage(entry: Book): number {
  if ((entry.members.get(entry.open)?.size ?? 0) >= PAGE_SIZE) entry.open += 1
  return entry.open
}

function enter(entry: Book, id: string, page: number): number {
  entry.pageOf.set(id, page)
  const members = entry.members.get(page) ?? new Set<string>()
  entry.members.set(page, members.add(id))
  return page
}
