import { fitText, textWidth } from '../../graph/text-width'

/** A paragraph before it is fitted. Sizes in points. */
export interface TextLine {
  readonly text: string
  readonly size: number
  readonly bold?: boolean
  readonly colour?: Colour
  readonly align?: 'left' | 'center' | 'right'
  readonly bullet?: boolean
  /** Space above in points; the first paragraph's is left out. */
  readonly before?: number
}

/**
 * Colours by their part in the theme, so that another theme recolours the whole deck; and as `#RRGGBB` those of the map's
 * look, which mean something.
 */
export type Colour = ThemeColour | `#${string}`

type ThemeColour =
  | 'ink'
  | 'muted'
  | 'panel'
  | 'canvas'
  | 'hairline'
  | 'accent'
  | 'tint'
  | 'onAccent'
  | 'api'
  | 'hand'
  | 'file'
  | 'overlap'
  | 'warning'

/** Height of a line for its size: what office programs use for Arial and the like, with a little to spare. */
export const LINE_HEIGHT = 1.2
/** Room that a bullet takes at the left, in points. */
export const BULLET_INDENT = 12
/** Sizes are tried in these steps before anything is shortened. */
const SCALES: readonly number[] = [1, 0.93, 0.86, 0.8]
/** In tables and lists, where different sizes side by side would look like different weights. */
export const NEARLY_EVEN: readonly number[] = [1, 0.9]
const LEAST_SIZE = 8

/**
 * Paragraphs that stay within a box of this many points: smaller type first (down to the last of `scales`, never
 * below 8 pt), then shortened with
 * "…"; paragraphs with no room at all are left out. Widths are estimated generously, so what fits here fits in any font
 * of the stack.
 */
export function fitBlock(
  lines: readonly TextLine[],
  width: number,
  height: number,
  scales: readonly number[] = SCALES,
): readonly TextLine[] {
  const clean = lines.map((line) => ({ ...line, text: oneLine(line.text) }))
  let scaled: readonly TextLine[] = clean
  for (const scale of scales) {
    scaled = clean.map((line) => ({ ...line, size: stepped(line.size, scale) }))
    if (heightOf(scaled, width) <= height + 0.01) return scaled
  }
  const kept: TextLine[] = []
  let used = 0
  for (const line of scaled) {
    const above = kept.length === 0 ? 0 : (line.before ?? 0)
    const room = Math.floor((height - used - above + 0.01) / (line.size * LINE_HEIGHT))
    if (room < 1) {
      const last = kept.pop()
      if (last !== undefined) kept.push({ ...last, text: last.text.endsWith('…') ? last.text : withDots(last, width) })
      break
    }
    const text = shorten(line, width, room)
    kept.push({ ...line, text })
    used += above + countLines(line, text, width) * line.size * LINE_HEIGHT
  }
  return kept
}

/** Height in points of these paragraphs when they are wrapped at this width. */
export function heightOf(lines: readonly TextLine[], width: number): number {
  return lines.reduce((sum, line, i) => {
    const above = i === 0 ? 0 : (line.before ?? 0)
    return sum + above + countLines(line, line.text, width) * line.size * LINE_HEIGHT
  }, 0)
}

/** The lines that a text takes when words are wrapped greedily; words that are too long are broken. */
export function wrapText(text: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = []
  let current = ''
  for (const word of text.split(' ')) {
    const joined = current === '' ? word : `${current} ${word}`
    if (textWidth(joined, size, bold) <= width) {
      current = joined
      continue
    }
    if (current !== '') lines.push(current)
    current = word
    while (textWidth(current, size, bold) > width) {
      const head = startOf(current, width, size, bold)
      if (head === current) break
      lines.push(head)
      current = current.slice(head.length)
    }
  }
  lines.push(current)
  return lines
}

function countLines(line: TextLine, text: string, width: number): number {
  return wrapText(text, roomOf(line, width), line.size, line.bold).length
}

function roomOf({ bullet }: TextLine, width: number): number {
  return bullet === true ? width - BULLET_INDENT : width
}

/** The text, shortened so that it takes at most so many lines. */
function shorten(line: TextLine, width: number, most: number): string {
  const room = roomOf(line, width)
  const all = wrapText(line.text, room, line.size, line.bold)
  if (all.length <= most) return line.text
  const before = all.slice(0, most - 1).join(' ')
  const rest = all.slice(most - 1).join(' ')
  const last = fitText(rest, room, line.size, line.bold)
  return before === '' ? last : `${before} ${last}`
}

/** The text with "…" at its end where that adds no line, otherwise in the place of its last signs. */
function withDots(line: TextLine, width: number): string {
  const most = countLines(line, line.text, width)
  const dotted = `${line.text} …`
  return countLines(line, dotted, width) <= most ? dotted : shorten({ ...line, text: `${dotted} …` }, width, most)
}

/** As many signs from the start as the width holds, at least one, no pair of surrogates cut in two. */
function startOf(text: string, width: number, size: number, bold: boolean): string {
  let head = ''
  for (const sign of text) {
    if (head !== '' && textWidth(head + sign, size, bold) > width) break
    head += sign
  }
  return head
}

/** Half points, as the file holds them; small type stays as it is. */
function stepped(size: number, scale: number): number {
  return size <= LEAST_SIZE ? size : Math.max(LEAST_SIZE, Math.floor(size * scale * 2) / 2)
}

/** Line breaks, tabs and signs that nobody sees as single spaces. Spaces that hold a number and its unit together stay. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these have no width
  return text.replace(/[ \u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
}
