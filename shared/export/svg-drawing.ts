import type { Rect } from '../graph/graph'

/** How an outline is filled and stroked. */
export interface DrawnLook {
  /** Absent: not filled. `#RRGGBBAA` where what lies beneath shows through. */
  readonly fill?: string
  /** Absent: not stroked. `#RRGGBBAA` as for `fill`. */
  readonly stroke?: string
  readonly strokeWidth: number
  readonly dash: readonly number[]
  readonly round: boolean
}

interface Moved {
  /** Where the shape's own origin lies in the picture. */
  readonly dx: number
  readonly dy: number
  /** How much larger than its own coordinates say it is drawn. */
  readonly zoom: number
}

export interface DrawnText extends Moved {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly weight: string
  readonly anchor: 'start' | 'middle' | 'end'
  readonly fill: string
  readonly struck: boolean
}

export type DrawnOutline = Moved &
  DrawnLook &
  (
    | ({ readonly kind: 'rect'; readonly rx: number } & Rect)
    | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number }
    | { readonly kind: 'path'; readonly d: string }
  )

export type Shape = DrawnText | DrawnOutline

/** One of the root's children: where its text stands in the file, and what it draws. */
export interface DrawnPiece {
  readonly from: number
  readonly to: number
  readonly shapes: readonly Shape[]
}

export interface Drawing {
  readonly view: Rect
  readonly font: string
  readonly pieces: readonly DrawnPiece[]
}

const TAG = /<(\/?)([a-z]+)((?:\s[\w:-]+="[^"<>]*")*)(\/?)>([^<]*)/y
const DECLARATION = /^\s*(?:<\?xml[^>]*\?>\s*)?/
const ATTRIBUTE = /\s([\w:-]+)="([^"]*)"/g
const MOVE = /^translate\((-?[\d.]+) (-?[\d.]+)\)(?: scale\((\d+(?:\.\d+)?)\))?$/
const HEX = /^#[\da-f]{6}$/i
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
/** What may stand on an element without changing what is seen of it. */
const SILENT = /^(?:data-[\w-]+|xmlns|lang|role|width|height|viewBox|aria-hidden)$/
const PAINT = [
  ...['fill', 'fill-opacity'],
  ...['stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-linecap'],
]
const LETTERS = ['x', 'y', 'font-size', 'font-weight', 'text-anchor', 'text-decoration', 'fill']
const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  svg: new Set(['font-family']),
  g: new Set(['transform', ...PAINT]),
  rect: new Set(['x', 'y', 'width', 'height', 'rx', ...PAINT]),
  circle: new Set(['cx', 'cy', 'r', ...PAINT]),
  path: new Set(['d', ...PAINT]),
  text: new Set(LETTERS),
  title: new Set(),
}

type Attributes = ReadonlyMap<string, string>

interface Open extends Moved {
  readonly name: string
  readonly paint: Attributes
}

/**
 * The shapes of an SVG file that `toMapSvg` wrote, in the order in which they are drawn, for whoever draws them with
 * other means than an SVG reader. Undefined when the file holds anything that a map of ours doesn't (another element,
 * attribute or unit): then it must be left to an SVG reader.
 */
export function readDrawing(svg: string): Drawing | undefined {
  const stack: Open[] = []
  const pieces: { from: number; to: number; shapes: Shape[] }[] = []
  let view: Rect | undefined
  let font = ''
  TAG.lastIndex = DECLARATION.exec(svg)?.[0].length ?? 0
  while (TAG.lastIndex < svg.length) {
    const from = TAG.lastIndex
    const match = TAG.exec(svg)
    if (match === null) return undefined
    const [, close = '', name = '', written = '', empty = '', content = ''] = match
    const end = TAG.lastIndex
    // Words stand in texts and titles only, never behind or between elements.
    const worded = close === '' && (name === 'text' || name === 'title')
    if (!worded && content.trim() !== '') return undefined
    if (close !== '') {
      if (stack.pop()?.name !== name) return undefined
      const last = pieces.at(-1)
      if (stack.length === 1 && last !== undefined) last.to = end
      continue
    }
    const attributes = attributesOf(name, written)
    if (attributes === undefined) return undefined
    const parent = stack.at(-1)
    if (parent === undefined) {
      view = name === 'svg' ? viewOf(attributes) : undefined
      if (view === undefined) return undefined
      font = decoded(attributes.get('font-family') ?? '')
      stack.push({ name, dx: 0, dy: 0, zoom: 1, paint: new Map() })
      continue
    }
    if (name === 'svg' || (parent.name !== 'g' && parent.name !== 'svg')) return undefined
    if (stack.length === 1) pieces.push({ from, to: end, shapes: [] })
    if (name === 'g') {
      const [, dx = '0', dy = '0', zoom = '1'] = MOVE.exec(attributes.get('transform') ?? 'translate(0 0)') ?? []
      const paint = new Map([...parent.paint, ...attributes])
      stack.push({
        name,
        dx: parent.dx + parent.zoom * Number(dx),
        dy: parent.dy + parent.zoom * Number(dy),
        zoom: parent.zoom * Number(zoom),
        paint,
      })
    } else if (name !== 'title') {
      const shape = shapeOf(name, attributes, parent, content)
      if (shape === undefined) return undefined
      pieces.at(-1)?.shapes.push(shape)
    }
    if (empty === '' && name !== 'g') stack.push({ name, dx: 0, dy: 0, zoom: 1, paint: new Map() })
    if (empty !== '' && name === 'g') stack.pop()
  }
  return view === undefined || stack.length > 0 ? undefined : { view, font, pieces }
}

