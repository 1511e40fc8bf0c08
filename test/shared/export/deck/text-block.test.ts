import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { fitBlock, heightOf, wrapText } from '../../../../shared/export/deck/text-block'
import { textWidth } from '../../../../shared/graph/text-width'

const paragraph = fc.record({
  text: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.lorem({ maxCount: 30 })),
  size: fc.integer({ min: 8, max: 32 }),
  bold: fc.boolean(),
  bullet: fc.boolean(),
  before: fc.integer({ min: 0, max: 6 }),
})

describe('text in boxes', () => {
  test.prop([
    fc.array(paragraph, { maxLength: 6 }),
    fc.integer({ min: 40, max: 400 }),
    fc.integer({ min: 12, max: 200 }),
  ])('never needs more than its box', (lines, width, height) => {
    const fitted = fitBlock(lines, width, height)
    if (fitted.length > 0) expect(heightOf(fitted, width)).toBeLessThanOrEqual(height + 0.02)
    expect(fitted.length).toBeLessThanOrEqual(lines.length)
  })

  test.prop([fc.lorem({ maxCount: 30 }), fc.integer({ min: 60, max: 400 }), fc.integer({ min: 8, max: 20 })])(
    'wraps without losing a sign, and no line is too wide',
    (text, width, size) => {
      const lines = wrapText(text, width, size)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(textWidth(line, size)).toBeLessThanOrEqual(width)
    },
  )

  it('makes type smaller before it shortens', () => {
    expect(fitBlock([{ text: 'Kurz', size: 12 }], 100, 20)).toEqual([{ text: 'Kurz', size: 12 }])
    const [smaller] = fitBlock([{ text: 'Angebotskalkulation', size: 12 }], 120, 15)
    expect(smaller?.text).toBe('Angebotskalkulation')
    expect(smaller?.size).toBeLessThan(12)
    const [cut] = fitBlock([{ text: 'Angebotskalkulation Sondermaschinen', size: 12 }], 80, 15)
    expect(cut?.text.endsWith('…')).toBe(true)
  })

  it('keeps a number and its unit on one line', () => {
    expect(wrapText('kosten 84.000\u00a0€', textWidth('kosten 84.000', 10), 10)).toEqual(['kosten', '84.000\u00a0€'])
    expect(fitBlock([{ text: '84.000\u00a0€', size: 10 }], 100, 20)[0]?.text).toBe('84.000\u00a0€')
  })
})
