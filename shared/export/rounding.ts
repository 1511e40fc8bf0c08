/** A number with at most this many decimals. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor + 0
}

/**
 * Parts rounded so that they still add up: their sum is the rounded sum of the originals, each is at most one last
 * digit away from its own value (largest remainder first, ties in order).
 */
export function roundedParts(parts: readonly number[], decimals: number): readonly number[] {
  const factor = 10 ** decimals
  const exact = parts.map((part) => part * factor)
  const units = exact.map(Math.floor)
  const total = Math.round(exact.reduce((sum, each) => sum + each, 0))
  const missing = Math.round(total - units.reduce((sum, each) => sum + each, 0))
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, missing)) units[index] = (units[index] ?? 0) + 1
  return units.map((unit) => unit / factor)
}
