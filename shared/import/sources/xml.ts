import { Refused } from '../refused'

/** What an XML text may be at most. */
export const XML_LIMITS = { characters: 50 * 1024 * 1024, depth: 200, attributes: 200 } as const

export type XmlAttributes = Readonly<Record<string, string>>

/** What the reader calls while it goes through a text. Names come without their prefix: `x:row` is `row`. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes, depth: number): void
  /** Text between tags, entities replaced; one run of text may come in several calls. */
  text(text: string): void
  close(name: string, depth: number): void
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const ENTITY = /&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);?|&/gi

/** Replaces the five named entities and numbered characters. Anything else is none: nothing here can define one. */
function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole, body: string | undefined) => {
    if (body === undefined) throw new Refused('damaged-file')
    if (body[0] !== '#') {
      const sign = NAMED[body]
      if (sign === undefined) throw new Refused('unsafe-text')
      return sign
    }
    const code = body[1] === 'x' || body[1] === 'X' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
    const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return valid && whole.endsWith(';') ? String.fromCodePoint(code) : '\ufffd'
  })
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

const ATTRIBUTE = /\s*([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y

/** The attributes of a tag; the name of the element has been cut off. */
function attributesOf(text: string): XmlAttributes {
  const attributes: Record<string, string> = Object.create(null)
  let count = 0
  ATTRIBUTE.lastIndex = 0
  let at = 0
  for (let found = ATTRIBUTE.exec(text); found !== null; found = ATTRIBUTE.exec(text)) {
    count += 1
    if (count > XML_LIMITS.attributes) throw new Refused('unsafe-text', XML_LIMITS.attributes)
    const name = found[1] ?? ''
    // Of `type` and `xsi:type`, or `id` and `r:id`, both are wanted: the prefixed one goes by its whole name.
    attributes[name] = unescapeXml(found[2] ?? found[3] ?? '')
    at = ATTRIBUTE.lastIndex
  }
  if (text.slice(at).trim() !== '') throw new Refused('damaged-file')
  return attributes
}

/** Where a tag ends: the first `>` outside quotes. */
function tagEnd(xml: string, from: number): number {
  let end = xml.indexOf('>', from)
  if (end < 0) return -1
  const quotes = xml.slice(from, end)
  if (!quotes.includes('"') && !quotes.includes("'")) return end
  let quote = ''
  for (end = from; end < xml.length; end += 1) {
    const sign = xml[end] as string
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return end
  }
  return -1
}

/**
 * Goes through an XML text from front to back. Strict about structure, and small on purpose: no document type, so no
 * entities beyond the five, nothing external, nothing that grows; comments and instructions are passed over.
 * Throws `Refused` for what is too long, too deep or broken.
 */
export function readXml(xml: string, handler: XmlHandler, characters: number = XML_LIMITS.characters): void {
  if (xml.length > characters) throw new Refused('unsafe-text', characters)
  const path: string[] = []
  let roots = 0
  let at = 0
  const skipTo = (sign: string, from: number): number => {
    const end = xml.indexOf(sign, from)
    if (end < 0) throw new Refused('damaged-file')
    return end
  }
  while (at < xml.length) {
    if (xml[at] !== '<') {
      const next = xml.indexOf('<', at)
      const end = next < 0 ? xml.length : next
      if (path.length > 0) handler.text(unescapeXml(xml.slice(at, end)))
      else if (xml.slice(at, end).replace('\ufeff', '').trim() !== '') throw new Refused('damaged-file')
      at = end
    } else if (xml.startsWith('<!--', at)) at = skipTo('-->', at + 4) + 3
    else if (xml.startsWith('<![CDATA[', at)) {
      const end = skipTo(']]>', at + 9)
      if (path.length > 0) handler.text(xml.slice(at + 9, end))
      at = end + 3
    } else if (xml.startsWith('<!', at)) throw new Refused('unsafe-text')
    else if (xml[at + 1] === '?') at = skipTo('?>', at + 2) + 2
    else if (xml[at + 1] === '/') {
      const end = skipTo('>', at + 2)
      const name = xml.slice(at + 2, end).trim()
      if (path.pop() !== name) throw new Refused('damaged-file')
      handler.close(bare(name), path.length)
      at = end + 1
    } else {
      const end = tagEnd(xml, at + 1)
      if (end < 0) throw new Refused('damaged-file')
      const empty = xml[end - 1] === '/'
      const tag = xml.slice(at + 1, empty ? end - 1 : end)
      const nameEnd = tag.search(/\s/)
      const name = nameEnd < 0 ? tag : tag.slice(0, nameEnd)
      if (name === '' || (path.length === 0 && roots > 0)) throw new Refused('damaged-file')
      if (path.length >= XML_LIMITS.depth) throw new Refused('unsafe-text', XML_LIMITS.depth)
      if (path.length === 0) roots += 1
      handler.open(bare(name), nameEnd < 0 ? NO_ATTRIBUTES : attributesOf(tag.slice(nameEnd)), path.length)
      if (empty) handler.close(bare(name), path.length)
      else path.push(name)
      at = end + 1
    }
  }
  if (path.length > 0 || roots === 0) throw new Refused('damaged-file')
}

const NO_ATTRIBUTES: XmlAttributes = Object.freeze(Object.create(null))
