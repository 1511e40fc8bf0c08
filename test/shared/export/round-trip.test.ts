import { test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { toToolsTable } from '../../../shared/export/to-tables'
import { guessMapping } from '../../../shared/import/guess-mapping'
import { planImport } from '../../../shared/import/plan-import'
import { readDrafts } from '../../../shared/import/read-drafts'
import { applyChange } from '../../../shared/inventory/change'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'
import type { Tool } from '../../../shared/inventory/nouns'
import { someInventory } from '../analysis/an-inventory'
import { arbitraryTools } from './arbitrary-tools'
import { asTable } from './as-table'

const FILE = 'tools.csv'

/** What importing an inventory's own export would change. */
function planAgain(exported: Inventory, into: Inventory, language: 'de' | 'en') {
  const table = asTable(toToolsTable(exported, { language }))
  const mapping = guessMapping(table, 'tools')
  const read = readDrafts(table, mapping, { fileName: FILE, defaultCurrency: 'EUR' })
  return planImport(into, { kind: 'tools', fileName: FILE, ...read, rows: table.rows.length }, idSource(900))
}

/** A tool in words: names instead of ids, and without what an import decides itself. */
function inWords(inventory: Inventory) {
  const nameOf = (rows: ReadonlyMap<string, { readonly name: string }>, id: string | undefined) =>
    id === undefined ? undefined : rows.get(id)?.name
  return [...inventory.tools.values()]
    .map(({ id, origin: _, functions, owner, mentionedOnly: __, ...facts }: Tool) => ({
      ...facts,
      functions: functions.map((each) => nameOf(inventory.functions, each)),
      owner: nameOf(inventory.departments, owner),
      usedBy: [...inventory.usages.values()]
        .filter(({ tool, department }) => tool === id && department !== owner)
        .map(({ department }) => nameOf(inventory.departments, department))
        .sort(),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

describe('export and import again', () => {
  it('brings back a tool with everything', () => {
    const inventory = someInventory()
      .tool('Jira', {
        externalId: 'A-1',
        partOf: 'Atlassian Suite',
        vendor: 'Atlassian',
        description: 'Tickets for everybody',
        does: ['Ticketing', 'Planning'],
        owner: 'IT',
        usedBy: ['Sales', 'HR'],
        businessOwner: 'Kim Beispiel',
        technicalOwner: 'Toni Muster',
        status: 'phasing-out',
        hosting: 'on-premises',
        users: 1234,
        annualCost: { minor: 1_234_550, currency: 'CHF' },
        contractEnd: '2027-01-31',
        noticeMonths: 3,
        plannedFrom: '2020-04-01',
        retiredFrom: '2027-02-01',
        criticality: 2,
        functionalFit: 3,
        technicalFit: 1,
        dataClass: 'strictly-confidential',
        personalData: 'unknown',
        ai: 'none',
        tags: ['alt', 'teuer'],
        url: 'https://jira.example.com/',
        notes: 'Nichts',
        extra: { Raumfarbe: 'blau' },
        origin: { file: 'list.csv', row: 7 },
      })
      .tool('Fax', { status: 'retired', origin: { file: 'list.csv', row: 9 } })
      .build()
    for (const language of ['en', 'de'] as const) {
      const plan = planAgain(inventory, EMPTY_INVENTORY, language)
      expect(plan.notices).toEqual([])
      expect(inWords(applyChange(EMPTY_INVENTORY, plan.changes))).toEqual(inWords(inventory))
      expect(planAgain(inventory, inventory, language).changes).toEqual([])
    }
  })

  test.prop([arbitraryTools])('the same tools come back', (inventory) => {
    for (const language of ['en', 'de'] as const) {
      const plan = planAgain(inventory, EMPTY_INVENTORY, language)
      expect(plan.issues).toEqual([])
      expect(inWords(applyChange(EMPTY_INVENTORY, plan.changes))).toEqual(inWords(inventory))
    }
  })

  test.prop([arbitraryTools])('into the same inventory nothing changes', (inventory) => {
    for (const language of ['en', 'de'] as const) {
      const { unchanged, rows, changes } = planAgain(inventory, inventory, language)
      expect(unchanged).toBe(rows)
      expect(changes).toEqual([])
    }
  })
})
