import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignFunctions } from '../../../../shared/analysis/assign-functions'
import { carryOut } from '../../../../shared/analysis/scenario/carry-out'
import { compareScenario } from '../../../../shared/analysis/scenario/compare-scenario'
import { measureLandscape } from '../../../../shared/analysis/scenario/measure-landscape'
import { hasSucceeded, pilotGaps } from '../../../../shared/analysis/scenario/pilot-gate'
import { simulateScenario } from '../../../../shared/analysis/scenario/simulate-scenario'
import { applyChange, invertRows } from '../../../../shared/inventory/change'
import { idSource } from '../../../../shared/inventory/ids'
import type { Inventory } from '../../../../shared/inventory/inventory'
import type { ToolId } from '../../../../shared/inventory/nouns'
import { type Scenario, type ScenarioId, type TakenBundle, TOOL_MOVES } from '../../../../shared/inventory/scenario'
import { someInventory, toolId } from '../an-inventory'

const eur = (euros: number) => ({ minor: euros * 100, currency: 'EUR' })
const ticketing = 'f:ticketing'

/** Three ticketing tools, of which Helpdesk also does chat; orders are carried from OTRS to SAP by hand. */
function company() {
  return someInventory()
    .tool('Jira', { does: ['ticketing'], owner: 'IT', users: 60, annualCost: eur(12_000) })
    .tool('OTRS', { does: ['ticketing'], owner: 'Service', usedBy: ['Sales'], users: 40, annualCost: eur(8_000) })
    .tool('Helpdesk', { does: ['ticketing', 'chat'], owner: 'HR', users: 5 })
    .tool('SAP', { does: ['erp'], owner: 'Finance', annualCost: eur(90_000) })
    .flow('OTRS', 'SAP', { method: 'by-hand', hoursPerMonth: 12, data: ['order'] })
    .flow('Jira', 'SAP', { method: 'api', data: ['order'] })
    .flow('OTRS', 'Jira', { method: 'file', hoursPerMonth: 3 })
    .build()
}

function run(inventory: Inventory, bundles: readonly TakenBundle[]) {
  const scenario: Scenario = { id: 's1' as ScenarioId, name: 'One desk', bundles }
  const assigned = assignFunctions(inventory, new Map(), new Map())
  const members = new Map<string, ToolId[]>()
  for (const { tool, functionKey } of assigned.assignments) {
    members.set(functionKey, [...(members.get(functionKey) ?? []), tool])
  }
  const simulation = simulateScenario(inventory, scenario, assigned, members)
  return { scenario, simulation, comparison: compareScenario(inventory, scenario, simulation) }
}

const intoJira: TakenBundle = {
  functionKey: ticketing,
  target: { tool: toolId('Jira') },
  decisions: [],
  oneOffCost: eur(4_000),
}

