import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWindowState, placeWindow, type Rectangle } from '../../electron/window-bounds'

const laptop: Rectangle = { x: 0, y: 25, width: 1280, height: 775 }
const second: Rectangle = { x: 1280, y: 0, width: 2560, height: 1440 }
const state = (x: number, y: number, width: number, height: number) => ({
  bounds: { x, y, width, height },
  maximised: false,
})

describe('placeWindow', () => {
  it('opens 1440 × 900 in the middle, or as much of it as the display has', () => {
    expect(placeWindow(undefined, [second]).bounds).toEqual({ x: 1840, y: 270, width: 1440, height: 900 })
    expect(placeWindow(undefined, [laptop]).bounds).toEqual(laptop)
  })

  it('comes back where it was', () => {
    expect(placeWindow(state(1400, 100, 1000, 700), [laptop, second]).bounds).toEqual(
      state(1400, 100, 1000, 700).bounds,
    )
  })

  it('comes to the main display when its own is gone', () => {
    const { bounds } = placeWindow(state(1400, 100, 1000, 700), [laptop])
    expect(bounds).toEqual({ x: 140, y: 63, width: 1000, height: 700 })
  })

  it('grows to the least size and moves back inside', () => {
    expect(placeWindow(state(-50, -50, 300, 200), [laptop]).bounds).toEqual({ x: 0, y: 25, width: 900, height: 600 })
  })

  it('lies on a display, whatever was remembered', () => {
    const number = fc.integer({ min: -100_000, max: 100_000 })
    const size = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(number, number, size, size, fc.boolean(), (x, y, width, height, both) => {
        const displays = both ? [laptop, second] : [laptop]
        const { bounds } = placeWindow(state(x, y, width, height), displays)
        const inside = displays.some(
          (display) =>
            bounds.x >= display.x &&
            bounds.y >= display.y &&
            bounds.x + bounds.width <= display.x + display.width &&
            bounds.y + bounds.height <= display.y + display.height,
        )
        expect(inside).toBe(true)
      }),
    )
  })
})

describe('parseWindowState', () => {
  it.each([undefined, '', 'x', '{}', '[]', 'null', '{"bounds":{"x":"0"},"maximised":true}', '{"bounds":{"x":1e99}}'])(
    'gives nothing for %j',
    (text) => expect(parseWindowState(text)).toBeUndefined(),
  )
  it('reads what was written', () => {
    expect(parseWindowState(JSON.stringify(state(1, 2, 3, 4)))).toEqual(state(1, 2, 3, 4))
  })
})
