import { headerKey } from './normalise'

/** For one field: headers that mean it as a whole (`|` between), and phrases that speak for it inside a longer header. */
export interface HeaderWords {
  readonly whole: string
  readonly part?: string
}

/** A vocabulary of headers: exact headers and phrases, each in `headerKey` form, by field. */
export interface HeaderVocabulary<F> {
  /** Several fields may claim a header; its place in their lists (0 is first, at most 0.15) and the cells decide. */
  readonly whole: ReadonlyMap<string, readonly { readonly field: F; readonly place: number }[]>
  readonly part: readonly { readonly phrase: string; readonly field: F }[]
}

/** Puts lists of headers together; what a later list repeats counts as it stands in the first. */
export function compile<F extends string>(
  ...lists: readonly Readonly<Partial<Record<F, HeaderWords>>>[]
): HeaderVocabulary<F> {
  const whole = new Map<string, { field: F; place: number }[]>()
  const part = new Map<string, { phrase: string; field: F }>()
  for (const words of lists) {
    for (const [field, { whole: headers, part: phrases }] of Object.entries(words) as [F, HeaderWords][]) {
      for (const [index, key] of [...new Set(headers.split('|').map(headerKey))].entries()) {
        const claim = { field, place: Math.min(0.15, index * 0.002) }
        const claims = whole.get(key)
        if (claims === undefined) whole.set(key, [claim])
        else if (!claims.some((other) => other.field === field)) claims.push(claim)
      }
      for (const phrase of new Set((phrases ?? '').split('|').map(headerKey))) {
        const key = `${field} ${phrase}`
        if (phrase !== '' && !part.has(key)) part.set(key, { phrase, field })
      }
    }
  }
  return { whole, part: [...part.values()].sort((a, b) => b.phrase.length - a.phrase.length) }
}
