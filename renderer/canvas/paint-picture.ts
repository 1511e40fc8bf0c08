import { FAR } from './distance'
import { ARRIVED, FADED, GONE, HATCHED, MARK_UNKNOWN, MARKED, type Paper, RINGED } from './paint-flags'
import { paintNamedCard, paintState } from './paint-names'
import { type Edges, type Paths, Strokes } from './strokes'

/** The part of the map that shows: where its top left corner lies and how large a pixel is. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly width: number
  readonly height: number
}

interface Looks {
  readonly names: readonly string[]
  /** For each item the place of its look in `names`. */
  readonly of: Uint16Array<ArrayBuffer>
}

interface Style {
  readonly colour: string
  readonly width: number
  readonly dash: readonly number[]
  readonly round: boolean
}

/** Bundles of flows, those with the most first, and for each the place of its style. Widths and dashes are the screen's. */
export interface Bundles {
  readonly lines: Paths
  readonly styles: readonly Style[]
  readonly of: Uint16Array<ArrayBuffer>
}

/** What a picture is painted from. Rectangles are x, y, width, height. */
export interface Picture {
  readonly paper: Paper
  /** The lines that are drawn from far away. */
  readonly farLines: 'all' | 'related' | 'none'
  /** The bundles step back: those that the selection touches lie over them as elements. */
  readonly bundlesFade: boolean
  readonly cardFlags: Uint8Array<ArrayBuffer>
  readonly lineFlags: Uint8Array<ArrayBuffer>
  readonly containers: Float32Array<ArrayBuffer>
  /** 1 for a container whose ground is the canvas's: those that lie in a container with the panel's. */
  readonly inner: Uint8Array<ArrayBuffer>
  readonly cards: Float32Array<ArrayBuffer>
  /** Names are colours. */
  readonly cardLooks: Looks
  /** The cards' names, one after the other, and where each ends. */
  readonly cardNames: Paths
  /** How each card looks by its tool's state: its place in `TOOL_LOOKS`. */
  readonly cardStates: Uint8Array<ArrayBuffer>
  /** Diameter of each card's size mark, 0 for none. */
  readonly marks: Float32Array<ArrayBuffer>
  /** Names are those of `styles`. */
  readonly lineLooks: Looks
  readonly styles: Readonly<Record<string, Style>>
  /** All lines' ways. */
  readonly paths: Paths
}

const CARD_RADIUS = 9
/** From a mark to the right edge of its card. */
const MARK_MARGIN = 6
const CONTAINER_RADIUS = 14
/** Below this zoom factor dashes, heads and rounded corners are smaller than a pixel and only cost time. */
const COARSE = 0.18
/** Dashing long lines by the thousand takes seconds without a graphics card. */
const MOST_DASHED = 600

const NO_PATHS: Paths = { text: '', ends: new Uint32Array() }

