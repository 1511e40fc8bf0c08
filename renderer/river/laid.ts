import type { EdgeRoute } from '../../shared/graph/edge-path'
import type { ContainerNode, FlowEdge, FlowPart, PlacedGraph, Rect, ToolNode } from '../../shared/graph/graph'
import type { Pin } from '../../shared/inventory/nouns'
import { type ListKind, type ListKinds, type Lists, mapOf } from './delta'
import { packRoutes, type RoutePack, unpackRoutes } from './route-pack'

/** Every node's place, every line's way between them, and the pins that what was placed now is to be remembered by. */
export interface Laid {
  readonly placed: PlacedGraph
  readonly routes: ReadonlyMap<string, EdgeRoute>
  readonly pins: readonly Pin[]
}

/** The same without the lines' ways: they take longer than everything else, and follow. */
export type Places = Omit<Laid, 'routes'>

/** What of it is no list. */
export type LaidRest = Omit<PlacedGraph, 'graph' | 'at' | 'placedNow'>

type RectEntry = readonly [id: string, rect: Rect]

const rectEntries: ListKind<RectEntry> = {
  keyOf: ([id]) => id,
  encode: (entries) => {
    const numbers = Float64Array.from(entries.flatMap(([, { x, y, width, height }]) => [x, y, width, height]))
    return { wire: { ids: entries.map(([id]) => id), numbers }, transfer: [numbers.buffer] }
  },
  decode: (wire) => {
    const { ids, numbers } = wire as { readonly ids: readonly string[]; readonly numbers: Float64Array }
    return ids.map((id, at): RectEntry => {
      const [x, y, width, height] = numbers.subarray(at * 4, at * 4 + 4) as unknown as [number, number, number, number]
      return [once(id), { x, y, width, height }]
    })
  },
}

const routeEntries: ListKind<readonly [string, EdgeRoute]> = {
  keyOf: ([id]) => id,
  encode: packRoutes,
  decode: (wire) => {
    const pack = wire as RoutePack
    return unpackRoutes({ ...pack, ids: pack.ids.map(once) })
  },
}

const texts = new Map<string, string>()
/** More different texts than a large map has: then those that are gone must be let go. */
const MOST_TEXTS = 200_000
const NOTHING: readonly never[] = Object.freeze([])

/** The text that was there first: in every message each id comes as a text of its own, eight of them with a line. */
function once<T extends string>(text: T): T {
  const known = texts.get(text)
  if (known !== undefined) return known as T
  if (texts.size >= MOST_TEXTS) texts.clear()
  texts.set(text, text)
  return text
}

function allOnce<T extends string>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NOTHING : list.map(once)
}

function partOnce(part: FlowPart): FlowPart {
  const { hoursPerMonth } = part
  return {
    method: once(part.method),
    flows: allOnce(part.flows),
    senders: allOnce(part.senders),
    ...(hoursPerMonth === undefined ? {} : { hoursPerMonth }),
    dataObjects: allOnce(part.dataObjects),
  }
}

/** Lines are most of what a map weighs: each text is held once, and what an edge shares with its only part is shared. */
const edgeList: ListKind<FlowEdge> = {
  keyOf: ({ id }) => id,
  decode: (wire) =>
    (wire as readonly FlowEdge[]).map((edge) => {
      const parts = edge.parts.map(partOnce)
      const only = parts.length === 1 ? parts[0] : undefined
      const { hoursPerMonth } = edge
      return {
        id: once(edge.id),
        flows: only?.flows ?? allOnce(edge.flows),
        source: once(edge.source),
        target: once(edge.target),
        method: once(edge.method),
        bothWays: edge.bothWays,
        ...(hoursPerMonth === undefined ? {} : { hoursPerMonth }),
        dataObjects: only?.dataObjects ?? allOnce(edge.dataObjects),
        parts,
      }
    }),
}

const byId = { keyOf: ({ id }: { readonly id: string }) => id }

export const LAID_LISTS = {
  containers: byId,
  tools: byId,
  edges: edgeList,
  at: rectEntries,
  routes: routeEntries,
  placedNow: { keyOf: (id: string) => id },
  pins: byId,
} as unknown as ListKinds

/** A layout as lists and the rest. Lists of the same map are the same array, so that they aren't compared again. */
export function apart({ placed, pins }: Places): { readonly lists: Lists; readonly rest: LaidRest } {
  const { graph, at, placedNow, ...rest } = placed
  const { containers, tools, edges } = graph
  return { lists: { containers, tools, edges, at: entriesOf(at), placedNow, pins }, rest }
}

/** The lines' ways as a list. */
export function routeLists(routes: Laid['routes']): Lists {
  return { routes: entriesOf(routes) }
}

const entries = new WeakMap<object, readonly unknown[]>()

function entriesOf(map: ReadonlyMap<unknown, unknown>): readonly unknown[] {
  const known = entries.get(map) ?? [...map]
  entries.set(map, known)
  return known
}

/** The layout of these lists and this rest. */
export async function together(lists: Lists, rest: LaidRest): Promise<Places> {
  const { containers, tools, edges, at, placedNow, pins } = lists as {
    readonly containers: readonly ContainerNode[]
    readonly tools: readonly ToolNode[]
    readonly edges: readonly FlowEdge[]
    readonly at: readonly RectEntry[]
    readonly placedNow: readonly string[]
    readonly pins: readonly Pin[]
  }
  const placed = { ...rest, graph: { containers, tools, edges }, at: await mapOf(at), placedNow }
  return { placed, pins }
}

/** The lines' ways of these lists. */
export function routesOf(lists: Lists): Promise<Laid['routes']> {
  return mapOf((lists.routes ?? []) as readonly (readonly [string, EdgeRoute])[])
}
