import { seededRandom } from '../inventory/random'
import { EFFORT_CODES, LEVER_CODES } from './bundle-scale'
import type { Bundle, Standing } from './findings'

/** How many random weightings are tried, and from which seed. */
export const SAMPLES = 2_000
const SEED = 20_260_101

/** What was worked out before: the weightings, and each bundle's score under every one of them. */
export interface Tried {
  readonly key: string
  readonly weightings: Float64Array
  readonly scores: Map<Bundle['terms'], Float64Array>
}

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
  return sensitivityAgain(bundles, undefined, seed, samples).standings
}

/** `sensitivity`, with the scores of those bundles worked out whose terms aren't the ones of last time. */
export function sensitivityAgain(
  bundles: readonly Bundle[],
  before: Tried | undefined,
  seed: number = SEED,
  samples: number = SAMPLES,
): { readonly standings: ReadonlyMap<string, Standing>; readonly tried: Tried } {
  const weights = CODES.map((code) => bundles[0]?.terms.find((term) => term.code === code)?.weight ?? 0)
  const key = JSON.stringify([weights, seed, samples])
  const weightings = before?.key === key ? before.weightings : weightingsOf(weights, seed, samples)
  const scores = new Map<Bundle['terms'], Float64Array>()
  for (const { terms } of bundles) {
    const known = before?.key === key ? before.scores.get(terms) : undefined
    scores.set(terms, known ?? scoresOf(terms, weightings, samples))
  }
  const columns = bundles.map(({ terms }) => scores.get(terms) as Float64Array)
  const [first, topThree] = countBest(columns, samples)
  const standings = new Map(
    bundles.map(({ functionKey }, i) => {
      return [functionKey, { first: (first[i] ?? 0) / samples, topThree: (topThree[i] ?? 0) / samples }]
    }),
  )
  return { standings, tried: { key, weightings, scores } }
}

const SIDES = [LEVER_CODES, EFFORT_CODES] as const
const CODES = [...LEVER_CODES, ...EFFORT_CODES]

/** The random weightings, one after the other, each in the order of `CODES`. */
function weightingsOf(weights: readonly number[], seed: number, samples: number): Float64Array {
  const random = seededRandom(seed)
  const all = new Float64Array(samples * CODES.length)
  for (let at = 0; at < all.length; ) {
    for (const side of SIDES) {
      const start = at - (at % CODES.length)
      let sum = 0
      for (let i = at; i < at + side.length; i++) {
        all[i] = (weights[i - start] ?? 0) * 2 * random()
        sum += all[i] as number
      }
      for (let i = at; i < at + side.length; i++) all[i] = sum === 0 ? 0 : ((all[i] as number) / sum) * 100
      at += side.length
    }
  }
  return all
}

/** A bundle's score under each weighting. */
function scoresOf(terms: Bundle['terms'], weightings: Float64Array, samples: number): Float64Array {
  const shares = CODES.map((code) => {
    const term = terms.find((each) => each.code === code)
    if (term === undefined) return 0
    const share = term.value / (term.value + term.half)
    return term.side === 'lever' ? share : -share
  })
  const scores = new Float64Array(samples)
  for (let sample = 0; sample < samples; sample++) {
    let score = 0
    for (let i = 0; i < shares.length; i++) {
      score += (shares[i] as number) * (weightings[sample * shares.length + i] as number)
    }
    scores[sample] = score
  }
  return scores
}

/** How often each column has the best score of a sample, and one of the three best; of equal ones the earlier. */
function countBest(columns: readonly Float64Array[], samples: number): readonly [Int32Array, Int32Array] {
  const best = Array.from({ length: 3 }, () => new Int32Array(samples).fill(-1))
  const scores = Array.from({ length: 3 }, () => new Float64Array(samples).fill(Number.NEGATIVE_INFINITY))
  const [one, two, three] = best as [Int32Array, Int32Array, Int32Array]
  const [high, middle, low] = scores as [Float64Array, Float64Array, Float64Array]
  for (const [at, column] of columns.entries()) {
    for (let sample = 0; sample < samples; sample++) {
      const score = column[sample] as number
      if (score <= (low[sample] as number)) continue
      const isSecond = score > (middle[sample] as number)
      const isFirst = score > (high[sample] as number)
      low[sample] = isSecond ? (middle[sample] as number) : score
      three[sample] = isSecond ? (two[sample] as number) : at
      if (!isSecond) continue
      middle[sample] = isFirst ? (high[sample] as number) : score
      two[sample] = isFirst ? (one[sample] as number) : at
      if (!isFirst) continue
      high[sample] = score
      one[sample] = at
    }
  }
  const [first, topThree] = [new Int32Array(columns.length), new Int32Array(columns.length)]
  for (const [place, winners] of best.entries()) {
    for (const at of winners) {
      if (at < 0) continue
      topThree[at] = (topThree[at] as number) + 1
      if (place === 0) first[at] = (first[at] as number) + 1
    }
  }
  return [first, topThree]
}
