/** Words, ids and names as numbers, so that sets can be intersected fast. Rare ones have the smaller numbers. */
export interface Tokens {
  of(text: string): number
  textOf(token: number): string
}

/**
 * Numbers for texts: the rarer in `counts`, the smaller, ties by the text. A text that comes later is rarer than all
 * before it. Any fixed order would be right; with this one a prefix of a sorted set holds its most telling members.
 */
export function tokensByRarity(counts: ReadonlyMap<string, number>): Tokens {
  const known = [...counts].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : a > b ? 1 : 0))
  const byText = new Map<string, number>()
  const byToken = new Map<number, string>()
  const add = (text: string, token: number) => {
    byText.set(text, token)
    byToken.set(token, text)
    return token
  }
  for (const [index, [text]] of known.entries()) add(text, index + 1)
  let later = 0
  return {
    of: (text) => byText.get(text) ?? add(text, --later),
    textOf: (token) => byToken.get(token) ?? '',
  }
}

/** The set of the texts' tokens, ascending: the rarest first. */
export function tokenSet(texts: Iterable<string>, tokens: Tokens): readonly number[] {
  const set: number[] = []
  for (const text of texts) set.push(tokens.of(text))
  if (set.length < 2) return set
  set.sort((a, b) => a - b)
  return set.filter((token, at) => token !== set[at - 1])
}

/** How many members two ascending sets share. */
export function countShared(a: readonly number[], b: readonly number[]): number {
  let both = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const x = a[i] as number
    const y = b[j] as number
    if (x === y) {
      both++
      i++
      j++
    } else if (x < y) i++
    else j++
  }
  return both
}

/** The members that two ascending sets share. */
export function sharedTokens(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.filter((token) => b.includes(token))
}

/** Shared members over all members (Jaccard). */
export function likeness(a: readonly number[], b: readonly number[]): number {
  const both = countShared(a, b)
  return both === 0 ? 0 : both / (a.length + b.length - both)
}

/**
 * How many of a set's first members must be looked at to meet every set that is alike from `from` on (0–1]: two sets
 * that share at least `from` of all their members share one within these prefixes (the prefix filter of similarity
 * joins). With n members at least ⌈from · n⌉ are shared, so one of the first n − ⌈from · n⌉ + 1 is.
 */
export function prefixLength(members: number, from: number): number {
  return members === 0 ? 0 : members - Math.ceil(members * from - 1e-9) + 1
}
