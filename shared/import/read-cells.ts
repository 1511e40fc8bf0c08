import type { Level } from '../inventory/nouns'
import type { FieldId } from './fields'
import type { NoticeCode, RowIssue } from './issues'
import type { Mapping } from './mapping'
import { type SplitHabit, type Splitting, splitCell, splittingOf } from './multi-value'
import { extraKeys, recordOf } from './safe-record'
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
  /** Reads a cell; where it can't be understood the text goes to the extra columns, with a notice. */
  value<T>(row: RowInReading, field: FieldId, code: NoticeCode, read: (cell: string) => CellValue<T>): T | undefined
  word<T>(row: RowInReading, field: FieldId, words: Vocabulary<T>): T | undefined
  level(row: RowInReading, field: FieldId, words: Vocabulary<Level>): Level | undefined
  /** The row's extra columns: unmapped ones and what couldn't be understood. */
  extraOf(row: RowInReading): { extra?: Readonly<Record<string, string>> }
}

/** Prepares a table for reading. What is decided per column (separators, scales) is decided here, once. */
export function tableReader(table: Table, mapping: Mapping): TableReader {
  const keys = extraKeys(table.header)
  const byField = new Map<FieldId, number[]>()
  const unmapped: number[] = []
  table.header.forEach((_, index) => {
    const field = mapping.columns[index] ?? null
    if (field === null) unmapped.push(index)
    else byField.set(field, [...(byField.get(field) ?? []), index])
  })
  const first = (field: FieldId): number => byField.get(field)?.[0] ?? -1
  const splittings = new Map<number, Splitting>()
  const scales = new Map<FieldId, boolean>()
  const columnCells = (index: number) => table.rows.map((cells) => cells[index] ?? '')

  const reader: TableReader = {
    columns: Object.fromEntries([...byField].map(([field, indices]) => [field, table.header[indices[0] ?? 0] ?? ''])),
    has: (field) => byField.has(field),
    header: (field) => table.header[first(field)] ?? '',
    cells: (field) => (byField.has(field) ? columnCells(first(field)) : []),
    start: (index) => ({
      row: table.rowNumbers[index] ?? index + 2,
      cells: table.rows[index] ?? [],
      extra: [],
      notices: [],
    }),
    raw: (row, field) => row.cells[first(field)] ?? '',
    text: (row, field) => said(cleanText(reader.raw(row, field))),
    lines(row, field) {
      const parts = (byField.get(field) ?? []).flatMap((index) => said(cleanLines(row.cells[index] ?? '')) ?? [])
      return parts.length === 0 ? undefined : parts.join('\n')
    },
    list(row, field, habit) {
      const found: string[] = []
      for (const index of byField.get(field) ?? []) {
        const cell = row.cells[index] ?? ''
        if (saysUnknown(cell)) continue
        let splitting = splittings.get(index)
        if (splitting === undefined) {
          splitting = splittingOf(
            columnCells(index)
              .filter((each) => each.trim() !== '')
              .map(cleanLines),
            habit,
          )
          splittings.set(index, splitting)
        }
        found.push(...splitCell(cleanLines(cell), splitting).flatMap((part) => said(cleanText(part)) ?? []))
      }
      return found.length === 0 ? undefined : found
    },
    value(row, field, code, read) {
      const text = reader.raw(row, field)
      if (text.trim() === '') return undefined
      const result = read(cleanText(text))
      if (result.is === 'value') return result.value
      if (result.is === 'bad') {
        row.extra.push([keys[first(field)] ?? '', text])
        row.notices.push({ code, row: row.row, column: reader.header(field), text })
      }
      return undefined
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
      const entries = unmapped.flatMap((index): [string, string][] => {
        const cell = row.cells[index] ?? ''
        return cell.trim() === '' ? [] : [[keys[index] ?? '', cell]]
      })
      const extra = recordOf([...entries, ...row.extra])
      return extra === undefined ? {} : { extra }
    },
  }
  return reader
}

function said(text: string): string | undefined {
  return saysUnknown(text) ? undefined : text
}
