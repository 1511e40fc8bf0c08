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

/** A table with its mapping, ready to be asked for fields. Answers are undefined where a row says nothing. */
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
  raw(row: RowInReading, field: FieldId): string
  text(row: RowInReading, field: FieldId): string | undefined
  lines(row: RowInReading, field: FieldId): string | undefined
  list(row: RowInReading, field: FieldId, habit: SplitHabit): readonly string[] | undefined
  /** Reads a cell; where it can't be understood the text goes to the extra columns, with a notice unless none is due. */
  value<T>(row: RowInReading, field: FieldId, code: NoticeCode, read: (cell: string) => CellValue<T>): T | undefined
  word<T>(row: RowInReading, field: FieldId, words: Vocabulary<T>): T | undefined
  level(row: RowInReading, field: FieldId, words: Vocabulary<Level>): Level | undefined
  /**
   * The row's extra columns: what no field uses, and what couldn't be understood or only in part. With it the fields
   * that the row empties, where empty cells mean that.
   */
  extraOf(row: RowInReading): { extra?: Readonly<Record<string, string>>; clears?: readonly FieldId[] }
}

/** Prepares a table for reading. What is decided per column (separators, scales) is decided here, once. */
export function tableReader(table: Table, mapping: Mapping): TableReader {
  const sources = sourcesOf(table, mapping)
  const of = (field: FieldId): readonly Source[] => sources.byField.get(field) ?? []
  const splittings = new Map<Source, Splitting>()
  const scales = new Map<FieldId, boolean>()
  /** Constants are no cells: what can't be understood of them is said once. */
  const complained = new Set<Source>()

  const splittingFor = (source: Source, habit: SplitHabit): Splitting => {
    let splitting = splittings.get(source)
    if (splitting === undefined) {
      const cells = source.label === undefined ? [source.text([])] : table.rows.map((row) => source.text(row))
      splitting = splittingOf(cells.filter((cell) => cell.trim() !== '').map(cleanLines), habit)
      splittings.set(source, splitting)
    }
    return splitting
  }
  const valuesIn = (source: Source, text: string, habit: SplitHabit): readonly string[] =>
    source.separator === undefined
      ? splitCell(cleanLines(text), splittingFor(source, habit))
      : partsOf(text, source.separator)

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
    raw: (row, field) => rawText(of(field), row.cells),
    text: (row, field) => said(cleanText(reader.raw(row, field))),
    lines(row, field) {
      const parts = heard(field, of(field), row.cells).flatMap(
        (source) => said(cleanLines(source.text(row.cells))) ?? [],
      )
      return parts.length === 0 ? undefined : parts.join('\n')
    },
    list(row, field, habit) {
      const found = heard(field, of(field), row.cells).flatMap((source) => {
        const text = source.text(row.cells)
        return saysUnknown(text) ? [] : valuesIn(source, text, habit).flatMap((part) => said(cleanText(part)) ?? [])
      })
      return found.length === 0 ? undefined : found
    },
    value(row, field, code, read) {
      const source = speaking(of(field), row.cells)
      const text = source?.text(row.cells) ?? ''
      if (source === undefined || text.trim() === '') return undefined
      const result = read(cleanText(text))
      const isWhole = result.is === 'unknown' || (result.is === 'value' && result.rest !== true)
      if (!isWhole && source.label !== undefined) row.extra.push([source.key, source.original(row.cells)])
      if (result.is === 'bad' && result.known !== true && (source.label !== undefined || !complained.has(source))) {
        if (source.label === undefined) complained.add(source)
        row.notices.push({ code, row: row.row, column: source.label ?? field, text })
      }
      return result.is === 'value' ? result.value : undefined
    },
    word: (row, field, words) => reader.value(row, field, 'unknown-word', (cell) => readWord(cell, words)),
    level(row, field, words) {
      let fourSteps = scales.get(field)
      if (fourSteps === undefined) {
        // Figures are only taken at their word where the whole column stays within our scale.
        fourSteps = reader.cells(field).every((cell) => !/^\s*\d+\b/.test(cell) || /^\s*[1-4](?![\d.,])/.test(cell))
        scales.set(field, fourSteps)
      }
      const takeFigures = fourSteps
      return reader.value(row, field, 'unknown-word', (cell): CellValue<Level> => {
        const figure = /^([1-4])(?:\s|$|[-–:=/(])/.exec(cell)?.[1]
        if (figure !== undefined && takeFigures) return { is: 'value', value: Number(figure) as Level }
        return readWord(cell, words)
      })
    },
    extraOf(row) {
      const extra = recordOf([...sources.leftovers(row.cells), ...row.extra])
      const clears = mapping.emptyMeansEmpty === true ? emptyFields(sources, row.cells) : []
      return { ...(extra === undefined ? {} : { extra }), ...(clears.length === 0 ? {} : { clears }) }
    },
  }
  return reader
}

function rawText(sources: readonly Source[], cells: readonly string[]): string {
  return speaking(sources, cells)?.text(cells) ?? ''
}

function said(text: string): string | undefined {
  return saysUnknown(text) ? undefined : text
}
