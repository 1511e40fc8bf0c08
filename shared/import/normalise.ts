import { normaliseName } from '../inventory/normalise'

const known = new Map<string, string>()
const KNOWN_LIMIT = 250_000
const LONGEST_KNOWN = 100

/** `normaliseName`, remembered: one import compares the same few thousand names again and again. */
export function nameKey(text: string): string {
  if (text.length > LONGEST_KNOWN) return normaliseName(text)
  const cached = known.get(text)
  if (cached !== undefined) return cached
  const key = normaliseName(text)
  if (known.size >= KNOWN_LIMIT) known.clear()
  known.set(text, key)
  return key
}

const UNIT_WORDS = new Set(['abteilung', 'bereich', 'team', 'department', 'dept'])

/**
 * `nameKey` of a department without a leading or trailing word that only says that it is one: "IT", "IT-Abteilung",
 * "Abteilung IT" and "IT Dept." are the same. A name that is nothing but such a word stays itself.
 */
export function departmentKey(name: string): string {
  const words = nameKey(name).split(' ')
  if (words.length > 1 && UNIT_WORDS.has(words.at(-1) ?? '')) words.pop()
  if (words.length > 1 && UNIT_WORDS.has(words[0] ?? '')) words.shift()
  return words.join(' ')
}

/**
 * A header as words: camel case and underscores taken apart, lower case, accents off and "ae" like "a", so that
 * "Geschäftskritikalität", "geschaeftskritikalitaet" and "businessCriticality" / "business_criticality" meet.
 */
export function headerKey(header: string): string {
  const apart = header.replace(/(\p{Ll}|\d)(\p{Lu})(?=\p{L})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  return nameKey(apart.replace(/[+#]/g, (sign) => (header.trim() === sign ? sign : ' '))).replace(/([aou])e/g, '$1')
}
