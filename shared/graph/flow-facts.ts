import type { FlowMethod, ToolId } from '../inventory/nouns'
import type { FlowEdge, FlowPart } from './graph'

/** What there is of one method on some edges. */
interface Amount {
  flows: number
  /** Sum of the known hours per month; absent when none is known. */
  hours?: number
}

const amounts = new WeakMap<readonly FlowEdge[], ReadonlyMap<FlowMethod, Amount>>()

/** By method; counted once for the same list of edges, because a legend asks with every picture. */
function amountsOn(edges: readonly FlowEdge[]): ReadonlyMap<FlowMethod, Amount> {
  const known = amounts.get(edges)
  if (known !== undefined) return known
  const counted = new Map<FlowMethod, Amount>()
  for (const { parts } of edges) {
    for (const { method, flows, hoursPerMonth } of parts) {
      let amount = counted.get(method)
      if (amount === undefined) {
        amount = { flows: 0 }
        counted.set(method, amount)
      }
      amount.flows += flows.length
      if (hoursPerMonth !== undefined) amount.hours = (amount.hours ?? 0) + hoursPerMonth
    }
  }
  amounts.set(edges, counted)
  return counted
}

/** How many flows of these methods there are on these edges. */
export function countFlows(edges: readonly FlowEdge[], methods: readonly FlowMethod[]): number {
  const counted = amountsOn(edges)
  return [...new Set(methods)].reduce((sum, method) => sum + (counted.get(method)?.flows ?? 0), 0)
}

/** Sum of the known hours per month of the flows by hand; absent when none is known. */
export function hoursByHand(edges: readonly FlowEdge[]): number | undefined {
  return amountsOn(edges).get('by-hand')?.hours
}

/** The parts of an edge on which this tool sends to the other one. */
export function partsFrom(edge: FlowEdge, tool: ToolId): readonly FlowPart[] {
  return edge.parts.filter(({ senders }) => senders.includes(tool))
}

/** The tool at the other end of an edge; the tool itself for a flow to itself. */
export function otherEnd({ source, target }: FlowEdge, tool: ToolId): ToolId {
  return source === tool ? target : source
}
