import type { FlowEdge } from './graph'

/**
 * The tools that are joined to one by up to so many edges, with the column of each: 0 is the tool itself, −1 and −2 are
 * those that its data come from and what is behind them, 1 and 2 those that its data go to and what is behind them.
 * A tool that does both counts as one that data go to. What a tool of one side is joined to stays on that side.
 */
export function neighbourhood(edges: readonly FlowEdge[], centre: string, depth: number): ReadonlyMap<string, number> {
  const joined = new Map<string, { readonly other: string; readonly sends: boolean }[]>()
  const add = (id: string, other: string, sends: boolean) => {
    const list = joined.get(id)
    if (list === undefined) joined.set(id, [{ other, sends }])
    else list.push({ other, sends })
  }
  for (const { source, target, bothWays } of edges) {
    if (source === target) continue
    add(source, target, true)
    add(target, source, bothWays)
  }
  const columns = new Map([[centre, 0]])
  let rim = [centre]
  for (let step = 1; step <= depth && rim.length > 0; step++) {
    const next: string[] = []
    for (const id of rim) {
      const side = Math.sign(columns.get(id) ?? 0)
      for (const { other, sends } of joined.get(id) ?? []) {
        if (columns.has(other)) continue
        columns.set(other, step * (side || (sends ? 1 : -1)))
        next.push(other)
      }
    }
    rim = next
  }
  return columns
}
