import { describe, expect, it } from 'vitest'
import { groupDamage, problemsOf, toCsvRows } from '../../../../renderer/screens/import/problem-rows'
import { aPlan } from './a-plan'

const plan = aPlan({
  fileName: 'list.csv',
  rows: 3,
  added: 2,
  issues: [{ code: 'missing-name', row: 3 }],
  notices: [
    { code: 'bad-number', row: 2, column: 'Users', text: 'many' },
    { code: 'unknown-word', row: 3, column: 'Status', text: 'green' },
  ],
})

describe('the problems of a file', () => {
  it('are told in the order of its rows, the graver first', () => {
    const problems = problemsOf(plan, [{ code: 'skipped-title', row: 1 }])
    expect(problems.map(({ row, severity, code }) => `${row} ${severity} ${code}`)).toEqual([
      '1 damage skipped-title',
      '2 notice bad-number',
      '3 issue missing-name',
      '3 notice unknown-word',
    ])
  })

  it('become rows of a table with file, row, column, text, reason and consequence', () => {
    const rows = toCsvRows(problemsOf(plan), {
      header: ['File', 'Row', 'Column', 'Text', 'Reason', 'Consequence'],
      why: ({ code }) => `because of ${code}`,
      consequence: (severity) => (severity === 'issue' ? 'not taken' : 'taken'),
    })
    expect(rows).toEqual([
      ['File', 'Row', 'Column', 'Text', 'Reason', 'Consequence'],
      ['list.csv', 2, 'Users', 'many', 'because of bad-number', 'taken'],
      ['list.csv', 3, '', '', 'because of missing-name', 'not taken'],
      ['list.csv', 3, 'Status', 'green', 'because of unknown-word', 'taken'],
    ])
  })
})

describe('damage to a file', () => {
  it('is grouped by kind, with its first rows', () => {
    const damaged = [4, 5, 6, 7].map((row) => ({ code: 'missing-cells' as const, row }))
    expect(groupDamage([{ code: 'skipped-title', row: 1 }, ...damaged])).toEqual([
      { code: 'skipped-title', count: 1, rows: [1] },
      { code: 'missing-cells', count: 4, rows: [4, 5, 6] },
    ])
  })
})
