import { buildGraph } from '../../shared/graph/build-graph'
import type { EdgeRoute } from '../../shared/graph/edge-path'
import { routeSteps } from '../../shared/graph/edge-routes'
import type { Graph, PlacedGraph } from '../../shared/graph/graph'
import type { ToolJob } from '../../shared/graph/group-tools'
import { keepIdentity } from '../../shared/graph/keep-identity'
import { layout } from '../../shared/graph/layout'
import { pinsOf } from '../../shared/graph/pins-of'
import type { Inventory } from '../../shared/inventory/inventory'
import type { Arrangement } from '../../shared/inventory/map-look'
import type { PinId, ToolId } from '../../shared/inventory/nouns'
import { answerWith } from './ask-worker'
import { type DeltaOrders, type DeltaPart, deltaSender } from './delta'
import { apart, LAID_LISTS, type LaidRest, type Places, routeLists } from './laid'
import { type MirrorUpdate, mirrorReceiver } from './mirror'

/** Where everything lies, or what more is known of the ways of the lines of a layout that was answered before. */
export type LayoutQuestion = PlacesQuestion | { readonly routesOf: number }

export interface PlacesQuestion extends Arranged {
  readonly inventory: MirrorUpdate
  /** The routes too, in the same answer. */
  readonly whole: boolean
}

/** How the map is to be laid out. */
export interface Arranged {
  readonly arrangement: Arrangement
  /** For the arrangement by function: each tool's first one. */
  readonly jobs?: ReadonlyMap<ToolId, ToolJob> | undefined
  /** Places that are not to be remembered this time: what is tidied up. */
  readonly forget?: readonly PinId[] | undefined
}

/**
 * What the lists have become (`delta.ts`), and what is no list. The ways of many lines take a second: they are asked for
 * with the number of the layout, as often as there is more to do, so that a newer layout need not wait for them. `gone`:
 * another layout has been asked for since.
 */
export type LayoutAnswer =
  | { readonly orders: DeltaOrders; readonly rest: LaidRest; readonly number: number }
  | { readonly routes: DeltaOrders | 'more' | 'gone' }

const mirror = mirrorReceiver()
const differences = deltaSender(LAID_LISTS)
// Names of functions, domains and overlaps decide no place; who draws the graph adds them.
const NO_EXTRAS = { overlaps: new Map(), functionNames: new Map(), domains: new Map() }

/** So long are routes worked out before a newer question is looked for. */
const SLICE_MS = 60

let last: { readonly graph: Graph; readonly pins: Inventory['pins']; readonly laid: Places } | undefined

type Routes = ReadonlyMap<string, EdgeRoute>

/** The routes of the last layout, or what is being worked out of them. */
let routing:
  | { readonly of: PlacedGraph; readonly steps: Generator<void, Routes>; readonly number: number; routes?: Routes }
  | undefined
let numbers = 0

answerWith<LayoutQuestion, DeltaPart, LayoutAnswer>((question, send) => {
  if ('routesOf' in question) {
    if (routing?.number !== question.routesOf) return { routes: 'gone' }
    const routes = goOn(routing, SLICE_MS)
    return { routes: routes === undefined ? 'more' : differences(routeLists(routes), send) }
  }
  const { inventory: update, arrangement, jobs, forget, whole } = question
  const inventory = mirror(update)
  if (inventory === undefined) return undefined
  const graph = buildGraph(inventory, { ...NO_EXTRAS, jobs: jobs ?? new Map() }, arrangement)
  const laid =
    forget === undefined || forget.length === 0 ? place(graph, inventory.pins) : anew(graph, inventory, forget)
  const { lists, rest } = apart(laid)
  const number = routeFor(laid.placed)
  const routes = whole ? goOn(routing, Number.POSITIVE_INFINITY) : undefined
  return { orders: differences({ ...lists, ...(routes && routeLists(routes)) }, send), rest, number }
})

/** The number under which the routes of these places are known. */
function routeFor(placed: PlacedGraph): number {
  numbers += 1
  const same = routing?.of.at === placed.at && routing.of.graph.edges === placed.graph.edges
  routing = {
    ...(same && routing !== undefined ? routing : { of: placed, steps: routeSteps(placed) }),
    number: numbers,
  }
  return numbers
}

/** Goes on with the routes until they are complete or the time is up. */
function goOn(of: typeof routing, ms: number): Routes | undefined {
  const until = performance.now() + ms
  while (of !== undefined && of.routes === undefined && performance.now() < until) {
    const step = of.steps.next()
    if (step.done === true) of.routes = step.value
  }
  return of?.routes
}

/** Most edits (a cost, a note) change no place and no line: then those of the last time hold. */
function place(built: Graph, pins: Inventory['pins']): Places {
  const graph = last === undefined ? built : keepIdentity(last.graph, built)
  const laid = last !== undefined && samePlaces(last.graph, graph) ? holding(last.laid, last.pins, pins) : undefined
  const next = laid === undefined ? lay(graph, pins) : withGraph(laid, graph)
  last = { graph, pins, laid: next }
  return next
}

/** The layout without these pins. It is no base for the next one: the pins are still there. */
function anew(graph: Graph, { pins }: Inventory, forget: readonly PinId[]): Places {
  const left = new Map(pins)
  for (const id of forget) left.delete(id)
  return lay(graph, left)
}

function lay(graph: Graph, pins: Inventory['pins']): Places {
  const placed = layout(graph, pins)
  return { placed, pins: pinsOf(placed) }
}

function withGraph(laid: Places, graph: Graph): Places {
  return laid.placed.graph === graph ? laid : { ...laid, placed: { ...laid.placed, graph } }
}

/** The layout, if it holds with these pins: they are what they were, or the ones it asked to remember came to them. */
function holding(laid: Places, before: Inventory['pins'], pins: Inventory['pins']): Places | undefined {
  if (before === pins) return laid
  const added = laid.pins.reduce((sum, { id }) => sum + (before.has(id) ? 0 : 1), 0)
  if (pins.size !== before.size + added) return undefined
  const wanted = new Map([...before, ...laid.pins.map((pin) => [pin.id, pin] as const)])
  for (const [id, { x, y }] of pins) {
    const pin = wanted.get(id)
    if (pin?.x !== x || pin.y !== y) return undefined
  }
  return { ...laid, placed: { ...laid.placed, placedNow: [] }, pins: [] }
}

/** Whether both have the same tools in the same containers, of the same names and order, and the same lines between them. */
function samePlaces(a: Graph, b: Graph): boolean {
  return (
    a.edges === b.edges &&
    a.containers.length === b.containers.length &&
    a.containers.every(({ id, name, parent }, at) => {
      const other = b.containers[at]
      return id === other?.id && name === other.name && parent === other.parent
    }) &&
    a.tools.length === b.tools.length &&
    a.tools.every(({ id, container }, at) => id === b.tools[at]?.id && container === b.tools[at]?.container)
  )
}
