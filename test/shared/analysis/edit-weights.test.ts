import { fc, it as prop } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { BUNDLE_WEIGHTS, EFFORT_CODES, LEVER_CODES } from '../../../shared/analysis/bundle-scale'
import { resetWeights, setWeight } from '../../../shared/analysis/edit-weights'
import { weightsOf } from '../../../shared/analysis/weights'
import { applyChange, invertRows } from '../../../shared/inventory/change'
import { EMPTY_INVENTORY } from '../../../shared/inventory/inventory'

const CODES = [...LEVER_CODES, ...EFFORT_CODES]

describe('the weights of the ranking', () => {
  it('are the published ones until somebody moves one, and again after a reset', () => {
    const moved = applyChange(EMPTY_INVENTORY, setWeight(EMPTY_INVENTORY, 'cost-freed', 0))
    expect(weightsOf(moved)).toEqual({ 'cost-freed': 0 })
    expect(weightsOf(applyChange(moved, resetWeights(moved)))).toEqual({})
    const back = applyChange(moved, setWeight(moved, 'cost-freed', BUNDLE_WEIGHTS['cost-freed']))
    expect(back.preferences.size).toBe(0)
    expect(resetWeights(EMPTY_INVENTORY)).toEqual([])
  })

  it('refuse what is no weight', () => {
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(setWeight(EMPTY_INVENTORY, 'cost-freed', bad)).toEqual([])
    }
  })

  prop.prop([fc.array(fc.tuple(fc.constantFrom(...CODES), fc.integer({ min: 0, max: 60 })), { maxLength: 20 })])(
    'hold what was set last, and every step can be taken back',
    (steps) => {
      let inventory = EMPTY_INVENTORY
      const last = new Map<string, number>()
      for (const [code, weight] of steps) {
        const rows = setWeight(inventory, code, weight)
        const after = applyChange(inventory, rows)
        expect(applyChange(after, invertRows(rows)).preferences).toEqual(inventory.preferences)
        inventory = after
        last.set(code, weight)
      }
      const own = weightsOf(inventory)
      for (const [code, weight] of last) expect({ ...BUNDLE_WEIGHTS, ...own }).toHaveProperty(code, weight)
    },
  )
})
