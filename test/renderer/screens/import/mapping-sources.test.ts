import { describe, expect, it } from 'vitest'
import { missingField } from '../../../../renderer/screens/import/mapping-edits'
import {
  addConstant,
  addJoin,
  addUse,
  changeJoin,
  constantsOf,
  joinedIn,
  joinsOf,
  partsOf,
  removeExtra,
  separatorOf,
  setConstant,
  setPart,
  setSeparator,
  usesOf,
} from '../../../../renderer/screens/import/mapping-sources'
import type { Mapping } from '../../../../shared/import/mapping'
import { readDrafts } from '../../../../shared/import/read-drafts'

const plain: Mapping = { kind: 'tools', columns: ['name', 'vendor', null] }
const table = {
  header: ['Tool', 'Maker', 'More'],
  rows: [['SAP / FI', 'SAP SE', 'Walldorf']],
  rowNumbers: [2],
}
const draft = (mapping: Mapping) => readDrafts(table, mapping, { fileName: 'a.csv', defaultCurrency: 'EUR' }).drafts[0]

describe('cutting the cells of a column', () => {
  it('gives its parts to several fields', () => {
    const cut = setPart(addUse(setSeparator(plain, 0, '/'), 0, 'partOf'), 0, undefined, 2)
    const both = setPart(cut, 0, 0, 1)
    expect(usesOf(both, 0)).toEqual([
      { field: 'name', part: 2 },
      { field: 'partOf', extra: 0, part: 1 },
    ])
    expect(draft(both)).toMatchObject({ name: 'FI', partOf: 'SAP' })
  })

  it('is taken back by an empty sign', () => {
    const cut = addUse(setSeparator(plain, 0, '/'), 0, 'functions')
    expect(separatorOf(cut, 0)).toBe('/')
    const whole = setSeparator(cut, 0, '')
    expect(separatorOf(whole, 0)).toBe('')
    expect(whole.splits).toBeUndefined()
    expect(usesOf(whole, 0)).toEqual([{ field: 'name' }, { field: 'functions', extra: 0 }])
  })

  it('is shown as it will be', () => {
    expect(partsOf('SAP / FI', '/')).toEqual(['SAP', 'FI'])
    expect(partsOf('SAP / FI', '')).toEqual(['SAP / FI'])
  })
})

describe('joining two columns', () => {
  const joined = addJoin(plain, [1, 2], ', ', 'vendor')

  it('takes the field from both, so the column that fed it alone no longer does', () => {
    expect(joined.columns).toEqual(['name', null, null])
    expect(draft(joined)).toMatchObject({ vendor: 'SAP SE, Walldorf' })
  })

  it('can be changed in place and taken away', () => {
    expect(joinedIn(joined, 2)).toEqual([{ field: 'vendor', columns: [1, 2] }])
    expect(joinsOf(joined, 2)).toEqual([])
    const [join] = joinsOf(joined, 1)
    if (join === undefined) throw new Error('No join')
    const changed = changeJoin(addConstant(joined, 'status', 'aktiv'), { ...join, separator: ' ', field: 'notes' })
    expect(changed.extras?.map(({ field }) => field)).toEqual(['notes', 'status'])
    expect(joinsOf(removeExtra(changed, 0), 1)).toEqual([])
  })

  it('can give a list the name that it lacks', () => {
    expect(missingField(addJoin({ kind: 'tools', columns: [null, null] }, [0, 1], ' ', 'name'))).toBeUndefined()
  })
})

describe('the same value for every row', () => {
  it('is there, can be changed, and goes without a trace', () => {
    const one = setConstant(addConstant(plain, 'status', 'aktiv'), 0, 'retired')
    expect(constantsOf(one)).toEqual([{ extra: 0, field: 'status', text: 'retired' }])
    expect(draft(one)).toMatchObject({ status: 'retired' })
    expect(removeExtra(one, 0)).toEqual(plain)
  })
})
