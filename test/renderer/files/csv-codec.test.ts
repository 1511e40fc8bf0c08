import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CsvFlavour, decodeCsv, encodeCsv } from '../../../renderer/files/csv-codec'
import type { Quote } from '../../../shared/import/table'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), littleEndian)
  return bytes
}
const read = (text: string) => decodeCsv('x.csv', utf8(text))
const GERMAN: CsvFlavour = { delimiter: ';', bom: true, newline: '\r\n', decimalComma: true }
const ENGLISH: CsvFlavour = { delimiter: ',', bom: false, newline: '\n', decimalComma: false }

describe('encoding', () => {
  const text = 'Name;Größe\nMüller;10 €\n'
  test.each([
    ['utf-8', utf8(text)],
    ['utf-8-bom', utf8(`\ufeff${text}`)],
    ['utf-16le', utf16(`\ufeff${text}`, true)],
    ['utf-16be', utf16(`\ufeff${text}`, false)],
    ['utf-16le', utf16('Name;Kosten\nJira;10\n', true)],
    ['utf-16be', utf16('Name;Kosten\nJira;10\n', false)],
  ] as const)('%s', (encoding, bytes) => {
    const { encoding: found, table } = decodeCsv('x.csv', bytes)
    expect(found).toBe(encoding)
    expect(table.header[0]).toBe('Name')
    expect(table.rows).toHaveLength(1)
  })

  test('windows-1252, with the characters that Latin 1 lacks', () => {
    const { encoding, table, damaged } = decodeCsv('x.csv', latin('Name;Preis\nM\xfcller \x96 \x84KG\x93;10 \x80\n'))
    expect(encoding).toBe('windows-1252')
    expect(table.rows).toEqual([['Müller – „KG“', '10 €']])
    expect(damaged).toBeUndefined()
  })

  test('bytes that fit no encoding are flagged, and an override wins', () => {
    expect(decodeCsv('x.csv', latin('Name;B\nf\x9fr;1\n')).damaged).toEqual([{ code: 'unreadable-characters', row: 2 }])
    expect(decodeCsv('x.csv', utf8('Näme;B\n'), { encoding: 'windows-1252' }).table.header[0]).toBe('NÃ¤me')
  })
})

describe('delimiter', () => {
  test.each([
    [';', 'Name;Kosten\nA;1,50\nB;2,30\n'],
    [',', 'name,cost\nA,1.50\nB,"2,300"\n'],
    ['\t', 'Name\tText\nA\tx, y; z\nB\ta, b; c\n'],
    ['|', 'Name|Text\nA|x\nB|y\n'],
    [';', 'sep=;\nName;a,b,c\nA;1,2,3\n'],
    [',', 'name,functions,notes\nA,"x; y","a; b; c; d"\nB,z,\n'],
    [';', 'Name;Beschreibung\nA;eins, zwei, drei\nB;vier, fünf, sechs\n'],
    [';', '"Liste, Stand 2026"\n\nName;Kosten;Ort\nA;1,5;x\nB;2,5;y\n'],
  ])('%j', (delimiter, text) => {
    expect(read(text).delimiter).toBe(delimiter)
  })

  test('one column stays one column, decimal commas and lists in it or not', () => {
    expect(read('Kosten\n1,50\n2,30\n').table).toMatchObject({ header: ['Kosten'], rows: [['1,50'], ['2,30']] })
    expect(read('Tools\nJira, Confluence\nSlack\n').table.rows).toEqual([['Jira, Confluence'], ['Slack']])
    expect(read('Tools\nJira; Slack\nA; B; C\n').table.rows).toEqual([['Jira; Slack'], ['A; B; C']])
  })
})

