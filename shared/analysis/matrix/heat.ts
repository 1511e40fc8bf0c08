/** So many bands at most, beside "nothing". */
const BANDS = 5

/**
 * Bounds that split the positive values into bands of about as many values each, in ascending order: a value belongs
 * to the band above every bound that it reaches. Rounded to two digits so that people can read them; fewer than four
 * where values are few or alike, none where nothing is positive.
 */
export function heatBounds(values: Iterable<number>): readonly number[] {
  const sorted = [...values].filter((value) => value > 0).sort((a, b) => a - b)
  const bounds = new Set<number>()
  for (let band = 1; band < BANDS; band++) {
    const value = sorted[Math.floor((band * sorted.length) / BANDS)]
    const bound = value === undefined ? 0 : twoDigits(value)
    // A bound that nothing lies below would leave its lowest band empty.
    if (bound > (sorted[0] ?? 0)) bounds.add(bound)
  }
  return [...bounds].sort((a, b) => a - b)
}

/** The band of a value: 0 for nothing, 1 below the first bound, up to `bounds.length` + 1. Never falls when the value rises. */
export function heatLevel(value: number, bounds: readonly number[]): number {
  return value <= 0 ? 0 : 1 + bounds.filter((bound) => value >= bound).length
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2))
}
