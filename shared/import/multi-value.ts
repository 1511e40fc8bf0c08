import { nameKey } from './normalise'

/** Which signs separate several values within the cells of one column. `;`, `|` and line breaks always do. */
export interface Splitting {
  readonly comma: boolean
  /** A slash with spaces around it. */
  readonly spacedSlash: boolean
  /** Values (as `nameKey`) that stand alone somewhere in the column: "A/B" is two values where both are among them. */
  readonly known: ReadonlySet<string>
}

/** How willing a column is to be split where nothing in it decides: lists of words are, names of owners aren't. */
export type SplitHabit = 'list' | 'names'

const FIRM =
  /(?:^|[\s&.])(?:gmbh|ag|kg|kgaa|se|ohg|gbr|mbh|ug|ev|inc|ltd|llc|llp|plc|corp|co|company|sohn|söhne|partner|partners|bv|nv|sa|sas|srl|ab|oy|as)\.?$/i

/** A sign that separates values: whether a text has it at all, and how wide it is where it stands, 0 elsewhere. */
interface Sign {
  readonly occurs: (text: string) => boolean
  readonly width: (text: string, at: number) => number
}

/** Cuts at a sign outside brackets; parts are trimmed, empty ones left out. */
function cut(cell: string, { occurs, width: widthOf }: Sign): readonly string[] {
  if (!occurs(cell)) {
    const whole = cell.trim()
    return whole === '' ? [] : [whole]
  }
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell[at]
    if (sign === '(' || sign === '[') depth += 1
    else if ((sign === ')' || sign === ']') && depth > 0) depth -= 1
    const width = depth > 0 ? 0 : widthOf(cell, at)
    if (width === 0) continue
    parts.push(cell.slice(start, at))
    start = at + width
    at = start - 1
  }
  parts.push(cell.slice(start))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const ALWAYS = /[;|\n\r]/
const always: Sign = {
  occurs: (text) => ALWAYS.test(text),
  width: (text, at) => (ALWAYS.test(text[at] ?? '') ? 1 : 0),
}
// A comma between digits ("1,5") and one without a space after it inside a word ("a,b" does count) differ: digits don't.
const comma: Sign = {
  occurs: (text) => text.includes(','),
  width: (text, at) => (text[at] === ',' && !/\d,\d/.test(text.slice(at - 1, at + 2)) ? 1 : 0),
}
const spacedSlash: Sign = {
  occurs: (text) => text.includes(' / '),
  width: (text, at) => (text.startsWith(' / ', at) ? 3 : 0),
}
const slash: Sign = { occurs: (text) => text.includes('/'), width: (text, at) => (text[at] === '/' ? 1 : 0) }
const semicolon: Sign = { occurs: (text) => text.includes(';'), width: (text, at) => (text[at] === ';' ? 1 : 0) }

/** A value in double quotes, quotes inside doubled, up to the next sign: one value, whatever it holds. */
const QUOTED = /\s*"((?:[^"]|"")*)"\s*(?:[;|\n\r]|$)/y

/** One value of a cell, or several that a comma or a slash may still separate; in quotes it is one for certain. */
interface Piece {
  readonly text: string
  readonly quoted: boolean
}

/** Cuts at the signs that always separate. Our own exports put values in quotes that would otherwise be cut. */
function piecesOf(cell: string): readonly Piece[] {
  const text = withoutListMarks(cell)
  if (!text.includes('"')) return cut(text, always).map((part) => ({ text: part, quoted: false }))
  const pieces: Piece[] = []
  let at = 0
  while (at < text.length) {
    QUOTED.lastIndex = at
    const quoted = QUOTED.exec(text)
    if (quoted !== null) {
      const value = (quoted[1] ?? '').replaceAll('""', '"').trim()
      if (value !== '') pieces.push({ text: value, quoted: true })
      at = QUOTED.lastIndex
      continue
    }
    const end = endOfPart(text, at)
    const part = text.slice(at, end).trim()
    if (part !== '') pieces.push({ text: part, quoted: false })
    at = end + 1
  }
  return pieces
}

/** Where the part that begins at a place ends: at the next sign outside brackets. */
function endOfPart(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '(' || sign === '[') depth += 1
    else if ((sign === ')' || sign === ']') && depth > 0) depth -= 1
    else if (depth === 0 && always.width(text, at) > 0) return at
  }
  return text.length
}

