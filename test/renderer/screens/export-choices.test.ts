import { describe, expect, it } from 'vitest'
import { PLAIN_PICTURE } from '../../../renderer/river/source'
import { optionsOf, pictureFromText, pictureToText } from '../../../renderer/screens/export/choices'
import { hexOf } from '../../../shared/export/company-colours'
import { applyChange } from '../../../shared/inventory/change'
import { addView } from '../../../shared/inventory/edit-view'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY } from '../../../shared/inventory/inventory'
import { FIRST_LOOK } from '../../../shared/inventory/map-look'

describe('what is remembered of the export dialog', () => {
  it('comes back as it was, and as at first where it can’t be understood', () => {
    const picture = { scale: 4, transparent: true, paper: 'A0', tiled: true } as const
    expect(pictureFromText(pictureToText(picture))).toEqual(picture)
    for (const text of [undefined, '', '{', 'null', '[]', '{"scale":7,"paper":"A5","tiled":"yes"}']) {
      expect(pictureFromText(text)).toEqual(PLAIN_PICTURE)
    }
  })
})

describe('what pictures show', () => {
  const look = { ...FIRST_LOOK, colourBy: 'cost' } as const
  const { id, rows } = addView(EMPTY_INVENTORY, { name: 'Verträge', look }, idSource(1))
  const inventory = applyChange(EMPTY_INVENTORY, rows)
  const chosen = { language: 'de', flavour: 'de', pseudonymise: false, picture: PLAIN_PICTURE } as const

  it('is the map as it is, everything, or a saved view by its title', () => {
    expect(optionsOf({ ...chosen, scope: 'map' }, FIRST_LOOK, inventory).shown).toEqual({ look: FIRST_LOOK })
    expect(optionsOf({ ...chosen, scope: 'all' }, look, inventory)).not.toHaveProperty('shown')
    expect(optionsOf({ ...chosen, scope: id }, FIRST_LOOK, inventory).shown).toEqual({ look, view: 'Verträge' })
    // A view that was deleted meanwhile.
    expect(optionsOf({ ...chosen, scope: id }, look, EMPTY_INVENTORY).shown).toEqual({ look })
  })
})

describe('a colour that is typed in', () => {
  it('has three or six digits, with or without a number sign', () => {
    expect(['#1f5fbf', '1F5FBF', ' #abc '].map(hexOf)).toEqual(['#1F5FBF', '#1F5FBF', '#AABBCC'])
    expect(['', 'red', '#12345', '#1234567', '#12 456'].map(hexOf)).toEqual(Array(5).fill(undefined))
  })
})
