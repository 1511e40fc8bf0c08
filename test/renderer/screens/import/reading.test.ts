import { describe, expect, it } from 'vitest'
import { sampleValues } from '../../../../renderer/screens/import/sample-values'
import { sniffFile } from '../../../../renderer/screens/import/sniff-file'

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf16 = (text: string) => Uint8Array.from([...text].flatMap((sign) => [sign.charCodeAt(0), 0]))

describe('what a file is, by its bytes', () => {
  it('lets every kind of text pass', () => {
    const text = new TextEncoder().encode('Name;Kosten\nSAP;1.200,50 €\n\n')
    expect(sniffFile(text)).toBeUndefined()
    expect(sniffFile(bytes(0x4e, 0xe4, 0x68, 0x65, 0x0d, 0x0a))).toBeUndefined()
    expect(sniffFile(bytes(0xff, 0xfe, 0x41, 0x00))).toBeUndefined()
    expect(sniffFile(utf16('Name;Vendor\nSAP;SAP SE\n'))).toBeUndefined()
  })

  it('names what is not a list', () => {
    expect(sniffFile(bytes())).toBe('empty')
    expect(sniffFile(bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00))).toBeUndefined()
    expect(sniffFile(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toBeUndefined()
    expect(sniffFile(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d))).toBe('binary')
    expect(sniffFile(Uint8Array.from({ length: 600 }, (_, i) => i % 32))).toBe('binary')
  })
})

describe('sample values of a column', () => {
  const rows = [['a'], ['  '], ['a'], ['b\n c'], ['d'.repeat(200)], ['e']]
  const table = { header: ['x'], rows, rowNumbers: rows.map((_, i) => i + 2) }

  it('are different, filled, on one line and short', () => {
    expect(sampleValues(table, 0)).toEqual(['a', 'b c', `${'d'.repeat(80)}…`])
  })

  it('are none for an empty column', () => {
    expect(sampleValues({ ...table, rows: [[''], [' ']] }, 0)).toEqual([])
  })
})
