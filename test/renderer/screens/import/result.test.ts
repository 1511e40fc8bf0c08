import { expect, it } from 'vitest'
import { resultOf } from '../../../../renderer/screens/import/result'
import { difference } from '../../../../shared/inventory/change'
import { EMPTY_INVENTORY } from '../../../../shared/inventory/inventory'
import { aPlan } from './a-plan'

const tool = (id: string, name: string, status: string) => [id, { id, name, functions: [], status }] as const

it('the result of an import adds up, per list and together, and names what was merged and what went', () => {
  const base = {
    ...EMPTY_INVENTORY,
    tools: new Map([tool('t1.1', 'Jira', 'active'), tool('t1.2', 'DATEV', 'active'), tool('t1.3', 'Slack', 'active')]),
  } as never
  const after = {
    ...EMPTY_INVENTORY,
    tools: new Map([tool('t1.1', 'Jira', 'retired'), tool('t1.3', 'Slack', 'active')]),
  }
  const merge = { from: 'Data Team', into: 'Data', reason: 'unit-word', confidence: 1 } as const
  const plans = [
    aPlan({
      rows: 10,
      added: 7,
      updated: 2,
      issues: 1,
      missing: ['t1.1', 't1.2', 't1.3'],
      departmentMerges: [
        { ...merge, accepted: true },
        { ...merge, from: 'Ops', accepted: false },
      ],
      kept: 2,
    }),
    aPlan({
      kind: 'flows',
      fileName: 'flows.csv',
      rows: 3,
      unchanged: 3,
      departmentMerges: [{ ...merge, accepted: true }],
    }),
  ]
  const result = resultOf({ base, rows: difference(base, after as never), plans }, [])
  for (const { rows, added, updated, unchanged, issues } of [...result.lines, result.sum]) {
    expect(added + updated + unchanged + issues).toBe(rows)
  }
  expect(result.sum.rows).toBe(13)
  expect(result.merged).toEqual([{ from: 'Data Team', into: 'Data' }])
  expect(result.gone).toEqual([
    { name: 'Jira', became: 'retired' },
    { name: 'DATEV', became: 'deleted' },
  ])
  expect(result.kept).toBe(2)
})
