import { describe, expect, it } from 'vitest'
import { besidesOf, equationOf, namedTotals, sameOutcome, totalsOf } from '../../../../renderer/screens/import/sums'
import { aPlan } from './a-plan'

describe('the equation of a file', () => {
  it('names what becomes of its rows and adds up', () => {
    const plan = aPlan({ rows: 118, added: 112, updated: 3, unchanged: 1, issues: 2 })
    expect(equationOf(plan)).toEqual({
      rows: 118,
      terms: [
        { outcome: 'added', count: 112 },
        { outcome: 'updated', count: 3 },
        { outcome: 'unchanged', count: 1 },
        { outcome: 'issue', count: 2 },
      ],
      balanced: true,
    })
  })

  it('leaves out what does not occur', () => {
    const { terms } = equationOf(aPlan({ rows: 5, unchanged: 5 }))
    expect(terms).toEqual([{ outcome: 'unchanged', count: 5 }])
  })

  it('says when the numbers do not add up', () => {
    expect(equationOf(aPlan({ rows: 5, added: 4 })).balanced).toBe(false)
  })
})

describe('the sums of several files', () => {
  const plans = [
    aPlan({ kind: 'tools', rows: 10, added: 7, updated: 2, unchanged: 1, records: 8 }),
    aPlan({ kind: 'tools', rows: 4, added: 3, issues: 1, records: 3 }),
    aPlan({ kind: 'flows', rows: 3, unchanged: 3 }),
  ]

  it('count the records that are new or changed, not their rows, by kind', () => {
    expect(totalsOf(plans)).toMatchObject({ tools: 11, departments: 0, flows: 0, usages: 0 })
  })

  it('name only the kinds that have something', () => {
    expect(namedTotals({ tools: 12, departments: 0, flows: 60, usages: 0, dataObjects: 0, functions: 0 })).toEqual([
      { kind: 'tools', count: 12 },
      { kind: 'flows', count: 60 },
    ])
  })
})

describe('what files create besides their own rows', () => {
  it('is what they name: departments, functions, mentioned tools, and flows in cells of a list of tools', () => {
    const plans = [
      aPlan({ kind: 'tools', newDepartments: ['IT'], newFunctions: ['Payroll', 'Chat'], newFlows: ['Jira → Excel'] }),
      aPlan({ kind: 'flows', mentionedOnly: ['Excel'] }),
    ]
    expect(besidesOf(plans)).toEqual({ tools: 1, departments: 1, functions: 2, flows: 1 })
  })
})

describe('two rounds of planning', () => {
  it('come to the same when every figure is the same', () => {
    expect(sameOutcome([aPlan({ rows: 2, added: 2 })], [aPlan({ rows: 2, added: 2 })])).toBe(true)
  })

  it('differ when a row that was new is now an update, or a name is created that was not', () => {
    const seen = [aPlan({ rows: 2, added: 2 })]
    expect(sameOutcome(seen, [aPlan({ rows: 2, added: 1, updated: 1 })])).toBe(false)
    expect(sameOutcome(seen, [aPlan({ rows: 2, added: 2, newDepartments: ['IT'] })])).toBe(false)
    expect(sameOutcome(seen, [])).toBe(false)
  })
})
