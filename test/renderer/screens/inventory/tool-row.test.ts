import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowMaker } from '../../../../renderer/screens/inventory/tool-row'
import { applyChange, type RowChange } from '../../../../shared/inventory/change'
import { arbInventory } from '../../../arbitraries'

const edits = fc.array(fc.record({ at: fc.nat(), does: fc.constantFrom('rename', 'remove', 'department') }), {
  maxLength: 6,
})

it('makes the rows that a new maker makes, and keeps those in which nothing changed', () => {
  fc.assert(
    fc.property(arbInventory, edits, (start, steps) => {
      const make = rowMaker()
      let inventory = start
      let before = make(inventory, new Map())
      const nothing = new Map()
      before = make(inventory, nothing)
      for (const { at, does } of steps) {
        const table = does === 'department' ? 'departments' : 'tools'
        const all = [...inventory[table].values()]
        const old = all[at % Math.max(1, all.length)]
        if (old === undefined) continue
        const after = does === 'remove' ? {} : { after: { ...old, name: `${old.name}!` } }
        inventory = applyChange(inventory, [{ table, id: old.id, before: old, ...after } as RowChange])
        const rows = make(inventory, nothing)
        expect(rows).toEqual(rowMaker()(inventory, nothing))
        const kept = new Set(before)
        const same = rows.filter((row) => kept.has(row)).length
        if (does !== 'department') expect(same).toBeGreaterThanOrEqual(before.length - 1)
        before = rows
      }
    }),
  )
})
