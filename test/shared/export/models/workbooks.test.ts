import { describe, expect, it } from 'vitest'
import type { Sheet } from '../../../../shared/export/models/sheet'
import { toBackstage } from '../../../../shared/export/models/to-backstage'
import { toLeanix } from '../../../../shared/export/models/to-leanix'
import { toTurboEa } from '../../../../shared/export/models/to-turbo-ea'
import type { Inventory } from '../../../../shared/inventory/inventory'
import { arrowsOf } from '../../../builders'
import { workbook } from '../../../fixtures/workbook'
import { importedTogether, namesOf } from '../../import/sources/sources-kit'
import { inWords } from './in-words'
import { EVIL, evilCompany, SAMPLES } from './samples'

function read(sheets: readonly Sheet[]) {
  const bytes = workbook(...sheets.map(({ name, table }) => ({ name, rows: [table.header, ...table.rows] as never })))
  return importedTogether([['export.xlsx', bytes]])
}

/** What the shapes of other systems can carry of a tool. */
function carried(inventory: Inventory) {
  return inWords(inventory, ['mentionedOnly', 'directionKnown', 'extra']).tools.map((tool) => ({
    ...tool,
    functions: tool.functions.join('; ').split(/[,;] /).sort(),
  }))
}

for (const [system, write] of [
  ['LeanIX', toLeanix],
  ['Turbo EA', toTurboEa],
] as const) {
  describe(`a workbook for ${system}`, () => {
    for (const { name, load } of SAMPLES) {
      it(`brings the tools, departments and flows of ${name} back`, () => {
        const inventory = load()
        const { after, lines } = read(write(inventory))
        expect(lines.filter((line) => line.endsWith('!'))).toEqual([])
        expect(namesOf(after.departments)).toEqual(namesOf(inventory.departments))
        expect(arrowsOf(after)).toEqual(arrowsOf(inventory))
        expect(carried(after)).toEqual(carried(inventory))
      })
    }
  })
}

describe('a Backstage catalogue', () => {
  for (const { name, load } of SAMPLES) {
    it(`brings the names, owners and flows of ${name} back`, () => {
      const inventory = load()
      const { after } = importedTogether([['catalog-info.yaml', toBackstage(inventory)]])
      const owners = (each: Inventory) => inWords(each).tools.map((tool) => [tool.name, tool.owner])
      expect(owners(after)).toEqual(owners(inventory))
      const joined = (each: Inventory) => new Set(arrowsOf(each).flatMap((arrow) => arrow.replace('↔', '→')))
      for (const arrow of joined(inventory)) expect(joined(after)).toContain(arrow)
    })
  }

  it('reads names as text, whatever they hold', () => {
    const { after } = importedTogether([['catalog-info.yaml', toBackstage(evilCompany())]])
    expect(after.tools.size).toBe(EVIL.length)
    expect(namesOf(after.tools)).toContain('<img src=x onerror=alert(1)>')
  })
})
