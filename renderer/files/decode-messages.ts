import type { Refusal } from '../../shared/import/refused'
import type { DecodedFile, Delimiter, Encoding, Quote } from '../../shared/import/table'

/** What a person decided about a file, instead of what was guessed. */
export interface DecodeOverrides {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly quote?: Quote
  /** Row number of the header, of the part that is named or of the only one. */
  readonly headerRow?: number
  /** Only this part of the file is wanted: a sheet's name. */
  readonly part?: string
}

/** How many rows travel in one message: more would hold the window up while they are unpacked. */
export const BATCH_ROWS = 500

/** What the worker is sent. The buffer is transferred. */
export interface DecodeRequest {
  readonly name: string
  readonly buffer: ArrayBuffer
  readonly overrides?: DecodeOverrides
}

/**
 * What the worker says: first every table without its rows, then the rows in batches, then that it is done; or why not.
 * `problem` is for what nobody foresaw.
 */
export type DecodeMessage =
  | { readonly kind: 'tables'; readonly files: readonly DecodedFile[]; readonly rows: number }
  | {
      readonly kind: 'rows'
      readonly file: number
      readonly rows: readonly (readonly string[])[]
      readonly rowNumbers: readonly number[]
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'problem'; readonly problem: string }

/** The messages that carry decoded files over, in their order. */
export function* messagesOf(files: readonly DecodedFile[]): Generator<DecodeMessage> {
  const bare = files.map((file) => ({ ...file, table: { ...file.table, rows: [], rowNumbers: [] } }))
  yield { kind: 'tables', files: bare, rows: files.reduce((sum, { table }) => sum + table.rows.length, 0) }
  for (const [file, { table }] of files.entries()) {
    for (let from = 0; from < table.rows.length; from += BATCH_ROWS) {
      const to = from + BATCH_ROWS
      yield { kind: 'rows', file, rows: table.rows.slice(from, to), rowNumbers: table.rowNumbers.slice(from, to) }
    }
  }
  yield { kind: 'done' }
}

/** Puts messages together again. `files` is what has arrived; complete after `done`. */
export class FileAssembly {
  readonly files: DecodedFile[] = []
  private readonly rows: (readonly string[])[][] = []
  private readonly rowNumbers: number[][] = []
  private expected = 0
  private arrived = 0

  /** Takes a message in; gives back how much has arrived, 0–1. */
  take(message: Extract<DecodeMessage, { kind: 'tables' | 'rows' }>): number {
    if (message.kind === 'tables') {
      this.expected = message.rows
      for (const file of message.files) {
        const rows: (readonly string[])[] = []
        const rowNumbers: number[] = []
        this.rows.push(rows)
        this.rowNumbers.push(rowNumbers)
        this.files.push({ ...file, table: { ...file.table, rows, rowNumbers } })
      }
    } else {
      this.rows[message.file]?.push(...message.rows)
      this.rowNumbers[message.file]?.push(...message.rowNumbers)
      this.arrived += message.rows.length
    }
    return this.expected === 0 ? 1 : this.arrived / this.expected
  }
}
