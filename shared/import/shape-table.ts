import { withoutGuard } from './formula-guard'
import { HEADER_WORDS } from './header-words'
import { headerKey } from './normalise'
import { MAX_CELLS, MAX_ROWS, Refused } from './refused'
import { summaryRows } from './summary-rows'
import type { Damage, Table } from './table'

const HEADER_WITHIN = 30
const WIDTH_SAMPLE = 200
/** Columns beyond the header that are kept apart; what lies further right is joined into the last of them. */
const SURPLUS_COLUMNS = 50

function filledCells(record: readonly string[]): number {
  let filled = 0
  for (const cell of record) if (cell.trim() !== '') filled += 1
  return filled
}

const isBlank = (record: readonly string[]): boolean => record.length <= 1 && (record[0] ?? '').trim() === ''

/**
 * Index of the header: the first record with at least two filled cells and not fewer than half of the widest record's;
 * where no record has two, the first that isn't blank. −1 when all are blank.
 */
export function headerIndex(records: readonly (readonly string[])[]): number {
  let widest = 0
  for (const record of records.slice(0, WIDTH_SAMPLE)) widest = Math.max(widest, filledCells(record))
  const enough = widest < 2 ? 1 : Math.max(2, widest / 2)
  const found = records.slice(0, HEADER_WITHIN).findIndex((record) => filledCells(record) >= enough)
  return found >= 0 ? found : records.findIndex((record) => filledCells(record) > 0)
}

/** The letters over a spreadsheet's column: 0 → A, 26 → AA. */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** Names that can all be told apart: an empty one becomes `[G]`, the second "Notes" becomes "Notes (2)". */
export function uniqueHeader(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return names.map((raw, index) => {
    const name =
      withoutGuard(raw)
        .replace(/\ufeff/g, '')
        .replace(/\s+/g, ' ')
        .trim() || `[${columnLetters(index)}]`
    let unique = name
    let count = counts.get(name) ?? 1
    while (taken.has(unique)) {
      count += 1
      unique = `${name} (${count})`
    }
    counts.set(name, count)
    taken.add(unique)
    return unique
  })
}

/** Fits a record to a width: fills up with empty cells, joins what is too much into the last cell. */
function fitted(record: readonly string[], width: number): readonly string[] {
  const cells = record.slice(0, width).map(withoutGuard)
  while (cells.length < width) cells.push('')
  if (record.length > width && width > 0) {
    cells[width - 1] = record
      .slice(width - 1)
      .filter((cell) => cell !== '')
      .join(' | ')
  }
  return cells
}

/** How many cells a record has, empty ones at its end not counted. */
function usedWidth(record: readonly string[]): number {
  let width = record.length
  while (width > 0 && (record[width - 1] ?? '').trim() === '') width -= 1
  return width
}

/** Index of the header; −1 for a list without one: somebody said so, or its first line is as good a name as the others. */
function headerPlace(records: readonly (readonly string[])[], headerRow: number | undefined): number {
  if (headerRow === 0) return -1
  if (headerRow !== undefined && records[headerRow - 1] !== undefined) return headerRow - 1
  return isBareList(records) ? -1 : headerIndex(records)
}

const FEWEST_NAMES = 3

/** True for one column of short texts of which the first is no heading that anybody uses. */
function isBareList(records: readonly (readonly string[])[]): boolean {
  const filled = records.slice(0, WIDTH_SAMPLE).filter((record) => filledCells(record) > 0)
  const [first] = filled
  if (first === undefined || filled.length < FEWEST_NAMES || filled.some((record) => record.length > 1)) return false
  const cells = filled.map(([cell = '']) => cell.trim())
  if (cells.some((cell) => cell.length > 60 || cell.includes('\n'))) return false
  return !isHeading(cells[0] ?? '')
}

const OF_MANY =
  /(?:anwendungen|applikationen|applications|applicaties|logiciels|systeme|systems|tools|programme|werkzeuge|lösungen|produkte|products|apps|fachverfahren)\b/iu

/** True for words that head columns, in any kind of list; for what speaks of many, and for what ends in a colon. */
function isHeading(text: string): boolean {
  const key = headerKey(text)
  if (text.endsWith(':') || key === '' || OF_MANY.test(text)) return true
  return Object.values(HEADER_WORDS).some(
    ({ whole, part }) => whole.has(key) || part.some(({ phrase }) => ` ${key} `.includes(` ${phrase} `)),
  )
}

/** A shaped table, what was wrong with the records, where its header stood (from 1; 0: nowhere) and what stood above it. */
export interface Shaped {
  readonly table: Table
  readonly damaged: readonly Damage[]
  readonly headerRow?: number
  readonly skipped?: number
}

/**
 * Makes a table of a file's records: finds the header, makes its names unique, fits every row to it, drops unnamed
 * columns that are empty throughout, takes the guarding quote off formulas, marks lines of totals at the end. Blank
 * lines count in the numbering but are no rows; a record of separators only is a row of empty cells.
 * Throws `Refused` where the table would be too large.
 * @param headerRow row number of the header, where a person said so; 0: the list has none
 */
export function shapeTable(records: readonly (readonly string[])[], headerRow?: number): Shaped {
  const damaged: Damage[] = []
  const at = headerPlace(records, headerRow)
  const headerRecord = at < 0 && records.some((record) => filledCells(record) > 0) ? [] : records[at]
  if (headerRecord === undefined) return { table: { header: [], rows: [], rowNumbers: [] }, damaged }
  for (let i = 0; i < at; i += 1) {
    if (filledCells(records[i] ?? []) > 0) damaged.push({ code: 'skipped-title', row: i + 1 })
  }
  const skipped = damaged.length
  const named = usedWidth(headerRecord)
  const kept: { record: readonly string[]; row: number }[] = []
  let width = Math.max(named, 1)
  for (let i = at + 1; i < records.length; i += 1) {
    const record = records[i] ?? []
    if (isBlank(record)) continue
    kept.push({ record, row: i + 1 })
    width = Math.max(width, Math.min(usedWidth(record), named + SURPLUS_COLUMNS))
    if (record.length < named) damaged.push({ code: 'missing-cells', row: i + 1 })
    else if (at >= 0 && usedWidth(record) > headerRecord.length) damaged.push({ code: 'surplus-cells', row: i + 1 })
  }
  if (kept.length > MAX_ROWS) throw new Refused('too-many-rows', MAX_ROWS)
  if (kept.length * width > MAX_CELLS) throw new Refused('too-many-cells', MAX_CELLS)
  const rows = kept.map(({ record }) =>
    fitted(record.length > width ? record.slice(0, Math.max(width, usedWidth(record))) : record, width),
  )
  const names = Array.from({ length: width }, (_, index) => headerRecord[index] ?? '')
  const used = names.map((name, index) => name.trim() !== '' || rows.some((row) => (row[index] ?? '').trim() !== ''))
  const header = uniqueHeader(names)
  const leftOut = summaryRows(rows).map((index) => ({ index, code: 'summary-row' as const }))
  const table = {
    header: header.filter((_, index) => used[index]),
    rows: used.every(Boolean) ? rows : rows.map((row) => row.filter((_, index) => used[index])),
    rowNumbers: kept.map(({ row }) => row),
    ...(leftOut.length === 0 ? {} : { leftOut }),
  }
  return { table, damaged, headerRow: at + 1, skipped }
}
