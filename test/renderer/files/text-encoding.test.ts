import { describe, expect, it } from 'vitest'
import { decodeFile } from '../../../renderer/files/decode-file'
import { decodeText, sniffEncoding } from '../../../renderer/files/text-encoding'
import type { Encoding } from '../../../shared/import/table'

const MAC: Readonly<Record<string, number>> = {
  ä: 0x8a,
  ö: 0x9a,
  ü: 0x9f,
  ß: 0xa7,
  Ä: 0x80,
  Ü: 0x86,
  é: 0x8e,
  '€': 0xdb,
  '–': 0xd0,
}
const mac = (text: string) => Uint8Array.from([...text], (sign) => MAC[sign] ?? sign.charCodeAt(0))
const latin = (text: string) => Uint8Array.from([...text], (sign) => sign.charCodeAt(0))

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const all = mark ? `\ufeff${text}` : text
  const view = new DataView(new ArrayBuffer(all.length * 2))
  for (let i = 0; i < all.length; i += 1) view.setUint16(i * 2, all.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}

const LIST = 'Name;Abteilung;Straße\nMüller Büro;Geschäftsführung;Größe\nKöln Süd;Einkäufer;Öl\n'

describe('encodings', () => {
  it.each<[string, Uint8Array, Encoding]>([
    ['UTF-8', new TextEncoder().encode(LIST), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${LIST}`), 'utf-8-bom'],
    ['UTF-16 LE with a mark', utf16(LIST, true, true), 'utf-16le'],
    ['UTF-16 LE without', utf16(LIST, true, false), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(LIST, false, true), 'utf-16be'],
    ['UTF-16 BE without', utf16(LIST, false, false), 'utf-16be'],
    ['windows-1252', latin(LIST), 'windows-1252'],
    ['Mac OS Roman', mac(LIST.replace('Öl', 'Heiz–€')), 'macroman'],
  ])('%s is recognised and read', (_, bytes, encoding) => {
    expect(sniffEncoding(bytes)).toBe(encoding)
    const [file] = decodeFile('liste.csv', bytes)
    expect(file.encoding).toBe(encoding)
    expect(file.table.header).toEqual(['Name', 'Abteilung', 'Straße'])
    expect(file.table.rows[0]).toEqual(['Müller Büro', 'Geschäftsführung', 'Größe'])
    expect(file.damaged).toBeUndefined()
  })

  it('takes curly quotes beside letters for windows-1252', () => {
    expect(sniffEncoding(latin('Name\nsystem\x92s\nagency\x92s\na\x96b\x94\nit\x92s\n'))).toBe('windows-1252')
  })

  it('has a character for every byte of Mac OS Roman', () => {
    const all = decodeText(
      Uint8Array.from({ length: 256 }, (_, i) => i),
      'macroman',
    )
    expect(all).toHaveLength(256)
    expect(all).not.toContain('\ufffd')
    expect(all.slice(0x80, 0x87)).toBe('ÄÅÇÉÑÖÜ')
    expect(all[0xdb]).toBe('€')
    expect(all[0xff]).toBe('ˇ')
  })
})
