import { describe, expect, it } from 'vitest'
import { shapeTable } from '../../../shared/import/shape-table'
import { summaryRows } from '../../../shared/import/summary-rows'
import { countsOf, imported } from './import-kit'

const tool = ['SAP', 'IT', '100']

describe('lines of totals', () => {
  it.each([
    [['Summe', '', '100']],
    [['Gesamt:', '', '1.200,50 €']],
    [['', 'Total', '42']],
    [['Gesamtkosten', '', 'EUR 1200']],
    [['Total (42 tools)', '', '']],
  ])('%j at the end is one', (last) => {
    expect(summaryRows([tool, last])).toEqual([1])
  })

  it.each([
    [['Total Commander', 'IT', '100']],
    [['Summe', 'IT', '100']],
    [['Total', '', '']],
    [['Gesamtplanung', '', '10']],
    [['SAP', '', '100']],
  ])('%j is none', (last) => {
    expect(summaryRows([tool, last])).toEqual([])
  })

  it('takes notes that follow along, and never the only row', () => {
    expect(summaryRows([tool, ['Summe', '', '5'], ['Stand: 1.3.2026', '', '']])).toEqual([1, 2])
    expect(summaryRows([['Summe', '', '5']])).toEqual([])
  })

  it('become issues, so that every row is accounted for', () => {
    const { plan } = imported('liste.csv', 'Name;Abteilung;Jahreskosten\nSAP;IT;100\nDATEV;FiBu;200\nSumme;;300\n')
    expect(countsOf(plan)).toEqual([3, 2, 0, 0, 1])
    expect(plan.issues).toEqual([{ code: 'summary-row', row: 4 }])
  })
})

describe('the header', () => {
  const records = [['List of tools'], [''], ['Name', 'Dept'], ['SAP', 'IT'], ['Jira', 'IT']]

  it('is found below titles and says where it stood', () => {
    expect(shapeTable(records)).toMatchObject({ headerRow: 3, skipped: 1, table: { header: ['Name', 'Dept'] } })
  })

  it('is what a person says', () => {
    const { table, skipped } = shapeTable(records, 4)
    expect(table.header).toEqual(['SAP', 'IT'])
    expect(table.rows).toEqual([['Jira', 'IT']])
    expect(skipped).toBe(2)
    expect(shapeTable(records, 99).headerRow).toBe(3)
  })
})
