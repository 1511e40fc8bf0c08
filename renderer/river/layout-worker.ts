import { buildGraph } from '../../shared/graph/build-graph'
import { routeEdges } from '../../shared/graph/edge-routes'
import type { Graph } from '../../shared/graph/graph'
import type { ToolJob } from '../../shared/graph/group-tools'
import { keepIdentity } from '../../shared/graph/keep-identity'
import { layout } from '../../shared/graph/layout'
import { pinsOf } from '../../shared/graph/pins-of'
import type { Inventory } from '../../shared/inventory/inventory'
import type { Arrangement } from '../../shared/inventory/map-look'
import type { PinId, ToolId } from '../../shared/inventory/nouns'
import { answerWith } from './ask-worker'
import { type DeltaOrders, type DeltaPart, deltaSender } from './delta'
import { apart, LAID_LISTS, type Laid, type LaidRest } from './laid'
import { type MirrorUpdate, mirrorReceiver } from './mirror'

export interface LayoutQuestion extends Arranged {
  readonly inventory: MirrorUpdate
}

/** How the map is to be laid out. */
export interface Arranged {
  readonly arrangement: Arrangement
  /** For the arrangement by function: each tool's first one. */
  readonly jobs?: ReadonlyMap<ToolId, ToolJob> | undefined
  /** Places that are not to be remembered this time: what is tidied up. */
  readonly forget?: readonly PinId[] | undefined
}

/** What the lists have become (`delta.ts`), and what is no list. */
export interface LayoutAnswer {
  readonly orders: DeltaOrders
  readonly rest: LaidRest
}

const mirror = mirrorReceiver()
const differences = deltaSender(LAID_LISTS)
// Names of functions, domains and overlaps decide no place; who draws the graph adds them.
const NO_EXTRAS = { overlaps: new Map(), functionNames: new Map(), domains: new Map() }

let last: { readonly graph: Graph; readonly pins: Inventory['pins']; readonly laid: Laid } | undefined

answerWith<LayoutQuestion, DeltaPart, LayoutAnswer>(({ inventory: update, arrangement, jobs, forget }, send) => {
  const inventory = mirror(update)
  if (inventory === undefined) return undefined
  const graph = buildGraph(inventory, { ...NO_EXTRAS, jobs: jobs ?? new Map() }, arrangement)
  const laid =
    forget === undefined || forget.length === 0 ? place(graph, inventory.pins) : anew(graph, inventory, forget)
  const { lists, rest } = apart(laid)
  return { orders: differences(lists, send), rest }
})

/** Most edits (a cost, a note) change no place and no line: then those of the last time hold. */
function place(built: Graph, pins: Inventory['pins']): Laid {
  const graph = last === undefined ? built : keepIdentity(last.graph, built)
  const laid = last !== undefined && samePlaces(last.graph, graph) ? holding(last.laid, last.pins, pins) : undefined
  const next = laid === undefined ? lay(graph, pins) : withGraph(laid, graph)
  last = { graph, pins, laid: next }
  return next
}

/** The layout without these pins. It is no base for the next one: the pins are still there. */
function anew(graph: Graph, { pins }: Inventory, forget: readonly PinId[]): Laid {
  const left = new Map(pins)
  for (const id of forget) left.delete(id)
  return lay(graph, left)
}

function lay(graph: Graph, pins: Inventory['pins']): Laid {
  const placed = layout(graph, pins)
  return { placed, routes: routeEdges(placed), pins: pinsOf(placed) }
}

function withGraph(laid: Laid, graph: Graph): Laid {
  return laid.placed.graph === graph ? laid : { ...laid, placed: { ...laid.placed, graph } }
}

/** The layout, if it holds with these pins: they are what they were, or the ones it asked to remember came to them. */
function holding(laid: Laid, before: Inventory['pins'], pins: Inventory['pins']): Laid | undefined {
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
