import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeFileName } from '../../electron/file-names'

describe('safeFileName', () => {
  it.each([
    ['Karte', 'Karte.svg'],
    ['Karte.svg', 'Karte.svg'],
    ['Q3/Q4: "Umzug"?', 'Q3 Q4 Umzug.svg'],
    ['../../etc/passwd', 'etc passwd.svg'],
    ['C:\\Windows\\x', 'C Windows x.svg'],
    ['nul', '_nul.svg'],
    ['COM1.2', '_COM1.2.svg'],
    ['Größe ändern', 'Größe ändern.svg'],
    ['a\u202egvs.exe', 'a gvs.exe.svg'],
    ['', 'Toolscape.svg'],
    [' . ', 'Toolscape.svg'],
  ])('%j becomes %s', (given, wanted) => expect(safeFileName(given, 'map-svg')).toBe(wanted))

  it('is a bare, short, writable name whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = safeFileName(text, 'tools-csv')
        expect(name).toMatch(/^[^/\\:*?"<>|]+\.csv$/)
        expect(name.length).toBeLessThanOrEqual(210)
      }),
    )
  })
})
