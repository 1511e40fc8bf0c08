import type { Inventory } from '../inventory/inventory'
import type { Flow, FlowMethod, ToolId } from '../inventory/nouns'
import type { FlowEdge, FlowPart } from './graph'

/** From the most manual method to the least. Not knowing the method says nothing, so every known one comes before it. */
const MANUAL: readonly FlowMethod[] = ['by-hand', 'e-mail', 'file', 'database', 'middleware', 'api', 'unknown']

/**
 * The flows as edges, in the order their first flow came: one edge for the same two tools, whatever the methods and
 * directions. Throws when a flow's end or data object does not exist.
 */
export function buildEdges(inventory: Inventory): readonly FlowEdge[] {
  const pairs = new Map<string, { readonly ends: readonly [ToolId, ToolId]; readonly flows: Flow[] }>()
  for (const flow of inventory.flows.values()) {
    for (const end of [flow.source, flow.target]) {
      if (!inventory.tools.has(end)) throw new Error(`The flow ${flow.id} has an end that does not exist: ${end}`)
    }
    const ends = endsOf(flow)
    const id = pairId(ends)
    const pair = pairs.get(id)
    if (pair === undefined) pairs.set(id, { ends, flows: [flow] })
    else pair.flows.push(flow)
  }
  return [...pairs.values()].map(({ ends, flows }) => edgeOf(ends, partsOf(inventory, flows)))
}

/**
 * The edge between two tools that these parts make up.
 * @param parts at least one; a tool that is joined to itself is both ends
 */
export function edgeOf(ends: readonly [ToolId, ToolId], parts: readonly FlowPart[]): FlowEdge {
  const sorted = [...parts].sort((a, b) => MANUAL.indexOf(a.method) - MANUAL.indexOf(b.method))
  const most = sorted[0]
  if (most === undefined) throw new Error(`An edge without flows: ${pairId(ends)}`)
  const [first, second] = ends
  const bothWays = first !== second && ends.every((end) => sorted.some(({ senders }) => senders.includes(end)))
  const forward = bothWays || most.senders.includes(first)
  const hours = sorted.flatMap(({ hoursPerMonth }) => (hoursPerMonth === undefined ? [] : [hoursPerMonth]))
  return {
    id: pairId(ends),
    flows: sorted.length === 1 ? most.flows : sorted.flatMap(({ flows }) => flows),
    source: forward ? first : second,
    target: forward ? second : first,
    method: most.method,
    bothWays,
    ...(hours.length === 0 ? {} : { hoursPerMonth: hours.reduce((a, b) => a + b) }),
    dataObjects: sorted.length === 1 ? most.dataObjects : [...new Set(sorted.flatMap((part) => part.dataObjects))],
    parts: sorted,
  }
}

/** The two tools of an edge, the one that comes first by id first. */
export function endsOf({ source, target }: Pick<FlowEdge, 'source' | 'target'>): readonly [ToolId, ToolId] {
  return source < target ? [source, target] : [target, source]
}

function pairId([first, second]: readonly [ToolId, ToolId]): string {
  return `${first}|${second}`
}

function partsOf(inventory: Inventory, flows: readonly Flow[]): readonly FlowPart[] {
  const methods = new Map<FlowMethod, Flow[]>()
  for (const flow of flows) {
    const group = methods.get(flow.method)
    if (group === undefined) methods.set(flow.method, [flow])
    else group.push(flow)
  }
  return [...methods].map(([method, group]) => partOf(inventory, method, group))
}

function partOf(inventory: Inventory, method: FlowMethod, flows: readonly Flow[]): FlowPart {
  const names = new Set<string>()
  const senders = new Set<ToolId>()
  let hours: number | undefined
  for (const flow of flows) {
    senders.add(flow.source)
    if (flow.bothWays === true) senders.add(flow.target)
    if (flow.hoursPerMonth !== undefined) hours = (hours ?? 0) + flow.hoursPerMonth
    for (const id of flow.dataObjects) {
      const object = inventory.dataObjects.get(id)
      if (object === undefined) throw new Error(`The flow ${flow.id} moves a data object that does not exist: ${id}`)
      names.add(object.name)
    }
  }
  return {
    method,
    flows: flows.map((flow) => flow.id),
    senders: [...senders],
    ...(hours === undefined ? {} : { hoursPerMonth: hours }),
    dataObjects: [...names],
  }
}
