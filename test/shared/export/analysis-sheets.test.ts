import { test } from '@fast-check/vitest'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { encodeXlsx } from '../../../renderer/files/xlsx-write'
import { judge } from '../../../shared/analysis/judge'
import { analysisSheets } from '../../../shared/export/analysis-sheets'
import { type Formula, type FormulaCell, formulaText } from '../../../shared/export/formula'
import type { WorkbookSheet } from '../../../shared/export/to-workbook-tables'
import { arbInventory } from '../../arbitraries'
import { wellFormed } from '../../fixtures/well-formed'
import { evilCompany, SAMPLES } from './models/samples'

const NOTHING_KNOWN = { proposals: new Map(), functions: new Map(), products: new Map() }
const t = (key: string) => key
const sheetsOf = (inventory: Parameters<typeof judge>[0]) =>
  analysisSheets(inventory, judge(inventory, NOTHING_KNOWN, '2026-01-01'), { language: 'de', t })

/** Reckons as a spreadsheet program does, from the cells alone. */
function reckon(formula: Formula, sheet: WorkbookSheet, sheets: readonly WorkbookSheet[]): number {
  const at = (name: string | undefined) => sheets.find((each) => each.name === name) ?? sheet
  const valueAt = (where: WorkbookSheet, row: number, column: number): number => {
    const cell = where.table.rows[row]?.[column] ?? null
    if (typeof cell === 'object' && cell !== null) return reckon(cell.formula, where, sheets)
    return typeof cell === 'number' ? cell : 0
  }
  switch (formula.of) {
    case 'number':
      return formula.value
    case 'cell':
      return valueAt(at(formula.sheet), formula.row, formula.column)
    case 'sum': {
      let sum = 0
      for (let row = formula.from.row; row <= formula.to.row; row += 1)
        for (let column = formula.from.column; column <= formula.to.column; column += 1)
          sum += valueAt(at(formula.sheet), row, column)
      return sum
    }
    case 'operation': {
      const [a, b] = [reckon(formula.left, sheet, sheets), reckon(formula.right, sheet, sheets)]
      return { '+': a + b, '-': a - b, '*': a * b, '/': a / b }[formula.sign]
    }
  }
}

function checked(sheets: readonly WorkbookSheet[]): number {
  let formulas = 0
  for (const sheet of sheets) {
    for (const cell of sheet.table.rows.flat()) {
      if (typeof cell !== 'object' || cell === null) continue
      formulas += 1
      expect(reckon((cell as FormulaCell).formula, sheet, sheets)).toBeCloseTo((cell as FormulaCell).value, 9)
    }
  }
  return formulas
}

describe('the sheets of what is concluded', () => {
  it.each(SAMPLES.map((sample) => [sample.name, sample.load] as const))(
    '%s: every formula gives the app’s own number',
    (_, load) => {
      expect(checked(sheetsOf(load()))).toBeGreaterThan(15)
    },
  )

  test.prop([arbInventory], { numRuns: 50 })('so for any inventory', (inventory) => {
    checked(sheetsOf(inventory))
  })

  it('hold no formula but ours, whatever things are called', () => {
    const parts = unzipSync(encodeXlsx(sheetsOf(evilCompany())))
    for (const [name, part] of Object.entries(parts)) {
      const xml = new TextDecoder().decode(part)
      expect(wellFormed(xml), name).toBeUndefined()
      for (const [, formula] of xml.matchAll(/<f>(.*?)<\/f>/g)) {
        expect(formula).toMatch(/^(?:(?:'Rechenweg'!)?[A-Z]+\d+|SUM|[()+\-*/:])+$/)
      }
    }
  })

  it('name a sheet so that nothing ends its quotes', () => {
    const formula: Formula = { of: 'cell', sheet: "O'Neil", column: 27, row: 0 }
    expect(formulaText(formula, (sheet) => sheet)).toBe("'O''Neil'!AB2")
    expect(() => formulaText({ of: 'number', value: Number.NaN }, (sheet) => sheet)).toThrow()
  })
})
