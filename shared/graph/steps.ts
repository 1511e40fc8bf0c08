import type { FlowMethod } from '../inventory/nouns'
import { edgeOf, endsOf } from './build-edges'
import type { FlowEdge, Graph, ToolNode } from './graph'

/** One named way of showing less. Steps are applied one after the other; what they don't change keeps its identity. */
export type GraphStep = (graph: Graph) => Graph

/** Keeps the flows of these methods, and all tools. An edge of several methods keeps its flows of these only. */
export function onlyMethods(methods: ReadonlySet<FlowMethod>): GraphStep {
  return (graph) => {
    const edges = graph.edges.flatMap((edge): FlowEdge[] => {
      const parts = edge.parts.filter(({ method }) => methods.has(method))
      if (parts.length === edge.parts.length) return [edge]
      return parts.length === 0 ? [] : [edgeOf(endsOf(edge), parts)]
    })
    const same = edges.length === graph.edges.length && edges.every((edge, at) => edge === graph.edges[at])
    return same ? graph : { ...graph, edges }
  }
}

/**
 * Keeps the tools that mention the text in their name, the system they are part of, a function or a department they
 * lie in.
 * Upper and lower case don't matter; an empty text keeps everything.
 */
export function matching(text: string): GraphStep {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return (graph) => graph
  const says = (words: string | undefined) => words?.toLowerCase().includes(wanted) === true
  return (graph) => {
    const containers = new Set<string>()
    for (const { id, name, parent } of graph.containers) {
      if (says(name) || (parent !== undefined && containers.has(parent))) containers.add(id)
    }
    return keepTools(
      graph,
      (tool) => containers.has(tool.container) || says(tool.name) || says(tool.partOf) || tool.functions.some(says),
    )
  }
}

/** Applies steps in their order. */
export function applySteps(graph: Graph, steps: readonly GraphStep[]): Graph {
  return steps.reduce((shown, step) => step(shown), graph)
}

/**
 * The graph with only the tools that `keep` accepts, the edges between them and the containers that still hold one.
 * Containers count what is left; their yearly cost is dropped when tools are missing from it.
 */
export function keepTools(graph: Graph, keep: (tool: ToolNode) => boolean): Graph {
  const tools = graph.tools.filter(keep)
  if (tools.length === graph.tools.length) return graph
  const ids = new Set(tools.map((tool) => tool.id))
  const counts = new Map<string, number>()
  for (const tool of tools) counts.set(tool.container, (counts.get(tool.container) ?? 0) + 1)
  for (const { id, parent } of graph.containers.toReversed()) {
    const count = counts.get(id)
    if (parent !== undefined && count !== undefined) counts.set(parent, (counts.get(parent) ?? 0) + count)
  }
  const containers = graph.containers.flatMap((node) => {
    const toolCount = counts.get(node.id)
    if (toolCount === undefined) return []
    if (toolCount === node.toolCount) return [node]
    const { annualCost: _, ...rest } = node
    return [{ ...rest, toolCount }]
  })
  return { containers, tools, edges: graph.edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target)) }
}
