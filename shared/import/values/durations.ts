import { BAD_CELL, type CellValue, type NumberStyle, readNumber, UNKNOWN_CELL } from './numbers'
import { saysUnknown } from './unknown'

const PER_MONTH: readonly (readonly [RegExp, number])[] = [
  [/tag|day/i, 12 / 365],
  [/woche|week/i, 12 / 52],
  [/quartal|quarter/i, 3],
  [/jahr|year/i, 12],
]

/** A unit in a text as months; 1 when it names none or months. */
function monthsPer(text: string): number {
  return PER_MONTH.find(([unit]) => unit.test(text))?.[1] ?? 1
}

/**
 * A span of time in months, to one decimal: "3", "3 Monate", "30 days" (1), "6 Wochen" (1.4), "1 Jahr" (12),
 * "6 zum Jahresende" (6: what follows "zum" is a date, not a unit).
 */
export function readMonths(cell: string, style: NumberStyle, header: string): CellValue<number> {
  if (saysUnknown(cell)) return UNKNOWN_CELL
  if (/^(?:keine?|none|no notice|jederzeit|anytime|any time)$/i.test(cell.trim())) return { is: 'value', value: 0 }
  const said = cell.split(/\s(?:zum|vor|before|to the end|prior)\b/i)[0] ?? cell
  const unit = /[a-zäöü]{2,}/i.test(said) ? said : header
  const value = readNumber(said.replace(/\s*\bM\.?$/, ''), style)
  if (value.is !== 'value' || value.value < 0) return BAD_CELL
  return { is: 'value', value: Math.round(value.value * monthsPer(unit) * 10) / 10 }
}

/** How many months an hours column's period has: "hours per week" means 12/52 of a month, "pro Jahr" twelve. */
export function hoursFactor(header: string): number {
  return 1 / (/tag|day/i.test(header) ? 12 / 250 : monthsPer(header))
}
