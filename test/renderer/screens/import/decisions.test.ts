import { describe, expect, it } from 'vitest'
import {
  answerToMerge,
  answerToTwin,
  decideMerges,
  decideMissing,
  decideTwins,
  missingChoice,
  NO_DECISIONS,
  optionsOf,
} from '../../../../renderer/screens/import/decisions'
import {
  asks,
  mergesOf,
  openQuestions,
  saidApart,
  silencedIn,
  toldIn,
  twinOf,
} from '../../../../renderer/screens/import/questions'
import type { DepartmentMerge } from '../../../../shared/import/import-plan'
import type { PossibleDuplicate } from '../../../../shared/import/propose-tools'
import { forgetApart, rememberApart } from '../../../../shared/inventory/answers'
import { applyChange } from '../../../../shared/inventory/change'
import { idSource } from '../../../../shared/inventory/ids'
import { EMPTY_INVENTORY } from '../../../../shared/inventory/inventory'
import type { ToolId } from '../../../../shared/inventory/nouns'
import { aPlan } from './a-plan'

const merge: DepartmentMerge = {
  from: 'IT-Abteilung',
  into: 'IT',
  reason: 'unit-word',
  confidence: 0.9,
  accepted: false,
}
const duplicate: PossibleDuplicate = {
  key: 'ms teams',
  name: 'MS Teams',
  existing: { id: 't1.1' as ToolId, name: 'Microsoft Teams' },
  reason: 'vendor',
  confidence: 0.8,
  accepted: false,
}

describe('the answers to questions about departments', () => {
  it('can be yes, no, or taken back', () => {
    const yes = decideMerges(NO_DECISIONS, [merge], 'yes')
    expect(answerToMerge(yes, merge)).toBe('yes')
    expect(optionsOf(yes).departmentMerges).toEqual(new Map([['it abteilung', 'IT']]))
    const no = decideMerges(yes, [merge], 'no')
    expect([answerToMerge(no, merge), optionsOf(no).departmentMerges?.size]).toEqual(['no', 0])
    expect(answerToMerge(decideMerges(no, [merge], 'open'), merge)).toBe('open')
  })
})

describe('the answers to questions about tools', () => {
  it('name a stored tool by its id and one of this import by its name', () => {
    const stored = new Map([['t1.1', {}]]) as never
    expect(twinOf(duplicate, stored).same).toBe('t1.1')
    expect(twinOf(duplicate, new Map()).same).toBe('Microsoft Teams')
    const twin = twinOf(duplicate, stored)
    const yes = decideTwins(NO_DECISIONS, [twin], 'yes')
    expect([answerToTwin(yes, twin), optionsOf(yes).toolMerges?.get('ms teams')]).toEqual(['yes', 't1.1'])
    expect(answerToTwin(decideTwins(yes, [twin], 'no'), twin)).toBe('no')
  })
})

describe('what the file no longer contains', () => {
  it('is kept unless said, for all or one by one', () => {
    const all = decideMissing(NO_DECISIONS, ['t1.1', 't1.2'], 'retire')
    const one = decideMissing(all, ['t1.2'], 'delete')
    expect(['t1.1', 't1.2', 't1.3'].map((id) => missingChoice(one, id))).toEqual(['retire', 'delete', 'keep'])
  })
})

describe('the questions of a plan', () => {
  const plan = aPlan({ departmentMerges: [merge, merge], possibleDuplicates: [duplicate] })

  it('are counted once each, as long as they are open', () => {
    expect(mergesOf(plan)).toHaveLength(1)
    expect(openQuestions(plan, NO_DECISIONS)).toBe(2)
    expect(openQuestions(plan, decideMerges(NO_DECISIONS, [merge], 'no'))).toBe(1)
    const answered = aPlan({ departmentMerges: [{ ...merge, accepted: true }] })
    expect(openQuestions(answered, NO_DECISIONS)).toBe(0)
  })

  it('are asked only where there are any', () => {
    expect(asks(aPlan({}), NO_DECISIONS)).toBe(false)
    expect(asks(aPlan({ missing: ['t1.1'] }), NO_DECISIONS)).toBe(true)
  })
})

describe('what is kept apart', () => {
  const plan = aPlan({ departmentMerges: [merge], possibleDuplicates: [duplicate] })
  const twin = twinOf(duplicate, undefined)
  const no = decideTwins(decideMerges(NO_DECISIONS, [merge], 'no'), [twin], 'no')
  const rows = rememberApart(new Map(), saidApart([plan, plan], no, new Map([['t1.1', {}]]) as never), idSource(7))

  it('is remembered once each, by names', () => {
    expect(rows.map(({ after }) => after)).toEqual([
      { id: 'a7.1', kind: 'departments', names: ['IT-Abteilung', 'IT'] },
      { id: 'a7.2', kind: 'tools', names: ['MS Teams', 'Microsoft Teams'] },
    ])
    expect(saidApart([plan], NO_DECISIONS, new Map())).toEqual([])
  })

  it('is not asked again, in either order and any spelling, until it is taken back', () => {
    const { answers } = applyChange(EMPTY_INVENTORY, rows)
    expect(openQuestions(plan, NO_DECISIONS, toldIn({ answers }))).toBe(0)
    expect(silencedIn(plan, toldIn({ answers }))).toBe(2)
    const turned = aPlan({ departmentMerges: [{ ...merge, from: 'it', into: 'IT Abteilung' }] })
    expect(openQuestions(turned, NO_DECISIONS, toldIn({ answers }))).toBe(0)
    const [first] = [...answers.keys()]
    const left = applyChange({ ...EMPTY_INVENTORY, answers }, forgetApart(answers, first === undefined ? [] : [first]))
    expect(openQuestions(plan, NO_DECISIONS, toldIn(left))).toBe(1)
    expect(rememberApart(answers, saidApart([plan], no, new Map()), idSource(8))).toEqual([])
  })

  it('never hides a tool behind a department of the same name', () => {
    const { answers } = applyChange(EMPTY_INVENTORY, rows.slice(0, 1))
    const tools = aPlan({
      possibleDuplicates: [{ ...duplicate, name: 'IT', existing: { key: 'x', name: 'IT-Abteilung' } as never }],
    })
    expect(openQuestions(tools, NO_DECISIONS, toldIn({ answers }))).toBe(1)
  })
})
