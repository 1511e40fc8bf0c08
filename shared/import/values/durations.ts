import { BAD_CELL, type CellValue, type NumberStyle, readNumber, UNKNOWN_CELL } from './numbers'
import { saysUnknown } from './unknown'

const PER_MONTH: readonly (readonly [RegExp, number])[] = [
  [/tag|day|jour|\bdag(?:en)?\b/i, 12 / 365],
  [/woche|week|semaine|weken/i, 12 / 52],
  [/quartal|quarter|trimestre|kwartaal/i, 3],
  [/jahr|year|\bans?\b|année|jaar/i, 12],
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
  if (/^(?:keine?|none|no notice|jederzeit|anytime|any time|aucun|sans préavis|geen)$/i.test(cell.trim()))
    return { is: 'value', value: 0 }
  const said = cell.split(/\s(?:zum|vor|before|to the end|prior|avant|voor)\b/i)[0] ?? cell
  const unit = /[a-zäöü]{2,}/i.test(said) ? said : header
  const value = readNumber(said.replace(/\s*\bM\.?$/, ''), style)
  if (value.is !== 'value' || value.value < 0) return BAD_CELL
  const rest = value.rest === true || said !== cell
  return { is: 'value', value: Math.round(value.value * monthsPer(unit) * 10) / 10, ...(rest ? { rest } : {}) }
}

/** How many months an hours column's period has: "hours per week" means 12/52 of a month, "pro Jahr" twelve. */
export function hoursFactor(header: string): number {
  return 1 / (/tag|day/i.test(header) ? 12 / 250 : monthsPer(header))
}
