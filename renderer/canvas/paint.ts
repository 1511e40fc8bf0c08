import type { EdgeRoute } from '../../shared/graph/edge-path'
import type { FlowEdge, PlacedGraph, Rect, ToolNode } from '../../shared/graph/graph'
import { domainColour, LINE_STYLES, PALETTES, type Palette, type Theme } from '../../shared/graph/palette'
import type { CardIndex } from './card-index'

/** A line and its way; its path and box are made when it is painted for the first time. */
export interface SceneLine {
  readonly edge: FlowEdge
  readonly route: EdgeRoute
}

/** Everything a picture of a large map is made of. */
export interface Scene {
  readonly placed: PlacedGraph
  readonly cards: CardIndex
  readonly lines: readonly SceneLine[]
  readonly theme: Theme
  /** What the selection touches; the rest steps back. */
  readonly related?: ReadonlySet<string> | undefined
  readonly ringed: ReadonlySet<string>
  /** Cards that stand on the map as elements: they draw themselves. */
  readonly mounted: ReadonlySet<string>
}

/** The part of the map that shows: where its top left corner lies and how large a pixel is. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly width: number
  readonly height: number
}

const CARD_RADIUS = 9
/** Below this zoom factor dashes, heads and rounded corners are smaller than a pixel and only cost time. */
const COARSE = 0.18
/** Dashing long lines by the thousand takes seconds without a graphics card. */
const MOST_DASHED = 600

/** So many lines or cards are painted between two looks at the clock. */
const STEP = 100

/** The lines of a placed map with their ways. */
export function sceneLines(edges: readonly FlowEdge[], routes: ReadonlyMap<string, EdgeRoute>): Scene['lines'] {
  return edges.flatMap((edge) => {
    const route = routes.get(edge.id)
    return route === undefined ? [] : [{ edge, route }]
  })
}

const boxes = new WeakMap<EdgeRoute, Rect>()
const paths = new WeakMap<EdgeRoute, Path2D>()

/** Building a Path2D costs more than drawing it. */
function pathOf(route: EdgeRoute): Path2D {
  const path = paths.get(route) ?? new Path2D(route.path)
  paths.set(route, path)
  return path
}

/**
 * Paints what of the scene shows: departments, lines, and the cards that are not there as elements. In steps, so that
 * whoever paints can stop in between and let the window have a turn.
 */
export function* paintSteps(
  context: OffscreenCanvasRenderingContext2D,
  scene: Scene,
  view: View,
  pixelRatio: number,
): Generator<void> {
  const { zoom } = view
  const palette = PALETTES[scene.theme]
  const shown: Rect = { x: -view.x / zoom, y: -view.y / zoom, width: view.width / zoom, height: view.height / zoom }
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.clearRect(0, 0, view.width, view.height)
  context.setTransform(zoom * pixelRatio, 0, 0, zoom * pixelRatio, view.x * pixelRatio, view.y * pixelRatio)
  paintContainers(context, scene, shown, palette, zoom)
  yield
  yield* paintLines(context, scene, shown, palette, zoom)
  yield* paintCards(context, scene, shown, palette, zoom)
}

function paintContainers(
  context: OffscreenCanvasRenderingContext2D,
  { placed }: Scene,
  shown: Rect,
  palette: Palette,
  zoom: number,
) {
  context.fillStyle = palette.panel
  context.strokeStyle = palette.hairline
  context.lineWidth = 1 / zoom
  for (const { id } of placed.graph.containers) {
    const rect = placed.at.get(id)
    if (rect === undefined || !touch(rect, shown)) continue
    context.beginPath()
    context.roundRect(rect.x, rect.y, rect.width, rect.height, 14)
    context.fill()
    context.stroke()
  }
}

function* paintLines(
  context: OffscreenCanvasRenderingContext2D,
  scene: Scene,
  shown: Rect,
  palette: Palette,
  zoom: number,
): Generator<void> {
  const visible: SceneLine[] = []
  for (const [at, line] of scene.lines.entries()) {
    if (touch(boxOf(line.route), shown)) visible.push(line)
    if (at % (10 * STEP) === 0) yield
  }
  const dashed = zoom >= COARSE && visible.length <= MOST_DASHED
  for (const [at, { edge, route }] of visible.entries()) {
    const { kind, width, dash, round } = LINE_STYLES[edge.method]
    context.globalAlpha = scene.related === undefined || scene.related.has(edge.id) ? 1 : 0.15
    context.strokeStyle = palette[kind]
    context.lineWidth = Math.max(width, 0.6 / zoom)
    context.lineCap = round ? 'round' : 'butt'
    if (dashed) context.setLineDash([...dash])
    context.stroke(pathOf(route))
    if (at % STEP === 0) yield
  }
  context.setLineDash([])
  context.globalAlpha = 1
}

function* paintCards(
  context: OffscreenCanvasRenderingContext2D,
  scene: Scene,
  shown: Rect,
  palette: Palette,
  zoom: number,
): Generator<void> {
  const cards = scene.cards.within(shown)
  for (const [at, tool] of cards.entries()) {
    if (at % STEP === 0) yield
    if (scene.mounted.has(tool.id)) continue
    const rect = scene.placed.at.get(tool.id)
    if (rect !== undefined) paintCard(context, scene, tool, rect, palette, zoom)
  }
  context.globalAlpha = 1
}

function paintCard(
  context: OffscreenCanvasRenderingContext2D,
  { theme, related, ringed }: Scene,
  tool: ToolNode,
  rect: Rect,
  palette: Palette,
  zoom: number,
) {
  context.globalAlpha = related !== undefined && !related.has(tool.id) ? 0.25 : 1
  context.fillStyle = tint(domainColour(tool.domain, theme), palette.panel)
  // A plain rectangle is painted several times faster than a path, and so far away nobody sees the corners.
  if (zoom < COARSE) context.fillRect(rect.x, rect.y, rect.width, rect.height)
  else {
    context.beginPath()
    context.roundRect(rect.x, rect.y, rect.width, rect.height, CARD_RADIUS)
    context.fill()
  }
  if (!ringed.has(tool.id)) return
  context.strokeStyle = palette.overlap
  context.lineWidth = Math.max(2, 1.2 / zoom)
  if (zoom < COARSE) context.strokeRect(rect.x, rect.y, rect.width, rect.height)
  else context.stroke()
}

const tints = new Map<string, string>()

/** The colour of a card from afar: its domain's over the panel's, as one colour, because painting two costs twice. */
function tint(colour: string, panel: string): string {
  const key = colour + panel
  let mixed = tints.get(key)
  if (mixed === undefined) {
    const [front, back] = [channels(colour), channels(panel)]
    mixed = `rgb(${front.map((value, at) => Math.round(value * 0.35 + (back[at] as number) * 0.65)).join(' ')})`
    tints.set(key, mixed)
  }
  return mixed
}

/** Red, green and blue of a colour written as #RRGGBB. */
function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function boxOf(route: EdgeRoute): Rect {
  const known = boxes.get(route)
  if (known !== undefined) return known
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of route.points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  // A curve may swing a little past its corners.
  const box = { x: left - 40, y: top - 40, width: right - left + 80, height: bottom - top + 80 }
  boxes.set(route, box)
  return box
}

function touch(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && a.x + a.width >= b.x && a.y <= b.y + b.height && a.y + a.height >= b.y
}
