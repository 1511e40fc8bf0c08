import type { DrawnOutline } from '../../shared/export/svg-drawing'

type Context = OffscreenCanvasRenderingContext2D
type Line = Extract<DrawnOutline, { kind: 'path' }>
interface Point {
  readonly x: number
  readonly y: number
}
interface Tile {
  readonly pattern: CanvasPattern
  /** Pixels along the line after which the pattern begins anew, and how often its dashes repeat in them. */
  readonly length: number
  readonly repeats: number
  readonly thickness: number
}

/** A pattern is made for each eighth of a pixel by which a line lies beside the grid. */
const STEPS = 8
/** So long a pattern is at least, in pixels: the longer, the less its dashes are stretched to whole pixels. */
const LEAST_LENGTH = 96
/** Shorter straight pieces are left to the canvas: in dashes, and in pixels for those without. */
const FEWEST = 4
const SHORTEST = 8
const COMMAND = /([MLQ])((?:-?[\d.]+ ?)+)/g
/** Pieces meet and may lie upon each other: that shows where something shows through them. */
const OPAQUE = /^#[\da-f]{6}$/i
const SIMPLE = /^(?:[MLQ](?:-?[\d.]+ -?[\d.]+ ?)+)+$/

/**
 * The lines of a map, fast. A canvas makes a shape of every single dash, of which a large map has millions, and weighs
 * every pixel of a long line's surroundings. The straight pieces of our lines run across or down: they are filled as
 * rectangles, with a pattern of dashes where they are dashed; only the corners are left to the canvas. Dashes begin anew
 * at each corner and are stretched by less than half a pixel in a hundred.
 */
export class LinePainter {
  readonly #context: Context
  readonly #scale: number
  readonly #tiles = new Map<string, Tile>()

  constructor(context: Context, scale: number) {
    this.#context = context
    this.#scale = scale
    // Patterns lie on the grid of pixels: there is nothing to smooth.
    context.imageSmoothingEnabled = false
  }

  /**
   * Paints the line; false when it isn't an opaque one of straight pieces and corners, as large as its coordinates say:
   * then nothing was painted.
   * @param origin where the line's own origin lies on the canvas
   * @param restore puts the canvas's transform back to the line's
   */
  paint(shape: DrawnOutline, origin: Point, restore: () => void): boolean {
    if (shape.kind !== 'path' || shape.zoom !== 1 || !SIMPLE.test(shape.d)) return false
    if (shape.stroke === undefined || !OPAQUE.test(shape.stroke)) return false
    const { dash } = shape
    const period = dash.reduce((sum, length) => sum + length, 0)
    const least = dash.length > 0 ? FEWEST * period : SHORTEST / this.#scale
    const context = this.#context
    context.strokeStyle = shape.stroke
    context.lineWidth = shape.strokeWidth
    context.lineCap = shape.round ? 'round' : 'butt'
    context.setLineDash([...dash])
    let at: Point = { x: 0, y: 0 }
    const straight: (readonly [Point, Point])[] = []
    for (const [, command, written = ''] of shape.d.matchAll(COMMAND)) {
      const numbers = written.trim().split(' ').map(Number)
      const to = { x: numbers.at(-2) ?? 0, y: numbers.at(-1) ?? 0 }
      const even = to.x === at.x || to.y === at.y
      if (command === 'L' && even && Math.abs(to.x - at.x) + Math.abs(to.y - at.y) >= least) {
        straight.push([at, to])
      } else if (command !== 'M') {
        context.beginPath()
        context.moveTo(at.x, at.y)
        if (command === 'L') context.lineTo(to.x, to.y)
        else context.quadraticCurveTo(numbers[0] ?? 0, numbers[1] ?? 0, to.x, to.y)
        context.stroke()
      }
      at = to
    }
    context.setTransform(1, 0, 0, 1, 0, 0)
    const fill = dash.length > 0 ? this.#dashed : this.#solid
    for (const [from, to] of straight) fill.call(this, shape, this.#onCanvas(from, origin), this.#onCanvas(to, origin))
    restore()
    return true
  }

  #solid({ stroke = '', strokeWidth }: Line, a: Point, b: Point): void {
    const context = this.#context
    const width = strokeWidth * this.#scale
    context.fillStyle = stroke
    // To whole pixels along the line, so that it joins its corners without a lighter dot between them.
    if (a.y === b.y) {
      const start = Math.floor(Math.min(a.x, b.x))
      context.fillRect(start, a.y - width / 2, Math.ceil(Math.max(a.x, b.x)) - start, width)
    } else {
      const start = Math.floor(Math.min(a.y, b.y))
      context.fillRect(a.x - width / 2, start, width, Math.ceil(Math.max(a.y, b.y)) - start)
    }
  }

  #onCanvas({ x, y }: Point, origin: Point): Point {
    return { x: origin.x + x * this.#scale, y: origin.y + y * this.#scale }
  }

  #dashed(line: Line, a: Point, b: Point): void {
    const across = a.y === b.y
    const middle = across ? a.y : a.x
    const [start, end] = across ? [Math.min(a.x, b.x), Math.max(a.x, b.x)] : [Math.min(a.y, b.y), Math.max(a.y, b.y)]
    const half = (line.strokeWidth * this.#scale) / 2
    const side = Math.floor(middle - half + 0.5 / STEPS)
    const tile = this.#tile(line, across, Math.round((middle - side) * STEPS))
    const begin = Math.round(start)
    const each = tile.length / tile.repeats
    // Round dashes reach over both of their ends; the last one is whole or missing.
    const over = line.round ? Math.ceil(half) : 0
    const reach = line.round ? Math.round(Math.floor((end - begin) / each) * each) + over : Math.round(end) - begin
    const context = this.#context
    tile.pattern.setTransform(new DOMMatrix([1, 0, 0, 1, across ? begin : side, across ? side : begin]))
    context.fillStyle = tile.pattern
    if (across) context.fillRect(begin - over, side, reach + over, tile.thickness)
    else context.fillRect(side, begin - over, tile.thickness, reach + over)
  }

  /** Dashes that repeat without a seam, along a line so many eighths of a pixel from the pattern's side. */
  #tile({ stroke = '', strokeWidth, dash, round }: Line, across: boolean, eighths: number): Tile {
    const key = [stroke, strokeWidth, dash.join(' '), round, across, eighths].join()
    const known = this.#tiles.get(key)
    if (known !== undefined) return known
    const lengths = dash.map((length) => length * this.#scale)
    const period = lengths.reduce((sum, length) => sum + length, 0)
    const repeats = Math.ceil(LEAST_LENGTH / period)
    const length = Math.round(repeats * period)
    const thickness = Math.ceil(eighths / STEPS + (strokeWidth * this.#scale) / 2 - 0.5 / STEPS)
    const canvas = across ? new OffscreenCanvas(length, thickness) : new OffscreenCanvas(thickness, length)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('A canvas without a context')
    if (!across) context.setTransform(0, 1, 1, 0, 0, 0)
    context.strokeStyle = stroke
    context.lineWidth = strokeWidth * this.#scale
    context.lineCap = round ? 'round' : 'butt'
    context.setLineDash(lengths.map((each) => (each * length) / (repeats * period)))
    context.beginPath()
    context.moveTo(-length, eighths / STEPS)
    context.lineTo(2 * length, eighths / STEPS)
    context.stroke()
    const pattern = this.#context.createPattern(canvas, 'repeat')
    if (pattern === null) throw new Error('A canvas without patterns')
    const tile = { pattern, length, repeats, thickness }
    this.#tiles.set(key, tile)
    return tile
  }
}
