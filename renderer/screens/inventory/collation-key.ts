const MARKS = /\p{M}+/gu
const DIGITS = /\d+/g
const keys = new Map<string, string>()

/** The items by their names, as people expect it; a new array. */
export function inNameOrder<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, key: collationKey(nameOf(item)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item)
}

/**
 * A text by which names can be sorted with a plain `<`, as people expect it in German and English: case and accents
 * don't count, "App 9" comes before "App 10". Fifty thousand names sort several times faster than with a collator.
 */
export function collationKey(text: string): string {
  let key = keys.get(text)
  if (key === undefined) {
    key = text
      .normalize('NFKD')
      .replace(MARKS, '')
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .replace(DIGITS, (digits) => digits.padStart(12, '0'))
    if (keys.size > 200_000) keys.clear()
    keys.set(text, key)
  }
  return key
}
