import { byCodeUnits } from '../../inventory/code-units'
import type { Inventory } from '../../inventory/inventory'
import type { DepartmentId, Flow, Tool, ToolId } from '../../inventory/nouns'
import type { Assigned } from '../findings'
import { inCurrency } from '../item-figures'
import { put } from '../tool-traits'
import { finish, inSteps, type Steps } from './steps'

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
  /** Sum of the known hours a month of the tools' flows, half of each flow for either end, shared likewise. */
  readonly hours: number
  /** How many of the tools have a flow of which nobody knows the hours and that may take some: not one by API. */
  readonly hoursUnknown: number
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
  return finish(functionMatrixSteps(inventory, assigned, currency))
}

/** `functionMatrix` in short steps. */
export function* functionMatrixSteps(
  inventory: Inventory,
  assigned: Assigned,
  currency: string,
): Steps<FunctionMatrix> {
  const places = new Map<ToolId, Set<DepartmentId>>()
  yield* inSteps(inventory.tools.values(), ({ id, owner }) => {
    if (owner !== undefined) put(places, id, owner)
  })
  yield* inSteps(inventory.usages.values(), ({ tool, department }) => put(places, tool, department))
  const jobs = new Map<ToolId, Map<string, 'accepted' | 'proposed'>>()
  yield* inSteps(assigned.assignments, ({ tool, functionKey, state }) => {
    if (!assigned.functions.has(functionKey)) return
    const own = jobs.get(tool) ?? new Map<string, 'accepted' | 'proposed'>()
    jobs.set(tool, own.set(functionKey, state))
  })
  const hours = new Map<ToolId, number>()
  const hoursUnknown = new Set<ToolId>()
  yield* inSteps(inventory.flows.values(), (flow) => addHours(flow, hours, hoursUnknown))

  const rows = new Map<string, Map<DepartmentId | typeof NOWHERE, Tally>>()
  const columns = new Set<DepartmentId | typeof NOWHERE>()
  const without: ToolId[] = []
  const place = (tool: Tool) => {
    if (tool.status === 'retired') return
    const own = jobs.get(tool.id)
    if (own === undefined) {
      without.push(tool.id)
      return
    }
    const at: readonly (DepartmentId | typeof NOWHERE)[] = [...(places.get(tool.id) ?? new Set([NOWHERE] as const))]
    const share = 1 / (own.size * at.length)
    const cost = tool.annualCost === undefined ? undefined : inCurrency(tool.annualCost, currency)
    for (const [key, state] of own) {
      const row = rows.get(key) ?? new Map<DepartmentId | typeof NOWHERE, Tally>()
      rows.set(key, row)
      for (const column of at) {
        columns.add(column)
        const cell = row.get(column) ?? { ...NOTHING, tools: [] }
        row.set(column, cell)
        cell.tools.push(tool.id)
        if (state === 'proposed') cell.proposed += 1
        if (cost === undefined) cell.costUnknown += 1
        else cell.cost += cost * share
        cell.hours += (hours.get(tool.id) ?? 0) * share
        if (hoursUnknown.has(tool.id)) cell.hoursUnknown += 1
      }
    }
  }
  yield* inSteps(inventory.tools.values(), place)
  const departments: (DepartmentId | typeof NOWHERE)[] = [...inventory.departments.keys()].filter((id) =>
    columns.has(id),
  )
  if (columns.has(NOWHERE)) departments.push(NOWHERE)
  const made: FunctionRow[] = []
  for (const [functionKey, cells] of rows) {
    const all = [...cells.values()]
    made.push({
      functionKey,
      cells,
      tools: new Set(all.flatMap(({ tools }) => tools)).size,
      redundant: all.filter(({ tools }) => tools.length > 1).length,
    })
    yield
  }
  return { rows: made.sort((a, b) => byDomainThenName(assigned, a.functionKey, b.functionKey)), departments, without }
}

interface Tally {
  readonly tools: ToolId[]
  proposed: number
  cost: number
  costUnknown: number
  hours: number
  hoursUnknown: number
}

const NOTHING = { proposed: 0, cost: 0, costUnknown: 0, hours: 0, hoursUnknown: 0 } as const

/** Half of a flow's known hours belongs to either end, so that a sum over tools counts each flow once. */
function addHours(
  { source, target, hoursPerMonth, method, status }: Flow,
  hours: Map<ToolId, number>,
  unknown: Set<ToolId>,
): void {
  if (status === 'retired') return
  for (const end of [source, target]) {
    if (hoursPerMonth !== undefined) hours.set(end, (hours.get(end) ?? 0) + hoursPerMonth / 2)
    else if (!RUNS_ALONE.has(method)) unknown.add(end)
  }
}

/** Nobody spends hours on these. */
const RUNS_ALONE: ReadonlySet<Flow['method']> = new Set(['api', 'middleware', 'database'])

/** The order of the rows. */
export function byDomainThenName({ functions }: Assigned, a: string, b: string): number {
  const [one, other] = [functions.get(a), functions.get(b)]
  return (
    byCodeUnits(one?.domain ?? '\uffff', other?.domain ?? '\uffff') ||
    byCodeUnits(one?.name.en ?? '', other?.name.en ?? '') ||
    byCodeUnits(a, b)
  )
}
