import readXlsx from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { decodeFile } from '../../../renderer/files/decode-file'
import { decodeXlsx } from '../../../renderer/files/xlsx-codec'
import { meaningOf, numberText, valueText } from '../../../renderer/files/xlsx-values'
import { Refused } from '../../../shared/import/refused'
import { titleOf } from '../../../shared/import/table'
import { numberStyle, readNumber } from '../../../shared/import/values/numbers'
import { workbook, workbookParts, zipped } from '../../fixtures/workbook'

const code = (read: () => unknown): unknown => {
  try {
    read()
    return 'read'
  } catch (error) {
    return error instanceof Refused ? error.refusal.code : error
  }
}

describe('a workbook', () => {
  it('gives a table per sheet that has cells, and says which are hidden', () => {
    const bytes = workbook(
      {
        name: 'Anwendungen',
        rows: [
          ['Name', 'Hersteller'],
          ['SAP', 'SAP SE'],
        ],
      },
      { name: 'Leer', rows: [] },
      { name: 'Auswahl', state: 'veryHidden', rows: [['Ja'], ['Nein']] },
    )
    const files = decodeXlsx('x.xlsx', bytes)
    expect(
      files.map(({ part, hidden, format, encoding, delimiter }) => [part, hidden, format, encoding, delimiter]),
    ).toEqual([
      ['Anwendungen', undefined, 'xlsx', 'xlsx', 'xlsx'],
      ['Auswahl', true, 'xlsx', 'xlsx', 'xlsx'],
    ])
    expect(files[0]?.table).toEqual({ header: ['Name', 'Hersteller'], rows: [['SAP', 'SAP SE']], rowNumbers: [2] })
    expect(files.map(titleOf)).toEqual(['x.xlsx › Anwendungen', 'x.xlsx › Auswahl'])
  })

  it('finds the header below titles, counts rows as the program does, and takes another header when told', () => {
    const rows = [['Softwareliste 2026'], [], ['Name', 'Abteilung'], ['SAP', 'IT'], [], ['DATEV', 'FiBu'], ['Summe', 2]]
    const [file] = decodeXlsx('x.xlsx', workbook({ name: 'A', rows }))
    expect(file?.headerRow).toBe(3)
    expect(file?.skipped).toBe(1)
    expect(file?.table.rowNumbers).toEqual([4, 6, 7])
    expect(file?.table.leftOut).toEqual([{ index: 2, code: 'summary-row' }])
    expect(file?.damaged).toEqual([{ code: 'skipped-title', row: 1 }])
    const [told] = decodeXlsx('x.xlsx', workbook({ name: 'A', rows }), { headerRow: 4, part: 'A' })
    expect(told?.table.header).toEqual(['SAP', 'IT'])
    expect(told?.headerRow).toBe(4)
  })

  it('turns numbers, dates, times, shares and money into text that reads one way only', () => {
    const rows = [
      ['Name', 'Zahl', 'Datum', 'Anteil', 'Kosten', 'Zeit', 'Ja', 'Stand'],
      [
        'a',
        1.234,
        new Date('2026-12-31'),
        { value: 0.455, format: 1 },
        { value: 450000.5, format: 3 },
        { value: 0.604166667, format: 4 },
        true,
        { value: 46022.5, format: 5 },
      ],
    ]
    const [file] = decodeXlsx('x.xlsx', workbook({ name: 'A', rows }))
    expect(file?.table.rows[0]).toEqual([
      'a',
      '1.2340',
      '2026-12-31',
      '45.5 %',
      '450000.5 €',
      '14:30',
      'true',
      '2025-12-31 12:00',
    ])
  })

  it.each([1.234, 1234, 0.1 + 0.2, 12.5, 1e21, 1.5e-7, -1.234, 1234.567])(
    '%f is read as itself, whatever its neighbours',
    (value) => {
      const text = numberText(value)
      const read = readNumber(text, numberStyle([text]))
      expect(read).toEqual({ is: 'value', value: Number(value.toPrecision(15)) })
    },
  )

  it('knows Excel’s calendars', () => {
    const date = { kind: 'date' } as const
    expect(valueText(1, date, false)).toBe('1900-01-01')
    expect(valueText(61, date, false)).toBe('1900-03-01')
    expect(valueText(0, date, true)).toBe('1904-01-01')
    expect(valueText(-5, date, false)).toBe('-5')
    const parts = workbookParts(
      [
        {
          name: 'A',
          rows: [
            ['Name', 'D'],
            ['a', { value: 0, format: 2 }],
          ],
        },
      ],
      { date1904: true },
    )
    expect(decodeXlsx('x.xlsx', zipped(parts))[0]?.table.rows).toEqual([['a', '1904-01-01']])
  })

  it.each([
    [0, undefined, 'number'],
    [14, undefined, 'date'],
    [10, undefined, 'percent'],
    [20, undefined, 'time'],
    [200, '[$-407]d. mmmm yyyy;@', 'date'],
    [200, 'mmm yy', 'date'],
    [200, '[h]:mm', 'time'],
    [200, '#,##0.00', 'number'],
    [200, '0.0" Std"', 'number'],
    [200, '[Red]-0.00', 'number'],
    [200, '@', 'number'],
  ])('format %i %s is a %s', (id, format, kind) => {
    expect(meaningOf(id, format).kind).toBe(kind)
  })

  it('gives a value that is merged over several rows to each of them, but never to the header', () => {
    const rows = [
      ['Bereich', 'Name'],
      ['IT', 'Jira'],
      [null, 'GitLab'],
      [null, null],
      ['HR', 'Personio'],
    ]
    const [file] = decodeXlsx('x.xlsx', workbook({ name: 'A', rows, merged: ['A2:A4', 'A1:B1'] }))
    expect(file?.table.rows).toEqual([
      ['IT', 'Jira'],
      ['IT', 'GitLab'],
      ['HR', 'Personio'],
    ])
  })

  it('reads shared and rich strings without what is only said about their sound', () => {
    const parts = workbookParts([
      {
        name: 'A',
        rows: [
          ['Name', 'B'],
          ['x', 'y'],
        ],
      },
    ])
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rT" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
    )
    parts['xl/sharedStrings.xml'] =
      '<sst><si><t>Na</t></si><si><r><t xml:space="preserve">Müller </t></r><r><t>&amp; Co_x000D_</t></r><rPh><t>no</t></rPh></si></sst>'
    parts['xl/worksheets/sheet1.xml'] =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>0</x:v></x:c></x:row><x:row><x:c t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>99</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(decodeXlsx('x.xlsx', zipped(parts))[0]?.table).toEqual({
      header: ['Na', 'Na (2)', '[C]'],
      rows: [['Müller & Co\r', '', '#N/A']],
      rowNumbers: [2],
    })
  })

  it('reads what write-excel-file writes like read-excel-file does', async () => {
    const data = [
      [{ value: 'Name' }, { value: 'Kosten' }, { value: 'Ende' }],
      [
        { value: 'SAP' },
        { value: 1.5, type: Number },
        { value: new Date('2027-03-31'), type: Date, format: 'dd.mm.yyyy' },
      ],
      [{ value: '=1+1' }, { value: 1234, type: Number }, null],
    ]
    const bytes = new Uint8Array(await (await writeExcel(data as never)).toBuffer())
    const [ours] = decodeXlsx('x.xlsx', bytes)
    const theirs = (await readXlsx(Buffer.from(bytes)))[0]?.data
    const text = (cell: unknown) =>
      cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null ? '' : String(cell)
    expect([ours?.table.header, ...(ours?.table.rows ?? [])]).toEqual(theirs?.map((row) => row.map(text)))
  })
})

