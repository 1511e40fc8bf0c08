import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { heatBounds, heatLevel } from '../../../../shared/analysis/matrix/heat'

test('splits values into bands of about as many each, with bounds that can be read', () => {
  expect(heatBounds([0, 1_234, 5_678, 9_876, 20_123, 44_444])).toEqual([5_700, 9_900, 20_000, 44_000])
  expect(heatBounds([0, 0])).toEqual([])
  expect(heatBounds([7, 7, 7])).toEqual([])
  expect(heatLevel(7, [])).toBe(1)
  expect(heatLevel(0, [])).toBe(0)
})

const arbValues = fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { maxLength: 60 })

test.prop([arbValues])('bounds rise, at most four, and every band but the lowest has a bound of its own', (values) => {
  const bounds = heatBounds(values)
  expect(bounds.length).toBeLessThanOrEqual(4)
  expect([...bounds].sort((a, b) => a - b)).toEqual(bounds)
  expect(bounds.every((bound) => bound > 0)).toBe(true)
})

test.prop([arbValues, fc.double({ min: 0, max: 1e7, noNaN: true }), fc.double({ min: 0, max: 1e7, noNaN: true })])(
  'a larger value is never in a lower band',
  (values, a, b) => {
    const bounds = heatBounds(values)
    const [less, more] = a < b ? [a, b] : [b, a]
    expect(heatLevel(less, bounds)).toBeLessThanOrEqual(heatLevel(more, bounds))
    expect(heatLevel(more, bounds)).toBeLessThanOrEqual(bounds.length + 1)
  },
)
