import type { PlacedGraph, Rect, ToolNode } from '../../shared/graph/graph'

/** Cells of about three by six cards: few enough to walk, small enough to leave most of a large map out. */
const CELL = 640

/** Which cards lie where, so that what is on the screen is found without asking every card. */
export interface CardIndex {
  /** The cards that touch this rectangle, each once. */
  within(rect: Rect): readonly ToolNode[]
  /** The card at this point. */
  at(x: number, y: number): ToolNode | undefined
}

/** The index of a placed graph's cards, built when it is asked for the first time; cost is linear in their number. */
export function indexCards(placed: PlacedGraph): CardIndex {
  const { at } = placed
  let built: ReadonlyMap<number, readonly ToolNode[]> | undefined
  const cellsOf = () => {
    built ??= cellsWith(placed)
    return built
  }
  const touches = (tool: ToolNode, { x, y, width, height }: Rect) => {
    const rect = at.get(tool.id)
    return (
      rect !== undefined &&
      rect.x <= x + width &&
      rect.x + rect.width >= x &&
      rect.y <= y + height &&
      rect.y + rect.height >= y
    )
  }
  const within = (rect: Rect) => {
    const cells = cellsOf()
    const found = new Set<ToolNode>()
    for (const key of keysOf(rect)) {
      for (const tool of cells.get(key) ?? []) if (touches(tool, rect)) found.add(tool)
    }
    return [...found]
  }
  return { within, at: (x, y) => within({ x, y, width: 0, height: 0 })[0] }
}

function cellsWith({ graph, at }: PlacedGraph): ReadonlyMap<number, readonly ToolNode[]> {
  const cells = new Map<number, ToolNode[]>()
  for (const tool of graph.tools) {
    const rect = at.get(tool.id)
    if (rect === undefined) continue
    for (const key of keysOf(rect)) {
      const cell = cells.get(key)
      if (cell === undefined) cells.set(key, [tool])
      else cell.push(tool)
    }
  }
  return cells
}

/** More rows of cells than any map has. */
const ROWS = 1 << 20

function keysOf({ x, y, width, height }: Rect): readonly number[] {
  const keys: number[] = []
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) keys.push(column * ROWS + row)
  }
  return keys
}
