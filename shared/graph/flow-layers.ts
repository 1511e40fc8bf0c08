import type { FlowEdge } from './graph'

/** More layers than this can't be overlooked: they are drawn closer together. */
const MOST_LAYERS = 24

/**
 * The layer of each tool, from 0: sources left, sinks right. A tool stands right of everything that it gets data from
 * (longest path). Edges both ways say nothing about the direction. Where flows run in a circle, those that lead back
 * are passed over; which ones depends on the order of the tools only. Where a path is longer than a map is wide,
 * neighbouring layers become one.
 */
export function flowLayers(tools: readonly string[], edges: readonly FlowEdge[]): ReadonlyMap<string, number> {
  const out = new Map<string, string[]>(tools.map((id) => [id, []]))
  const fed = new Set<string>()
  for (const { source, target, bothWays } of edges) {
    if (bothWays || source === target) continue
    out.get(source)?.push(target)
    fed.add(target)
  }
  const starts = [...tools.filter((id) => !fed.has(id)), ...tools]
  const { sequence, back } = depthFirst(starts, out)
  const layer = new Map<string, number>(tools.map((id) => [id, 0]))
  let deepest = 0
  for (const id of sequence) {
    const next = (layer.get(id) ?? 0) + 1
    for (const target of out.get(id) ?? []) {
      if (back.has(`${id}>${target}`) || (layer.get(target) ?? 0) >= next) continue
      layer.set(target, next)
      deepest = Math.max(deepest, next)
    }
  }
  if (deepest < MOST_LAYERS) return layer
  const share = MOST_LAYERS / (deepest + 1)
  return new Map([...layer].map(([id, at]) => [id, Math.floor(at * share)]))
}

/** Tools in an order in which every edge leads on, but for those that lead back to where the walk came from. */
function depthFirst(
  starts: readonly string[],
  out: ReadonlyMap<string, readonly string[]>,
): { readonly sequence: readonly string[]; readonly back: ReadonlySet<string> } {
  const state = new Map<string, 'open' | 'done'>()
  const back = new Set<string>()
  const finished: string[] = []
  for (const start of starts) {
    if (state.has(start)) continue
    state.set(start, 'open')
    const path = [{ id: start, next: 0 }]
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = out.get(top.id)?.[top.next++]
      if (target === undefined) {
        state.set(top.id, 'done')
        finished.push(top.id)
        path.pop()
      } else if (state.get(target) === 'open') back.add(`${top.id}>${target}`)
      else if (!state.has(target)) {
        state.set(target, 'open')
        path.push({ id: target, next: 0 })
      }
    }
  }
  return { sequence: finished.reverse(), back }
}
