import type { Level } from '../inventory/nouns'
import type { FieldId } from './fields'
import type { NoticeCode, RowIssue } from './issues'
import type { Mapping } from './mapping'
import { type SplitHabit, type Splitting, splitCell, splittingOf } from './multi-value'
import { emptyFields, heard, partsOf, type Source, sourcesOf, speaking } from './read-sources'
import { recordOf } from './safe-record'
import type { Table } from './table'
import type { CellValue } from './values/numbers'
import { cleanLines, cleanText } from './values/text'
import { saysUnknown } from './values/unknown'
import { readWord, type Vocabulary } from './values/words'

/** One row while it is being read: what couldn't be understood collects here. */
export interface RowInReading {
  readonly row: number
  readonly cells: readonly string[]
  readonly extra: [string, string][]
  readonly notices: RowIssue[]
}

/** Reads one thing off a row; undefined where the row says nothing. */
export type CellReader<T> = (row: RowInReading) => T | undefined

/**
 * A table with its mapping, ready to be asked for fields. Whoever reads rows asks for the readers once: each remembers
 * what it made of a text, because lists repeat themselves.
 */
export interface TableReader {
  /** Header of each mapped field (of its first column). */
  readonly columns: Readonly<Partial<Record<FieldId, string>>>
  has(field: FieldId): boolean
  /** The header of a field's column, empty when it isn't mapped. */
  header(field: FieldId): string
  /** All cells of a field's column, raw. */
  cells(field: FieldId): readonly string[]
  start(index: number): RowInReading
  /** A cell as it is; empty when not mapped. */
  raw(field: FieldId): (row: RowInReading) => string
  text(field: FieldId): CellReader<string>
  lines(field: FieldId): CellReader<string>
  list(field: FieldId, habit: SplitHabit): CellReader<readonly string[]>
  /**
   * Reads a cell; where it can't be understood the text goes to the extra columns, with a notice unless none is due.
   * @param read must make the same of the same text each time
   */
  value<T>(field: FieldId, code: NoticeCode, read: (cell: string) => CellValue<T>): CellReader<T>
  word<T>(field: FieldId, words: Vocabulary<T>): CellReader<T>
  level(field: FieldId, words: Vocabulary<Level>): CellReader<Level>
  /**
   * The row's extra columns: what no field uses, and what couldn't be understood or only in part. With it the fields
   * that the row empties, where empty cells mean that.
   */
  extraOf(row: RowInReading): { extra?: Readonly<Record<string, string>>; clears?: readonly FieldId[] }
}

/** Texts that are remembered of a column at most. */
const REMEMBERED = 20_000
/** After so many texts it shows whether a column repeats itself at all. */
const TRIAL = 2_000
/** Longer texts hardly ever come twice. */
const LONGEST_REMEMBERED = 200

