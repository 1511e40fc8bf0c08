/**
 * Advance widths in thousandths of the font size, for a wide sans serif (the narrow ones need less): what is estimated
 * to fit does fit, whichever font of the stack a machine has.
 */
const NARROW = new Set("iljI!|'.,:;`")
const SLIM = new Set('ftr()[]{}-"/\\* ')
const WIDE = new Set('mwMW@%&—…')

function advance(character: string, code: number): number {
  if (NARROW.has(character)) return 320
  if (SLIM.has(character)) return 410
  if (WIDE.has(character)) return 930
  if (code >= 0x1100 && !(code >= 0x1e00 && code <= 0x20cf)) return 1050
  if (code >= 0x41 && code <= 0x5a) return 690
  if (code >= 0x30 && code <= 0x39) return 620
  return code < 0x80 ? 590 : 650
}

const ADVANCES = new Uint16Array(0x250)
for (let code = 0; code < ADVANCES.length; code++) ADVANCES[code] = advance(String.fromCharCode(code), code)

function advanceAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return ADVANCES[code] ?? advance('', code)
}

/** Estimated width of a text in pixels; bold text is about a tenth wider. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0
  for (let index = 0; index < text.length; index++) thousandths += advanceAt(text, index)
  return (thousandths * size * (bold ? 1.08 : 1)) / 1000
}

/** The text, shortened with an ellipsis so that its estimated width stays within `width`. */
export function fitText(text: string, width: number, size: number, bold = false): string {
  const factor = (size * (bold ? 1.08 : 1)) / 1000
  const room = width / factor
  const roomForCut = room - 930
  let used = 0
  let cut = 0
  for (let index = 0; index < text.length; index++) {
    used += advanceAt(text, index)
    if (used <= roomForCut) cut = index + 1
    if (used > room) return `${withoutHalf(text.slice(0, cut)).trimEnd()}…`
  }
  return text
}

/** Cutting must not leave half of a surrogate pair behind. */
function withoutHalf(text: string): string {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text
}
