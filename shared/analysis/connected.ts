import type { ToolId } from '../inventory/nouns'

/** The groups into which pairs connect their tools: each by id, the groups by their first tool. */
export function connected(pairs: Iterable<readonly [ToolId, ToolId]>): readonly (readonly ToolId[])[] {
  const parent = new Map<ToolId, ToolId>()
  const rootOf = (id: ToolId): ToolId => {
    let root = id
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    parent.set(id, root)
    return root
  }
  for (const pair of pairs) {
    const [a, b] = [rootOf(pair[0]), rootOf(pair[1])]
    if (a < b) parent.set(b, a)
    else parent.set(a, b)
  }
  const groups = new Map<ToolId, ToolId[]>()
  for (const id of [...parent.keys()].sort()) {
    const root = rootOf(id)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [id])
    else group.push(id)
  }
  return [...groups.values()].sort(([a], [b]) => ((a as ToolId) < (b as ToolId) ? -1 : 1))
}
