import type { Money } from '../inventory/nouns'

/** Money in major units: 12345 → 123.45. Minor units are hundredths in every currency, as the import reads them. */
export function majorUnits({ minor }: Money): number {
  return minor / 100
}