/** Paints pictures in a worker; remembers the last one, because most of it stays. */
export class PicturePainter {
  #picture: Picture = {
    paper: { panel: '', canvas: '', hairline: '', overlap: '', ink: '', muted: '', faint: '', accent: '', unknown: '' },
    farLines: 'all',
    bundlesFade: false,
    cardFlags: new Uint8Array(),
    lineFlags: new Uint8Array(),
    containers: new Float32Array(),
    inner: new Uint8Array(),
    cards: new Float32Array(),
    cardLooks: { names: [], of: new Uint16Array() },
    cardNames: NO_PATHS,
    cardStates: new Uint8Array(),
    marks: new Float32Array(),
    lineLooks: { names: [], of: new Uint16Array() },
    styles: {},
    paths: NO_PATHS,
  }
  #strokes = new Strokes(NO_PATHS)
  #bundles: Omit<Bundles, 'lines'> & { readonly strokes: Strokes } = {
    strokes: this.#strokes,
    styles: [],
    of: new Uint16Array(),
  }

  /** What differs in the picture. */
  take(picture: Partial<Picture>): void {
    this.#picture = { ...this.#picture, ...picture }
    if (picture.paths !== undefined) this.#strokes = new Strokes(picture.paths)
  }

  /** What is drawn in place of the lines from far away. */
  takeBundles({ lines, styles, of }: Bundles): void {
    this.#bundles = { strokes: new Strokes(lines), styles, of }
  }

  /** Departments, lines, and all cards: those that are there as elements too lie over their painted likeness. */
  paint(context: OffscreenCanvasRenderingContext2D, { x, y, zoom, width, height }: View, pixelRatio: number): void {
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, context.canvas.width, context.canvas.height)
    context.setTransform(zoom * pixelRatio, 0, 0, zoom * pixelRatio, x * pixelRatio, y * pixelRatio)
    const shown = { left: -x / zoom, top: -y / zoom, right: (width - x) / zoom, bottom: (height - y) / zoom }
    this.#paintContainers(context, zoom)
    this.#paintLines(context, zoom, shown)
    this.#paintCards(context, zoom, shown)
    if (zoom < FAR) this.#paintBundles(context, zoom, shown)
  }

  #paintContainers(context: OffscreenCanvasRenderingContext2D, zoom: number): void {
    const { containers, inner, paper } = this.#picture
    context.globalAlpha = 1
    context.strokeStyle = paper.hairline
    context.lineWidth = 1 / zoom
    context.setLineDash([])
    for (let i = 0; i < containers.length; i += 4) {
      const [x, y, width, height] = containers.subarray(i, i + 4) as unknown as [number, number, number, number]
      context.fillStyle = inner[i / 4] === 1 ? paper.canvas : paper.panel
      context.beginPath()
      context.roundRect(x, y, width, height, CONTAINER_RADIUS)
      context.fill()
      context.stroke()
    }
  }

  #paintLines(context: OffscreenCanvasRenderingContext2D, zoom: number, shown: Edges): void {
    const { lineFlags, lineLooks, styles, farLines } = this.#picture
    if (zoom < FAR && farLines === 'none') return
    const onlyRelated = zoom < FAR && farLines === 'related'
    const visible: number[] = []
    for (let at = 0; at < this.#strokes.count; at += 1) {
      if (onlyRelated && (lineFlags[at] as number) & FADED) continue
      if (this.#strokes.touches(at, shown)) visible.push(at)
    }
    const dashed = zoom >= COARSE && visible.length <= MOST_DASHED
    for (const at of visible) {
      const style = styles[lineLooks.names[lineLooks.of[at] as number] as string]
      if (style === undefined) continue
      context.globalAlpha = (lineFlags[at] as number) & FADED ? 0.15 : 1
      context.strokeStyle = style.colour
      context.lineWidth = Math.max(style.width, 0.6 / zoom)
      context.lineCap = style.round ? 'round' : 'butt'
      if (dashed) context.setLineDash([...style.dash])
      context.stroke(this.#strokes.path(at))
    }
    context.setLineDash([])
  }

  /** As wide as on paper, whatever the zoom. Those with the most flows lie above the others. */
  #paintBundles(context: OffscreenCanvasRenderingContext2D, zoom: number, shown: Edges): void {
    const { strokes, styles, of } = this.#bundles
    const { bundlesFade, paper } = this.#picture
    context.globalAlpha = bundlesFade ? 0.15 : 1
    for (let at = strokes.count - 1; at >= 0; at -= 1) {
      const style = styles[of[at] as number]
      if (style === undefined || !strokes.touches(at, shown)) continue
      // With a halo a bundle is seen where it runs over boxes.
      if (!bundlesFade && at < MOST_DASHED) {
        context.setLineDash([])
        context.lineCap = 'butt'
        context.strokeStyle = paper.canvas
        context.lineWidth = (style.width + 4) / zoom
        context.stroke(strokes.path(at))
      }
      context.strokeStyle = style.colour
      context.lineWidth = style.width / zoom
      context.lineCap = style.round ? 'round' : 'butt'
      context.setLineDash(at < MOST_DASHED ? style.dash.map((length) => length / zoom) : [])
      context.stroke(strokes.path(at))
    }
    context.setLineDash([])
  }

  #paintCards(context: OffscreenCanvasRenderingContext2D, zoom: number, shown: Edges): void {
    const { cards, cardFlags, cardLooks, cardNames, cardStates, marks, paper } = this.#picture
    for (let at = 0; at < cardFlags.length; at += 1) {
      const flags = cardFlags[at] as number
      const x = cards[at * 4] as number
      const y = cards[at * 4 + 1] as number
      const width = cards[at * 4 + 2] as number
      const height = cards[at * 4 + 3] as number
      if (x > shown.right || x + width < shown.left || y > shown.bottom || y + height < shown.top) continue
      const colour = cardLooks.names[cardLooks.of[at] as number] ?? paper.panel
      const look = cardStates[at] ?? 0
      if (zoom >= FAR) {
        const name = cardNames.text.slice(cardNames.ends[at - 1] ?? 0, cardNames.ends[at])
        paintNamedCard(context, { x, y, width, height }, { name, colour, flags, look }, paper, zoom)
        this.#paintFlags(context, at, { x, y, width, height }, flags & ~RINGED, zoom)
        continue
      }
      context.globalAlpha = flags & FADED ? 0.25 : 1
      context.fillStyle = colour
      // A plain rectangle is painted several times faster than a path, and so far away nobody sees the corners.
      if (zoom < COARSE) context.fillRect(x, y, width, height)
      else {
        context.beginPath()
        context.roundRect(x, y, width, height, CARD_RADIUS)
        context.fill()
      }
      paintState(context, { x, y, width, height }, look, colour, paper, zoom)
      if (flags === 0 && marks[at] === 0) continue
      if (flags & HATCHED && zoom >= COARSE) hatch(context, { x, y, width, height }, paper.panel)
      this.#paintFlags(context, at, { x, y, width, height }, flags, zoom)
    }
    context.globalAlpha = 1
  }

  /** What is drawn over a card: ghost or newcomer, size mark, rings. */
  #paintFlags(context: OffscreenCanvasRenderingContext2D, at: number, box: Box, flags: number, zoom: number): void {
    const { marks, paper } = this.#picture
    if (flags & (GONE | ARRIVED)) {
      context.setLineDash(flags & GONE ? [8, 6] : [])
      outline(context, box, zoom, flags & GONE ? paper.ink : paper.accent)
      context.setLineDash([])
    }
    paintMark(context, box, marks[at] ?? 0, flags, paper, zoom)
    if (flags & RINGED) outline(context, box, zoom, paper.overlap)
    if (flags & MARKED) outline(context, box, zoom, paper.accent)
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function outline(context: OffscreenCanvasRenderingContext2D, box: Box, zoom: number, colour: string): void {
  const { x, y, width, height } = box
  context.strokeStyle = colour
  context.lineWidth = Math.max(2, 1.2 / zoom)
  if (zoom < COARSE) {
    context.strokeRect(x, y, width, height)
    return
  }
  context.beginPath()
  context.roundRect(x, y, width, height, CARD_RADIUS)
  context.stroke()
}

