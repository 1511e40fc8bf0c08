import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyChange,
  applySteps,
  difference,
  invertRows,
  type RowChange,
  rememberedDifference,
} from '../../../shared/inventory/change'
import { type HistoryMark, undoState } from '../../../shared/inventory/history'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'
import type { Department, DepartmentId, Tool, ToolId } from '../../../shared/inventory/nouns'
import { readChange, readSnapshot, snapshotText } from '../../../shared/inventory/validate'

/** What somebody might do to one of twelve rows. Whether it adds, changes or removes depends on what is there. */
const arbStep = fc.record({
  table: fc.constantFrom('tools' as const, 'departments' as const),
  row: fc.integer({ min: 0, max: 5 }),
  name: fc.string({ unit: 'binary', maxLength: 12 }),
  remove: fc.boolean(),
})
type Step = typeof arbStep extends fc.Arbitrary<infer S> ? S : never
const arbSteps = fc.array(arbStep, { maxLength: 12 })

function rowOf(inventory: Inventory, { table, row, name, remove }: Step): RowChange | undefined {
  if (table === 'tools') {
    const id = `t${row}` as ToolId
    const before = inventory.tools.get(id)
    const after: Tool = { id, name, functions: [] }
    if (remove) return before && { table, id, before }
    return before ? { table, id, before, after } : { table, id, after }
  }
  const id = `d${row}` as DepartmentId
  const before = inventory.departments.get(id)
  const after: Department = { id, name }
  if (remove) return before && { table, id, before }
  return before ? { table, id, before, after } : { table, id, after }
}

/** The rows of one Change that takes these steps one after the other, and what comes of it. */
function change(start: Inventory, steps: readonly Step[]): { rows: readonly RowChange[]; after: Inventory } {
  let after = start
  const rows: RowChange[] = []
  for (const step of steps) {
    const row = rowOf(after, step)
    if (row === undefined) continue
    rows.push(row)
    after = applyChange(after, [row])
  }
  return { rows, after }
}

/** Tables by id: an undone deletion comes back, but at the end of its table. */
const content = (inventory: Inventory) =>
  Object.fromEntries(Object.entries(inventory).map(([table, rows]) => [table, Object.fromEntries(rows)]))

describe('a Change', () => {
  it('and its inverse are the identity', () => {
    fc.assert(
      fc.property(arbSteps, arbSteps, (first, second) => {
        const start = change(EMPTY_INVENTORY, first).after
        const { rows, after } = change(start, second)
        expect(content(applyChange(after, invertRows(rows)))).toEqual(content(start))
        expect(content(applyChange(applyChange(after, invertRows(rows)), rows))).toEqual(content(after))
        expect(invertRows(invertRows(rows))).toEqual(rows)
      }),
    )
  })

  it('is the same as the difference that it makes', () => {
    fc.assert(
      fc.property(arbSteps, arbSteps, (first, second) => {
        const start = change(EMPTY_INVENTORY, first).after
        const { after } = change(start, second)
        expect(content(applyChange(start, difference(start, after)))).toEqual(content(after))
      }),
    )
  })

  it('leaves tables alone that it does not touch', () => {
    const row: RowChange = {
      table: 'tools',
      id: 't1' as ToolId,
      after: { id: 't1' as ToolId, name: 'Jira', functions: [] },
    }
    const next = applyChange(EMPTY_INVENTORY, [row])
    expect(next.departments).toBe(EMPTY_INVENTORY.departments)
    expect(next.tools).not.toBe(EMPTY_INVENTORY.tools)
    expect(applyChange(next, [])).toBe(next)
    expect(difference(next, next)).toEqual([])
  })

  it('that does not fit throws instead of writing nonsense', () => {
    const tool: Tool = { id: 't1' as ToolId, name: 'Jira', functions: [] }
    const add: RowChange = { table: 'tools', id: tool.id, after: tool }
    const once = applyChange(EMPTY_INVENTORY, [add])
    expect(() => applyChange(once, [add])).toThrow('t1 exists')
    expect(() => applyChange(EMPTY_INVENTORY, invertRows([add]))).toThrow('t1 is missing')
  })

  it('survives being written down and read again', () => {
    fc.assert(
      fc.property(arbSteps, (steps) => {
        const { rows, after } = change(EMPTY_INVENTORY, steps)
        const whole = { sequence: 1, time: '2026-01-01T00:00:00Z', label: { code: 'x' }, cause: { kind: 'edit' }, rows }
        expect(readChange(JSON.stringify(whole))).toEqual(whole)
        const read = readSnapshot(snapshotText(after, 7))
        expect(read.ok && content(read.value.inventory)).toEqual(content(after))
        expect(read.ok && read.value.sequence).toBe(7)
      }),
    )
  })

  it('that is damaged is recognised as such', () => {
    expect(readChange('{"sequence":1')).toBeUndefined()
    expect(
      readChange(
        '{"sequence":1,"time":"","label":{"code":"x"},"cause":{"kind":"edit"},"rows":[{"table":"x","id":"1"}]}',
      ),
    ).toBeUndefined()
    expect(readSnapshot('[]')).toMatchObject({ ok: false, error: { code: 'not-a-snapshot' } })
    const lacking = (table: string) => snapshotText(EMPTY_INVENTORY, 1).replace(`"${table}":[]`, '"x":[]')
    expect(readSnapshot(lacking('tools'))).toMatchObject({ ok: false, error: { code: 'not-a-snapshot' } })
    expect(readSnapshot(lacking('views'))).toMatchObject({ ok: true, value: { inventory: { views: new Map() } } })
    const newer = snapshotText(EMPTY_INVENTORY, 1).replace('"version":1', '"version":2')
    expect(readSnapshot(newer)).toMatchObject({ ok: false, error: { code: 'made-by-newer', version: 2 } })
  })
})

