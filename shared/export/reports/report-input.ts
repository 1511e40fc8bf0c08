import type { BundleTerm, Findings } from '../../analysis/findings'
import { byCodeUnits } from '../../inventory/code-units'
import type { Inventory } from '../../inventory/inventory'
import type { Money } from '../../inventory/nouns'
import type { Translate } from '../svg-brush'

/** What a report is made of. Words and numbers come formatted by the caller, so that this room needs no locale. */
export interface ReportInput {
  readonly inventory: Inventory
  readonly findings: Findings
  readonly language: 'de' | 'en'
  /** The date that is printed, already in the reader's language. */
  readonly date: string
  readonly t: Translate
  readonly formatNumber: (value: number) => string
  /** Writes an amount in minor units. */
  readonly formatMoney: (minor: number, currency: string) => string
  /** Writes an ISO date in the reader's language; without it dates stay ISO. */
  readonly formatDate?: (iso: string) => string
  /** Order of names in the reader's language; without it by code units. */
  readonly compare?: (a: string, b: string) => number
  /** The map as `toMapSvg` draws it; put in as it is. Without it the summary has no map. */
  readonly mapSvg?: string
  /** What that picture shows, in words: arrangement, colours, date, filters. */
  readonly mapCaption?: string
  /** The filters that were active, in words; they are named in the head. */
  readonly filters?: readonly string[]
  readonly company?: Company
}

export interface Company {
  /** Empty where only its colour is known. */
  readonly name: string
  /** `#RRGGBB`; anything else is left aside and the accent stands in. */
  readonly colour?: string
}

/** Money as the report writes it. */
export function moneyText({ minor, currency }: Money, { formatMoney }: ReportInput): string {
  return formatMoney(minor, currency)
}

/** Sums per currency as text ("1.200 € + 300 $"), by currency code; empty when there are none. */
export function sumsText(sums: ReadonlyMap<string, number>, { formatMoney }: ReportInput): string {
  return [...sums]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([currency, minor]) => formatMoney(minor, currency))
    .join(' + ')
}

/** A number of things with its word, plural by the number and written as the language writes it. */
export function countText(
  noun: 'tools' | 'departments' | 'flows' | 'users' | 'overlaps',
  count: number,
  { t, formatNumber }: ReportInput,
): string {
  return t(`common:count.${noun}`, { count }).replace(String(count), () => formatNumber(count))
}

/** A share of 0–1 as whole per cent. */
export function percentText(share: number, { t, formatNumber }: ReportInput): string {
  return t('reports:percent', { number: wholeText(share * 100, { formatNumber }) })
}

/** A whole number as text; what rounds to nothing is 0 and never −0. */
export function wholeText(value: number, { formatNumber }: Pick<ReportInput, 'formatNumber'>): string {
  return formatNumber(Math.round(value) + 0)
}

/** A term's value with its unit, as the screen shows it: 41.250 €, 21 h / Monat, 3 Tools. */
export function termValueText(term: BundleTerm, input: ReportInput): string {
  const { value, unit, currency } = term
  if (unit === 'money-per-year') return input.formatMoney(Math.round(value * 100), currency ?? 'EUR')
  // Plurals go by the number that is shown, and half a user is several.
  const count = Number.isInteger(value) ? value : 2
  return input.t(`common:unit.${unit}`, { count, number: input.formatNumber(Math.round(value * 10) / 10) })
}

/** What a term lacks, in words; a term without words of its own for it is named with the number of gaps. */
export function unknownText(term: BundleTerm, { t, formatNumber }: ReportInput): string {
  const key = `unknown.${term.code}`
  const words = t(`analysis:${key}`, { count: term.unknown })
  return words.includes(key) ? `${t(`analysis:term.${term.code}`)}: ${formatNumber(term.unknown)}` : words
}

/**
 * The first of the names that together take at most `room` characters (always at least one), and how many are left
 * over. So a list of a thousand names stays within its lines.
 */
export function someNames(names: readonly string[], room: number, { t, formatNumber }: ReportInput): string {
  let used = 0
  let most = 0
  for (const name of names) {
    used += [...name].length + 2
    if (most > 0 && used > room) break
    most += 1
  }
  const left = names.length - most
  if (left === 0) return names.join(', ')
  return t('reports:andMore', { names: names.slice(0, most).join(', '), count: left, number: formatNumber(left) })
}

/** A name cut to `most` characters (code points), with an ellipsis where something is missing. */
export function shortName(name: string, most = 42): string {
  const characters = [...name]
  return characters.length <= most
    ? name
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** The order of names for lists. */
export function orderOf({ compare }: ReportInput): (a: string, b: string) => number {
  return (a, b) => (compare?.(a, b) ?? 0) || byCodeUnits(a, b)
}
