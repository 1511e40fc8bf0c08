/**
 * What is wrong with an XML text, or nothing: a small strict check for what a picture needs (no doctype, no CDATA).
 * Elements must nest, attributes be quoted and unique, `&` start a known entity, and characters be allowed in XML 1.0.
 */
export function xmlFault(text: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are forbidden
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text)) return 'forbidden character'
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text))
    return 'half a surrogate pair'
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text)) return 'loose ampersand'
  const open: string[] = []
  const body = text.replace(/^<\?xml [^?]*\?>\s*/, '')
  const token = /<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
  let at = 0
  for (const found of body.matchAll(token)) {
    if (found.index !== at) break
    at += found[0].length
    const [, closing, name = '', attributes = '', alone, words] = found
    if (words !== undefined) {
      if (open.length === 0 && words.trim() !== '') return 'text outside of the root'
      continue
    }
    const names = [...attributes.matchAll(/\s([\w:-]+)=/g)].map((one) => one[1])
    if (new Set(names).size !== names.length) return `attribute twice in ${found[0]}`
    if (closing) {
      if (open.pop() !== name) return `</${name}> closes something else`
    } else if (!alone) open.push(name)
  }
  if (at !== body.length) return `unreadable: ${body.slice(at, at + 80)}`
  return open.length > 0 ? `never closed: ${open.join(' ')}` : undefined
}
