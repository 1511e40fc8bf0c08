import type { BundleTerm } from '../../../shared/analysis/findings'
import type { Formats } from '../../format'
import type { T } from '../../i18n'

/** A term's value with its unit, as people say it: 41.250 € im Jahr, 21 h im Monat, 3 Tools. */
export function termValue({ value, unit, currency }: BundleTerm, t: T, formats: Formats): string {
  if (unit === 'money-per-year') {
    return formats.money({ minor: Math.round(value * 100), currency: currency ?? 'EUR' })
  }
  return `${formats.number(value)} ${t(`analysis:unit.${unit}`)}`
}
