import type { Graph } from './graph'

/**
 * The next graph, with every node and edge that equals one that is shown replaced by that very object, so that what
 * draws them can tell by identity that nothing changed. The same goes for the lists and for the graph itself.
 */
export function keepIdentity(shown: Graph, next: Graph): Graph {
  const containers = keepEach(shown.containers, next.containers)
  const tools = keepEach(shown.tools, next.tools)
  const edges = keepEach(shown.edges, next.edges)
  const same = containers === shown.containers && tools === shown.tools && edges === shown.edges
  return same ? shown : { containers, tools, edges }
}

function keepEach<T extends { readonly id: string }>(shown: readonly T[], next: readonly T[]): readonly T[] {
  const byId = new Map(shown.map((node) => [node.id, node]))
  const kept = next.map((node) => {
    const old = byId.get(node.id)
    return old !== undefined && equal(old, node) ? old : node
  })
  return kept.length === shown.length && kept.every((node, index) => node === shown[index]) ? shown : kept
}

/** Whether two values that are plain data (maps included) have the same content. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a instanceof Map && b instanceof Map) return equal([...a], [...b])
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => equal(item, b[index]))
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const left = a as Readonly<Record<string, unknown>>
  const right = b as Readonly<Record<string, unknown>>
  const keys = Object.keys(left)
  return keys.length === Object.keys(right).length && keys.every((key) => equal(left[key], right[key]))
}
