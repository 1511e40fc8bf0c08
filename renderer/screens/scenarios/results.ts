import { useRef } from 'react'
import type { Findings } from '../../../shared/analysis/findings'
import { type Comparison, compareScenario } from '../../../shared/analysis/scenario/compare-scenario'
import { type Simulation, simulateScenario } from '../../../shared/analysis/scenario/simulate-scenario'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { Scenario, ScenarioId } from '../../../shared/inventory/scenario'
import { useInventory } from '../../database/workspace'
import { useFindings } from '../../river/landscape'

/** A scenario worked out on the inventory as it is now. */
export interface ScenarioResult {
  readonly scenario: Scenario
  readonly simulation: Simulation
  readonly comparison: Comparison
}

/** What the inventory would be after a scenario. */
export function simulate(
  inventory: Inventory,
  scenario: Scenario,
  { assigned, bundles }: Pick<Findings, 'assigned' | 'bundles'>,
): Simulation {
  const members = new Map(bundles.map(({ functionKey, tools }) => [functionKey, tools]))
  return simulateScenario(inventory, scenario, assigned, members)
}

/** What a result rests on; while all of it is the same, so is the result. */
function groundsOf(inventory: Inventory, findings: Findings, scenario: Scenario): readonly unknown[] {
  const { tools, flows, usages, departments, dataObjects } = inventory
  return [tools, flows, usages, departments, dataObjects, findings, scenario.bundles]
}

interface Known {
  readonly grounds: readonly unknown[]
  readonly result: Omit<ScenarioResult, 'scenario'>
}

/**
 * The results of these scenarios, in their order; none before the findings are there. Worked out anew only where
 * something they rest on has changed: a name or a pilot's field costs nothing.
 */
export function useResults(scenarios: readonly Scenario[]): readonly ScenarioResult[] {
  const inventory = useInventory()
  const findings = useFindings()
  const known = useRef<ReadonlyMap<ScenarioId, Known>>(new Map())
  if (findings === undefined) return []
  const next = new Map(
    scenarios.map((scenario) => {
      const grounds = groundsOf(inventory, findings, scenario)
      const before = known.current.get(scenario.id)
      if (before?.grounds.every((each, at) => each === grounds[at])) return [scenario.id, before] as const
      const simulation = simulate(inventory, scenario, findings)
      const result = { simulation, comparison: compareScenario(inventory, scenario, simulation) }
      return [scenario.id, { grounds, result }] as const
    }),
  )
  known.current = next
  return scenarios.flatMap((scenario) => {
    const found = next.get(scenario.id)
    return found === undefined ? [] : [{ scenario, ...found.result }]
  })
}