describe('a scenario', () => {
  it('moves everybody to the target, joins flows to it and lets tools with other jobs keep those', () => {
    const inventory = company()
    const { simulation } = run(inventory, [intoJira])
    expect(simulation.gone).toEqual([toolId('OTRS')])
    expect(simulation.relieved).toEqual([toolId('Helpdesk')])
    expect([...simulation.flows]).toEqual([
      ['w:1', 'merged'],
      ['w:3', 'internal'],
    ])
    expect(simulation.after.tools.get(toolId('Helpdesk'))?.functions).toEqual(['f:chat'])
    expect(simulation.after.tools.get(toolId('Jira'))?.users).toBe(100)
    expect(simulation.departments.map((id) => id.slice(2)).sort()).toEqual(['HR', 'Sales', 'Service'])
    const usedBy = [...simulation.after.usages.values()].filter(({ tool }) => tool === toolId('Jira'))
    expect(usedBy.map(({ department }) => department.slice(2)).sort()).toEqual(['HR', 'Sales', 'Service'])
  })

  it('says what it frees, and when it has paid for itself', () => {
    const { comparison } = run(company(), [intoJira])
    expect(comparison.saved).toEqual({ low: 8_000, expected: 8_000, high: 8_000, unknown: 0 })
    expect(comparison.hoursFreed.expected).toBe(15)
    expect(comparison.breakEven).toEqual({ best: 6, expected: 6, worst: 6 })
    expect(comparison.before.tools - comparison.after.tools).toBe(1)
    expect(comparison.before.flowsByHand).toBe(1)
    expect(comparison.after.flowsByHand).toBe(0)
  })

  it('names no break-even while a one-off cost is unknown, and none where it never pays', () => {
    const { oneOffCost: _, ...unsaid } = intoJira
    expect(run(company(), [unsaid]).comparison).toMatchObject({ oneOff: { unknown: 1 } })
    expect(run(company(), [unsaid]).comparison.breakEven).toBeUndefined()
    const dear = { ...intoJira, targetCost: eur(500_000) }
    expect(run(company(), [dear]).comparison.breakEven).toEqual({})
  })

  it('lets a new platform take over, with the users of all', () => {
    const { simulation } = run(company(), [
      { functionKey: ticketing, target: { newPlatform: 'One desk' }, decisions: [], targetCost: eur(10_000) },
    ])
    const platform = simulation.after.tools.get(simulation.added[0] as ToolId)
    expect(platform).toMatchObject({ name: 'One desk', status: 'planned', users: 100 })
    expect(simulation.gone.length).toBe(2)
  })

  it('connects instead of copying, and retires without moving anybody', () => {
    const decided = run(company(), [
      {
        ...intoJira,
        decisions: [
          { tool: toolId('OTRS'), move: 'connect' },
          { tool: toolId('Helpdesk'), move: 'retire' },
        ],
      },
    ])
    const flow = [...decided.simulation.after.flows.values()].find(({ id }) => id === 'w:3')
    expect(flow).toMatchObject({ method: 'api', hoursPerMonth: 0 })
    expect(decided.simulation.gone).toEqual([toolId('Helpdesk')])
    expect(decided.comparison.hoursFreed.expected).toBe(3)
  })

  it('frees what is carried by hand only where it is said to run over interfaces', () => {
    const moved: TakenBundle = { ...intoJira, decisions: [{ tool: toolId('Helpdesk'), move: 'keep' }] }
    const inventory = someInventory()
      .tool('Jira', { does: ['ticketing'] })
      .tool('OTRS', { does: ['ticketing'] })
      .tool('Helpdesk', { does: ['ticketing'] })
      .tool('SAP')
      .flow('OTRS', 'SAP', { method: 'by-hand', hoursPerMonth: 12 })
      .flow('SAP', 'Helpdesk', { method: 'by-hand', hoursPerMonth: 5 })
      .build()
    expect(run(inventory, [moved]).comparison.hoursFreed.expected).toBe(0)
    const freed = run(inventory, [{ ...moved, automated: true }])
    expect(freed.comparison.hoursFreed.expected).toBe(12)
    expect(freed.comparison.after.flowsByHand).toBe(1)
  })

  it('passes over what is gone by now', () => {
    const nowhere: TakenBundle = { functionKey: ticketing, target: { tool: toolId('Gone') }, decisions: [] }
    const inventory = company()
    expect(run(inventory, [nowhere]).simulation.after.tools).toEqual(inventory.tools)
  })

  it('measures before and after with the same measure, and saves exactly their difference', () => {
    fc.assert(
      fc.property(arbitrary(), ({ inventory, bundle }) => {
        const { simulation, comparison } = run(inventory, [bundle])
        const { currency } = comparison.before
        expect(comparison.before).toEqual(measureLandscape(inventory))
        expect(comparison.after).toEqual(measureLandscape(simulation.after, currency))
        const { before, after, saved, hoursFreed } = comparison
        expect(saved.expected).toBeCloseTo(before.cost.expected - after.cost.expected, 6)
        expect(hoursFreed.expected).toBeCloseTo(before.hours.expected - after.hours.expected, 6)
        expect(saved.low).toBeLessThanOrEqual(saved.expected)
        expect(saved.expected).toBeLessThanOrEqual(saved.high)
        const { tools } = simulation.after
        for (const { source, target } of simulation.after.flows.values()) {
          expect(tools.has(source) && tools.has(target)).toBe(true)
          expect(source).not.toBe(target)
        }
        for (const { tool } of simulation.after.usages.values()) expect(tools.has(tool)).toBe(true)
      }),
    )
  })

  it('is carried out by one Change that undo takes back to the last row', () => {
    fc.assert(
      fc.property(arbitrary(), ({ inventory, bundle }) => {
        const { scenario, simulation } = run(inventory, [bundle])
        const real = { ...inventory, scenarios: new Map([[scenario.id, scenario]]) }
        const rows = carryOut(real, scenario, simulation, idSource(9), 9)
        const after = applyChange(real, rows)
        expect(after.scenarios.get(scenario.id)?.carriedOut).toBe(9)
        for (const id of simulation.gone) expect(after.tools.get(id)?.status).toBe('retired')
        const ids = [...after.tools.keys(), ...after.flows.keys(), ...after.usages.keys()]
        expect(ids.filter((id) => id.startsWith('new:'))).toEqual([])
        for (const { source, target } of after.flows.values()) {
          expect(after.tools.has(source) && after.tools.has(target)).toBe(true)
        }
        expect(measureLandscape(after).tools).toBe(measureLandscape(simulation.after).tools)
        expect(applyChange(after, invertRows(rows))).toEqual(real)
      }),
    )
  })
})

