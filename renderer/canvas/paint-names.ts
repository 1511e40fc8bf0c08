import { fitText, textWidth } from '../../shared/graph/text-width'
import { TOOL_LOOKS } from '../../shared/graph/tool-look'
import { FADED, GONE, HATCHED, type Paper, RINGED } from './paint-flags'

const FONT = "'Segoe UI', Inter, 'Noto Sans', 'DejaVu Sans', system-ui, sans-serif"
const RADIUS = 10
/** Sizes of the letters on the screen and on the map: as on the cards that are elements. */
const ON_SCREEN = 12
const LARGEST = 22
const LINE_HEIGHT = 1.2
const LEFT = 16
const RIGHT = 10

export const [PLAIN, COMING, LEAVING, RETIRED] = TOOL_LOOKS.map((_, at) => at) as [number, number, number, number]

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A card at middle distance, as its element looks: its name on one or two lines, and a stripe in its colour. */
export function paintNamedCard(
  context: OffscreenCanvasRenderingContext2D,
  box: Box,
  card: { readonly name: string; readonly colour: string; readonly flags: number; readonly look: number },
  paper: Paper,
  zoom: number,
): void {
  const { x, y, width, height } = box
  const { flags, look } = card
  const [faded, gone] = [(flags & FADED) !== 0, (flags & GONE) !== 0]
  context.globalAlpha = 1
  context.beginPath()
  context.roundRect(x, y, width, height, RADIUS)
  context.fillStyle = faded ? paper.canvas : paper.panel
  context.fill()
  context.strokeStyle = flags & RINGED && !faded ? paper.overlap : paper.hairline
  context.lineWidth = Math.max(flags & RINGED && !faded ? 2 : 1, 1 / zoom)
  context.setLineDash(look === COMING ? [5, 4] : [])
  context.stroke()
  context.setLineDash([])
  context.globalAlpha = faded ? 0.25 : 1
  context.fillStyle = card.colour
  if (flags & HATCHED) for (let at = 10; at < height - 12; at += 6) context.fillRect(x + 6, y + at, 4, 3)
  else context.fillRect(x + 6, y + 10, 4, height - 20)
  context.globalAlpha = 1

  const size = Math.min(LARGEST, ON_SCREEN / zoom)
  const lines = nameLines(card.name, width - LEFT - RIGHT, size)
  context.font = `${faded ? 400 : 600} ${size}px ${FONT}`
  context.textBaseline = 'middle'
  context.fillStyle = faded || gone ? paper.faint : look === PLAIN ? paper.ink : paper.muted
  const top = y + height / 2 - ((lines.length - 1) / 2) * size * LINE_HEIGHT
  for (const [at, line] of lines.entries()) {
    const middle = top + at * size * LINE_HEIGHT
    context.fillText(line, x + LEFT, middle, width - LEFT - RIGHT)
    if (look !== RETIRED && !gone) continue
    const wide = Math.min(context.measureText(line).width, width - LEFT - RIGHT)
    context.fillRect(x + LEFT, middle, wide, size / 14)
  }
}

/** A card's state as it is seen from far away, over its block of colour. */
export function paintState(
  context: OffscreenCanvasRenderingContext2D,
  { x, y, width, height }: Box,
  look: number,
  colour: string,
  { panel }: Paper,
  zoom: number,
): void {
  if (look === PLAIN) return
  const thick = Math.max(height / 10, 1 / zoom)
  if (look === COMING) {
    context.fillStyle = panel
    const by = Math.max(4, 1.2 / zoom)
    context.fillRect(x + by, y + by, width - 2 * by, height - 2 * by)
    const alpha = context.globalAlpha
    context.globalAlpha = alpha * 0.25
    context.fillStyle = colour
    context.fillRect(x + by, y + by, width - 2 * by, height - 2 * by)
    context.globalAlpha = alpha
    return
  }
  context.fillStyle = panel
  const pieces = look === LEAVING ? 4 : 1
  const long = width / (2 * pieces - 1)
  for (let piece = 0; piece < pieces; piece++) {
    context.fillRect(x + 2 * piece * long, y + (height - thick) / 2, long, thick)
  }
}

/** A name on at most two lines, broken between words where that fits, shortened where it doesn't. */
export function nameLines(name: string, room: number, size: number): readonly string[] {
  if (textWidth(name, size, true) <= room) return [name]
  const words = name.split(' ')
  let first = ''
  while (words.length > 0) {
    const longer = first === '' ? (words[0] as string) : `${first} ${words[0]}`
    if (textWidth(longer, size, true) > room) break
    first = longer
    words.shift()
  }
  const rest = words.join(' ')
  if (first !== '') return [first, fitText(rest, room, size, true)]
  // A single word that is wider than the card goes on in the second line.
  let cut = 1
  while (cut < rest.length && textWidth(rest.slice(0, cut + 1), size, true) <= room) cut++
  return [rest.slice(0, cut), fitText(rest.slice(cut).trimStart(), room, size, true)]
}
