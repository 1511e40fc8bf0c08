import type { Bundle, BundleTerm } from '../../../shared/analysis/findings'

/** The lowest and the highest points of a side. */
export interface Band {
  readonly low: number
  readonly high: number
}

/**
 * How far lever and effort reach each, with every unknown at its low and at its high end: the terms' own formula. Lowest
 * lever minus highest effort is the score's low end, and the other way round.
 */
export function bandOf({ terms }: Pick<Bundle, 'terms'>): { readonly lever: Band; readonly effort: Band } {
  const of = (side: BundleTerm['side'], end: 'low' | 'high') =>
    terms.reduce((sum, term) => {
      const value = term[end]
      return term.side === side && value + term.half > 0 ? sum + (term.weight * value) / (value + term.half) : sum
    }, 0)
  return {
    lever: { low: of('lever', 'low'), high: of('lever', 'high') },
    effort: { low: of('effort', 'low'), high: of('effort', 'high') },
  }
}