describe('shape', () => {
  test('titles and blank lines above the header are skipped and counted', () => {
    const { table, damaged } = read('Softwareliste\n\nName;Ort\nA;x\n\nB;y\n')
    expect(table).toEqual({
      header: ['Name', 'Ort'],
      rows: [
        ['A', 'x'],
        ['B', 'y'],
      ],
      rowNumbers: [4, 6],
    })
    expect(damaged).toEqual([{ code: 'skipped-title', row: 1 }])
  })

  test('headers become unique where everybody can see it', () => {
    const { header } = read('Name,Notes,Notes,,Notes (2)\nA,1,2,3,4\n').table
    expect(header).toEqual(['Name', 'Notes', 'Notes (2)', '[D]', 'Notes (2) (2)'])
  })

  test('ragged rows keep every cell, trailing separators add none', () => {
    const { table, damaged } = read('A;B;\n1;2;\n1;2;3;4\n1\n;;\n')
    expect(table.header).toEqual(['A', 'B', '[C]', '[D]'])
    expect(table.rows).toEqual([
      ['1', '2', '', ''],
      ['1', '2', '3', '4'],
      ['1', '', '', ''],
      ['', '', '', ''],
    ])
    expect(damaged?.map(({ code, row }) => [code, row])).toEqual([
      ['surplus-cells', 3],
      ['missing-cells', 4],
    ])
    expect(read('A;B;;\n1;2;;\n').table.header).toEqual(['A', 'B'])
  })

  test('line breaks in cells stay, row numbers count records', () => {
    const { table } = read('A,B\r\n"x\r\ny",1\r\nz,2\r\n')
    expect(table).toEqual({
      header: ['A', 'B'],
      rows: [
        ['x\r\ny', '1'],
        ['z', '2'],
      ],
      rowNumbers: [2, 3],
    })
    expect(read('A,B\r1,2\r3,4').table.rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(read('A,B\r\n1,2\n3,4\r5,6').table.rows).toHaveLength(3)
  })

  test('a quote that is never closed does not swallow the rest of the file', () => {
    const { table, damaged } = read('A,B\n1,"open\n2,b\n3,c\n')
    expect(table.rows).toEqual([
      ['1', '"open'],
      ['2', 'b'],
      ['3', 'c'],
    ])
    expect(damaged).toEqual([{ code: 'unclosed-quote', row: 2 }])
  })

  test('an empty file is an empty table', () => {
    for (const text of ['', '\n\n', ' \r\n', '\ufeff']) expect(read(text).table.rows).toEqual([])
  })

  test('a header __proto__ is a column like any other', () => {
    expect(read('__proto__,Name\nx,A\n').table.header).toEqual(['__proto__', 'Name'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})

describe('formulas', () => {
  const dangerous = [
    '=1+1',
    '+49 30 1',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    "=cmd|' /C calc'!A0",
  ]
  test.each(dangerous)('%j is written with a guard and read without', (cell) => {
    const text = encodeCsv(
      [
        ['A', 'B'],
        [cell, 'x'],
      ],
      ENGLISH,
    )
    expect(text).toMatch(/\n"?'/)
    expect(read(text).table.rows[0]?.[0]).toBe(cell)
  })

  test('numbers, and texts that only begin with a quote, stay as they are', () => {
    expect(encodeCsv([[-5.3, 'x', null]], GERMAN)).toBe('\ufeff-5,3;x;\r\n')
    expect(encodeCsv([[-5.3, 1e21, Number.NaN]], ENGLISH)).toBe('-5.3,1e+21,\n')
    expect(read("A,B\n'Tis,'=1\n").table.rows).toEqual([["'Tis", '=1']])
  })
})

describe('laws', () => {
  const runs = { numRuns: Number(process.env.IMPORT_RUNS ?? 500) }
  const arbCell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', "'", '=', 'a', ' ', '\0', '\ufeff', '1'),
      maxLength: 8,
    }),
  )
  const arbRows = fc
    .integer({ min: 2, max: 6 })
    .chain((width) => fc.array(fc.array(arbCell, { minLength: width, maxLength: width }), { maxLength: 8 }))

  test.each([GERMAN, ENGLISH])('what is written is read back exactly: %j', (flavour) => {
    fc.assert(
      fc.property(arbRows, (rows) => {
        const header = (rows[0] ?? ['', '']).map((_, index) => `Column ${index}`)
        const { table, delimiter } = decodeCsv('x.csv', utf8(encodeCsv([header, ...rows], flavour)))
        expect(delimiter).toBe(flavour.delimiter)
        expect(table.header).toEqual(header)
        expect(table.rows).toEqual(rows)
      }),
      runs,
    )
  })

  test('no bytes make it throw, rows fit the header, row numbers rise', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .string({
          unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'ä', 'b', ' ', '|', '\0', "'"),
          maxLength: 200,
        })
        .map(utf8),
    )
    fc.assert(
      fc.property(bytes, (input) => {
        const { table } = decodeCsv('x.csv', input)
        expect(new Set(table.header).size).toBe(table.header.length)
        expect(table.header.every((name) => name !== '')).toBe(true)
        expect(table.rows.every((row) => row.length === table.header.length)).toBe(true)
        expect(table.rowNumbers).toHaveLength(table.rows.length)
        expect(table.rowNumbers.every((row, i) => row > (table.rowNumbers[i - 1] ?? 0))).toBe(true)
      }),
      runs,
    )
  })
})

describe('quotes', () => {
  const read = (text: string, quote?: Quote) =>
    decodeCsv('list.csv', new TextEncoder().encode(text), quote === undefined ? {} : { quote })

  test('are single where most cells stand in single ones', () => {
    const { quote, table } = read("'Name';'Notiz'\r\n'Jira';'a;b'\r\n'It''s';'zwei\r\nZeilen'\r\n'SAP';12\r\n")
    expect(quote).toBe("'")
    expect(table.rows).toEqual([
      ['Jira', 'a;b'],
      ["It's", 'zwei\r\nZeilen'],
      ['SAP', '12'],
    ])
  })

  test('are double otherwise: an apostrophe here and there quotes nothing', () => {
    expect(read("Name;Notiz\n'tis;x\nRock 'n';y\n\"A;B\";z\n")).toMatchObject({
      quote: '"',
      table: {
        rows: [
          ["'tis", 'x'],
          ["Rock 'n'", 'y'],
          ['A;B', 'z'],
        ],
      },
    })
  })

  test('are what a person says, also nothing', () => {
    expect(read('Name;Zoll\n"A";19"\nB;"x\n', '').table.rows).toEqual([
      ['"A"', '19"'],
      ['B', '"x'],
    ])
    expect(read("Name;Notiz\n'A;1';x\n", "'").table.rows).toEqual([['A;1', 'x']])
  })
})
