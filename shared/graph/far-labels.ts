import type { Bundle, BundleRoute } from './far-bundles'
import type { FarUnits } from './far-units'
import { CONTAINER_GAP_X, GUTTER, type Point, union } from './geometry'
import type { ContainerNode, PlacedGraph, Rect } from './graph'
import { obstacles } from './obstacles'
import { fitText, textWidth } from './text-width'

/** Sizes on the screen, in pixels, whatever the zoom. */
export const FAR_NAME_SIZE = 12
export const FAR_LABEL_SIZE = 11
const NAME_HEIGHT = 16
const LABEL_HEIGHT = 16
const PADDING = 6
/** A name that is shortened to less than this says nothing. */
const LEAST_NAME = 34

/** A text on the map seen from far away. The place of its top left corner is the map's, its size the screen's. */
export interface FarText {
  readonly id: string
  readonly x: number
  readonly y: number
  /** Width on the screen, in pixels. */
  readonly width: number
  readonly text: string
  /** Behind the name: how many tools. */
  readonly count?: string
  /** It lies within the box that it names. */
  readonly inside?: boolean
}

export interface FarTexts {
  readonly names: readonly FarText[]
  readonly labels: readonly FarText[]
  /** How many names and labels had no room. */
  readonly skipped: number
}

/** What the texts say, in the reader's language. */
export interface FarWords {
  readonly name: (container: ContainerNode) => string
  readonly count: (container: ContainerNode) => string
  /** What is written on a bundle: all of it, and what is left where there is less room. */
  readonly bundle: (bundle: Bundle) => readonly string[]
}

/** So many bundles are looked at in one step. */
const PER_STEP = 100

/** `farTextSteps`, to the end. */
export function farTexts(...of: Parameters<typeof farTextSteps>): FarTexts {
  const steps = farTextSteps(...of)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/**
 * The names of the containers and the labels of the bundles that can be read at this zoom factor without covering each
 * other: the units first, those with more tools before the others, then the bundles with the most flows.
 * A name stands above its box where that covers no other box, else within it; what lies deeper is named within its
 * box. It holds for every larger zoom factor too. Worked out in steps of about a millisecond.
 */
export function* farTextSteps(
  placed: PlacedGraph,
  units: FarUnits,
  bundles: readonly Bundle[],
  routes: ReadonlyMap<string, BundleRoute>,
  zoom: number,
  words: FarWords,
): Generator<void, FarTexts> {
  const { containers } = placed.graph
  const rects = containers.flatMap(({ id }) => placed.at.get(id) ?? [])
  const taken = obstacles(union(rects))
  const boxes = obstacles(union(rects))
  for (const rect of units.rects.values()) boxes.add(rect, 1)
  const free = (rect: Rect) => !taken.covers(rect)
  const keep = (rect: Rect) => taken.add(rect, 1)

  const isUnit = ({ id }: ContainerNode) => units.of.get(id) === id
  const names: FarText[] = []
  const order = [...containers].sort((a, b) => Number(!isUnit(a)) - Number(!isUnit(b)) || b.toolCount - a.toolCount)
  for (const node of order) {
    const box = placed.at.get(node.id) as Rect
    const count = words.count(node)
    const countWidth = textWidth(count, FAR_NAME_SIZE) + PADDING
    const high = NAME_HEIGHT / zoom
    for (const inside of isUnit(node) ? [false, true] : [true]) {
      const room = inside ? box.width : box.width + CONTAINER_GAP_X - GUTTER
      const text = fitText(words.name(node), room * zoom - countWidth - PADDING, FAR_NAME_SIZE, true)
      const nameWidth = textWidth(text, FAR_NAME_SIZE, true)
      if (text !== words.name(node) && nameWidth < LEAST_NAME) continue
      const width = nameWidth + countWidth
      const corner = inside ? { x: box.x + PADDING / 2 / zoom, y: box.y + 2 / zoom } : { x: box.x, y: box.y - high }
      const rect = { ...corner, width: width / zoom, height: high }
      if (!free(rect) || (inside ? high > box.height : boxes.covers(rect))) continue
      keep(rect)
      names.push({ id: node.id, ...corner, width, text, count, inside })
      break
    }
  }

  const high = LABEL_HEIGHT / zoom
  const isFree = (rect: Rect) => !boxes.covers(rect) && free(rect)
  /** A square as high as a line of text: no label is narrower, so that where it has no room no words need be made. */
  const hasRoom = ({ x, y }: Point) => isFree({ x: x - high / 2, y: y - high / 2, width: high, height: high })
  const labelOn = (bundle: Bundle, open: readonly Point[]): FarText | undefined => {
    for (const text of words.bundle(bundle)) {
      const width = textWidth(text, FAR_LABEL_SIZE, true) + 2 * PADDING
      for (const { x, y } of open) {
        const rect = { x: x - width / zoom / 2, y: y - high / 2, width: width / zoom, height: high }
        if (!isFree(rect)) continue
        keep(rect)
        return { id: bundle.id, x: rect.x, y: rect.y, width, text }
      }
    }
    return undefined
  }
  const labels: FarText[] = []
  for (const [at, bundle] of bundles.entries()) {
    if (at % PER_STEP === 0) yield
    const route = routes.get(bundle.id)
    const open = route === undefined ? [] : spotsOf(route).filter(hasRoom)
    const label = open.length === 0 ? undefined : labelOn(bundle, open)
    if (label !== undefined) labels.push(label)
  }
  return { names, labels, skipped: containers.length - names.length + bundles.length - labels.length }
}

const spots = new WeakMap<BundleRoute, readonly Point[]>()

/** Places along a line, the middles of its pieces before their quarters. */
function spotsOf(route: BundleRoute): readonly Point[] {
  const known = spots.get(route)
  if (known !== undefined) return known
  const { points } = route
  const pieces = points.slice(1).map((to, at) => ({ from: points[at] as Point, to }))
  const found = [0.5, 0.25, 0.75].flatMap((part) =>
    pieces.map(({ from, to }) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part })),
  )
  spots.set(route, found)
  return found
}
