import type { Judgement } from '../inventory/nouns'
import type { Traits } from './tool-traits'

/** Two tools by their ids, how strong their overlap is, and what somebody said about it. */
export interface ScoredPair {
  readonly a: Traits
  readonly b: Traits
  readonly score: number
  readonly verdict: Judgement | undefined
}

/** The strongest of the pairs offered, however many there are: never more than twice `most` are held. */
export interface StrongestPairs {
  /** A pair below this score can't be among them any more; it only rises. */
  readonly bar: number
  /** True once a pair was turned away because there are stronger ones. */
  readonly isCut: boolean
  offer(pair: ScoredPair): void
  /** Best first, ties by the ids: at most `most` that nobody judged, and all that somebody judged. */
  sorted(): readonly ScoredPair[]
}

/**
 * Exact: whatever the order of offers, `sorted` holds the same pairs as sorting all of them would.
 * @param most at least 1
 * @param floor the score from which pairs are wanted at all
 */
export function strongestPairs(most: number, floor = 0): StrongestPairs {
  let pairs: ScoredPair[] = []
  const judged: ScoredPair[] = []
  /** The weakest that is in, as soon as there are enough: what comes behind it is turned away. */
  let last: ScoredPair | undefined
  let isCut = false
  const cut = () => {
    const scores = Float64Array.from(pairs, ({ score }) => score).sort()
    const score = scores[scores.length - most] as number
    const above = pairs.filter((pair) => pair.score > score)
    const level = pairs.filter((pair) => pair.score === score).sort(byStrength)
    pairs = above.concat(level.slice(0, most - above.length))
    last = pairs.at(-1)
    isCut = true
  }
  return {
    get bar() {
      return last?.score ?? floor
    },
    get isCut() {
      return isCut
    },
    offer: (pair) => {
      if (pair.verdict !== undefined) {
        judged.push(pair)
        return
      }
      if (last === undefined ? pair.score < floor : byStrength(last, pair) < 0) {
        isCut ||= last !== undefined
        return
      }
      pairs.push(pair)
      if (pairs.length >= 2 * most) cut()
    },
    sorted: () => {
      if (pairs.length > most) cut()
      return pairs.concat(judged).sort(byStrength)
    },
  }
}

/** Best first; ties by the ids. */
export function byStrength(x: ScoredPair, y: ScoredPair): number {
  if (x.score !== y.score) return y.score - x.score
  const [one, other] = x.a === y.a ? [x.b, y.b] : [x.a, y.a]
  return one.tool.id < other.tool.id ? -1 : one.tool.id > other.tool.id ? 1 : 0
}
