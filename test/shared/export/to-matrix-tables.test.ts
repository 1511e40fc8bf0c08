import { describe, expect, it } from 'vitest'
import { assignFunctions } from '../../../shared/analysis/assign-functions'
import { dataMatrix } from '../../../shared/analysis/matrix/data-matrix'
import { flowMatrix } from '../../../shared/analysis/matrix/flow-matrix'
import { functionMatrix } from '../../../shared/analysis/matrix/function-matrix'
import {
  dataColumns,
  dataMatrixRows,
  dataMatrixTable,
  flowMatrixRows,
  flowMatrixTable,
  functionMatrixRows,
  functionMatrixTable,
  toMatrixSheets,
} from '../../../shared/export/to-matrix-tables'
import { anInventory } from '../../builders'

const made = anInventory()
  .function('Chat', { domain: 'collaboration' })
  .tool('Slack; old', { functions: ['Chat'], owner: 'IT', annualCost: { minor: 10_050, currency: 'EUR' } })
  .tool('Teams', { functions: ['Chat', 'Wiki'], owner: 'IT', usedBy: ['Sales'] })
  .tool('ERP')
  .flow('Slack; old', 'Teams', { method: 'by-hand', hoursPerMonth: 2.5, dataObjects: ['Messages'] })
  .flow('Slack; old', 'Teams', { method: 'api' })
  .flow('ERP', 'Teams', { method: 'file', dataObjects: ['Messages'] })
  .flow('Teams', 'ERP', { method: 'api', dataObjects: ['Messages'] })
  .build()
const assigned = assignFunctions(made, new Map(), new Map())
const functions = functionMatrix(made, assigned, 'EUR')
const flows = flowMatrix(made)
const data = dataMatrix(made)
const options = { language: 'de', domains: new Map([['collaboration', 'Zusammenarbeit']]) } as const

describe('function × department', () => {
  it('has the tools’ names in the cells, so that several can be told apart', () => {
    expect(functionMatrixTable(functions, assigned, made, options)).toEqual({
      header: ['Bereich', 'Funktion', 'IT', 'Sales', 'Tools', 'Abteilungen mit zwei oder mehr'],
      rows: [
        ['Zusammenarbeit', 'Chat', '"Slack; old"; Teams', 'Teams', 2, 1],
        [null, 'Wiki', 'Teams', 'Teams', 1, 0],
      ],
    })
  })

  it('has a row for each filled cell, in which nothing unknown is a zero', () => {
    const { header, rows } = functionMatrixRows(functions, assigned, made, { ...options, language: 'en' }, 'EUR')
    expect(rows.every((row) => row.length === header.length)).toBe(true)
    expect(rows).toEqual([
      ['Zusammenarbeit', 'Chat', 'IT', 2, '"Slack; old"; Teams', 0, 100.5, 1, 1.56, 1],
      ['Zusammenarbeit', 'Chat', 'Sales', 1, 'Teams', 0, null, 1, 0.31, 1],
      [null, 'Wiki', 'IT', 1, 'Teams', 0, null, 1, 0.31, 1],
      [null, 'Wiki', 'Sales', 1, 'Teams', 0, null, 1, 0.31, 1],
    ])
  })
})

describe('tool × tool', () => {
  it('has the least automatic method, how many flows and the hours, in the language’s numbers', () => {
    expect(flowMatrixTable(flows, made, 'de')).toEqual({
      header: ['Von \\ Nach', 'Teams', 'Slack; old', 'ERP'],
      rows: [
        ['Teams', null, null, 'API'],
        ['Slack; old', '2 × Von Hand, 2,5 h', null, null],
        ['ERP', 'Datei', null, null],
      ],
    })
    expect(flowMatrixRows(flows, made, 'en').rows).toContainEqual(['Slack; old', 'Teams', 2, 'By hand', 2.5])
  })
})

describe('data object × tool', () => {
  it('says who writes, gets and passes on, and what is contested', () => {
    const columns = dataColumns(data, made)
    expect(dataMatrixTable(data, columns, made, 'en')).toEqual({
      header: ['Data object', 'Master tool', 'Contested', 'Slack; old', 'Teams', 'ERP'],
      rows: [['Messages', null, 'no', 'W', 'R P', 'R P']],
    })
    expect(dataMatrixRows(data, made, 'de').rows).toContainEqual([
      'Messages',
      null,
      'nein',
      'Teams',
      'erhält, gibt weiter',
    ])
  })
})

it('all three go into a workbook, each as a table whose rows fit its header', () => {
  const sheets = toMatrixSheets({ functions, flows, data }, assigned, made, options, 'EUR')
  expect(sheets.map(({ table }) => table.rows.length)).toEqual([4, 3, 3])
  for (const { name, table } of sheets) {
    expect(name.length).toBeLessThanOrEqual(31)
    expect(table.rows.every((row) => row.length === table.header.length)).toBe(true)
  }
})
