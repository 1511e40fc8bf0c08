import { applyChange, difference, type RowChange } from '../../inventory/change'
import type { IdSource } from '../../inventory/ids'
import type { Inventory } from '../../inventory/inventory'
import type { ToolId } from '../../inventory/nouns'
import type { Scenario } from '../../inventory/scenario'
import type { Simulation } from './simulate-scenario'

/**
 * The rows of the one Change that makes a scenario real: what the simulation says, with real ids for what is new.
 * Tools that go are kept as retired, without flows and usages, so that nobody wonders where they went.
 * @param sequence number of the Change that will carry it; the scenario remembers it
 */
export function carryOut(
  inventory: Inventory,
  scenario: Scenario,
  simulation: Simulation,
  ids: IdSource,
  sequence: number,
): readonly RowChange[] {
  const { after } = simulation
  const tools = new Map(after.tools)
  const real = new Map<string, ToolId>(simulation.added.map((id) => [id, ids('tools')]))
  for (const [made, id] of real) {
    const tool = tools.get(made as ToolId)
    tools.delete(made as ToolId)
    if (tool !== undefined) tools.set(id, { ...tool, id })
  }
  for (const id of simulation.gone) {
    const tool = inventory.tools.get(id)
    if (tool !== undefined) tools.set(id, { ...tool, status: 'retired' })
  }
  const toReal = (id: ToolId): ToolId => real.get(id) ?? id
  const usages = new Map(
    [...after.usages.values()].map((usage) => {
      const id = usage.id.startsWith('new:') ? ids('usages') : usage.id
      return [id, id === usage.id ? usage : { ...usage, id, tool: toReal(usage.tool) }]
    }),
  )
  const flows = new Map(
    [...after.flows.values()].map((flow) => {
      const [source, target] = [toReal(flow.source), toReal(flow.target)]
      const id = flow.id.startsWith('new:') ? ids('flows') : flow.id
      const same = id === flow.id && source === flow.source && target === flow.target
      return [id, same ? flow : { ...flow, id, source, target }]
    }),
  )
  const scenarios = new Map(inventory.scenarios)
  if (scenarios.has(scenario.id)) scenarios.set(scenario.id, { ...scenario, carriedOut: sequence })
  const rows = difference(inventory, { ...after, tools, usages, flows, scenarios })
  applyChange(inventory, rows)
  return rows
}
