import { test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { makeCompanyWide } from '../../../shared/graph/company-wide'
import { COMPANY_WIDE, MANY_DEPARTMENTS } from '../../../shared/graph/graph'
import { applyChange, invertRows } from '../../../shared/inventory/change'
import { idSource } from '../../../shared/inventory/ids'
import type { ToolId } from '../../../shared/inventory/nouns'
import { graphOf, inventoryOf } from './a-company'
import { arbitraryInventory } from './arbitrary-graph'

describe('a tool for the whole company', () => {
  test.prop([arbitraryInventory])(
    'has no owner, keeps everybody who used it, and lies where it is said to',
    (inventory) => {
      const ids = [...inventory.tools.keys()].slice(0, 5)
      const { rows, wide } = makeCompanyWide(inventory, ids, idSource(9))
      const after = applyChange(inventory, rows)
      const homes = new Map(graphOf(after).tools.map(({ id, container }) => [id, container]))
      for (const id of ids) {
        const owner = inventory.tools.get(id)?.owner
        const usersOf = (usages: typeof inventory.usages) =>
          new Set([...usages.values()].flatMap(({ tool, department }) => (tool === id ? [department] : [])))
        const before = usersOf(inventory.usages)
        expect(after.tools.get(id)?.owner).toBeUndefined()
        expect(usersOf(after.usages)).toEqual(owner === undefined ? before : new Set([...before, owner]))
        expect(homes.get(id) === COMPANY_WIDE).toBe(wide.has(id))
        expect(wide.has(id)).toBe(usersOf(after.usages).size >= MANY_DEPARTMENTS)
      }
      expect(applyChange(after, invertRows(rows))).toEqual(inventory)
    },
  )

  it('does nothing to a tool that nobody owns, nor to one that is not there', () => {
    const inventory = inventoryOf([{ id: 'd' as never, name: 'D' }], [{ id: 'free' as never, name: 'Free' }], [])
    expect(makeCompanyWide(inventory, ['free' as ToolId, 'gone' as ToolId], idSource(9)).rows).toEqual([])
  })
})