describe('undo and redo', () => {
  it('go back and forth as in any editor, whatever was done', () => {
    const arbPress = fc.array(fc.constantFrom('edit', 'placement', 'undo', 'redo'), { maxLength: 60 })
    fc.assert(
      fc.property(arbPress, (presses) => {
        // The plain model: two stacks. What undoState reads out of the history must always be their tops.
        const done: number[] = []
        const undone: number[] = []
        const history: HistoryMark[] = []
        for (const press of presses) {
          const sequence = history.length + 1
          if (press === 'edit') {
            done.push(sequence)
            undone.length = 0
            history.push({ sequence, cause: { kind: 'edit' } })
          } else if (press === 'placement') {
            history.push({ sequence, cause: { kind: 'placement' } })
          } else {
            const [from, to] = press === 'undo' ? [done, undone] : [undone, done]
            const of = from.pop()
            if (of === undefined) continue
            to.push(of)
            history.push({ sequence, cause: { kind: press as 'undo' | 'redo', of } })
          }
          expect(undoState(history).undo).toBe(done.at(-1))
          expect(undoState(history).redo).toBe(undone.at(-1))
        }
      }),
    )
  })

  it('stand where they can when the beginning of the history is gone', () => {
    expect(undoState([{ sequence: 9, cause: { kind: 'undo', of: 4 } }])).toEqual({})
  })
})

describe('ids', () => {
  it('are never the same twice, in one Change or in two', () => {
    const first = idSource(1)
    const second = idSource(11)
    const made = [first('tools'), first('tools'), first('flows'), second('tools'), idSource(1_1)('departments')]
    expect(new Set(made).size).toBe(made.length)
    expect(made[1]).toBe('t1.2')
  })
})

const manyTools = (count: number): readonly RowChange[] =>
  Array.from({ length: count }, (_, i): RowChange => {
    const id = `t1.${i}` as ToolId
    return { table: 'tools', id, after: { id, name: `Tool ${i}`, functions: [] } }
  })

describe('a Change that is applied in steps', () => {
  it('comes to the same, and no step has more than 2,000 rows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000 }), (count) => {
        const rows = manyTools(count)
        const steps = applySteps(EMPTY_INVENTORY, rows)
        let pauses = 0
        let step = steps.next()
        while (step.done !== true) {
          pauses += 1
          step = steps.next()
        }
        expect(content(step.value)).toEqual(content(applyChange(EMPTY_INVENTORY, rows)))
        expect((pauses + 1) * 2_000).toBeGreaterThanOrEqual(count)
      }),
      { numRuns: 15 },
    )
  })

  it('does not fit where it would not fit in one go', () => {
    const rows = manyTools(3)
    const after = applyChange(EMPTY_INVENTORY, rows)
    expect(() => [...applySteps(after, rows)]).toThrow('does not fit')
  })
})

describe('what is remembered of how an inventory was made', () => {
  it('leads from any earlier one to any later one, each row once', () => {
    fc.assert(
      fc.property(fc.array(arbSteps, { minLength: 1, maxLength: 6 }), fc.nat(5), (changes, first) => {
        const inventories: Inventory[] = [EMPTY_INVENTORY]
        for (const steps of changes) {
          const from = inventories.at(-1) as Inventory
          inventories.push(applyChange(from, change(from, steps).rows))
        }
        const from = inventories[Math.min(first, inventories.length - 1)] as Inventory
        const to = inventories.at(-1) as Inventory
        const rows = rememberedDifference(from, to)
        expect(rows).toBeDefined()
        expect(content(applyChange(from, rows ?? []))).toEqual(content(to))
      }),
    )
  })

  it('knows a large Change as long as somebody has its rows', () => {
    const rows = manyTools(5_000)
    const to = applyChange(EMPTY_INVENTORY, rows)
    expect(rememberedDifference(EMPTY_INVENTORY, to)).toBe(rows)
  })

  it('is unknown between two that have nothing to do with each other', () => {
    expect(rememberedDifference({ ...EMPTY_INVENTORY }, { ...EMPTY_INVENTORY })).toBeUndefined()
  })
})
