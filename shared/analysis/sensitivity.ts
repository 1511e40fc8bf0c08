import { seededRandom } from '../inventory/random'
import { EFFORT_CODES, LEVER_CODES } from './bundle-scale'
import type { Bundle, Standing } from './findings'

/** How many random weightings are tried, and from which seed. */
export const SAMPLES = 2_000
const SEED = 20_260_101

/**
 * How much the ranking depends on the weights: `samples` times every weight is multiplied by its own random factor
 * between 0 and 2, each side is scaled back to 100, and the bundles are ranked anew (ties: as they stand now). The
 * user's weights are the middle; a weight of 0 stays 0. Same bundles, seed and samples, same answer. By `functionKey`.
 * @param bundles in the order of their rank
 */
export function sensitivity(
  bundles: readonly Bundle[],
  seed: number = SEED,
  samples: number = SAMPLES,
): ReadonlyMap<string, Standing> {
  const sides = [LEVER_CODES, EFFORT_CODES] as const
  const codes = [...LEVER_CODES, ...EFFORT_CODES]
  const weights = codes.map((code) => bundles[0]?.terms.find((term) => term.code === code)?.weight ?? 0)
  const shares = Float64Array.from(
    bundles.flatMap(({ terms }) =>
      codes.map((code) => {
        const term = terms.find((each) => each.code === code)
        if (term === undefined) return 0
        const share = term.value / (term.value + term.half)
        return term.side === 'lever' ? share : -share
      }),
    ),
  )
  const random = seededRandom(seed)
  const tried = new Float64Array(codes.length)
  const first = new Int32Array(bundles.length)
  const topThree = new Int32Array(bundles.length)
  for (let sample = 0; sample < samples; sample++) {
    let at = 0
    for (const side of sides) {
      let sum = 0
      for (let i = at; i < at + side.length; i++) {
        tried[i] = (weights[i] ?? 0) * 2 * random()
        sum += tried[i] as number
      }
      for (let i = at; i < at + side.length; i++) tried[i] = sum === 0 ? 0 : ((tried[i] as number) / sum) * 100
      at += side.length
    }
    const best = bestThree(shares, tried, bundles.length)
    for (const [place, bundle] of best.entries()) {
      if (place === 0) first[bundle] = (first[bundle] ?? 0) + 1
      topThree[bundle] = (topThree[bundle] ?? 0) + 1
    }
  }
  return new Map(
    bundles.map(({ functionKey }, i) => {
      return [functionKey, { first: (first[i] ?? 0) / samples, topThree: (topThree[i] ?? 0) / samples }]
    }),
  )
}

/** The indexes of the three best scores, best first; of equal ones the earlier. */
function bestThree(shares: Float64Array, weights: Float64Array, count: number): readonly number[] {
  const best: number[] = []
  const scores: number[] = []
  for (let bundle = 0; bundle < count; bundle++) {
    let score = 0
    for (let i = 0; i < weights.length; i++) {
      score += (shares[bundle * weights.length + i] as number) * (weights[i] as number)
    }
    let place = best.length
    while (place > 0 && score > (scores[place - 1] as number)) place--
    if (place > 2) continue
    best.splice(place, 0, bundle)
    scores.splice(place, 0, score)
    best.length = Math.min(3, best.length)
    scores.length = best.length
  }
  return best
}
