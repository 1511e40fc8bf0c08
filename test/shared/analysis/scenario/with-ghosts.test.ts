import { describe, expect, it } from 'vitest'
import { assignFunctions } from '../../../../shared/analysis/assign-functions'
import { simulateScenario } from '../../../../shared/analysis/scenario/simulate-scenario'
import { withGhosts } from '../../../../shared/analysis/scenario/with-ghosts'
import { buildGraph } from '../../../../shared/graph/build-graph'
import type { ScenarioId } from '../../../../shared/inventory/scenario'
import { anInventory, toolId } from '../../../builders'

describe('the landscape with its ghosts', () => {
  it('has every tool: what went is retired and without flows, what is new is planned', () => {
    const before = anInventory()
      .tool('Jira', { functions: ['Ticketing'], owner: 'IT' })
      .tool('OTRS', { functions: ['Ticketing'], owner: 'Service' })
      .tool('SAP', { owner: 'Finance' })
      .flow('OTRS', 'SAP', { method: 'by-hand' })
      .build()
    const assigned = assignFunctions(before, new Map(), new Map())
    const [functionKey = ''] = assigned.functions.keys()
    const bundles = [{ functionKey, target: { newPlatform: 'Desk' }, decisions: [] }]
    const members = new Map([[functionKey, [toolId(before, 'Jira'), toolId(before, 'OTRS')]]])
    const simulation = simulateScenario(before, { id: 's1' as ScenarioId, name: 'Desk', bundles }, assigned, members)
    const shown = withGhosts(before, simulation)
    const names = [...shown.tools.values()].map(({ name, status }) => `${name} ${status ?? ''}`.trim())
    expect(names.sort()).toEqual(['Desk planned', 'Jira retired', 'OTRS retired', 'SAP'])
    expect(shown.flows).toBe(simulation.after.flows)
    const graph = buildGraph(shown, { overlaps: new Map(), functionNames: new Map(), domains: new Map() })
    const gone = new Set<string>(simulation.gone)
    expect(graph.edges.filter(({ source, target }) => gone.has(source) || gone.has(target))).toEqual([])
    expect(graph.tools).toHaveLength(4)
  })
})
