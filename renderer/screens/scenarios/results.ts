import { useMemo } from 'react'
import type { Findings } from '../../../shared/analysis/findings'
import { type Comparison, compareScenario } from '../../../shared/analysis/scenario/compare-scenario'
import { type Simulation, simulateScenario } from '../../../shared/analysis/scenario/simulate-scenario'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { Scenario } from '../../../shared/inventory/scenario'
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

/** The results of these scenarios; none before the findings are there. */
export function useResults(scenarios: readonly Scenario[]): readonly ScenarioResult[] {
  const inventory = useInventory()
  const findings = useFindings()
  const wanted = scenarios.map(({ id }) => id).join(' ')
  return useMemo(() => {
    if (findings === undefined) return []
    const shown = new Set(wanted.split(' '))
    return [...inventory.scenarios.values()]
      .filter(({ id }) => shown.has(id))
      .map((scenario) => {
        const simulation = simulate(inventory, scenario, findings)
        return { scenario, simulation, comparison: compareScenario(inventory, scenario, simulation) }
      })
  }, [inventory, findings, wanted])
}
