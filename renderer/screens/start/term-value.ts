import type { BundleTerm } from '../../../shared/analysis/findings'
import type { Formats } from '../../format'
import type { T } from '../../i18n'

/** A term's value with its unit, as people say it: 41.250 € im Jahr, 21 h im Monat, 3 Tools. */
export function termValue(term: BundleTerm, t: T, formats: Formats): string {
  return inUnit(term, term.value, t, formats)
}

/** The values between which a term lies while something is unknown; nothing when all is known. */
export function termRange(term: BundleTerm, t: T, formats: Formats): string | undefined {
  if (term.low === term.high) return undefined
  return `${bare(term, term.low, formats)} – ${inUnit(term, term.high, t, formats)}`
}

function inUnit(term: BundleTerm, value: number, t: T, formats: Formats): string {
  const number = bare(term, value, formats)
  const { unit } = term
  if (unit === 'money-per-year') return number
  // Plurals go by the number that is shown, and half a user is several.
  const count = Number.isInteger(value) ? value : 2
  return t(`common:unit.${unit}`, { count, number })
}

function bare({ unit, currency }: BundleTerm, value: number, formats: Formats): string {
  return unit === 'money-per-year'
    ? formats.money({ minor: Math.round(value * 100), currency: currency ?? 'EUR' })
    : formats.number(value)
}
