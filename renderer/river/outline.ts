import type { DecodedFile } from '../../shared/import/table'

/** How many rows of a table the window keeps, to show what is in its columns. */
export const PREVIEW_ROWS = 500

/**
 * A table of which the window has only the first rows: the import worker holds all of it, under a name. `usable`: the rows
 * that its format doesn't leave out whatever the columns mean.
 */
export interface OutlinedFile extends DecodedFile {
  readonly whole: { readonly handle: string; readonly rows: number; readonly usable: number }
}

/** What the window keeps of a table. */
export function outlineOf(decoded: DecodedFile, handle: string): OutlinedFile {
  const { header, rows, rowNumbers, leftOut = [] } = decoded.table
  const table = { header, rows: rows.slice(0, PREVIEW_ROWS), rowNumbers: rowNumbers.slice(0, PREVIEW_ROWS) }
  return { ...decoded, table, whole: { handle, rows: rows.length, usable: rows.length - leftOut.length } }
}

const wholeOf = (decoded: DecodedFile): OutlinedFile['whole'] | undefined => (decoded as Partial<OutlinedFile>).whole

/** How many rows a table has, whether all of them are here or not. */
export function rowCountOf(decoded: DecodedFile): number {
  return wholeOf(decoded)?.rows ?? decoded.table.rows.length
}

/** How many of them its format doesn't leave out. */
export function usableRowsOf(decoded: DecodedFile): number {
  return wholeOf(decoded)?.usable ?? decoded.table.rows.length - (decoded.table.leftOut?.length ?? 0)
}

/** The name of a table that the import worker holds; undefined for one that is all here. */
export function handleOf(decoded: DecodedFile): string | undefined {
  return wholeOf(decoded)?.handle
}

/** The name of the table at this place among those that are read as one, and of one that was put together of several. */
export const ownHandle = (read: number, index: number): string => `${read}/${index}`
export const joinedHandle = (reads: readonly number[], index: number): string => `${reads.join(' ')}+${index}`

/** True for a table that was put together of several files. */
export function isJoined(decoded: DecodedFile): boolean {
  return handleOf(decoded)?.includes('+') ?? false
}
