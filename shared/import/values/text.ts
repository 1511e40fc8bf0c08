const TAG =
  /<\/?(?:a|abbr|b|blockquote|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?\/?>/gi
const BREAK = /<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])>/gi
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}

/** `[text](address)` and `![text](address)` become the text, even where the closing bracket is missing; `<https://…>` the address. */
function withoutLinks(text: string): string {
  if (!text.includes('](') && !text.includes('<http')) return text
  return text
    .replace(
      /!?\[([^[\]]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:(?:\s+"[^"]*")?\)|(?=\s|$))/g,
      (_, label: string, address) => (label.trim() === '' ? address : label),
    )
    .replace(/<(https?:\/\/[^<>\s]+)>/g, '$1')
}

/** HTML tags go, line-ending ones become line breaks. Angle brackets that are no known tag stay. */
function withoutTags(text: string): string {
  const plain = text.includes('<') ? text.replace(BREAK, '\n').replace(TAG, '') : text
  return plain.includes('&')
    ? plain.replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    : plain
}

/** Zero-width characters, byte order marks, soft hyphens and control characters other than tab and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u2060\ufeff]/g

const WORD = "[!-%'-;=-\\\\^-~\\u00a1-\\u00ac\\u00ae-\\u02ff–—‘’“”„…€]+"
/** Words with single spaces or line breaks between them, without a sign that begins a link, a tag or an entity. */
const CLEAN = new RegExp(`^${WORD}(?:(?: |\\n\\n?)${WORD})*$`)
/** Longer texts are cleaned without a look whether they need it: the look itself would need too much memory. */
const LONGEST_LOOK = 10_000

const isClean = (cell: string): boolean => cell.length <= LONGEST_LOOK && CLEAN.test(cell)

/**
 * A cell as text of several lines: Unicode NFC, Markdown links and HTML tags reduced to their text, invisible
 * characters dropped, white space inside lines folded, at most one blank line in a row, trimmed.
 */
export function cleanLines(cell: string): string {
  if (isClean(cell)) return cell
  const folded = withoutTags(withoutLinks(cell.normalize('NFC')))
    .replace(INVISIBLE, '')
    .replace(/\r\n?|\u2028|\u2029|\u0085|\v|\f/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return folded
}

/**
 * A cell as text of one line, otherwise as `cleanLines`. A cell that consists of mark-up only is kept as it is, so
 * that it is never blank unless the cell is.
 */
export function cleanText(cell: string): string {
  if (isClean(cell)) return cell.includes('\n') ? cell.replace(/\n+/g, ' ') : cell
  const clean = cleanLines(cell).replace(/\s+/g, ' ')
  return clean === '' ? cell.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim() : clean
}

/** The web address in a cell: a Markdown link's target, the first http(s) address, or else the whole text. */
export function cleanUrl(cell: string): string {
  const linked = /\]\((https?:\/\/[^()\s]+)/.exec(cell) ?? /href="(https?:\/\/[^"]+)"/.exec(cell)
  return linked?.[1] ?? cleanText(cell)
}
