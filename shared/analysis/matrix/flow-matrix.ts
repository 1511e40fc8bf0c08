import type { Inventory } from '../../inventory/inventory'
import { FLOW_METHODS, type Flow, type FlowId, type FlowMethod, type ToolId } from '../../inventory/nouns'
import { finish, inSteps, type Steps } from './steps'

export interface FlowCell {
  readonly flows: readonly FlowId[]
  /** The least automatic method among them: by hand before e-mail, file, unknown, database, middleware, API. */
  readonly method: FlowMethod
  /** Sum of the known hours a month; absent when none is known. */
  readonly hours?: number
}

/** Who sends to whom. */
export interface FlowMatrix {
  /** Tools that send or get anything, by number of flows (most first), then in the order of the inventory. */
  readonly tools: readonly ToolId[]
  /** source → target → cell. A flow both ways stands in both cells. */
  readonly cells: ReadonlyMap<ToolId, ReadonlyMap<ToolId, FlowCell>>
}

/** From the most to the least manual. */
const BY_EFFORT: readonly FlowMethod[] = ['by-hand', 'e-mail', 'file', 'unknown', 'database', 'middleware', 'api']
const RANK = new Map<FlowMethod, number>(FLOW_METHODS.map((method) => [method, BY_EFFORT.indexOf(method)]))

/** Tool × tool. Retired flows are left out. */
export function flowMatrix(inventory: Inventory): FlowMatrix {
  return finish(flowMatrixSteps(inventory))
}

/** `flowMatrix` in short steps. */
export function* flowMatrixSteps({ tools, flows }: Inventory): Steps<FlowMatrix> {
  const cells = new Map<ToolId, Map<ToolId, { flows: FlowId[]; method: FlowMethod; hours?: number }>>()
  const counts = new Map<ToolId, number>()
  const add = ({ id, source, target, method, hoursPerMonth, bothWays, status }: Flow) => {
    if (status === 'retired') return
    for (const end of new Set([source, target])) counts.set(end, (counts.get(end) ?? 0) + 1)
    const ways: readonly (readonly [ToolId, ToolId])[] =
      bothWays === true && source !== target
        ? [
            [source, target],
            [target, source],
          ]
        : [[source, target]]
    for (const [from, to] of ways) {
      const row = cells.get(from) ?? new Map<ToolId, { flows: FlowId[]; method: FlowMethod; hours?: number }>()
      cells.set(from, row)
      const cell = row.get(to)
      if (cell === undefined) {
        row.set(to, { flows: [id], method, ...(hoursPerMonth === undefined ? {} : { hours: hoursPerMonth }) })
        continue
      }
      cell.flows.push(id)
      if ((RANK.get(method) ?? 0) < (RANK.get(cell.method) ?? 0)) cell.method = method
      if (hoursPerMonth !== undefined) cell.hours = (cell.hours ?? 0) + hoursPerMonth
    }
  }
  yield* inSteps(flows.values(), add)
  const place = new Map([...tools.keys()].map((id, at) => [id, at]))
  const ranked = [...counts].sort(([a, one], [b, other]) => other - one || (place.get(a) ?? 0) - (place.get(b) ?? 0))
  return { tools: ranked.map(([id]) => id), cells }
}
