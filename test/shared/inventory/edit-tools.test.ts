import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange, invertRows } from '../../../shared/inventory/change'
import { duplicateTools } from '../../../shared/inventory/edit'
import type { CellEdit } from '../../../shared/inventory/edit-fields'
import { editTools } from '../../../shared/inventory/edit-tools'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'
import { TOOL_STATUSES, type Tool, type ToolId } from '../../../shared/inventory/nouns'

const inventoryOf = (count: number): Inventory => {
  const tools = Array.from({ length: count }, (_, at) => ({ id: `t1.${at}`, name: `Tool ${at}`, functions: [] }))
  return { ...EMPTY_INVENTORY, tools: new Map(tools.map((tool) => [tool.id as ToolId, tool as unknown as Tool])) }
}
const tool = fc.nat(6).map((at) => `t1.${at}` as ToolId)
const edit: fc.Arbitrary<CellEdit> = fc.oneof(
  fc.record({ tool, field: fc.constant('owner' as const), value: fc.constantFrom('IT', 'it', 'HR', undefined) }),
  fc.record({ tool, field: fc.constant('status' as const), value: fc.constantFrom(...TOOL_STATUSES, undefined) }),
  fc.record({ tool, field: fc.constant('users' as const), value: fc.constantFrom(0, 5, undefined) }),
  fc.record({ tool, field: fc.constant('tags' as const), value: fc.subarray(['a', ' b ', 'c']) }),
  fc.record({
    tool,
    field: fc.constant('functions' as const),
    value: fc.subarray([{ name: 'Wiki' }, { name: 'wiki' }]),
  }),
  fc.record({ tool, extra: fc.constantFrom('Ort', 'Kostenstelle'), value: fc.constantFrom('x', 'y', ' ', undefined) }),
)

test('any number of edits, undone, leave everything as it was', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), fc.array(edit, { maxLength: 30 }), (first, second) => {
      const before = applyChange(inventoryOf(5), editTools(inventoryOf(5), first, idSource(2)))
      const rows = editTools(before, second, idSource(3))
      expect(new Set(rows.map(({ table, id }) => `${table} ${id}`)).size).toBe(rows.length)
      expect(applyChange(applyChange(before, rows), invertRows(rows))).toEqual(before)
    }),
  )
})

test('a department or function that several tools name is made once', () => {
  const inventory = inventoryOf(3)
  const edits = [...inventory.tools.keys()].flatMap((id): CellEdit[] => [
    { tool: id, field: 'owner', value: 'IT' },
    { tool: id, field: 'functions', value: [{ name: 'Wiki' }] },
  ])
  const after = applyChange(inventory, editTools(inventory, edits, idSource(2)))
  expect([after.departments.size, after.functions.size]).toEqual([1, 1])
  expect(editTools(after, edits, idSource(3))).toEqual([])
})

test('extra columns are kept as they are typed, and go when they are blank', () => {
  const inventory = inventoryOf(1)
  const set = (from: Inventory, value: string | undefined) =>
    applyChange(from, editTools(from, [{ tool: 't1.0' as ToolId, extra: 'Ort', value }], idSource(2)))
  const known = set(inventory, ' Köln ')
  expect(known.tools.get('t1.0' as ToolId)?.extra).toEqual({ Ort: ' Köln ' })
  expect(set(known, '').tools.get('t1.0' as ToolId)).toEqual(inventory.tools.get('t1.0' as ToolId))
})

test('a copy has what is said of the tool, under another name, without its id in a list', () => {
  const jira = { id: 't1.1', name: 'Jira', functions: [], users: 5, externalId: 'A-1' } as unknown as Tool
  const inventory = { ...EMPTY_INVENTORY, tools: new Map([[jira.id, jira]]) }
  const { copies, rows } = duplicateTools(inventory, [jira.id], (name) => `${name} (Kopie)`, idSource(4))
  expect(applyChange(inventory, rows).tools.get(copies[0] as ToolId)).toEqual({
    id: 't4.1',
    name: 'Jira (Kopie)',
    functions: [],
    users: 5,
  })
})