describe('workbooks that are refused', () => {
  it('names old and foreign ones', () => {
    expect(code(() => decodeFile('x.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)))).toBe(
      'not-readable-format',
    )
    expect(code(() => decodeFile('x.ods', zipped({ mimetype: 'application/vnd.oasis', 'content.xml': '<a/>' })))).toBe(
      'not-readable-format',
    )
    expect(code(() => decodeFile('x.xlsb', zipped({ 'xl/workbook.bin': 'x' })))).toBe('not-readable-format')
    expect(code(() => decodeFile('x.docx', zipped({ 'word/document.xml': '<a/>' })))).toBe('not-readable-format')
    expect(code(() => decodeFile('x.pdf', new TextEncoder().encode('%PDF-1.7')))).toBe('not-readable-format')
  })

  it.each([
    ['a ratio beyond belief', () => zipped({ 'xl/workbook.xml': new Uint8Array(40 * 1024 * 1024) })],
    ['too many parts', () => zipped(Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`a${i}`, ''])))],
    ['a path out of the archive', () => zipped({ '../../evil.xml': '<a/>' })],
    [
      'a lie about its size',
      () => {
        const parts = workbookParts([
          {
            name: 'A',
            rows: [
              ['Name', 'B'],
              ['x', 'y'.repeat(5_000)],
            ],
          },
        ])
        const bytes = zipped(parts)
        const view = new DataView(bytes.buffer)
        for (let at = 0; at + 46 < bytes.length; at += 1) {
          if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
        }
        return bytes
      },
    ],
    [
      'ten gigabytes',
      () => {
        const bytes = zipped({ 'xl/workbook.xml': '<a/>' })
        const view = new DataView(bytes.buffer)
        for (let at = 0; at + 46 < bytes.length; at += 1) {
          if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xffffffff, true)
        }
        return bytes
      },
    ],
  ])('refuses %s, quickly', (_, make) => {
    const bytes = make()
    const started = performance.now()
    expect(code(() => decodeFile('x.xlsx', bytes))).toBe('unsafe-archive')
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('refuses entities, and rows that no sheet has', () => {
    const parts = workbookParts([{ name: 'A', rows: [['Name', 'B']] }])
    const sheet = 'xl/worksheets/sheet1.xml'
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    expect(code(() => decodeFile('x.xlsx', zipped({ ...parts, [sheet]: bomb })))).toBe('unsafe-text')
    const far = '<worksheet><sheetData><row r="9999999"><c r="A9999999"><v>1</v></c></row></sheetData></worksheet>'
    expect(code(() => decodeFile('x.xlsx', zipped({ ...parts, [sheet]: far })))).toBe('damaged-file')
    const deep = `<worksheet>${'<a>'.repeat(100_000)}`
    expect(code(() => decodeFile('x.xlsx', zipped({ ...parts, [sheet]: deep })))).toBe('unsafe-text')
  })

  it('throws nothing but refusals, whatever is cut off or changed', () => {
    const bytes = workbook({
      name: 'A',
      rows: [
        ['Name', 'B'],
        ['x', 1],
      ],
    })
    for (let cut = 2; cut < bytes.length; cut += 7) {
      expect(typeof code(() => decodeFile('x.xlsx', bytes.slice(0, cut)))).toBe('string')
      const changed = bytes.slice()
      changed[cut] = (changed[cut] ?? 0) ^ 0xff
      expect(typeof code(() => decodeFile('x.xlsx', changed))).toBe('string')
    }
  })
})