/** Unknown is told by more than its grey: four slanting lines, within the card. */
function hatch(context: OffscreenCanvasRenderingContext2D, { x, y, width, height }: Box, panel: string): void {
  context.beginPath()
  for (const share of [0.15, 0.35, 0.55, 0.75]) {
    context.moveTo(x + width * share, y + height - 4)
    context.lineTo(x + width * share + height * 0.5, y + 4)
  }
  context.strokeStyle = panel
  context.lineWidth = 3
  context.stroke()
}

function paintMark(
  context: OffscreenCanvasRenderingContext2D,
  { x, y, width, height }: Box,
  diameter: number,
  flags: number,
  { panel, ink }: Paper,
  zoom: number,
): void {
  if (diameter === 0) return
  const faded = context.globalAlpha
  context.beginPath()
  context.arc(x + width - MARK_MARGIN - diameter / 2, y + height / 2, diameter / 2, 0, 2 * Math.PI)
  if (!(flags & MARK_UNKNOWN)) {
    context.globalAlpha = faded * 0.75
    context.fillStyle = panel
    context.fill()
    context.globalAlpha = faded
  }
  context.strokeStyle = ink
  context.lineWidth = Math.max(1.5, 0.8 / zoom)
  context.setLineDash(flags & MARK_UNKNOWN ? [3, 3] : [])
  context.stroke()
  context.setLineDash([])
}
