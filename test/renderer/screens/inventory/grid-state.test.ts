import { describe, expect, test } from 'vitest'
import {
  AT_REST,
  type GridAction,
  type GridState,
  step,
  survivor,
} from '../../../../renderer/screens/inventory/grid-state'
import type { GroupId } from '../../../../renderer/screens/inventory/groups'
import type { ToolId } from '../../../../shared/inventory/nouns'

const ids = ['a', 'b', 'c', 'd'] as ToolId[]
const columns = ['name', 'vendor', 'owner', 'businessOwner'] as const
const id = (text: string) => text as ToolId
const afterwards = (state: GridState, ...actions: GridAction[]) =>
  actions.reduce((now, action) => step(now, action, { ids, columns }), state)
const at = (row: string, column: 'name' | 'vendor' | 'businessOwner' = 'name') =>
  afterwards(AT_REST, { do: 'point', cell: { id: id(row), column }, how: 'only' })
const selected = (state: GridState) => [...state.selected].join('')

describe('moving', () => {
  test('the first key goes to the first cell', () => {
    expect(afterwards(AT_REST, { do: 'move', rows: 1, columns: 0 }).cursor).toEqual({ id: 'a', column: 'name' })
  })

  test('ends at the edges', () => {
    expect(afterwards(at('b'), { do: 'move', rows: 99, columns: -99 }).cursor).toEqual({ id: 'd', column: 'name' })
    expect(afterwards(at('b'), { do: 'move', rows: -99, columns: 99 }).cursor).toEqual({
      id: 'a',
      column: 'businessOwner',
    })
  })

  test('takes the selection along, and with Shift extends it', () => {
    expect(selected(afterwards(at('a'), { do: 'move', rows: 2, columns: 0 }))).toBe('c')
    const range = afterwards(at('b'), { do: 'move', rows: 2, columns: 0, extend: true })
    expect(selected(range)).toBe('bcd')
    expect(selected(afterwards(range, { do: 'move', rows: -3, columns: 0, extend: true }))).toBe('ab')
    expect(selected(afterwards(range, { do: 'move', rows: 0, columns: 1 }))).toBe('bcd')
  })

  test('a cursor whose row is gone begins at the top', () => {
    expect(afterwards(at('x', 'vendor'), { do: 'move', rows: 1, columns: 0 }).cursor).toEqual({
      id: 'a',
      column: 'vendor',
    })
  })
})

test('Ctrl and Space add and take away, Ctrl+A takes all', () => {
  const two = afterwards(at('a'), { do: 'point', cell: { id: id('c'), column: 'name' }, how: 'toggle' })
  expect(selected(two)).toBe('ac')
  expect(selected(afterwards(two, { do: 'toggle' }))).toBe('a')
  expect(selected(afterwards(two, { do: 'select-all' }))).toBe('abcd')
  expect(afterwards(two, { do: 'select-none' })).toBe(AT_REST)
})

test('editing ends with every other step, and needs a cursor', () => {
  const editing = afterwards(at('a'), { do: 'edit', fresh: true })
  expect(editing.editing).toEqual({ fresh: true })
  expect(afterwards(editing, { do: 'move', rows: 1, columns: 0 }).editing).toBeUndefined()
  expect(afterwards(editing, { do: 'stop' })).toEqual(at('a'))
  expect(afterwards(AT_REST, { do: 'edit', fresh: false }).editing).toBeUndefined()
})

test('when rows go, the cursor goes to the next that stays, else to the one before', () => {
  expect(survivor(ids, new Set([id('b'), id('c')]), id('b'))).toBe('d')
  expect(survivor(ids, new Set([id('c'), id('d')]), id('d'))).toBe('b')
  expect(survivor(ids, new Set(ids), id('a'))).toBeUndefined()
})

test('the header of a group takes the cursor, but is never selected or edited', () => {
  const group = 'group:=IT' as GroupId
  const rows = [group, ...ids]
  const run = (state: GridState, ...actions: GridAction[]) =>
    actions.reduce((now, action) => step(now, action, { ids: rows, columns }), state)
  const there = run(AT_REST, { do: 'move', rows: 1, columns: 0 })
  expect(there.cursor?.id).toBe(group)
  expect(there.selected.size).toBe(0)
  expect(run(there, { do: 'edit', fresh: false }).editing).toBeUndefined()
  expect(selected(run(there, { do: 'move', rows: 2, columns: 0, extend: true }))).toBe('ab')
  expect(selected(run(there, { do: 'select-all' }))).toBe('abcd')
  expect(survivor([id('a'), group, id('b')], new Set([id('a')]), id('a'))).toBe('b')
})
