import type { FlowMethod, ToolId } from '../inventory/nouns'
import type { FlowEdge, FlowPart } from './graph'

/** How many flows of these methods there are on these edges. */
export function countFlows(edges: readonly FlowEdge[], methods: readonly FlowMethod[]): number {
  return partsBy(edges, methods).reduce((sum, { flows }) => sum + flows.length, 0)
}

/** Sum of the known hours per month of the flows by hand; absent when none is known. */
export function hoursByHand(edges: readonly FlowEdge[]): number | undefined {
  return partsBy(edges, ['by-hand']).reduce<number | undefined>(
    (sum, { hoursPerMonth }) => (hoursPerMonth === undefined ? sum : (sum ?? 0) + hoursPerMonth),
    undefined,
  )
}

/** The parts of an edge on which this tool sends to the other one. */
export function partsFrom(edge: FlowEdge, tool: ToolId): readonly FlowPart[] {
  return edge.parts.filter(({ senders }) => senders.includes(tool))
}

/** The tool at the other end of an edge; the tool itself for a flow to itself. */
export function otherEnd({ source, target }: FlowEdge, tool: ToolId): ToolId {
  return source === tool ? target : source
}

function partsBy(edges: readonly FlowEdge[], methods: readonly FlowMethod[]): readonly FlowPart[] {
  return edges.flatMap(({ parts }) => parts.filter(({ method }) => methods.includes(method)))
}
