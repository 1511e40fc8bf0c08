import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { type Cursor, moveCursor } from '../../../../renderer/screens/matrix/grid-model'

const size = { rows: 10, columns: 4, page: 3 }
const from = (row: number, column: number, key: string, ctrl = false) => {
  const to = moveCursor(key, ctrl, { row, column }, size)
  return to === undefined ? undefined : [to.row, to.column]
}

test('arrows go one cell, to the row’s name and no further', () => {
  expect(from(2, 1, 'ArrowDown')).toEqual([3, 1])
  expect(from(9, 1, 'ArrowDown')).toEqual([9, 1])
  expect(from(2, 0, 'ArrowLeft')).toEqual([2, -1])
  expect(from(2, -1, 'ArrowLeft')).toEqual([2, -1])
  expect(from(2, 3, 'ArrowRight')).toEqual([2, 3])
})

test('Home, End and pages go far, with Ctrl to the first and last row', () => {
  expect(from(5, 2, 'Home')).toEqual([5, -1])
  expect(from(5, 2, 'End')).toEqual([5, 3])
  expect(from(5, 2, 'Home', true)).toEqual([0, -1])
  expect(from(5, 2, 'End', true)).toEqual([9, 3])
  expect(from(5, 2, 'PageDown')).toEqual([8, 2])
  expect(from(5, 2, 'PageUp')).toEqual([2, 2])
  expect(from(5, 2, 'Enter')).toBeUndefined()
})

const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'] as const

test.prop([
  fc.array(fc.record({ key: fc.constantFrom(...KEYS), ctrl: fc.boolean() })),
  fc.record({ rows: fc.integer({ min: 1, max: 20 }), columns: fc.nat(20), page: fc.integer({ min: 1, max: 9 }) }),
])('no keys lead out of the matrix', (keys, within) => {
  let at: Cursor = { row: 0, column: -1 }
  for (const { key, ctrl } of keys) at = moveCursor(key, ctrl, at, within) ?? at
  expect(at.row).toBeGreaterThanOrEqual(0)
  expect(at.row).toBeLessThan(within.rows)
  expect(at.column).toBeGreaterThanOrEqual(-1)
  expect(at.column).toBeLessThan(Math.max(within.columns, 0))
})
