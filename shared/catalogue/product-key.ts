import { normaliseName } from '../inventory/normalise'

/** Words that stand for "&", which normalising drops anyway. */
const CONNECTIVES = new Set(['und', 'u', 'and', 'n'])
/** How people shorten a vendor's name at the start. */
const SHORT_VENDORS: Readonly<Record<string, string>> = { ms: 'microsoft' }

/**
 * The form in which two product names are compared: normalised, without spaces, and with what people write in several
 * ways made one: "&", "u.", "und" and "and" between words ("Lohn u. Gehalt"), "MS" for "Microsoft" at the start.
 */
export function productKey(text: string): string {
  const name = normaliseName(text)
  if (!name.includes(' ')) return name
  const [first = '', ...rest] = name.split(' ')
  let key = SHORT_VENDORS[first] ?? first
  for (const word of rest) if (!CONNECTIVES.has(word)) key += word
  return key
}

const ADDRESS_START = /^(?:https?:\/\/)?(?:www\.)?/i
const ADDRESS_END = /\.(?:com|io|us|de|at|ch|eu|net|app|ai|co|org|so|cloud)\/?$/i

/** A product's web address as its name: "www.calendly.com" → "calendly". Anything with a space in it stays. */
export function withoutAddress(text: string): string {
  const trimmed = text.trim()
  return /\s/.test(trimmed) ? trimmed : trimmed.replace(ADDRESS_START, '').replace(ADDRESS_END, '')
}
