import { describe, expect, it } from 'vitest'
import { blockerOf, troubleWith } from '../../../../renderer/screens/import/blockers'
import {
  carryOver,
  doubleColumns,
  isEdited,
  missingField,
  setField,
} from '../../../../renderer/screens/import/mapping-edits'
import { addConstant, addJoin, setSeparator } from '../../../../renderer/screens/import/mapping-sources'
import type { Mapping } from '../../../../shared/import/mapping'
import type { Table } from '../../../../shared/import/table'

const guess: Mapping = {
  kind: 'tools',
  columns: ['name', 'vendor', null],
  reasons: [{ code: 'header', confidence: 1 }, { code: 'content', confidence: 0.6 }, null],
}
const table = (...header: string[]): Table => ({ header, rows: [], rowNumbers: [] })

describe('changing what a column means', () => {
  it('changes that column only and says that a person did it', () => {
    const mapping = setField(guess, 2, 'notes')
    expect(mapping.columns).toEqual(['name', 'vendor', 'notes'])
    expect(mapping.reasons?.map((reason) => reason?.code)).toEqual(['header', 'content', 'person'])
    expect([isEdited(guess), isEdited(mapping)]).toEqual([false, true])
  })

  it('flags both columns when a field is given twice', () => {
    expect([...doubleColumns(setField(guess, 2, 'vendor'))]).toEqual([1, 2])
    expect(troubleWith(setField(guess, 2, 'vendor'))).toBe('double')
  })

  it('does not flag fields that several columns may feed', () => {
    const mapping = setField(setField(guess, 1, 'tags'), 2, 'tags')
    expect(doubleColumns(mapping).size).toBe(0)
  })
})

describe('what a file cannot do without', () => {
  it('is the name of tools and departments', () => {
    expect(missingField(guess)).toBeUndefined()
    expect(missingField(setField(guess, 0, null))).toBe('name')
  })

  it('is both ends of flows, or one column with everybody involved', () => {
    const flows = (...columns: Mapping['columns']): Mapping => ({ kind: 'flows', columns })
    expect(missingField(flows('name', 'source'))).toBe('ends')
    expect(missingField(flows('source', 'target'))).toBeUndefined()
    expect(missingField(flows('participants'))).toBeUndefined()
  })
})

describe('a file that is decoded anew', () => {
  it('keeps what a person chose for a header that is still there', () => {
    const old = setField(guess, 2, 'notes')
    const next: Mapping = { kind: 'tools', columns: ['name', null, null] }
    const carried = carryOver(old, table('A', 'B', 'C'), next, table('A', 'C', 'D'))
    expect(carried.columns).toEqual(['name', 'notes', null])
  })

  it('keeps the whole mapping when the header is the same', () => {
    const old = addConstant(setSeparator(guess, 1, '/'), 'status', 'aktiv')
    expect(carryOver(old, table('A', 'B', 'C'), guess, table('A', 'B', 'C'))).toBe(old)
  })

  it('keeps what several columns feed as long as they are there', () => {
    const old = addJoin(addConstant(guess, 'status', 'aktiv'), [1, 2], ' ', 'notes')
    const next: Mapping = { kind: 'tools', columns: [null, 'name', null, null] }
    const extras = (...header: string[]) => carryOver(old, table('A', 'B', 'C'), next, table(...header)).extras
    expect(extras('X', 'A', 'C', 'B')).toEqual([
      { field: 'status', source: { kind: 'constant', text: 'aktiv' } },
      { field: 'notes', source: { kind: 'join', columns: [3, 2], separator: ' ' } },
    ])
    expect(extras('X', 'A', 'C', 'D')).toHaveLength(1)
  })

  it('is guessed anew when it turns out to be another kind of list', () => {
    const next: Mapping = { kind: 'departments', columns: ['name'] }
    expect(carryOver(setField(guess, 2, 'notes'), table('A', 'B', 'C'), next, table('C'))).toBe(next)
  })
})

describe('what stands in the way of importing', () => {
  const ready = { name: 'a.csv', stage: 'ready' as const }
  const table = { name: 'a.csv', mapping: guess }
  const good = { writable: true, planned: true, changes: 3, files: [ready], tables: [table] }

  it('is nothing when all is well', () => {
    expect(blockerOf(good)).toBeUndefined()
  })

  it('is told one at a time, what has to be put right first', () => {
    const broken = { name: 'b.csv', mapping: setField(guess, 0, null) }
    expect(blockerOf({ ...good, writable: false })).toEqual({ code: 'read-only' })
    expect(blockerOf({ ...good, files: [ready, { name: 'c.xlsx', stage: 'failed' }], tables: [broken] })).toEqual({
      code: 'unreadable',
      file: 'c.xlsx',
    })
    expect(blockerOf({ ...good, tables: [table, broken] })).toEqual({ code: 'no-name', file: 'b.csv' })
    expect(blockerOf({ ...good, files: [{ name: 'a.csv', stage: 'reading' }] })).toEqual({ code: 'reading' })
    expect(blockerOf({ ...good, tables: [] })).toEqual({ code: 'no-table' })
    expect(blockerOf({ ...good, planned: false })).toEqual({ code: 'planning' })
    expect(blockerOf({ ...good, changes: 0 })).toEqual({ code: 'nothing-new' })
  })
})
