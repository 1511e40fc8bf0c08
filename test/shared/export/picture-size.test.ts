import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { MOST_PIXELS, MOST_SIDE, pictureSize } from '../../../shared/export/picture-size'

const svg = (width: number, height: number) =>
  `<?xml version="1.0"?>\n<svg lang="de" width="${width}" height="${height}">`

it('multiplies by the scale', () => {
  expect(pictureSize(svg(1440.5, 900), 2)).toEqual({ width: 2881, height: 1800, scale: 2 })
})

it('says which limit made it smaller', () => {
  expect(pictureSize(svg(10_000, 10), 4)).toMatchObject({ width: 16_384, reduced: 'side', limit: 16_384 })
  expect(pictureSize(svg(10_000, 10_000), 1)).toMatchObject({
    width: 8_000,
    height: 8_000,
    reduced: 'pixels',
    limit: 64,
  })
})

it('refuses a picture that does not say how large it is', () => {
  expect(() => pictureSize('<svg viewBox="0 0 1 1">', 1)).toThrow()
  expect(() => pictureSize(svg(0, 5), 1)).toThrow()
})

test.prop([fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(1, 2, 3, 4)])(
  'stays within both limits, never grows, and says so only when it is smaller',
  (width, height, wanted) => {
    const size = pictureSize(svg(width, height), wanted as 1)
    expect(size.width * size.height).toBeLessThanOrEqual(MOST_PIXELS)
    expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(MOST_SIDE)
    expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1)
    expect(size.scale).toBeLessThanOrEqual(wanted)
    expect(size.reduced === undefined).toBe(size.scale === wanted)
  },
)
