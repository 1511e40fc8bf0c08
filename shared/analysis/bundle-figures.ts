import type { Range } from './bundle-scale'

/** One tool's (or flow's) figure: known, or a published range. */
export type Figure = number | Range

/** A value with its band, and how many of its figures were unknown. */
export interface Banded extends Range {
  readonly unknown: number
}

/** A value that is exactly known. */
export function exactly(value: number): Banded {
  return { low: value, expected: value, high: value, unknown: 0 }
}

/**
 * Puts figures together three times: with every unknown at its low, its expected and its high end. `combine` must
 * never fall when one of its numbers rises; then low ≤ expected ≤ high. It gets the numbers in ascending order, so the
 * result does not depend on the order of rows.
 */
export function banded(figures: readonly Figure[], combine: (ascending: readonly number[]) => number): Banded {
  const at = (end: keyof Range) => {
    const numbers = figures.map((figure) => Math.max(0, typeof figure === 'number' ? figure : figure[end]))
    return combine(numbers.sort((a, b) => a - b))
  }
  const unknown = figures.filter((figure) => typeof figure !== 'number').length
  return { low: at('low'), expected: at('expected'), high: at('high'), unknown }
}

export function sum(numbers: readonly number[]): number {
  let total = 0
  for (const each of numbers) total += each
  return total
}

/** Everything but the `staying` largest, added up. */
export function sumWithoutLargest(staying: number): (ascending: readonly number[]) => number {
  return (ascending) => sum(ascending.slice(0, Math.max(0, ascending.length - staying)))
}

/** The largest of what is left without the `staying` largest; 0 when nothing is. */
export function largestWithoutLargest(staying: number): (ascending: readonly number[]) => number {
  return (ascending) => ascending[ascending.length - 1 - staying] ?? 0
}
