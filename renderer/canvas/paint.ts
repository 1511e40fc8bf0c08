import type { EdgeRoute } from '../../shared/graph/edge-path'
import type { FlowEdge, PlacedGraph, Rect, ToolNode } from '../../shared/graph/graph'
import { domainColour, LINE_STYLES, PALETTES, type Palette, type Theme } from '../../shared/graph/palette'
import type { CardIndex } from './card-index'
import { FAR, isBundled } from './distance'

/** Everything a picture of a large map is made of. */
export interface Scene {
  readonly placed: PlacedGraph
  readonly cards: CardIndex
  readonly lines: readonly { readonly edge: FlowEdge; readonly path: Path2D; readonly box: Rect }[]
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

/** The lines' paths and boxes, made once for a placed map: building a Path2D costs more than drawing it. */
export function sceneLines(edges: readonly FlowEdge[], routes: ReadonlyMap<string, EdgeRoute>): Scene['lines'] {
  return edges.flatMap((edge) => {
    const route = routes.get(edge.id)
    return route === undefined ? [] : [{ edge, path: new Path2D(route.path), box: boxOf(route) }]
  })
}

/** Paints what of the scene shows: departments, lines, and the cards that are not there as elements. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, view: View, pixelRatio: number): void {
  const { zoom } = view
  const palette = PALETTES[scene.theme]
  const shown: Rect = { x: -view.x / zoom, y: -view.y / zoom, width: view.width / zoom, height: view.height / zoom }
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.clearRect(0, 0, view.width, view.height)
  context.setTransform(zoom * pixelRatio, 0, 0, zoom * pixelRatio, view.x * pixelRatio, view.y * pixelRatio)
  paintContainers(context, scene, shown, palette, zoom)
  paintLines(context, scene, shown, palette, zoom)
  paintCards(context, scene, shown, palette, zoom)
}

function paintContainers(
  context: CanvasRenderingContext2D,
  { placed }: Scene,
  shown: Rect,
  palette: Palette,
  zoom: number,
) {
  context.strokeStyle = palette.hairline
  context.lineWidth = 1 / zoom
  for (const { id, path } of placed.graph.containers) {
    const rect = placed.at.get(id)
    if (rect === undefined || !touch(rect, shown)) continue
    context.fillStyle = path.length % 2 === 1 ? palette.canvas : palette.panel
    context.beginPath()
    context.roundRect(rect.x, rect.y, rect.width, rect.height, 14)
    context.fill()
    context.stroke()
  }
}

function paintLines(context: CanvasRenderingContext2D, scene: Scene, shown: Rect, palette: Palette, zoom: number) {
  // From far away the bundles stand for the lines; what the selection touches is still drawn.
  const all = zoom >= FAR || !isBundled(scene.placed.graph)
  const drawn = all ? scene.lines : scene.lines.filter(({ edge }) => scene.related?.has(edge.id))
  const visible = drawn.filter(({ box }) => touch(box, shown))
  const dashed = zoom >= COARSE && visible.length <= MOST_DASHED
  for (const { edge, path } of visible) {
    const { kind, width, dash, round } = LINE_STYLES[edge.method]
    context.globalAlpha = scene.related === undefined || scene.related.has(edge.id) ? 1 : 0.15
    context.strokeStyle = palette[kind]
    context.lineWidth = Math.max(width, 0.6 / zoom)
    context.lineCap = round ? 'round' : 'butt'
    context.setLineDash(dashed ? [...dash] : [])
    context.stroke(path)
  }
  context.setLineDash([])
  context.globalAlpha = 1
}

function paintCards(context: CanvasRenderingContext2D, scene: Scene, shown: Rect, palette: Palette, zoom: number) {
  for (const tool of scene.cards.within(shown)) {
    if (scene.mounted.has(tool.id)) continue
    const rect = scene.placed.at.get(tool.id)
    if (rect !== undefined) paintCard(context, scene, tool, rect, palette, zoom)
  }
  context.globalAlpha = 1
}

function paintCard(
  context: CanvasRenderingContext2D,
  { theme, related, ringed }: Scene,
  tool: ToolNode,
  rect: Rect,
  palette: Palette,
  zoom: number,
) {
  const faded = related !== undefined && !related.has(tool.id) ? 0.25 : 1
  context.beginPath()
  if (zoom < COARSE) context.rect(rect.x, rect.y, rect.width, rect.height)
  else context.roundRect(rect.x, rect.y, rect.width, rect.height, CARD_RADIUS)
  context.globalAlpha = faded
  context.fillStyle = palette.panel
  context.fill()
  context.globalAlpha = faded * 0.35
  context.fillStyle = domainColour(tool.domain, theme)
  context.fill()
  context.globalAlpha = faded
  if (!ringed.has(tool.id)) return
  context.strokeStyle = palette.overlap
  context.lineWidth = Math.max(2, 1.2 / zoom)
  context.stroke()
}

function boxOf({ points }: EdgeRoute): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  // A curve may swing a little past its corners.
  return { x: left - 40, y: top - 40, width: right - left + 80, height: bottom - top + 80 }
}

function touch(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && a.x + a.width >= b.x && a.y <= b.y + b.height && a.y + a.height >= b.y
}
