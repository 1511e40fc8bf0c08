/** What XML 1.0 forbids even when escaped, and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must go
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const LONE_HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const SPECIAL = /[&<>"'\t\n\r]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: the fast way out for harmless text
const SUSPICIOUS = /[\u0000-\u001F&<>"'\uD800-\uDFFF\uFFFE\uFFFF]/
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as the content or attribute of an XML element, whatever it holds. Tabs and line breaks become spaces. */
export function xml(text: string): string {
  if (!SUSPICIOUS.test(text)) return text
  return text
    .replace(LONE_HALF, '\uFFFD')
    .replace(FORBIDDEN, '')
    .replace(SPECIAL, (character) => ENTITIES[character] ?? ' ')
}

/** An id as an attribute's value: what identifies must survive, so white space is kept as character references. */
export function xmlId(id: string): string {
  if (!SUSPICIOUS.test(id)) return id
  return id
    .replace(LONE_HALF, '\uFFFD')
    .replace(FORBIDDEN, '')
    .replace(SPECIAL, (character) => ENTITIES[character] ?? `&#${character.charCodeAt(0)};`)
}

/** A coordinate with at most one digit after the point. */
export function px(value: number): string {
  // Most coordinates of a map are whole; a large one has a hundred thousand of them.
  return Number.isInteger(value) ? `${value}` : `${Math.round(value * 10) / 10}`
}
