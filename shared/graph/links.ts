import type { Graph } from './graph'

/** How strongly nodes hang together: neighbours of each and the number of flows between them. */
export type Links = ReadonlyMap<string, ReadonlyMap<string, number>>

/**
 * The flows between containers that lie side by side, counted for both of them: a flow between two tools joins the two
 * containers that hold them where the ways up from the tools meet.
 */
export function containerLinks(graph: Graph): Links {
  const above = new Map<string, string>()
  const depth = new Map<string, number>()
  for (const { id, parent } of graph.containers) {
    if (parent !== undefined) above.set(id, parent)
    depth.set(id, parent === undefined ? 0 : (depth.get(parent) ?? 0) + 1)
  }
  const home = new Map<string, string>(graph.tools.map((tool) => [tool.id, tool.container]))
  const links = new Map<string, Map<string, number>>()
  const add = (from: string, to: string, weight: number) => {
    const row = links.get(from)
    if (row === undefined) links.set(from, new Map([[to, weight]]))
    else row.set(to, (row.get(to) ?? 0) + weight)
  }
  for (const edge of graph.edges) {
    let a = home.get(edge.source)
    let b = home.get(edge.target)
    if (a === undefined || b === undefined) throw new Error(`The edge ${edge.id} has an end that is not drawn`)
    if (a === b) continue
    if (above.size > 0) {
      for (let more = (depth.get(a) ?? 0) - (depth.get(b) ?? 0); more > 0; more--) a = above.get(a) ?? a
      for (let more = (depth.get(b) ?? 0) - (depth.get(a) ?? 0); more > 0; more--) b = above.get(b) ?? b
      while (a !== b && above.get(a) !== above.get(b)) {
        a = above.get(a) ?? a
        b = above.get(b) ?? b
      }
      if (a === b) continue
    }
    add(a, b, edge.flows.length)
    add(b, a, edge.flows.length)
  }
  return links
}

/** The tools at the other ends of each tool's edges, once per edge. */
export function toolNeighbours(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>()
  const add = (from: string, to: string) => {
    const list = neighbours.get(from)
    if (list === undefined) neighbours.set(from, [to])
    else list.push(to)
  }
  for (const { source, target } of graph.edges) {
    if (source === target) continue
    add(source, target)
    add(target, source)
  }
  return neighbours
}
