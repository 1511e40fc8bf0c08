/** Finds an entry by a name, or by a name that differs from it in one letter. */
export interface NameIndex<T> {
  find(key: string): T | undefined
  findNear(key: string): T | undefined
}

/** Names shorter than this have too many neighbours that mean something else. */
const SHORTEST_NEAR = 8
const HAS_DIGIT = /\d/

/**
 * Names claimed round by round: an earlier round keeps what it has, two claims in the same round cancel out. Lookups
 * take constant time.
 */
export function indexNames<T>(
  entries: readonly T[],
  rounds: readonly ((entry: T) => readonly string[])[],
  keyOf: (text: string) => string,
): NameIndex<T> {
  const found = new Map<string, T | undefined>()
  for (const namesOf of rounds) {
    const claims = new Map<string, T | undefined>()
    for (const entry of entries) {
      for (const key of new Set(namesOf(entry).map(keyOf))) {
        claims.set(key, claims.has(key) && claims.get(key) !== entry ? undefined : entry)
      }
    }
    for (const [key, entry] of claims) if (!found.has(key)) found.set(key, entry)
  }
  return { find: (key) => found.get(key), findNear: nearIn(found) }
}

/**
 * One wrong, missing, additional or swapped letter leaves either the first or the second half of a name as it was, so
 * only names that share a half and differ by at most one in length are compared letter by letter. The first letter has
 * to be right and no digit may differ. Two entries that are equally near: neither.
 */
function nearIn<T>(found: ReadonlyMap<string, T | undefined>): (key: string) => T | undefined {
  let halves: ReadonlyMap<string, readonly string[]> | undefined
  return (key) => {
    if (key.length < SHORTEST_NEAR) return undefined
    halves ??= indexHalves([...found.keys()].filter((name) => name.length >= SHORTEST_NEAR))
    const near = new Set<T>()
    for (const length of [key.length - 1, key.length, key.length + 1]) {
      for (const half of halvesOf(key, length)) {
        for (const name of halves.get(half) ?? []) {
          const entry = found.get(name)
          if (entry !== undefined && !near.has(entry) && isNear(key, name)) near.add(entry)
        }
      }
    }
    return near.size === 1 ? [...near][0] : undefined
  }
}

/** The halves by which a name of `length` letters is kept: its start up to before the middle, its end from the middle. */
function halvesOf(key: string, length: number): readonly string[] {
  const middle = Math.floor(length / 2)
  return [`${length}<${key.slice(0, middle - 1)}`, `${length}>${key.slice(key.length - (length - middle))}`]
}

function indexHalves(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byHalf = new Map<string, string[]>()
  for (const name of names) {
    for (const half of halvesOf(name, name.length)) {
      const list = byHalf.get(half)
      if (list === undefined) byHalf.set(half, [name])
      else list.push(name)
    }
  }
  return byHalf
}

/** True when one letter is wrong, missing, too many, or two neighbours are swapped, past the first letter. */
function isNear(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  if (start === 0) return false
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (HAS_DIGIT.test(left + right)) return false
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
  return isSwap || (left.length <= 1 && right.length <= 1)
}
