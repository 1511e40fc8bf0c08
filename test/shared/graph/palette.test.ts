import { describe, expect, test } from 'vitest'
import { domainColour, PALETTES } from '../../../shared/graph/palette'
import { fitText, textWidth } from '../../../shared/graph/text-width'

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const palette = PALETTES[theme]

  test.each(['ink', 'muted', 'faint', 'accent', 'hand', 'api', 'file', 'overlap', 'warning'] as const)(
    '%s can be read on a card',
    (name) => expect(contrast(palette[name], palette.panel)).toBeGreaterThanOrEqual(4.5),
  )

  test('lines and stripes can be seen', () => {
    expect(contrast(palette.unknown, palette.canvas)).toBeGreaterThanOrEqual(3)
    for (const domain of [
      'finance',
      'hr',
      'it-service',
      'data',
      'quality',
      'sales',
      undefined,
      'never heard of',
      'constructor',
    ]) {
      expect(contrast(domainColour(domain, theme), palette.panel)).toBeGreaterThanOrEqual(3)
    }
    for (const fill of [palette.overlap, palette.muted])
      expect(contrast(palette.onFill, fill)).toBeGreaterThanOrEqual(4.5)
  })
})

test('texts are shortened to fit, never within a surrogate pair', () => {
  expect(fitText('SAP', 100, 13)).toBe('SAP')
  const short = fitText('Rechnungsprüfungsverwaltung', 100, 13, true)
  expect(short).toMatch(/^Rechnung.*…$/)
  expect(textWidth(short, 13, true)).toBeLessThanOrEqual(100)
  for (let width = 0; width < 80; width++) expect(fitText('😀😀😀😀😀', width, 13).isWellFormed?.() ?? true).toBe(true)
})
