import type { EdgeRoute } from '../../shared/graph/edge-path'
import type { FlowEdge, PlacedGraph, ToolNode } from '../../shared/graph/graph'
import { domainColour, LINE_STYLES, PALETTES, type Theme } from '../../shared/graph/palette'
import { FADED, type Picture, RINGED } from './paint-picture'

/** A line and its way. */
export interface SceneLine {
  readonly edge: FlowEdge
  readonly route: EdgeRoute
}

/** Everything a picture of a large map is made of. */
export interface Scene {
  readonly placed: PlacedGraph
  readonly lines: readonly SceneLine[]
  readonly theme: Theme
  /** What the selection touches; the rest steps back. */
  readonly related?: ReadonlySet<string> | undefined
  readonly ringed: ReadonlySet<string>
}

/** So many lines or cards are packed between two looks at the clock. */
const STEP = 200

/** The lines of a placed map with their ways. */
export function sceneLines(edges: readonly FlowEdge[], routes: ReadonlyMap<string, EdgeRoute>): readonly SceneLine[] {
  return edges.flatMap((edge) => {
    const route = routes.get(edge.id)
    return route === undefined ? [] : [{ edge, route }]
  })
}

/** The colour of a card seen from afar. */
function cardColour(tool: ToolNode, { theme }: Scene): string {
  return tint(domainColour(tool.domain, theme), PALETTES[theme].panel)
}

/**
 * Packs what of the scene differs from the one before into what the painting worker takes: numbers and a few long
 * texts. In steps, so that the window has its turns in between.
 */
export function* packScene(scene: Scene, before: Scene | undefined): Generator<void, Picture> {
  const { placed, lines, theme } = scene
  const { panel, hairline, overlap } = PALETTES[theme]
  const moved = before?.placed !== placed || before.theme !== theme
  const picture: { -readonly [K in keyof Picture]: Picture[K] } = {
    paper: { panel, hairline, overlap },
    cardFlags: yield* flagsOf(placed.graph.tools, (tool) => cardFlag(tool, scene)),
    lineFlags: yield* flagsOf(lines, ({ edge }) => (isFaded(edge.id, scene) ? FADED : 0)),
  }
  if (moved) {
    picture.containers = rectsOf(placed, placed.graph.containers)
    picture.cards = rectsOf(placed, placed.graph.tools)
    yield
    picture.cardLooks = yield* looksOf(placed.graph.tools, (tool) => cardColour(tool, scene))
  }
  if (before?.lines !== lines || moved) {
    picture.lineLooks = yield* looksOf(lines, ({ edge }) => edge.method)
    picture.styles = Object.fromEntries(
      Object.entries(LINE_STYLES).map(([method, { kind, width, dash, round }]) => [
        method,
        { colour: PALETTES[theme][kind], width, dash, round },
      ]),
    )
  }
  if (before?.lines !== lines) {
    let paths = ''
    const ends = new Uint32Array(lines.length)
    for (const [at, { route }] of lines.entries()) {
      paths += route.path
      ends[at] = paths.length
      if (at % STEP === 0) yield
    }
    picture.paths = { text: paths, ends }
  }
  return picture
}

function cardFlag(tool: ToolNode, scene: Scene): number {
  return (isFaded(tool.id, scene) ? FADED : 0) | (scene.ringed.has(tool.id) ? RINGED : 0)
}

function isFaded(id: string, { related }: Scene): boolean {
  return related !== undefined && !related.has(id)
}

function* flagsOf<T>(items: readonly T[], flagOf: (item: T) => number): Generator<void, Uint8Array<ArrayBuffer>> {
  const flags = new Uint8Array(items.length)
  for (const [at, item] of items.entries()) {
    flags[at] = flagOf(item)
    if (at % (STEP * 10) === 0) yield
  }
  return flags
}

/** For each item the place of its look in a list of the looks that occur. */
function* looksOf<T>(
  items: readonly T[],
  lookOf: (item: T) => string,
): Generator<void, { readonly names: readonly string[]; readonly of: Uint16Array<ArrayBuffer> }> {
  const places = new Map<string, number>()
  const of = new Uint16Array(items.length)
  for (const [at, item] of items.entries()) {
    const look = lookOf(item)
    let place = places.get(look)
    if (place === undefined) {
      place = places.size
      places.set(look, place)
    }
    of[at] = place
    if (at % STEP === 0) yield
  }
  return { names: [...places.keys()], of }
}

function rectsOf({ at }: PlacedGraph, nodes: readonly { readonly id: string }[]): Float32Array<ArrayBuffer> {
  const numbers = new Float32Array(nodes.length * 4)
  nodes.forEach(({ id }, index) => {
    const rect = at.get(id)
    if (rect !== undefined) numbers.set([rect.x, rect.y, rect.width, rect.height], index * 4)
  })
  return numbers
}

const tints = new Map<string, string>()

/** The colour of a card from afar: its own over the panel's, as one colour, because painting two costs twice. */
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
