import { describe, expect, it } from 'vitest'
import { COMPANY_COLOURS } from '../../../shared/export/company-colours'
import { contrastWithWhite, luminance } from '../../../shared/export/contrast'
import { applyChange, invertRows } from '../../../shared/inventory/change'
import { ownCompany, setCompany } from '../../../shared/inventory/company'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'

const put = (inventory: Inventory, says: Parameters<typeof setCompany>[1]) =>
  applyChange(inventory, setCompany(inventory, says))

describe('the company on what leaves', () => {
  it('has a name and a colour, each set and taken back by itself', () => {
    const named = put(EMPTY_INVENTORY, { name: '  Muster   GmbH ' })
    expect(ownCompany(named)).toEqual({ name: 'Muster GmbH' })
    const both = put(named, { colour: '#1f5fbf' })
    expect(ownCompany(both)).toEqual({ name: 'Muster GmbH', colour: '#1F5FBF' })
    expect(ownCompany(put(both, { colour: undefined }))).toEqual({ name: 'Muster GmbH' })
    expect(ownCompany(put(both, { name: ' ' }))).toEqual({ colour: '#1F5FBF' })
    expect(put(put(both, { name: '' }), { colour: undefined }).preferences.size).toBe(0)
  })

  it('changes nothing when nothing changes, or the colour is none', () => {
    const both = put(EMPTY_INVENTORY, { name: 'Muster', colour: '#1F5FBF' })
    expect(setCompany(both, { name: 'Muster' })).toEqual([])
    expect(setCompany(both, { colour: '#1f5fbf' })).toEqual([])
    expect(setCompany(both, { colour: 'red;}body{' })).toEqual([])
    expect(setCompany(EMPTY_INVENTORY, { name: ' ' })).toEqual([])
  })

  it('is a change like any other: undo takes it back', () => {
    const rows = setCompany(EMPTY_INVENTORY, { name: 'Muster' })
    const after = applyChange(EMPTY_INVENTORY, rows)
    expect(ownCompany(applyChange(after, invertRows(rows)))).toEqual({})
  })

  it('passes over what a file says that is neither name nor colour', () => {
    const row = { id: 'company' as never, values: { name: 7, colour: 'url(x)' } }
    expect(ownCompany({ preferences: new Map([[row.id, row]]) })).toEqual({})
  })
})

describe('the colours on offer', () => {
  it('stand out from paper as text must', () => {
    expect(luminance('#FFFFFF')).toBeCloseTo(1)
    expect(contrastWithWhite('#000000')).toBeCloseTo(21)
    expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2)
    for (const colour of Object.values(COMPANY_COLOURS)) expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5)
  })
})
