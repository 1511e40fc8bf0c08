/** A file's cells as text. Every row has exactly as many cells as the header; header names are unique and not empty. */
export interface Table {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** For each row its number as a spreadsheet program shows it: records count from 1, blank lines and titles included. */
  readonly rowNumbers: readonly number[]
}

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/**
 * What was not quite right about a file. `unclosed-quote`: a quote without its partner was read as a plain character.
 * `stray-quote`: a quote in the middle of a cell. `surplus-cells`: a row wider than the header (kept in columns named
 * `[G]`). `missing-cells`: a row narrower than the header (filled up with empty cells). `skipped-title`: a line above
 * the header. `unreadable-characters`: bytes that the encoding has no character for.
 */
export type DamageCode =
  | 'unclosed-quote'
  | 'stray-quote'
  | 'surplus-cells'
  | 'missing-cells'
  | 'skipped-title'
  | 'unreadable-characters'

export interface Damage {
  readonly code: DamageCode
  readonly row: number
}

/** A decoded file and how it was read, so that a person can overrule it. */
export interface DecodedFile {
  readonly name: string
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly table: Table
  readonly damaged?: readonly Damage[]
}

export const FILE_KINDS = ['tools', 'departments', 'flows'] as const
export type FileKind = (typeof FILE_KINDS)[number]
