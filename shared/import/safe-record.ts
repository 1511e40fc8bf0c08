const RISKY = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * The names under which the columns of a table are kept among extra columns: the header itself, or, for a name that
 * means something to JavaScript, that name in square brackets. As many as the header, all different if it is.
 */
export function extraKeys(header: readonly string[]): readonly string[] {
  const taken = new Set(header)
  return header.map((name) => {
    if (!RISKY.has(name)) return name
    let key = `[${name}]`
    while (taken.has(key)) key = `[${key}]`
    taken.add(key)
    return key
  })
}

/**
 * The column whose leftovers this one holds, or nothing: "Hosting *" beside "Hosting" is what our own table writes when a
 * cell was understood only in part. Without a twin a star means nothing ("Name *" of a form).
 */
export function leftoverOf(header: readonly string[], index: number): number | undefined {
  const name = header[index] ?? ''
  const twin = name.endsWith(' *') ? header.indexOf(name.slice(0, -2)) : -1
  return twin === -1 ? undefined : twin
}

/** A plain object of these entries, or undefined when there are none. Later entries win. Risky names get brackets. */
export function recordOf(entries: Iterable<readonly [string, string]>): Readonly<Record<string, string>> | undefined {
  let record: Record<string, string> | undefined
  for (const [key, value] of entries) {
    record ??= {}
    // A risky name gets brackets, so that this is never a setter.
    record[RISKY.has(key) ? `[${key}]` : key] = value
  }
  return record
}
