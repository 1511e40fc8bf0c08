import type { FieldId, FileKind } from './fields'
import type { IssueCode } from './issues'

export { FILE_KINDS, type FileKind } from './fields'

/** A row that is known not to be an entry before anything is mapped: the line of totals, an element of another kind. */
export interface LeftOut {
  /** Place in `rows`. */
  readonly index: number
  readonly code: IssueCode
  readonly column?: string
  readonly text?: string
}

/** A file's cells as text. Every row has exactly as many cells as the header; header names are unique and not empty. */
export interface Table {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** For each row its number as a spreadsheet program shows it: records count from 1, blank lines and titles included. */
  readonly rowNumbers: readonly number[]
  /** Rows that become issues whatever the columns mean; in the order of the rows, one each at most. */
  readonly leftOut?: readonly LeftOut[]
}

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252', 'macroman'] as const
export type Encoding = (typeof ENCODINGS)[number]

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** What stands around cells that hold separators or line breaks; '': nothing does. */
export const QUOTES = ['"', "'", ''] as const
export type Quote = (typeof QUOTES)[number]

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

/** What a file was written as. The names of ready-made readers stand for what made the file, whatever its bytes are. */
export const FILE_FORMATS = [
  'csv',
  'xlsx',
  'json',
  'yaml',
  'archi',
  'archimate',
  'backstage',
  'leanix',
  'turbo-ea',
] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** One table of a decoded file and how it was read, so that a person can overrule it. A file may give several. */
export interface DecodedFile {
  readonly name: string
  /** CSV where it isn't said. */
  readonly format?: FileFormat
  /** Which of the file's tables this is: a sheet's name, "elements". Absent where a file is one table. */
  readonly part?: string
  /** True for a sheet that its workbook hides. */
  readonly hidden?: boolean
  /** True for what the format knows to be no list to import, though a person may take it for one. */
  readonly aside?: boolean
  /** What the table lists, where the format says so and nothing has to be guessed. */
  readonly presetKind?: FileKind
  /** For each column the field that its format means by it; null where that is left to be guessed. */
  readonly presetColumns?: readonly (FieldId | null)[]
  /** How bytes became text; a workbook is no text. */
  readonly encoding: Encoding | 'xlsx'
  /** What separates the columns; other formats than CSV name themselves. */
  readonly delimiter: Delimiter | 'xlsx' | 'json' | 'yaml' | 'xml'
  /** Of delimited text: what quotes its cells. */
  readonly quote?: Quote
  /** Row number of the header, and how many filled rows stand above it. */
  readonly headerRow?: number
  readonly skipped?: number
  readonly table: Table
  readonly damaged?: readonly Damage[]
}

/** What a table is called where several files and sheets are told apart; the origin of its records carries it too. */
export function titleOf({ name, part }: Pick<DecodedFile, 'name' | 'part'>): string {
  return part === undefined ? name : `${name} › ${part}`
}
