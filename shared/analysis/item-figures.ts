import type { Flow, Money, Tool } from '../inventory/nouns'
import type { Figure } from './bundle-figures'
import { EUR_PER, UNKNOWN } from './bundle-scale'
import { majorUnits } from './money'

/**
 * Hours a month that people spend on a flow: what the list says; otherwise none for API, middleware and database, and
 * a published range for by hand, and a smaller one for file, e-mail and unknown.
 */
export function hoursOf({ hoursPerMonth, method }: Flow): Figure {
  if (hoursPerMonth !== undefined) return hoursPerMonth
  if (method === 'by-hand') return UNKNOWN.hoursByHand
  return method === 'api' || method === 'middleware' || method === 'database' ? 0 : UNKNOWN.hoursMaybe
}

/** Yearly cost of a tool in major units of a currency; the published range where it isn't known, or in no rate's currency. */
export function costOf({ annualCost }: Tool, currency: string): Figure {
  const known = annualCost === undefined ? undefined : inCurrency(annualCost, currency)
  if (known !== undefined) return known
  const rate = rateOf(currency) ?? 1
  const { low, expected, high } = UNKNOWN.cost
  return { low: low / rate, expected: expected / rate, high: high / rate }
}

/** The one currency that all the amounts with a published rate are in; EUR when there are several or none. */
export function commonCurrency(amounts: readonly Money[]): string {
  const codes = new Set(amounts.map(({ currency }) => currency).filter((code) => rateOf(code) !== undefined))
  return (codes.size === 1 ? [...codes][0] : undefined) ?? 'EUR'
}

/** An amount in major units of a currency; undefined when the rate of one of the two isn't published. */
export function inCurrency(amount: Money, currency: string): number | undefined {
  if (amount.currency === currency) return majorUnits(amount)
  const [from, to] = [rateOf(amount.currency), rateOf(currency)]
  return from === undefined || to === undefined ? undefined : (majorUnits(amount) * from) / to
}

/** EUR for one unit of a currency; undefined where no rate is published. */
export function rateOf(currency: string | undefined): number | undefined {
  return currency !== undefined && Object.hasOwn(EUR_PER, currency) ? EUR_PER[currency] : undefined
}