/** A cell in square brackets or with quotes around its parts (`['a', 'b']`) without them. */
function withoutListMarks(cell: string): string {
  if (!cell.includes('[')) return cell
  const list = /^\s*\[(.*)\]\s*$/s.exec(cell)
  return list?.[1] === undefined || /[[\]]/.test(list[1])
    ? cell
    : list[1].replace(/(^|[,;]\s*)["']|["'](?=\s*(?:[,;]|$))/g, '$1')
}

const isSentence = (part: string): boolean =>
  part.length > 60 || part.split(/\s+/).length > 6 || /^(?:and|or|und|oder|sowie)\s/i.test(part)

/** Evidence for and against a separator, over the texts that have it and how often each occurs. */
function separates(
  pieces: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, number>,
  sign: Sign,
  habit: SplitHabit,
): boolean {
  let yes = 0
  let no = 0
  let open = 0
  for (const [piece, count] of pieces) {
    const parts = cut(piece, sign)
    if (parts.length < 2) continue
    const firm = parts.slice(1).some((part) => FIRM.test(part))
    const sentence = parts.some(isSentence)
    // A part is known when it also stands alone, or appears in more cells than this one.
    const recurring = parts.filter((part) => (known.get(nameKey(part)) ?? 0) > 1).length
    if (firm || sentence) no += count
    else if (recurring > 0) yes += count
    else open += count
  }
  if (yes + no + open === 0) return false
  return (yes > 0 && yes >= no) || (habit === 'list' && yes === no && open > no)
}

/**
 * Decides for one column which signs separate values. A comma or a spaced slash does when the parts it makes turn up
 * again elsewhere in the column; with the habit `list` also when its parts are short and nothing speaks against it.
 * Parts that end in a legal form ("Müller, Schmidt & Co") or make whole sentences speak against it. In a column that
 * uses semicolons, nothing but parts that turn up again speaks for a comma.
 */
export function splittingOf(cells: readonly string[], habit: SplitHabit): Splitting {
  // Lists repeat themselves: every text is looked at once, for all the cells that say it.
  const different = new Map<string, number>()
  for (const cell of cells) different.set(cell, (different.get(cell) ?? 0) + 1)
  const pieces = new Map<string, number>()
  const alone = new Set<string>()
  for (const [cell, count] of different) {
    for (const { text, quoted } of piecesOf(cell)) {
      if (quoted) alone.add(nameKey(text))
      else pieces.set(text, (pieces.get(text) ?? 0) + count)
    }
  }
  const known = new Map<string, number>()
  for (const [piece, count] of pieces) {
    const hasSign = comma.occurs(piece) || slash.occurs(piece)
    const parts = hasSign ? [...cut(piece, comma), ...cut(piece, spacedSlash), piece] : [piece]
    for (const part of new Set(parts.map(nameKey))) known.set(part, (known.get(part) ?? 0) + count)
    if (!hasSign) alone.add(nameKey(piece))
  }
  const semicolons = [...different.keys()].some((cell) => cut(cell, semicolon).length > 1)
  return {
    comma: separates(pieces, known, comma, semicolons ? 'names' : habit),
    spacedSlash: separates(pieces, known, spacedSlash, habit),
    known: alone,
  }
}

/** The values of one cell, in their order, without repetitions (compared by `nameKey`). */
export function splitCell(cell: string, splitting: Splitting): readonly string[] {
  const parts = piecesOf(cell).flatMap(({ text, quoted }) => (quoted ? [text] : splitFurther(text, splitting)))
  const seen = new Set<string>()
  return parts.filter((part) => {
    const key = nameKey(part)
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function splitFurther(text: string, splitting: Splitting): readonly string[] {
  let parts: readonly string[] = [text]
  if (splitting.comma) {
    const pieces = cut(text, comma)
    if (!pieces.slice(1).some((piece) => FIRM.test(piece)) && !pieces.some(isSentence)) parts = pieces
  }
  if (splitting.spacedSlash) parts = parts.flatMap((part) => cut(part, spacedSlash))
  return parts.flatMap((part) => {
    const pieces = slash.occurs(part) ? cut(part, slash) : []
    return pieces.length > 1 && pieces.every((piece) => splitting.known.has(nameKey(piece))) ? pieces : [part]
  })
}