function arbitrary() {
  const names = ['A', 'B', 'C', 'D', 'E', 'F']
  const tool = fc.record({
    jobs: fc.subarray(['ticketing', 'chat'], { minLength: 1 }),
    cost: fc.option(fc.nat(90_000), { nil: undefined }),
    users: fc.option(fc.nat(300), { nil: undefined }),
    owner: fc.constantFrom(undefined, 'IT', 'HR', 'Sales'),
    retired: fc.boolean(),
  })
  const flow = fc.record({
    source: fc.constantFrom(...names),
    target: fc.constantFrom(...names),
    method: fc.constantFrom('api', 'by-hand', 'file', 'unknown'),
    hours: fc.option(fc.nat(40), { nil: undefined }),
    data: fc.subarray(['order', 'invoice']),
  })
  return fc
    .record({
      tools: fc.array(tool, { minLength: 6, maxLength: 6 }),
      flows: fc.array(flow, { maxLength: 12 }),
      target: fc.oneof(fc.constantFrom(...names), fc.constant(undefined)),
      moves: fc.array(fc.record({ name: fc.constantFrom(...names), move: fc.constantFrom(...TOOL_MOVES) }), {
        maxLength: 4,
      }),
    })
    .map(({ tools, flows, target, moves }) => {
      const builder = someInventory()
      tools.forEach(({ jobs, cost, users, owner, retired }, i) => {
        builder.tool(names[i] as string, {
          does: jobs,
          ...(cost === undefined ? {} : { annualCost: eur(cost) }),
          ...(users === undefined ? {} : { users }),
          ...(owner === undefined ? {} : { owner }),
          ...(retired ? { status: 'retired' as const } : {}),
        })
      })
      for (const { source, target: to, method, hours, data } of flows) {
        if (source === to) continue
        builder.flow(source, to, {
          method: method as 'api',
          data,
          ...(hours === undefined ? {} : { hoursPerMonth: hours }),
        })
      }
      const bundle: TakenBundle = {
        functionKey: ticketing,
        target: target === undefined ? { newPlatform: 'New' } : { tool: toolId(target) },
        ...(moves.length % 2 === 0 ? { automated: true as const } : {}),
        decisions: moves.map(({ name, move }) => ({ tool: toolId(name), move })),
        oneOffCost: eur(1_000),
      }
      return { inventory: builder.build(), bundle }
    })
}

describe('a pilot', () => {
  const complete = {
    status: 'draft',
    measure: 'Hours spent copying orders',
    baseline: 40,
    criterion: 10,
    date: '2027-03-31',
    scalingTrigger: 'Criterion met two months in a row',
    stopTrigger: 'More than 30 hours in the second month',
    owner: 'Head of Service',
  } as const

  it('does not start before it has said what counts as a success', () => {
    const { criterion: _, ...without } = complete
    expect(pilotGaps(without, 'pilot')).toEqual(['criterion'])
    expect(pilotGaps({ ...complete, owner: '  ' }, 'pilot')).toEqual(['owner'])
    expect(pilotGaps(complete, 'pilot')).toEqual([])
  })

  it('is not scaled before it was a pilot, was measured and has succeeded', () => {
    expect(pilotGaps(complete, 'scaled')).toEqual(['notPilotYet', 'measured'])
    const running = { ...complete, status: 'pilot' } as const
    expect(pilotGaps({ ...running, measured: 12 }, 'scaled')).toEqual(['criterionMissed'])
    expect(pilotGaps({ ...running, measured: 10 }, 'scaled')).toEqual([])
    expect(hasSucceeded({ ...running, measured: 50, direction: 'above' })).toBe(true)
  })

  it('may always be stopped or taken back to a draft', () => {
    expect(pilotGaps({ status: 'pilot' }, 'stopped')).toEqual([])
    expect(pilotGaps({ status: 'pilot' }, 'draft')).toEqual([])
  })
})
