import { test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { encodeCsv } from '../../../../renderer/files/csv-codec'
import { flavourOf } from '../../../../renderer/files/flavours'
import { toArchiModel } from '../../../../shared/export/models/archi-model'
import { toArchiTables } from '../../../../shared/export/models/to-archi-csv'
import { toOpenExchange } from '../../../../shared/export/models/to-open-exchange'
import type { Inventory } from '../../../../shared/inventory/inventory'
import { anInventory } from '../../../builders'
import { wellFormed } from '../../../fixtures/well-formed'
import { importedTogether } from '../../import/sources/sources-kit'
import { arbitraryTools } from '../arbitrary-tools'
import { inWords } from './in-words'
import { evilCompany, SAMPLES } from './samples'

const flavour = flavourOf('en')

function asExchange(inventory: Inventory) {
  return importedTogether([['model.xml', toOpenExchange(toArchiModel(inventory), 'Muster & Söhne', 'de')]])
}

function asCsv(inventory: Inventory) {
  const { elements, relations, properties } = toArchiTables(toArchiModel(inventory))
  const text = ({ header, rows }: typeof elements) => encodeCsv([header, ...rows], flavour)
  return importedTogether([
    ['elements.csv', text(elements)],
    ['relations.csv', text(relations)],
    ['properties.csv', text(properties)],
  ])
}

describe('a model for Archi', () => {
  const company = anInventory()
    .department('Vertrieb', { headcount: 40 })
    .department('Außendienst & "Mehr"', { parent: 'Vertrieb' })
    .tool('CRM 😀', { owner: 'Außendienst & "Mehr"', functions: ['Kundenpflege'], users: 30, notes: 'eins\nzwei' })
    .tool('Mobil', { partOf: 'CRM 😀', status: 'planned' })
    .tool('ERP <Süd>', { owner: 'Vertrieb' })
    .flow('CRM 😀', 'ERP <Süd>', { method: 'by-hand', hoursPerMonth: 7.5, dataObjects: ['Auftrag'] })
    .flow('CRM 😀', 'ERP <Süd>', { method: 'api', bothWays: true, dataObjects: ['Kunde', 'Preis'] })
    .build()

  for (const [kind, again] of [
    ['exchange file', asExchange],
    ['three lists', asCsv],
  ] as const) {
    it(`gives the same inventory when its ${kind} is imported`, () => {
      const { after, lines } = again(company)
      expect(lines.filter((line) => line.endsWith('!'))).toEqual([])
      expect(inWords(after)).toEqual(inWords(company))
    })

    test.prop([arbitraryTools], { numRuns: 25 })(`keeps every field in the ${kind}`, (inventory) => {
      expect(inWords(again(inventory).after).tools).toEqual(inWords(inventory).tools)
    })

    for (const { name, load } of SAMPLES) {
      it(`brings the sample ${name} back from the ${kind}`, () => {
        const inventory = load()
        expect(inventory.tools.size).toBeGreaterThan(20)
        // What is listed is more than mentioned.
        expect(inWords(again(inventory).after, ['mentionedOnly', 'directionKnown'])).toEqual(
          inWords(inventory, ['mentionedOnly', 'directionKnown']),
        )
      })
    }
  }

  it('stays well-formed whatever the names hold', () => {
    const inventory = evilCompany()
    expect(wellFormed(toOpenExchange(toArchiModel(inventory), '"<&', 'en'))).toBeUndefined()
    expect(asExchange(inventory).after.tools.size).toBe(inventory.tools.size)
    expect(asCsv(inventory).after.flows.size).toBe(inventory.flows.size)
  })
})