/** The same function, which remembers what it made of each text, unless texts turn out to be new nearly every time. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  let again = 0
  return (text) => {
    if (text.length > LONGEST_REMEMBERED || (known.size >= TRIAL && again * 10 < known.size)) return read(text)
    const before = known.get(text)
    if (before !== undefined) {
      again += 1
      return before
    }
    const made = read(text)
    if (known.size < REMEMBERED) known.set(text, made)
    return made
  }
}

/** Prepares a table for reading. What is decided per column (separators, scales) is decided here, once. */
export function tableReader(table: Table, mapping: Mapping): TableReader {
  const sources = sourcesOf(table, mapping)
  const of = (field: FieldId): readonly Source[] => sources.byField.get(field) ?? []
  /** Constants are no cells: what can't be understood of them is said once. */
  const complained = new Set<Source>()

  const splittingFor = (source: Source, habit: SplitHabit): Splitting => {
    const cells = source.label === undefined ? [source.text([])] : table.rows.map((row) => source.text(row))
    return splittingOf(cells.filter((cell) => cell.trim() !== '').map(remembering(cleanLines)), habit)
  }
  const valuesIn = (source: Source, habit: SplitHabit): ((text: string) => readonly string[]) => {
    let splitting: Splitting | undefined
    const split = (text: string): readonly string[] => {
      if (source.separator !== undefined) return partsOf(text, source.separator)
      splitting ??= splittingFor(source, habit)
      return splitCell(cleanLines(text), splitting)
    }
    return remembering((text) => (saysUnknown(text) ? [] : split(text).flatMap((part) => said(cleanText(part)) ?? [])))
  }

  const reader: TableReader = {
    columns: Object.fromEntries(
      [...sources.byField].flatMap(([field, all]) => {
        const label = all.find((source) => source.label !== undefined)?.label
        return label === undefined ? [] : [[field, label]]
      }),
    ),
    has: (field) => sources.byField.has(field),
    header: (field) => of(field).find(({ label }) => label !== undefined)?.label ?? '',
    cells: (field) => (sources.byField.has(field) ? table.rows.map((cells) => rawText(of(field), cells)) : []),
    start: (index) => ({
      row: table.rowNumbers[index] ?? index + 2,
      cells: table.rows[index] ?? [],
      extra: [],
      notices: [],
    }),
    raw: (field) => {
      const textOf = rawReader(of(field))
      return (row) => textOf(row.cells)
    },
    text(field) {
      const own = of(field)
      if (own.length === 0) return () => undefined
      const textOf = rawReader(own)
      const read = remembering((text) => said(cleanText(text)))
      return (row) => read(textOf(row.cells))
    },
    lines(field) {
      const own = of(field)
      const [only] = own
      const linesOf = (source: Source, cells: readonly string[]) => said(cleanLines(source.text(cells)))
      if (only === undefined) return () => undefined
      if (own.length === 1) return (row) => linesOf(only, row.cells)
      return (row) => {
        const parts = heard(field, own, row.cells).flatMap((source) => linesOf(source, row.cells) ?? [])
        return parts.length === 0 ? undefined : parts.join('\n')
      }
    },
    list(field, habit) {
      const own = of(field)
      const valuesOf = new Map(own.map((source) => [source, valuesIn(source, habit)]))
      const [only] = own
      if (only === undefined) return () => undefined
      if (own.length === 1) {
        const values = valuesOf.get(only)
        return (row) => {
          const found = values?.(only.text(row.cells))
          return found === undefined || found.length === 0 ? undefined : found
        }
      }
      return (row) => {
        const [first, ...others] = heard(field, own, row.cells).map(
          (source) => valuesOf.get(source)?.(source.text(row.cells)) ?? [],
        )
        const found = first === undefined || others.length === 0 ? first : first.concat(...others)
        return found === undefined || found.length === 0 ? undefined : found
      }
    },
    value(field, code, read) {
      const own = of(field)
      if (own.length === 0) return () => undefined
      const understood = remembering((text) => read(cleanText(text)))
      return (row) => {
        const source = speaking(own, row.cells)
        const text = source?.text(row.cells) ?? ''
        if (source === undefined || text.trim() === '') return undefined
        const result = understood(text)
        const isWhole = result.is === 'unknown' || (result.is === 'value' && result.rest !== true)
        if (!isWhole && source.label !== undefined) row.extra.push([source.key, source.original(row.cells)])
        if (result.is === 'bad' && result.known !== true && (source.label !== undefined || !complained.has(source))) {
          if (source.label === undefined) complained.add(source)
          row.notices.push({ code, row: row.row, column: source.label ?? field, text })
        }
        return result.is === 'value' ? result.value : undefined
      }
    },
    word: (field, words) => reader.value(field, 'unknown-word', (cell) => readWord(cell, words)),
    level(field, words) {
      // Figures are only taken at their word where the whole column stays within our scale.
      const takeFigures = reader
        .cells(field)
        .every((cell) => !/^\s*\d+\b/.test(cell) || /^\s*[1-4](?![\d.,])/.test(cell))
      return reader.value(field, 'unknown-word', (cell): CellValue<Level> => {
        const figure = /^([1-4])(?:\s|$|[-–:=/(])/.exec(cell)?.[1]
        const word = readWord(cell, words)
        // "1 - most critical": where a figure has a word beside it, the word is the scale's own meaning.
        const said = word.is === 'value' || !/\p{L}/u.test(cell) ? word : readWord(cell.replace(/^\d\W*/u, ''), words)
        if (figure === undefined || said.is === 'value') return said
        return takeFigures ? { is: 'value', value: Number(figure) as Level } : said
      })
    },
    extraOf(row) {
      const left = sources.leftovers(row.cells)
      const extra = recordOf(row.extra.length === 0 ? left : [...left, ...row.extra])
      const clears = mapping.emptyMeansEmpty === true ? emptyFields(sources, row.cells) : NO_FIELDS
      if (clears.length === 0) return extra === undefined ? NOTHING_MORE : { extra }
      return extra === undefined ? { clears } : { extra, clears }
    },
  }
  return reader
}

const NO_FIELDS: readonly FieldId[] = []
const NOTHING_MORE = {}

/** `rawText` for sources that stay the same. */
function rawReader(sources: readonly Source[]): (cells: readonly string[]) => string {
  const [only, ...more] = sources
  if (only === undefined) return () => ''
  return more.length === 0 ? only.text : (cells) => rawText(sources, cells)
}

function rawText(sources: readonly Source[], cells: readonly string[]): string {
  return speaking(sources, cells)?.text(cells) ?? ''
}

function said(text: string): string | undefined {
  return saysUnknown(text) ? undefined : text
}
