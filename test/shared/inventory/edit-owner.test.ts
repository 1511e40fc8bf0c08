import { describe, expect, it } from 'vitest'
import { applyChange, invertRows } from '../../../shared/inventory/change'
import { setOwner } from '../../../shared/inventory/edit-owner'
import type { DepartmentId, ToolId } from '../../../shared/inventory/nouns'
import { inventoryOf } from '../graph/a-company'

const id = (text: string) => text as ToolId & DepartmentId
const inventory = inventoryOf(
  [
    { id: id('d1'), name: 'IT' },
    { id: id('d2'), name: 'IT', parent: id('d1') },
  ],
  [
    { id: id('a'), name: 'A', owner: id('d1') },
    { id: id('b'), name: 'B', mentionedOnly: true },
  ],
  [],
)

describe('giving tools to a department', () => {
  it('means the one with this id, also when another has its name, and can be undone', () => {
    const rows = setOwner(inventory, [id('a'), id('b'), id('a'), id('gone')], id('d2'))
    const after = applyChange(inventory, rows)
    expect(after.tools.get(id('a'))).toMatchObject({ owner: 'd2', hand: ['owner'] })
    expect(after.tools.get(id('b'))).toMatchObject({ owner: 'd2', hand: ['owner'] })
    expect(after.tools.get(id('b'))?.mentionedOnly).toBe(undefined)
    expect(applyChange(after, invertRows(rows)).tools).toEqual(inventory.tools)
  })

  it('takes the owner away, and passes over what changes nothing', () => {
    expect(applyChange(inventory, setOwner(inventory, [id('a')], undefined)).tools.get(id('a'))?.owner).toBe(undefined)
    expect(setOwner(inventory, [id('a')], id('d1'))).toEqual([])
    expect(setOwner(inventory, [id('b')], undefined)).toEqual([])
    expect(setOwner(inventory, [id('a')], id('d9'))).toEqual([])
  })
})
