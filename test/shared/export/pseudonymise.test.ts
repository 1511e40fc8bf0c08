import { test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { pseudonymise } from '../../../shared/export/pseudonymise'
import { anInventory } from '../../builders'
import { arbitraryTools } from './arbitrary-tools'
import { SAMPLES } from './models/samples'

const WORDS = { person: 'Person', vendor: 'Hersteller', host: 'Adresse' }

describe('a copy for others', () => {
  const company = anInventory()
    .tool('SAP ERP auf srv01.werk.example', {
      vendor: 'SAP',
      businessOwner: 'Erika Muster',
      technicalOwner: 'erika  muster',
      description: 'Geheim',
      annualCost: { minor: 100, currency: 'EUR' },
      url: 'https://erp.werk.example/x',
      extra: { Raum: 'B 12' },
      origin: { file: 'Kunde X.csv', row: 2 },
    })
    .tool('Liste von Erika Muster', { vendor: 'sap', notes: 'eilt' })
    .flow('SAP ERP auf srv01.werk.example', 'Liste von Erika Muster', { notes: 'jeden Montag', name: 'Export' })
    .build()

  it('names people, vendors and hosts by number, the same one everywhere, and leaves costs and texts out', () => {
    const { inventory, hidden } = pseudonymise(company, WORDS)
    const [erp, list] = [...inventory.tools.values()]
    expect(erp).toEqual({
      id: erp?.id,
      name: 'Hersteller 1 ERP auf Adresse 2',
      functions: [],
      vendor: 'Hersteller 1',
      businessOwner: 'Person 1',
      technicalOwner: 'Person 1',
    })
    expect(list).toMatchObject({ name: 'Liste von Person 1', vendor: 'Hersteller 1' })
    expect(hidden).toEqual({ people: 1, vendors: 1, costs: 1, hosts: 2, texts: 5 })
    expect(JSON.stringify([...inventory.flows.values()])).not.toMatch(/Montag|Export/)
  })

  it('says what can still be read', () => {
    expect(pseudonymise(company, WORDS).left.tools).toEqual(['Hersteller 1 ERP auf Adresse 2', 'Liste von Person 1'])
  })

  for (const { name, load } of SAMPLES) {
    it(`leaves nobody's name, cost or text of ${name} behind`, () => {
      const before = load()
      const text = JSON.stringify(
        Object.values(pseudonymise(before, WORDS).inventory).map((rows) => [...rows.values()]),
      )
      const secrets = [...before.tools.values()].flatMap((tool) => [
        tool.businessOwner,
        tool.technicalOwner,
        tool.vendor,
        tool.description,
        tool.notes,
        tool.url,
      ])
      const told = secrets.filter((secret) => secret !== undefined && secret.length > 4)
      expect(told.length).toBeGreaterThan(20)
      for (const secret of told) expect(text).not.toContain(JSON.stringify(secret).slice(1, -1))
      expect(text).not.toMatch(/"minor"|"extra"|"origin"/)
    })
  }

  test.prop([arbitraryTools])('has the same tools, flows and departments as the original', (inventory) => {
    const { inventory: after } = pseudonymise(inventory, WORDS)
    for (const table of ['tools', 'flows', 'departments', 'usages', 'functions'] as const) {
      expect([...after[table].keys()]).toEqual([...inventory[table].keys()])
    }
  })
})
