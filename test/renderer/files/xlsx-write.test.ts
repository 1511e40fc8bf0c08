import { fc, test } from '@fast-check/vitest'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { decodeXlsx } from '../../../renderer/files/xlsx-codec'
import { encodeXlsx } from '../../../renderer/files/xlsx-write'
import type { Cell } from '../../../shared/export/to-tables'
import { wellFormed } from '../../fixtures/well-formed'

const sheet = (rows: readonly (readonly Cell[])[], header = ['Name', 'Say']) => ({
  name: 'List',
  table: { header, rows },
})
const read = (bytes: Uint8Array) => decodeXlsx('list.xlsx', bytes)[0]?.table.rows

/** Texts with everything that is special to XML, to spreadsheet programs, or to nobody. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    "'=x",
    '@SUM(A1)',
    '-3',
    ' both ends ',
    'a\r\nb',
    '_x0041_',
    '<t>&amp;"',
    '\u0000\u0008',
    '\ufffe',
    '😀',
    "''",
  ),
)

describe('a workbook that is written', () => {
  test.prop([fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 20 })])(
    'holds exactly what was put in',
    (rows) => {
      const filled = rows.map(([name, say], i) => [`${i} ${name}`, say])
      expect(read(encodeXlsx([sheet(filled)]))).toEqual(
        filled.map((row) => row.map((cell) => cell.replace(/\p{Surrogate}/gu, '\ufffd'))),
      )
    },
  )

  it('is well-formed in each part, and without a formula or a link', () => {
    const bytes = encodeXlsx([
      sheet([
        ['=HYPERLINK("http://x")', '+1'],
        ['a & b', 3.5],
      ]),
      { ...sheet([]), hidden: true },
    ])
    const parts = Object.entries(unzipSync(bytes))
    expect(parts.map(([name]) => name)).toContain('xl/worksheets/sheet2.xml')
    for (const [name, part] of parts) {
      const xml = new TextDecoder().decode(part)
      expect(wellFormed(xml), name).toBeUndefined()
      expect(xml, name).not.toMatch(/<f[ >]|<hyperlink/)
    }
  })

  it('is read by another program’s library, numbers and dates as such', async () => {
    const rows = [
      ['Jira', 1234.5, '2027-12-31'],
      ['=1+1', 0, 'n/a'],
    ]
    const bytes = encodeXlsx([{ ...sheet(rows, ['Name', 'Cost', 'End']), dateColumns: [2] }])
    expect(await readSheet(Buffer.from(bytes))).toEqual([
      ['Name', 'Cost', 'End'],
      ['Jira', 1234.5, new Date('2027-12-31T00:00:00Z')],
      ['=1+1', 0, 'n/a'],
    ])
    expect(read(bytes)).toEqual([
      ['Jira', '1234.5', '2027-12-31'],
      ['=1+1', '0', 'n/a'],
    ])
  })

  it('keeps to what a cell and a name of a sheet can hold', () => {
    const long = 'x'.repeat(40_000)
    const table = { header: ['Name'], rows: [[long]] }
    const names = ['A/B: C?', 'a b  c', "'", 'n'.repeat(40), 'n'.repeat(40)]
    const decoded = decodeXlsx('x.xlsx', encodeXlsx(names.map((name) => ({ name, table }))))
    const said = decoded.map(({ part }) => part ?? '')
    expect(new Set(said.map((name) => name.toLowerCase())).size).toBe(names.length)
    for (const name of said) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
    expect(decoded[0]?.table.rows[0]?.[0]).toHaveLength(32_767)
    expect(decoded[0]?.table.rows[0]?.[0]?.endsWith('x…')).toBe(true)
  })

  it('is the same whenever it is written', () => {
    expect(encodeXlsx([sheet([['a', 1]])])).toEqual(encodeXlsx([sheet([['a', 1]])]))
  })
})
