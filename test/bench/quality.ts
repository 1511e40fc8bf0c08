import type { Rect } from '../../shared/graph/graph'

export interface Placed {
  readonly at: ReadonlyMap<string, Rect>
}

type Ends = readonly { readonly source: string; readonly target: string }[]

/** How many pairs of cards lie on each other. */
export function overlapsOf({ at }: Placed, ids: readonly string[]): number {
  const rects = ids.flatMap((id) => at.get(id) ?? []).sort((a, b) => a.x - b.x)
  let count = 0
  rects.forEach((a, i) => {
    for (let j = i + 1; j < rects.length; j += 1) {
      const b = rects[j] as Rect
      if (b.x >= a.x + a.width - 0.5) break
      if (b.y < a.y + a.height - 0.5 && a.y < b.y + b.height - 0.5) count += 1
    }
  })
  return count
}

/** How many other edges an edge crosses on average, both drawn straight from middle to middle. */
export function crossingsPerEdge({ at }: Placed, edges: Ends): number {
  const lines = edges.flatMap(({ source, target }) => {
    const [a, b] = [at.get(source), at.get(target)]
    if (a === undefined || b === undefined || source === target) return []
    const ends = [middle(a), middle(b)].sort((p, q) => p.x - q.x) as [Point, Point]
    return [{ source, target, from: ends[0], to: ends[1] }]
  })
  lines.sort((a, b) => a.from.x - b.from.x)
  let count = 0
  lines.forEach((a, i) => {
    for (let j = i + 1; j < lines.length; j += 1) {
      const b = lines[j] as (typeof lines)[number]
      if (b.from.x > a.to.x) break
      const shared = a.source === b.source || a.source === b.target || a.target === b.source || a.target === b.target
      if (!shared && cross(a.from, a.to, b.from, b.to)) count += 1
    }
  })
  return lines.length === 0 ? 0 : count / lines.length
}

interface Point {
  readonly x: number
  readonly y: number
}

const middle = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 })
const side = (a: Point, b: Point, p: Point): number => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
