import { BAD_CELL, type CellValue, UNKNOWN_CELL } from './numbers'
import { saysUnknown } from './unknown'

/** How a column writes dates with slashes: day first ("31/12/2026") or month first ("12/31/2026"). */
export type DateOrder = 'day-first' | 'month-first'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const GERMAN: Readonly<Record<string, string>> = {
  mär: 'mar',
  mrz: 'mar',
  mae: 'mar',
  mai: 'may',
  okt: 'oct',
  dez: 'dec',
}

function monthOf(word: string): number | undefined {
  const start = word.toLowerCase().slice(0, 3)
  const index = MONTHS.indexOf(GERMAN[start] ?? start)
  return index < 0 ? undefined : index + 1
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function lastDay(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && !leap ? 28 : (DAYS[month - 1] ?? 31)
}

function date(year: number, month: number, day: number): CellValue<string> {
  const full = year < 100 ? 2000 + year : year
  if (full < 1900 || full > 2200 || month < 1 || month > 12 || day < 1 || day > lastDay(full, month)) return BAD_CELL
  return { is: 'value', value: `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }
}

/** Month first as soon as one cell can only be read so ("12/31/2026") and none only the other way; else day first. */
export function dateOrder(cells: readonly string[]): DateOrder {
  let dayFirst = 0
  let monthFirst = 0
  for (const cell of cells) {
    const parts = /^\s*(\d{1,2})\/(\d{1,2})\/\d{2,4}/.exec(cell)
    if (!parts) continue
    if (Number(parts[1]) > 12) dayFirst += 1
    else if (Number(parts[2]) > 12) monthFirst += 1
  }
  return monthFirst > dayFirst ? 'month-first' : 'day-first'
}

/**
 * The date a cell says, as YYYY-MM-DD. Understands ISO (with or without a time), "31.12.2026", "31/12/2026" in the
 * column's order, "31. Dezember 2026", "Dec 31, 2026". A month ("12/2026", "Dez 2026", "Q4 2026") or a year alone
 * means its last day: that is when a contract ends.
 */
export function readDate(cell: string, order: DateOrder): CellValue<string> {
  if (saysUnknown(cell)) return UNKNOWN_CELL
  const text = cell.trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(text)
  if (iso) return date(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?:\s.*)?$/.exec(text)
  if (dotted) return date(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:\s.*)?$/.exec(text)
  if (slashed) {
    const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])]
    return order === 'month-first' ? date(year, first, second) : date(year, second, first)
  }
  const spelled = /^(\d{1,2})\.?\s*(\p{L}{3,})\.?,?\s*(\d{4})$/u.exec(text)
  if (spelled) return date(Number(spelled[3]), monthOf(spelled[2] ?? '') ?? 0, Number(spelled[1]))
  const american = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text)
  if (american) return date(Number(american[3]), monthOf(american[1] ?? '') ?? 0, Number(american[2]))
  return readMonth(text)
}

function readMonth(text: string): CellValue<string> {
  const year = /^(?:ende|end of|end)?\s*(\d{4})$/i.exec(text)
  if (year) return endOf(Number(year[1]), 12)
  const yearFirst = /^(\d{4})[-/.](\d{1,2})$/.exec(text)
  if (yearFirst) return endOf(Number(yearFirst[1]), Number(yearFirst[2]))
  const yearLast = /^(\d{1,2})[-/.](\d{4})$/.exec(text)
  if (yearLast) return endOf(Number(yearLast[2]), Number(yearLast[1]))
  const word = /^(\p{L}{3,})\.?[\s-]*(\d{4}|\d{2})$/u.exec(text)
  if (word) return endOf(Number(word[2]), monthOf(word[1] ?? '') ?? 0)
  const quarter = /^Q([1-4])[\s/-]*(\d{4})$/i.exec(text)
  return quarter ? endOf(Number(quarter[2]), Number(quarter[1]) * 3) : BAD_CELL
}

function endOf(year: number, month: number): CellValue<string> {
  const full = year < 100 ? 2000 + year : year
  return date(full, month, lastDay(full, month))
}
