import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChangeKind } from '../../../shared/inventory/change'
import { type HistoryMark, undoState } from '../../../shared/inventory/history'
import { fieldChanges } from '../../../shared/inventory/row-fields'
import { stepsBackTo, undoPath } from '../../../shared/inventory/undo-path'

const history = (...causes: readonly ChangeKind[]): HistoryMark[] =>
  causes.map((cause, index) => ({ sequence: index + 1, cause }))
const edit: ChangeKind = { kind: 'edit' }
const placement: ChangeKind = { kind: 'placement' }

test('counts the edits back to a Change; what is undone or a placement is none', () => {
  const marks = history(edit, placement, edit, edit, { kind: 'undo', of: 4 })
  expect(undoPath(marks)).toEqual([1, 3])
  expect([1, 2, 3, 4].map((sequence) => stepsBackTo(marks, sequence))).toEqual([2, 0, 1, 0])
})

test('ends where undo stands, whatever was done', () => {
  const arbHistory = fc.array(fc.constantFrom('edit', 'placement', 'undo', 'redo'), { maxLength: 30 }).map((kinds) => {
    const marks: HistoryMark[] = []
    for (const kind of kinds) {
      const sequence = marks.length + 1
      const { undo, redo } = undoState(marks)
      if (kind === 'undo') marks.push({ sequence, cause: undo === undefined ? edit : { kind, of: undo } })
      else if (kind === 'redo') marks.push({ sequence, cause: redo === undefined ? placement : { kind, of: redo } })
      else marks.push({ sequence, cause: { kind } as ChangeKind })
    }
    return marks
  })
  fc.assert(
    fc.property(arbHistory, (marks) => {
      const path = undoPath(marks)
      expect(path.at(-1)).toBe(undoState(marks).undo)
      const first = path[0]
      if (first !== undefined) expect(stepsBackTo(marks, first)).toBe(path.length)
      expect(path).toEqual([...path].sort((a, b) => a - b))
    }),
  )
})

test('says field by field what a Change did, unmapped columns one by one', () => {
  const before = { id: 't1', name: 'Jira', functions: [], users: 3, extra: { Code: 'A', Site: 'B' }, hand: ['users'] }
  const after = { id: 't1', name: 'Jira', functions: [], vendor: 'X', extra: { Code: 'A', Site: 'C' } }
  expect(fieldChanges({ before, after } as never)).toEqual([
    { field: 'users', before: 3, after: undefined },
    { field: 'extra:Site', before: 'B', after: 'C' },
    { field: 'vendor', before: undefined, after: 'X' },
  ])
  expect(fieldChanges({ after: { id: 'd1', name: 'IT' } } as never)).toEqual([
    { field: 'name', before: undefined, after: 'IT' },
  ])
})
