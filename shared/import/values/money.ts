import type { Money } from '../../inventory/nouns'
import { BAD_CELL, type CellValue, type NumberStyle, plainNumber, readNumber, UNKNOWN_CELL } from './numbers'
import { saysUnknown } from './unknown'

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY', '₹': 'INR' }
const CODES =
  /\b(EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK|HUF|CAD|AUD|NZD|INR|CNY|BRL|ZAR|TRY|RON|BGN|SGD|HKD|MXN|ILS|KRW|AED|SAR)\b/i
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\beuros?\b/i, 'EUR'],
  [/\b(?:us[- ]?)?dollars?\b|us\$/i, 'USD'],
  [/\bfranken\b|\bsfr\.?|\bfr\./i, 'CHF'],
  [/\bpounds?\b|\bpfund\b/i, 'GBP'],
]
/** The number and the sign of an amount that says nothing else: "1.200,50 €". */
const SIMPLE = /^(\d+(?:[.,]\d+)*) ?([€$£¥₹]?)$/
const LONGEST_SIMPLE = 40
const THOUSANDS =
  /(?:\bT|\bk|\bTsd\.?\s?)\s?(?=€|\$|£|EUR\b|USD\b|GBP\b|CHF\b)|\b(?:TEUR|KEUR|TUSD|KUSD|TCHF|KCHF|TGBP|KGBP)\b/i

/** The ISO code a text names by code, sign or word; undefined when it names none. */
export function currencyIn(text: string): string | undefined {
  const code = CODES.exec(text.replace(/\b[TK](?=(?:EUR|USD|GBP|CHF)\b)/gi, ''))?.[1]
  if (code !== undefined) return code.toUpperCase()
  for (const [pattern, found] of WORDS) if (pattern.test(text)) return found
  for (const sign of Object.keys(SIGNS)) if (text.includes(sign)) return SIGNS[sign]
  return undefined
}

/** What a header of a money column says of all its cells: "Kosten (T€)" counts thousands, "Kosten/Monat" months. */
export interface MoneyUnit {
  readonly currency?: string
  /** 1 or 1000. */
  readonly scale: number
  /** Payments per year: 1, 4 or 12. */
  readonly perYear: number
}

/** Reads the unit off the header. Yearly and in whole units unless it says otherwise. */
export function moneyUnit(header: string): MoneyUnit {
  const currency = currencyIn(header)
  const scale = THOUSANDS.test(header) || /\bin (?:tausend|tsd|thousands?)\b/i.test(header) ? 1000 : 1
  return { ...(currency === undefined ? {} : { currency }), scale, perYear: paymentsPerYear(header) ?? 1 }
}

function paymentsPerYear(text: string): number | undefined {
  if (/monat|month|mtl\b|p\.\s?m\.|\bpm\b|\bmois\b|mensuel|maand/i.test(text)) return 12
  if (/quartal|quarter|trimest|kwartaal/i.test(text)) return 4
  return /jahr|jährl|year|annual|annuel|\bpar an\b|jaar|p\.\s?a\.|\bpa\b/i.test(text) ? 1 : undefined
}

/**
 * The yearly amount a cell says: "1.200 €", "12 k€", "3,5 TEUR", "$1,200.50", "CHF 900/Monat" (times 12).
 * @param fallback ISO code when neither the cell nor its header names a currency
 */
export function readMoney(cell: string, style: NumberStyle, unit: MoneyUnit, fallback: string): CellValue<Money> {
  const simple = simpleMoney(cell, style, unit, fallback)
  if (simple !== undefined) return simple
  if (saysUnknown(cell)) return UNKNOWN_CELL
  if (
    /^(?:kostenlos|kostenfrei|gratis|gratuit|free|free of charge|open source|none|keine|geen|aucun)$/i.test(cell.trim())
  ) {
    return { is: 'value', value: { minor: 0, currency: unit.currency ?? fallback } }
  }
  const thousands = THOUSANDS.test(cell)
  const bare = cell
    .replace(THOUSANDS, '')
    .replace(new RegExp(CODES, 'gi'), ' ')
    .replace(/\beuros?\b|\b(?:us[- ]?)?dollars?\b|us\$|\bfranken\b|\bsfr\.?|\bfr\./gi, ' ')
    .replace(/[€$£¥₹]/g, ' ')
    .replace(
      /(?:\/|pro|per|par|je|p\.)\s*(?:monat|month|mois|maand|jahr|year|an|jaar|quartal|quarter|trimestre|kwartaal|a\.?|m\.?|annum)(?![a-z])/gi,
      ' ',
    )
    .replace(
      /\b(?:monatlich|jährlich|quartalsweise|monthly|yearly|annually|quarterly|mensuel|annuel|maandelijks|jaarlijks)\b/gi,
      ' ',
    )
  const amount = readNumber(bare, style)
  if (amount.is !== 'value') return BAD_CELL
  const perYear = paymentsPerYear(cell) ?? unit.perYear
  const minor = minorOf(amount.value, { scale: thousands ? 1000 : unit.scale, perYear })
  if (!Number.isSafeInteger(minor) || minor < 0) return BAD_CELL
  const value = { minor, currency: currencyIn(cell) ?? unit.currency ?? fallback }
  return { is: 'value', value, ...(amount.rest ? { rest: true } : {}) }
}

/** An amount that is a number with or without a sign behind it; undefined for everything else, which may be one too. */
function simpleMoney(
  cell: string,
  style: NumberStyle,
  unit: MoneyUnit,
  fallback: string,
): CellValue<Money> | undefined {
  const [, digits, sign = ''] = (cell.length <= LONGEST_SIMPLE && SIMPLE.exec(cell)) || []
  const amount = digits === undefined ? undefined : plainNumber(digits, style)
  if (amount === undefined) return undefined
  const minor = minorOf(amount, unit)
  if (!Number.isSafeInteger(minor)) return BAD_CELL
  return { is: 'value', value: { minor, currency: SIGNS[sign] ?? unit.currency ?? fallback } }
}

function minorOf(amount: number, { scale, perYear }: Pick<MoneyUnit, 'scale' | 'perYear'>): number {
  return Math.round(Number((amount * scale * perYear * 100).toPrecision(15)))
}
