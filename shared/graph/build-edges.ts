import type { Inventory } from '../inventory/inventory'
import type { Flow } from '../inventory/nouns'
import type { FlowEdge } from './graph'

/**
 * The flows as edges, in the order their first flow came. Flows between the same two tools by the same method become
 * one edge per direction, and one edge altogether as soon as one of them goes both ways (it then points as that one
 * does). Throws when a flow's end or data object does not exist.
 */
export function buildEdges(inventory: Inventory): readonly FlowEdge[] {
  const pairs = new Map<string, Flow[]>()
  for (const flow of inventory.flows.values()) {
    for (const end of [flow.source, flow.target]) {
      if (!inventory.tools.has(end)) throw new Error(`The flow ${flow.id} has an end that does not exist: ${end}`)
    }
    const [first, second] = flow.source < flow.target ? [flow.source, flow.target] : [flow.target, flow.source]
    append(pairs, `${first}|${second}|${flow.method}`, flow)
  }
  return [...pairs.values()].flatMap((flows) => {
    const both = flows.find((flow) => flow.bothWays === true)
    if (both !== undefined) return [edgeOf(inventory, both, flows)]
    const directions = new Map<string, Flow[]>()
    for (const flow of flows) append(directions, flow.source, flow)
    return [...directions.values()].map((group) => edgeOf(inventory, group[0] as Flow, group))
  })
}

function append<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [value])
  else group.push(value)
}

function edgeOf(inventory: Inventory, direction: Flow, flows: readonly Flow[]): FlowEdge {
  const { source, target, method } = direction
  const bothWays = direction.bothWays === true
  const names = new Set<string>()
  let hours: number | undefined
  for (const flow of flows) {
    if (flow.hoursPerMonth !== undefined) hours = (hours ?? 0) + flow.hoursPerMonth
    for (const id of flow.dataObjects) {
      const object = inventory.dataObjects.get(id)
      if (object === undefined) throw new Error(`The flow ${flow.id} moves a data object that does not exist: ${id}`)
      names.add(object.name)
    }
  }
  return {
    id: `${source}${bothWays ? '<>' : '>'}${target}:${method}`,
    flows: flows.map((flow) => flow.id),
    source,
    target,
    method,
    bothWays,
    ...(hours === undefined ? {} : { hoursPerMonth: hours }),
    dataObjects: [...names],
  }
}