function attributesOf(name: string, written: string): Attributes | undefined {
  const known = KNOWN[name]
  if (known === undefined) return undefined
  const found = new Map<string, string>()
  for (const [, key = '', value = ''] of written.matchAll(ATTRIBUTE)) {
    if (!known.has(key) && !SILENT.test(key)) return undefined
    if (key === 'transform' && !MOVE.test(value)) return undefined
    found.set(key, value)
  }
  return found
}

function viewOf(attributes: Attributes): Rect | undefined {
  const [x, y, width, height] = (attributes.get('viewBox') ?? '').split(' ').map(Number)
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  return [x, y, width, height].every(Number.isFinite) ? { x, y, width, height } : undefined
}

function shapeOf(name: string, attributes: Attributes, parent: Open, content: string): Shape | undefined {
  const { dx, dy, zoom, paint } = parent
  const number = (key: string) => Number(attributes.get(key) ?? 0)
  const numbers = [...attributes].filter(([key]) => /^(?:x|y|rx|cx|cy|r|width|height|font-size)$/.test(key))
  if (numbers.some(([, value]) => !Number.isFinite(Number(value)))) return undefined
  if (name === 'text') {
    const anchor = attributes.get('text-anchor') ?? 'start'
    if (anchor !== 'start' && anchor !== 'middle' && anchor !== 'end') return undefined
    return {
      kind: 'text',
      ...{ dx, dy, zoom, x: number('x'), y: number('y'), anchor },
      text: decoded(content).replace(/ +/g, ' ').trim(),
      size: number('font-size'),
      weight: attributes.get('font-weight') ?? '400',
      fill: attributes.get('fill') ?? paint.get('fill') ?? '#000000',
      struck: attributes.get('text-decoration') === 'line-through',
    }
  }
  const look = lookOf(attributes, paint)
  if (look === undefined) return undefined
  if (name === 'rect') {
    const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')]
    return { kind: 'rect', dx, dy, zoom, x, y, width, height, rx: number('rx'), ...look }
  }
  if (name === 'circle') {
    return { kind: 'circle', dx, dy, zoom, x: number('cx'), y: number('cy'), r: number('r'), ...look }
  }
  return { kind: 'path', dx, dy, zoom, d: attributes.get('d') ?? '', ...look }
}

function lookOf(attributes: Attributes, paint: Attributes): DrawnLook | undefined {
  const of = (key: string) => attributes.get(key) ?? paint.get(key)
  const fill = seenThrough(of('fill') ?? '#000000', of('fill-opacity'))
  const stroke = seenThrough(of('stroke') ?? 'none', of('stroke-opacity'))
  if (fill === undefined || stroke === undefined) return undefined
  const dash = of('stroke-dasharray')
  return {
    ...(fill === 'none' ? {} : { fill }),
    ...(stroke === 'none' ? {} : { stroke }),
    strokeWidth: Number(of('stroke-width') ?? 1),
    dash: dash === undefined ? [] : dash.split(' ').map(Number),
    round: of('stroke-linecap') === 'round',
  }
}

/** A colour with its opacity in it; undefined where they can't be put together. */
function seenThrough(colour: string, opacity: string | undefined): string | undefined {
  if (opacity === undefined || colour === 'none') return colour
  const part = Number(opacity)
  if (opacity === '' || !(part >= 0 && part <= 1) || !HEX.test(colour)) return undefined
  const alpha = Math.round(part * 255)
  return alpha === 255 ? colour : `${colour}${alpha.toString(16).toUpperCase().padStart(2, '0')}`
}

function decoded(text: string): string {
  return text.includes('&')
    ? text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
        code === undefined ? (ENTITIES[name] ?? '') : String.fromCodePoint(Number(code)),
      )
    : text
}

const POINTS = /(-?[\d.]+) (-?[\d.]+)/g
const ABSOLUTE = /^[MLQCZ\d.\s-]*$/

/**
 * The part of the picture that a shape may cover, its stroke included and texts rather too wide; undefined where that
 * can't be told.
 */
export function shapeBox(shape: Shape): Rect | undefined {
  const { dx, dy, zoom } = shape
  const box = (x: number, y: number, right: number, bottom: number, around: number): Rect => ({
    x: dx + (x - around) * zoom,
    y: dy + (y - around) * zoom,
    width: (right - x + 2 * around) * zoom,
    height: (bottom - y + 2 * around) * zoom,
  })
  if (shape.kind === 'text') {
    const width = shape.text.length * shape.size * 1.1
    const left = shape.x - (shape.anchor === 'start' ? 0 : shape.anchor === 'middle' ? width / 2 : width)
    return box(left, shape.y - shape.size * 1.2, left + width, shape.y + shape.size * 0.4, 0)
  }
  const around = shape.stroke === undefined ? 0 : shape.strokeWidth
  if (shape.kind === 'rect') return box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height, around)
  if (shape.kind === 'circle') {
    const { x, y, r } = shape
    return box(x - r, y - r, x + r, y + r, around)
  }
  const line = /^M(-?[\d.]+) (-?[\d.]+)([hv])(-?[\d.]+)$/.exec(shape.d)
  if (line !== null) {
    const [x, y, length] = [Number(line[1]), Number(line[2]), Number(line[4])]
    const [right, bottom] = line[3] === 'h' ? [x + length, y] : [x, y + length]
    return box(Math.min(x, right), Math.min(y, bottom), Math.max(x, right), Math.max(y, bottom), around)
  }
  if (!ABSOLUTE.test(shape.d)) return undefined
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [, x, y] of shape.d.matchAll(POINTS)) {
    left = Math.min(left, Number(x))
    right = Math.max(right, Number(x))
    top = Math.min(top, Number(y))
    bottom = Math.max(bottom, Number(y))
  }
  return left > right ? undefined : box(left, top, right, bottom, around)
}
