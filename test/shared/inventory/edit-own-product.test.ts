import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { applyChange, invertRows, type RowChange } from '../../../shared/inventory/change'
import {
  addOwnProducts,
  ownProductOf,
  removeOwnProducts,
  setOwnProduct,
} from '../../../shared/inventory/edit-own-product'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'

const said = (inventory: Inventory) => [...inventory.ownProducts.values()].map(({ id: _, ...rest }) => rest)
const applied = (rows: readonly RowChange[], on: Inventory = EMPTY_INVENTORY) => applyChange(on, rows)
const first = applied(setOwnProduct(EMPTY_INVENTORY, ' Das Rote ', { product: 'Jira', functions: [] }, idSource(1)))

describe('what a name means', () => {
  test('is said, said anew in its place, and taken back by saying nothing', () => {
    expect(said(first)).toEqual([{ name: 'Das Rote', product: 'Jira', functions: [] }])
    const again = setOwnProduct(first, 'das rote', { functions: ['chat', 'chat'] }, idSource(2))
    expect(said(applied(again, first))).toEqual([{ name: 'Das Rote', functions: ['chat'] }])
    expect(setOwnProduct(first, 'Das Rote', { product: 'Jira', functions: [] }, idSource(2))).toEqual([])
    expect(said(applied(setOwnProduct(first, 'Das Rote', { functions: [] }, idSource(2)), first))).toEqual([])
    expect(setOwnProduct(first, ' ', { product: 'Jira', functions: [] }, idSource(2))).toEqual([])
    expect(setOwnProduct(EMPTY_INVENTORY, 'X', { product: ' ', functions: [] }, idSource(2))).toEqual([])
  })

  test('is found by name and by other spellings, and keeps them', () => {
    const spelt = applied(
      setOwnProduct(EMPTY_INVENTORY, 'P7', { aliases: ['P 7 neu'], functions: ['payroll'] }, idSource(1)),
    )
    expect(ownProductOf(spelt, 'p 7 Neu')?.name).toBe('P7')
    const more = applied(setOwnProduct(spelt, 'P 7 neu', { functions: ['chat'] }, idSource(2)), spelt)
    expect(said(more)).toEqual([{ name: 'P7', aliases: ['P 7 neu'], functions: ['chat'] }])
  })

  test('is removed by id, whatever ids are asked for', () => {
    const [id] = [...first.ownProducts.keys()]
    expect(removeOwnProducts(first, ['none' as never])).toEqual([])
    expect(said(applied(removeOwnProducts(first, [id as never, id as never]), first))).toEqual([])
  })
})

test('another workspace’s entries replace those of the same name, and the later of two counts', () => {
  const rows = addOwnProducts(
    first,
    [
      { name: 'DAS ROTE', functions: ['chat'] },
      { name: 'Neu', functions: ['a'] },
      { name: 'neu', product: 'Slack', functions: [] },
      { name: 'Nichts', functions: [] },
    ],
    idSource(2),
  )
  expect(said(applied(rows, first))).toEqual([
    { name: 'DAS ROTE', functions: ['chat'] },
    { name: 'neu', product: 'Slack', functions: [] },
  ])
})

const arbEntry = fc.record({
  name: fc.string({ maxLength: 6 }),
  aliases: fc.array(fc.string({ maxLength: 4 }), { maxLength: 2 }),
  product: fc.string({ maxLength: 6 }),
  functions: fc.array(fc.constantFrom('chat', 'payroll'), { maxLength: 3 }),
})

test.prop([fc.array(arbEntry, { maxLength: 6 }), fc.array(arbEntry, { maxLength: 6 })])(
  'taking over twice is taking over once, and undo gives back what was',
  (mine, theirs) => {
    const base = applied(addOwnProducts(EMPTY_INVENTORY, mine, idSource(1)))
    const rows = addOwnProducts(base, theirs, idSource(2))
    const next = applied(rows, base)
    expect(addOwnProducts(next, theirs, idSource(3))).toEqual([])
    expect(said(applied(invertRows(rows), next))).toEqual(said(base))
  },
)
