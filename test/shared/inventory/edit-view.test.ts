import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { applyChange, invertRows, type RowChange } from '../../../shared/inventory/change'
import { addView, lookOf, moveView, removeViews, setView, viewsInOrder } from '../../../shared/inventory/edit-view'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'
import { FIRST_LOOK, type MapLook } from '../../../shared/inventory/map-look'
import type { ToolId } from '../../../shared/inventory/nouns'
import type { View, ViewId } from '../../../shared/inventory/remembered'
import { anInventory, toolId } from '../../builders'

const area = { x: 1, y: 2, width: 3, height: 4 }
const look: MapLook = { ...FIRST_LOOK, colourBy: 'status', filters: [{ attribute: 'status', values: [''] }] }

/** An inventory with views of these names. */
function withViews(...names: readonly string[]): Inventory {
  return names.reduce<Inventory>((inventory, name, index) => {
    const { rows } = addView(inventory, { name, look: FIRST_LOOK }, idSource(index + 1))
    return applyChange(inventory, rows)
  }, EMPTY_INVENTORY)
}
const names = (inventory: Inventory) => viewsInOrder(inventory).map(({ name }) => name)
const idOf = (inventory: Inventory, name: string) =>
  viewsInOrder(inventory).find((view) => view.name === name)?.id as ViewId

describe('saved views', () => {
  test('are added at the end, with a name of their own', () => {
    const inventory = withViews('Costs', 'Contracts')
    const { id, rows } = addView(inventory, { name: '  costs ', note: ' why ', look, area }, idSource(9))
    const after = applyChange(inventory, rows)
    expect(after.views.get(id)).toEqual({ id, name: 'costs 2', note: 'why', look, area, order: 3 })
    expect(names(after)).toEqual(['Costs', 'Contracts', 'costs 2'])
    expect(addView(inventory, { name: ' \n', look }, idSource(9)).rows).toEqual([])
  })

  test('are renamed, noted and brought up to date; what is left out stays', () => {
    const inventory = withViews('Costs', 'Contracts')
    const id = idOf(inventory, 'Costs')
    const step = (from: Inventory, says: Parameters<typeof setView>[2]) => applyChange(from, setView(from, id, says))
    const renamed = step(inventory, { name: 'Money', note: 'ask finance' })
    expect(renamed.views.get(id)).toMatchObject({ name: 'Money', note: 'ask finance', look: FIRST_LOOK, order: 1 })
    const updated = step(renamed, { look, area })
    expect(updated.views.get(id)).toMatchObject({ name: 'Money', note: 'ask finance', look, area })
    expect(step(updated, { note: undefined }).views.get(id)).not.toHaveProperty('note')
    expect(setView(updated, id, { name: '' })).toEqual([])
    expect(setView(updated, id, { name: 'Money', look })).toEqual([])
    expect(setView(updated, 'k99.1' as ViewId, { name: 'x' })).toEqual([])
    expect(step(updated, { name: 'contracts' }).views.get(id)?.name).toBe('contracts 2')
  })

  test('are moved within their order', () => {
    const inventory = withViews('a', 'b', 'c', 'd')
    const move = (name: string, by: number) =>
      names(applyChange(inventory, moveView(inventory, idOf(inventory, name), by))).join('')
    expect(move('a', 1)).toBe('bacd')
    expect(move('d', -2)).toBe('adbc')
    expect(move('b', 99)).toBe('acdb')
    expect(moveView(inventory, idOf(inventory, 'a'), -1)).toEqual([])
  })

  test('are removed', () => {
    const inventory = withViews('a', 'b')
    const id = idOf(inventory, 'a')
    expect(names(applyChange(inventory, removeViews(inventory, [id, id, 'k9.9' as ViewId])))).toEqual(['b'])
  })

  test('are shown whatever has become of what they name', () => {
    const inventory = anInventory().tool('Jira').build()
    const around = (tool: ToolId): View => ({
      id: 'k1.1' as ViewId,
      name: 'x',
      order: 1,
      look: { ...FIRST_LOOK, arrangement: { by: 'around', tool, depth: 2 } },
    })
    const known = toolId(inventory, 'Jira')
    expect(lookOf(around(known), inventory).arrangement).toMatchObject({ by: 'around', tool: known })
    expect(lookOf(around('t9.9' as ToolId), inventory).arrangement).toEqual({ by: 'department' })
    const old = { ...around(known), look: { colourBy: 'cost' } as unknown as MapLook }
    expect(lookOf(old, inventory)).toEqual({ ...FIRST_LOOK, colourBy: 'cost' })
  })

  property.prop([
    fc.array(
      fc.record({
        kind: fc.constantFrom('add', 'set', 'move', 'remove'),
        at: fc.nat(5),
        by: fc.integer(),
        text: fc.string(),
      }),
      { maxLength: 12 },
    ),
  ])('every change of views can be undone, and no two views have one name', (steps) => {
    let inventory = withViews('a', 'b')
    for (const [index, { kind, at, by, text }] of steps.entries()) {
      const id = viewsInOrder(inventory)[at]?.id ?? ('k0.0' as ViewId)
      const rows: readonly RowChange[] = {
        add: () => addView(inventory, { name: text, look, note: text }, idSource(index + 10)).rows,
        set: () => setView(inventory, id, { name: text, note: text }),
        move: () => moveView(inventory, id, by % 7),
        remove: () => removeViews(inventory, [id]),
      }[kind]()
      const after = applyChange(inventory, rows)
      expect([...applyChange(after, invertRows(rows)).views].sort()).toEqual([...inventory.views].sort())
      expect(new Set(names(after).map((name) => name.toLowerCase())).size).toBe(after.views.size)
      inventory = after
    }
  })
})
