import type { EdgeRoute } from '../../shared/graph/edge-path'
import { bundleStyle } from '../../shared/graph/far-bundles'
import type { PlacedGraph, ToolNode } from '../../shared/graph/graph'
import { UNKNOWN_MARK } from '../../shared/graph/lens/size-marks'
import { LINE_STYLES, type LineStyle, PALETTES, type Theme } from '../../shared/graph/palette'
import { TOOL_LOOKS, toolLook } from '../../shared/graph/tool-look'
import { isBundled } from './distance'
import type { CanvasLens } from './lens'
import { ARRIVED, FADED, GONE, HATCHED, MARK_UNKNOWN, MARKED, RINGED } from './paint-flags'
import type { Bundles, Picture } from './paint-picture'
import type { Paths } from './strokes'
import { farMapOf } from './use-far-map'

/** Everything a picture of a large map is made of. */
export interface Scene {
  readonly placed: PlacedGraph
  /** The lines' ways; a line without one isn't drawn. */
  readonly routes: ReadonlyMap<string, EdgeRoute>
  readonly theme: Theme
  /** What the selection touches; the rest steps back. */
  readonly related?: ReadonlySet<string> | undefined
  readonly ringed: ReadonlySet<string>
  /** Departments are selected, or what flows between them: from far away bundles say it, not every line. */
  readonly bundled?: boolean | undefined
  /** Cards that are selected together. */
  readonly marked?: ReadonlySet<string> | undefined
  /** Colours and marks of the cards. */
  readonly lens: CanvasLens
}

/** So many lines or cards are packed between two looks at the clock. */
const STEP = 200

/** The colour of a card seen from afar: that of its group. */
function cardColour(tool: ToolNode, { theme, lens }: Scene): string {
  const group = lens.groupOf.get(tool.id)
  return (group === undefined ? undefined : lens.colours[group]) ?? PALETTES[theme].unknown
}

/**
 * Packs what of the scene's departments and cards differs from the one before into what the painting worker takes:
 * numbers and a few long texts. In steps, so that the window has its turns in between.
 */
export function* packCards(scene: Scene, before: Scene | undefined): Generator<void, Partial<Picture>> {
  const { placed, theme, lens } = scene
  const { containers, tools } = placed.graph
  const { panel, hairline, overlap, ink, muted, faint, accent, unknown, canvas } = PALETTES[theme]
  const same = before?.theme === theme && before.placed.graph.tools === tools
  const picture: { -readonly [K in keyof Picture]?: Picture[K] } = {
    paper: { panel, hairline, overlap, ink, muted, faint, accent, unknown, canvas },
    cardFlags: yield* flagsOf(tools, (tool) => cardFlag(tool, scene)),
    // From far away the bundles stand for the lines; what the selection touches is still drawn.
    farLines: !isBundled(placed.graph) ? 'all' : scene.related === undefined || scene.bundled ? 'none' : 'related',
    bundlesFade: scene.related !== undefined,
  }
  if (!same || before.placed.at !== placed.at || before.placed.graph.containers !== containers) {
    picture.containers = rectsOf(placed, containers)
    picture.inner = Uint8Array.from(containers, ({ path }) => path.length % 2)
    picture.cards = rectsOf(placed, tools)
    yield
  }
  if (!same) {
    picture.cardStates = Uint8Array.from(tools, (tool) => TOOL_LOOKS.indexOf(toolLook(tool)))
    picture.cardNames = yield* pathsOf(tools, ({ name }) => name)
  }
  if (!same || before.lens !== lens) {
    picture.cardLooks = yield* looksOf(tools, (tool) => cardColour(tool, scene))
    picture.marks = marksOf(tools, lens)
  }
  return picture
}

/** Packs what of the scene's lines differs from the one before, in steps. Findings and colours change nothing of them. */
export function* packLines(scene: Scene, before: Scene | undefined): Generator<void, Partial<Picture>> {
  const { placed, routes, theme } = scene
  const { edges } = placed.graph
  const same = before?.placed.graph.edges === edges && before.routes === routes
  if (same && before.theme === theme && before.related === scene.related) return {}
  const lines = edges.filter(({ id }) => routes.has(id))
  yield
  const picture: { -readonly [K in keyof Picture]?: Picture[K] } = {
    lineFlags: yield* flagsOf(lines, ({ id }) => (isFaded(id, scene) ? FADED : 0)),
  }
  if (!same || before.theme !== theme) {
    picture.lineLooks = yield* looksOf(lines, ({ method }) => method)
    picture.styles = Object.fromEntries(
      Object.entries(LINE_STYLES).map(([method, { kind, width, dash, round }]) => [
        method,
        { colour: PALETTES[theme][kind], width, dash, round },
      ]),
    )
  }
  if (!same) picture.paths = yield* pathsOf(lines, ({ id }) => routes.get(id)?.path ?? '')
  return picture
}

/** Packs the bundles that stand for the lines from far away. They come after the picture: it need not wait for them. */
export function* packBundles({ placed, theme }: Pick<Scene, 'placed' | 'theme'>): Generator<void, Bundles> {
  const far = isBundled(placed.graph) ? yield* farMapOf(placed) : { bundles: [], routes: new Map() }
  const lines = yield* pathsOf(far.bundles, ({ id }) => far.routes.get(id)?.path ?? '')
  const looks = yield* looksOf(far.bundles, (bundle) => JSON.stringify(bundleStyle(bundle)))
  const styles = looks.names.map((name) => {
    const { kind, ...style } = JSON.parse(name) as LineStyle
    return { ...style, colour: PALETTES[theme][kind] }
  })
  return { lines, styles, of: looks.of }
}

function* pathsOf<T>(items: readonly T[], pathOf: (item: T) => string): Generator<void, Paths> {
  let text = ''
  const ends = new Uint32Array(items.length)
  for (const [at, item] of items.entries()) {
    text += pathOf(item)
    ends[at] = text.length
    if (at % STEP === 0) yield
  }
  return { text, ends }
}

function cardFlag(tool: ToolNode, scene: Scene): number {
  const { id } = tool
  const { gone, arrived, groupOf, unknownGroup, marks } = scene.lens
  return (
    ((isFaded(id, scene) && scene.marked?.has(id) !== true) || gone.has(id) ? FADED : 0) |
    (scene.ringed.has(id) ? RINGED : 0) |
    (scene.marked?.has(id) === true ? MARKED : 0) |
    (groupOf.get(id) === unknownGroup ? HATCHED : 0) |
    (gone.has(id) ? GONE : 0) |
    (arrived.has(id) ? ARRIVED : 0) |
    (marks?.unknown.has(id) === true ? MARK_UNKNOWN : 0)
  )
}

/** The diameter of each card's size mark; 0 where it has none. */
function marksOf(tools: readonly ToolNode[], { marks }: CanvasLens): Float32Array<ArrayBuffer> {
  if (marks === undefined) return new Float32Array(tools.length)
  return Float32Array.from(tools, ({ id }) => (marks.unknown.has(id) ? UNKNOWN_MARK : (marks.diameters.get(id) ?? 0)))
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
    if (rect === undefined) return
    numbers[index * 4] = rect.x
    numbers[index * 4 + 1] = rect.y
    numbers[index * 4 + 2] = rect.width
    numbers[index * 4 + 3] = rect.height
  })
  return numbers
}
