const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Where two values differ first, as a path, or undefined when they are the same. Maps, arrays, plain objects. */
export function firstDifference(a: unknown, b: unknown, path = ''): string | undefined {
  if (Object.is(a, b)) return undefined
  if (!isObject(a) || !isObject(b)) return `${path || 'value'}: ${short(a)} and ${short(b)}`
  if (a instanceof Map && b instanceof Map) return differenceOfMaps(a, b, path)
  if (Array.isArray(a) !== Array.isArray(b)) return `${path}: a list and no list`
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  for (const key of keys) {
    if (Object.hasOwn(a, key) !== Object.hasOwn(b, key)) return `${path}.${key} is on one side only`
    const found = firstDifference(a[key], b[key], Array.isArray(a) ? `${path}[]` : `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

function differenceOfMaps(a: Map<unknown, unknown>, b: Map<unknown, unknown>, path: string): string | undefined {
  if (a.size !== b.size) return `${path} has ${a.size} and ${b.size} entries`
  const keys = [...b.keys()]
  let at = 0
  for (const [key, value] of a) {
    if (!b.has(key)) return `${path} lacks an entry`
    if (keys[at] !== key) return `${path} is in another order`
    const found = firstDifference(value, b.get(key), `${path}<>`)
    if (found !== undefined) return found
    at += 1
  }
  return undefined
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
