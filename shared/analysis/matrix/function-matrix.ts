import type { Inventory } from '../../inventory/inventory'
import type { DepartmentId, ToolId } from '../../inventory/nouns'
import type { Assigned } from '../findings'
import { inCurrency } from '../scenario/measure-landscape'
import { put } from '../tool-traits'

/** The column of tools that no department owns or uses. */
export const NOWHERE = '_none'

export interface MatrixCell {
  /** Tools in use that do the job there, in the order of the inventory. */
  readonly tools: readonly ToolId[]
  /** How many of them carry the function only as a proposal. */
  readonly proposed: number
  /** Sum of the known yearly costs in major units; a tool's cost is shared evenly among its cells of the matrix. */
  readonly cost: number
  readonly costUnknown: number
  /** Sum of the known hours a month by hand of the tools' flows, shared likewise. */
  readonly hours: number
}

export interface FunctionRow {
  readonly functionKey: string
  readonly cells: ReadonlyMap<DepartmentId | typeof NOWHERE, MatrixCell>
  /** Different tools in the row: two or more do one job in several places. */
  readonly tools: number
  /** Cells with two or more tools: the same job twice in one department. */
  readonly redundant: number
}

/** Which tools do which job where. */
export interface FunctionMatrix {
  /** Functions that a tool in use does, by domain and then by English name. */
  readonly rows: readonly FunctionRow[]
  /** Departments that own or use a tool of a row, in the order of the inventory; `NOWHERE` last where it is needed. */
  readonly departments: readonly (DepartmentId | typeof NOWHERE)[]
  /** Tools in use without any function: they are in no row. */
  readonly without: readonly ToolId[]
}

/**
 * Function × department. A tool is in a cell when it does the function and the department owns or uses it; retired
 * tools are left out. Costs and hours are shared evenly among a tool's cells, so that the sum over the matrix is the sum
 * over its tools and nothing is counted twice.
 * @param currency ISO 4217 code that costs are shown in; a cost in a currency without a published rate counts as unknown
 */
export function functionMatrix(inventory: Inventory, assigned: Assigned, currency: string): FunctionMatrix {
  const places = new Map<ToolId, Set<DepartmentId>>()
  for (const { id, owner } of inventory.tools.values()) if (owner !== undefined) put(places, id, owner)
  for (const { tool, department } of inventory.usages.values()) put(places, tool, department)
  const jobs = new Map<ToolId, Map<string, 'accepted' | 'proposed'>>()
  for (const { tool, functionKey, state } of assigned.assignments) {
    if (!assigned.functions.has(functionKey)) continue
    const own = jobs.get(tool) ?? new Map<string, 'accepted' | 'proposed'>()
    jobs.set(tool, own.set(functionKey, state))
  }
  const hours = hoursByTool(inventory)

  const rows = new Map<string, Map<DepartmentId | typeof NOWHERE, Tally>>()
  const columns = new Set<DepartmentId | typeof NOWHERE>()
  const without: ToolId[] = []
  for (const tool of inventory.tools.values()) {
    if (tool.status === 'retired') continue
    const own = jobs.get(tool.id)
    if (own === undefined) {
      without.push(tool.id)
      continue
    }
    const at: readonly (DepartmentId | typeof NOWHERE)[] = [...(places.get(tool.id) ?? new Set([NOWHERE] as const))]
    const share = 1 / (own.size * at.length)
    const cost = tool.annualCost === undefined ? undefined : inCurrency(tool.annualCost, currency)
    for (const [key, state] of own) {
      const row = rows.get(key) ?? new Map<DepartmentId | typeof NOWHERE, Tally>()
      rows.set(key, row)
      for (const column of at) {
        columns.add(column)
        const cell = row.get(column) ?? { tools: [], proposed: 0, cost: 0, costUnknown: 0, hours: 0 }
        row.set(column, cell)
        cell.tools.push(tool.id)
        if (state === 'proposed') cell.proposed += 1
        if (cost === undefined) cell.costUnknown += 1
        else cell.cost += cost * share
        cell.hours += (hours.get(tool.id) ?? 0) * share
      }
    }
  }
  const departments: (DepartmentId | typeof NOWHERE)[] = [...inventory.departments.keys()].filter((id) =>
    columns.has(id),
  )
  if (columns.has(NOWHERE)) departments.push(NOWHERE)
  return {
    rows: [...rows]
      .map(([functionKey, cells]) => ({
        functionKey,
        cells,
        tools: new Set([...cells.values()].flatMap(({ tools }) => tools)).size,
        redundant: [...cells.values()].filter(({ tools }) => tools.length > 1).length,
      }))
      .sort((a, b) => byDomainThenName(assigned, a.functionKey, b.functionKey)),
    departments,
    without,
  }
}

interface Tally {
  readonly tools: ToolId[]
  proposed: number
  cost: number
  costUnknown: number
  hours: number
}

/** Half of a flow's known hours belongs to either end, so that a sum over tools counts each flow once. */
function hoursByTool({ flows }: Inventory): ReadonlyMap<ToolId, number> {
  const hours = new Map<ToolId, number>()
  for (const { source, target, hoursPerMonth, status } of flows.values()) {
    if (hoursPerMonth === undefined || status === 'retired') continue
    for (const end of [source, target]) hours.set(end, (hours.get(end) ?? 0) + hoursPerMonth / 2)
  }
  return hours
}

function byDomainThenName({ functions }: Assigned, a: string, b: string): number {
  const [one, other] = [functions.get(a), functions.get(b)]
  return (
    order(one?.domain ?? '\uffff', other?.domain ?? '\uffff') ||
    order(one?.name.en ?? '', other?.name.en ?? '') ||
    order(a, b)
  )
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
