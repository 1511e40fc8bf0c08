import { BAD_CELL, type CellValue, UNKNOWN_CELL, VERBATIM_CELL } from './numbers'
import { saysUnknown } from './unknown'

/** How a column writes dates with slashes: day first ("31/12/2026") or month first ("12/31/2026"). */
export type DateOrder = 'day-first' | 'month-first'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Beginnings of months in German, French and Dutch, where they differ from the English ones. */
const ABROAD: readonly (readonly [RegExp, number])[] = [
  [/^f[ée]v/, 2],
  [/^(?:mär|mrz|mae|maa|mrt)/, 3],
  [/^avr/, 4],
  [/^(?:mai|mei)/, 5],
  [/^juin/, 6],
  [/^juil/, 7],
  [/^ao[uû]/, 8],
  [/^okt/, 10],
  [/^(?:dez|déc)/, 12],
]

function monthOf(word: string): number | undefined {
  const lower = word.toLowerCase()
  const abroad = ABROAD.find(([start]) => start.test(lower))?.[1]
  if (abroad !== undefined) return abroad
  const index = MONTHS.indexOf(lower.slice(0, 3))
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

/** Contracts that have no end of their own. */
const ENDLESS =
  /unbefristet|unbegrenzt|ungekündigt|ohne laufzeit|ohne befristung|auf unbestimmte|laufend|fortlaufend|automatisch|monatlich|jährlich kündbar|jederzeit|kein vertrag|ohne vertrag|keine laufzeit|rolling|evergreen|perpetual|unlimited|indefinite|open[- ]ended|ongoing|auto[- ]?renew|automatic|month[- ]to[- ]month|monthly|no contract|no end|lifetime|permanent|indéterminée?|tacite|sans fin|illimitée?|onbepaalde? tijd|onbeperkt|stilzwijgend|doorlopend|geen contract/i
const TIME = /^[T\s]\d{1,2}:\d{2}/
const BEFORE =
  /^(?:bis zum|bis|until|till|endet am|endet|ends on|ends|jusqu[’']au|tot en met|tot|expires on|expires|zum|per)\s+(?=\S*\d|\p{L}{3,}\.?\s+\d)/iu

/**
 * The date a cell says, as YYYY-MM-DD. Understands ISO (with or without a time), "31.12.2026", "31/12/2026" in the
 * column's order, "31. Dezember 2026", "Dec 31, 2026". A month ("12/2026", "Dez 2026", "Q4 2026") or a year alone
 * means its last day: that is when a contract ends. Words after a date are its rest; "unbefristet" and "rolling" are
 * understood, though no date.
 */
export function readDate(cell: string, order: DateOrder): CellValue<string> {
  if (saysUnknown(cell)) return UNKNOWN_CELL
  const text = cell.trim().replace(BEFORE, '')
  const numeric =
    /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})|\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2}))(?![\d./-])(.*)$/s.exec(
      text,
    )
  if (numeric?.[1] !== undefined && /^(?:[T\s,;(].*)?$/s.test(numeric[2] ?? '')) {
    const read = numericDate(numeric[1], order)
    const more = numeric[2] ?? ''
    const rest = more.trim() !== '' && !TIME.test(more)
    return read.is === 'value' && rest ? { ...read, rest } : read
  }
  const spelled = /^(\d{1,2})(?:\.|er|st|nd|rd|th)?\s*(\p{L}{3,})\.?,?\s*(\d{4})$/u.exec(text)
  const spelledMonth = monthOf(spelled?.[2] ?? '')
  if (spelled && spelledMonth !== undefined) return date(Number(spelled[3]), spelledMonth, Number(spelled[1]))
  const american = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text)
  if (american) return date(Number(american[3]), monthOf(american[1] ?? '') ?? 0, Number(american[2]))
  const month = readMonth(text)
  return month.is === 'bad' && ENDLESS.test(cell) && !/\d{4}/.test(cell) ? VERBATIM_CELL : month
}

function numericDate(text: string, order: DateOrder): CellValue<string> {
  const [a = 0, b = 0, c = 0] = text.split(/[-/.]/).map((part) => Number(part))
  if (/^\d{4}/.test(text)) return date(a, b, c)
  return order === 'month-first' && !text.includes('.') ? date(c, a, b) : date(c, b, a)
}

function readMonth(text: string): CellValue<string> {
  const year = /^(?:ende|end of|end|fin|eind)?\s*(\d{4})$/i.exec(text)
  if (year) return endOf(Number(year[1]), 12)
  const yearFirst = /^(\d{4})[-/.](\d{1,2})$/.exec(text)
  if (yearFirst) return endOf(Number(yearFirst[1]), Number(yearFirst[2]))
  const yearLast = /^(\d{1,2})[-/.](\d{4})$/.exec(text)
  if (yearLast) return endOf(Number(yearLast[2]), Number(yearLast[1]))
  const word = /^(\p{L}{3,})\.?[\s-]*(\d{4}|\d{2})$/u.exec(text)
  if (word) return endOf(Number(word[2]), monthOf(word[1] ?? '') ?? 0)
  const quarter =
    /^(?:Q|K|T)\s?([1-4])[\s/-]*(\d{4})$/i.exec(text) ??
    /^([1-4])\.?\s*(?:Quartal|Quarter|trimestre|kwartaal)\s+(\d{4})$/i.exec(text)
  return quarter ? endOf(Number(quarter[2]), Number(quarter[1]) * 3) : BAD_CELL
}

function endOf(year: number, month: number): CellValue<string> {
  const full = year < 100 ? 2000 + year : year
  return date(full, month, lastDay(full, month))
}
