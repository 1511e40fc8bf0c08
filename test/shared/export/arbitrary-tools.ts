import { fc } from '@fast-check/vitest'
import type { Inventory } from '../../../shared/inventory/inventory'
import {
  AI_KINDS,
  DATA_CLASSES,
  HOSTINGS,
  type Level,
  TOOL_STATUSES,
  YES_NO_UNKNOWN,
} from '../../../shared/inventory/nouns'
import { someInventory } from '../analysis/an-inventory'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const level = fc.constantFrom<Level>(1, 2, 3, 4)
const JOBS = ['Ticketing', 'Chat', 'Payroll', 'CRM', 'Rechnungen schreiben', 'Angebote, Aufträge', 'a; b', '[alt]']
const DEPARTMENTS = ['IT', 'Sales', 'Personal', 'Werk Süd', 'Forschung / Entwicklung', 'Einkauf, Lager']
const NAMES = ['Jira', 'Slack', 'SAP S/4HANA', 'Müller-Tool', 'ELO', 'd.3one', 'Notepad++', '7-Zip']

const tool = fc.record({
  does: fc.uniqueArray(fc.constantFrom(...JOBS), { maxLength: 3 }),
  owner: maybe(fc.constantFrom(...DEPARTMENTS)),
  usedBy: fc.uniqueArray(fc.constantFrom(...DEPARTMENTS), { maxLength: 3 }),
  vendor: maybe(fc.constantFrom('SAP SE', 'Atlassian', 'Müller & Söhne GmbH')),
  description: maybe(fc.constantFrom('Für alle, die Tickets schreiben.', 'Two\nlines; and a "quote"')),
  status: maybe(fc.constantFrom(...TOOL_STATUSES)),
  hosting: maybe(fc.constantFrom(...HOSTINGS)),
  users: maybe(fc.integer({ min: 0, max: 50_000 })),
  minor: maybe(fc.integer({ min: 0, max: 900_000_000 })),
  currency: fc.constantFrom('EUR', 'USD', 'CHF'),
  contractEnd: maybe(fc.constantFrom('2026-12-31', '2027-02-28', '2030-01-01')),
  plannedFrom: maybe(fc.constantFrom('2024-02-29', '2027-03-01')),
  retiredFrom: maybe(fc.constantFrom('2026-12-31', '2028-01-01')),
  noticeMonths: maybe(fc.integer({ min: 0, max: 24 })),
  criticality: maybe(level),
  functionalFit: maybe(level),
  technicalFit: maybe(level),
  dataClass: maybe(fc.constantFrom(...DATA_CLASSES)),
  personalData: maybe(fc.constantFrom(...YES_NO_UNKNOWN)),
  ai: maybe(fc.constantFrom(...AI_KINDS)),
  tags: maybe(fc.uniqueArray(fc.constantFrom('alt', 'teuer', 'zentral'), { minLength: 1, maxLength: 3 })),
  notes: maybe(fc.constantFrom('Nichts', '=1+1', '-1')),
})

/** Inventories of tools with plain names and every field known now and then. */
export const arbitraryTools: fc.Arbitrary<Inventory> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), tool), { minLength: 1, maxLength: 8, selector: ([name]) => name })
  .map((tools) => {
    const builder = someInventory()
    for (const [name, { minor, currency, ...facts }] of tools) {
      const cost = minor === undefined ? {} : { annualCost: { minor, currency } }
      builder.tool(
        name,
        Object.fromEntries(
          Object.entries({ ...facts, ...cost, origin: { file: 'list.csv', row: 2 } }).filter(
            ([, value]) => value !== undefined,
          ),
        ),
      )
    }
    return builder.build()
  })
