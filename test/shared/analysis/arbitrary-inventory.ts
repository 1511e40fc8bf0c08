import { fc } from '@fast-check/vitest'
import type { Inventory } from '../../../shared/inventory/inventory'
import { FLOW_METHODS, JUDGEMENTS, type Level, TOOL_STATUSES } from '../../../shared/inventory/nouns'
import { someInventory } from './an-inventory'

const JOBS = ['CRM', 'Payroll', 'Chat', 'Tickets', 'ERP']
const DEPARTMENTS = ['IT', 'HR', 'Sales', 'Finance']
const NAMES = ['Alpha', 'Alpha Cloud', 'Beta', 'Gamma One', 'Gamma Two', 'Delta', 'Epsilon 2024']

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const toolFacts = fc.record({
  name: fc.constantFrom(...NAMES),
  does: fc.uniqueArray(fc.constantFrom(...JOBS), { maxLength: 3 }),
  usedBy: fc.uniqueArray(fc.constantFrom(...DEPARTMENTS), { maxLength: 3 }),
  owner: maybe(fc.constantFrom(...DEPARTMENTS)),
  users: maybe(fc.integer({ min: 0, max: 5000 })),
  minor: maybe(fc.integer({ min: 0, max: 100_000_000 })),
  currency: fc.constantFrom('EUR', 'USD', 'XXX'),
  status: maybe(fc.constantFrom(...TOOL_STATUSES)),
  contractEnd: maybe(fc.constantFrom('2025-06-30', '2026-12-31', '2030-01-01')),
  criticality: maybe(fc.constantFrom<Level>(1, 2, 3, 4)),
  vendor: maybe(fc.constantFrom('SAP SE', 'SAP', 'Microsoft')),
  description: maybe(fc.constantFrom('customer relations and sales', 'sales and customer lists', 'pays people')),
})

/** Small random inventories with everything unknown now and then. Ids are `t:0`, `t:1` … */
export const arbitraryInventory: fc.Arbitrary<Inventory> = fc
  .record({
    tools: fc.array(toolFacts, { maxLength: 14 }),
    flows: fc.array(
      fc.record({
        source: fc.nat(13),
        target: fc.nat(13),
        method: fc.constantFrom(...FLOW_METHODS),
        hoursPerMonth: maybe(fc.integer({ min: 0, max: 60 })),
        bothWays: maybe(fc.boolean()),
        data: fc.uniqueArray(fc.constantFrom('Customer', 'Order', 'Invoice'), { maxLength: 2 }),
      }),
      { maxLength: 12 },
    ),
    verdicts: fc.array(
      fc.record({
        judgement: fc.constantFrom(...JUDGEMENTS),
        tools: fc.uniqueArray(fc.nat(13), { minLength: 2, maxLength: 4 }),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ tools, flows, verdicts }) => {
    const builder = someInventory().job('CRM', { catalogueId: 'crm' }).job('Chat', { catalogueId: 'chat' })
    for (const [i, { name, minor, currency, ...facts }] of tools.entries()) {
      const annualCost = minor === undefined ? {} : { annualCost: { minor, currency } }
      builder.tool(name, { id: String(i), ...annualCost, ...known(facts) })
    }
    for (const { source, target, ...facts } of flows) {
      if (source === target || source >= tools.length || target >= tools.length) continue
      builder.flow(String(source), String(target), known(facts))
    }
    for (const verdict of verdicts) {
      builder.verdict(verdict.judgement, ...verdict.tools.filter((i) => i < tools.length).map(String))
    }
    return builder.build()
  })

type Known<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function known<T extends object>(facts: T): Known<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Known<T>
}
