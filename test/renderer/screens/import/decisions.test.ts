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
import { asks, mergesOf, openQuestions, twinOf } from '../../../../renderer/screens/import/questions'
import type { DepartmentMerge } from '../../../../shared/import/import-plan'
import type { PossibleDuplicate } from '../../../../shared/import/propose-tools'
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
