import fc from 'fast-check'
import { stringify } from 'yaml'
import type { Table } from '../../shared/import/table'
import { letters, workbookParts, zipped } from '../fixtures/workbook'
import type { FuzzInput } from './input'
import { BYTE_OPS, type Mutation, mutateBytes, mutateText, TEXT_OPS } from './mutate'
import { ENCODERS, encode, SNIPPETS } from './noise'

/** The parts of a workbook that a spreadsheet program or library has written: path → XML. */
export type Parts = Readonly<Record<string, string>>

/** Stands in no input by itself: only whoever puts entities together can make it. */
export const EXPANDED = 'QQCANARYQQ'
const ENTITIES = `<!DOCTYPE x [<!ENTITY a "QQCAN"><!ENTITY b "&a;ARYQQ"><!ENTITY c SYSTEM "file:///etc/hostname">]>`

/** What XML should never hold here and sometimes does. */
const XML_NOISE = [
  ENTITIES,
  '&b;',
  '&c;',
  '&#0;',
  '&#x110000;',
  '&#xD800;',
  '&lt;b&gt;',
  '&amp;b;',
  '<![CDATA[&b;<x>]]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?xml version="1.0"?>',
  '<a>'.repeat(300),
  '</a>',
  '<name xml:lang="de">Ä</name>',
  '<si><t>Neu</t></si>',
  '<c r="A1048577"><v>1</v></c>',
  '<c r="XFD3"><v>1</v></c>',
  '<c t="s"><v>99999</v></c>',
  '<c t="s"><v>-1</v></c>',
  '<row r="1"/>',
  '<row r="900000"><c><v>1</v></c></row>',
  '<row r="1e9">',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<mergeCell ref="A3:A900000"/>',
  '<sheet name="Neu" r:id="rId1"/>',
  '_x0000_',
  '_xD800_',
  "'",
  '"',
  '<',
  '>',
  '&',
  `x${' '.repeat(30_000)}y`,
  `<t ${' '.repeat(30_000)}>`,
  `<t a="${'>'.repeat(30_000)}">`,
] as const

const LIST_NOISE = [
  '['.repeat(20_000),
  '{"a":'.repeat(5_000),
  '- '.repeat(3_000),
  '? '.repeat(2_000),
  '{a: '.repeat(3_000),
  '"__proto__":{"x":1},',
  '"constructor":{"prototype":{"x":1}},',
  '__proto__: {x: 1}\n',
  '<<: *a\n',
  '&a ',
  '*a',
  'a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\n',
  '!!js/function "x"',
  '!!binary AAAA',
  '!<tag:x> ',
  '---\n',
  '...\n',
  '%YAML 9.9\n---\n',
  '|\n  ',
  '>-\n',
  '\t',
  '# ',
  'null',
  '~',
  'NaN',
  '1e999',
  '-0',
  '\\u0000',
  '\\ud800',
  '[[',
  ']]',
  '{},',
  '[],',
  '""',
  ':',
  ': ',
  ',',
  '"',
] as const

interface Insertion {
  readonly at: number
  readonly pick: number
}

function withNoise(text: string, insertions: readonly Insertion[], noise: readonly string[]): string {
  return insertions.reduce((now, { at, pick }) => {
    const place = Math.floor((at / 1_000_000) * now.length)
    return now.slice(0, place) + (noise[pick % noise.length] ?? '') + now.slice(place)
  }, text)
}

type Cells = readonly (readonly string[])[]

const heldByXml = (text: string) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
/** What XML can hold of a text. */
const holdable = (text: string) => escaped(heldByXml(text))

function asRecords([header = [], ...rows]: Cells): readonly Record<string, unknown>[] {
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? null])))
}

function asJson(cells: Cells, shape: number): string {
  const records = asRecords(cells)
  switch (shape % 6) {
    case 0:
      return JSON.stringify(records)
    case 1:
      return JSON.stringify({ version: 1, data: { tools: records, teams: records.slice(0, 2) } }, null, 1)
    case 2:
      return JSON.stringify(Object.fromEntries(records.map((record, i) => [`k${i}`, record])))
    case 3:
      return JSON.stringify(cells)
    case 4:
      return records.map((record) => JSON.stringify(record)).join('\n')
    default:
      return JSON.stringify(
        records.map((record, i) => ({ ...record, list: [i, null, 1.234], more: { deep: [record] } })),
      )
  }
}

function asYaml(cells: Cells, shape: number): string {
  const records = asRecords(cells)
  if (shape % 3 === 0) return stringify(records)
  if (shape % 3 === 1) return stringify({ tools: records, teams: [{ name: 'IT' }] })
  return records
    .map((record, i) =>
      stringify({
        apiVersion: 'backstage.io/v1alpha1',
        kind: ['Component', 'API', 'System', 'Group'][i % 4],
        metadata: { name: Object.values(record)[0], description: Object.values(record)[1] },
        spec: { owner: 'group:it', system: 'x', dependsOn: [`component:${String(Object.values(record)[0])}`] },
      }),
    )
    .join('---\n')
}

function asModel([header = [], ...rows]: Cells, prolog: boolean): string {
  const properties = header.map(
    (name, i) => `<propertyDefinition identifier="p${i}"><name>${holdable(name)}</name></propertyDefinition>`,
  )
  const elements = rows.map(
    (row, r) =>
      `<element identifier="id-e${r}" xsi:type="${['ApplicationComponent', 'BusinessActor', 'DataObject'][r % 3]}"><name>${holdable(row[0] ?? '')}</name><documentation>${holdable(row[1] ?? '')}</documentation><properties>${row
        .map((cell, i) => `<property propertyDefinitionRef="p${i}"><value>${holdable(cell)}</value></property>`)
        .join('')}</properties></element>`,
  )
  const relations = rows.map(
    (_, r) =>
      `<relationship identifier="r${r}" source="id-e${r}" target="id-e${(r * 7 + 1) % rows.length}" xsi:type="${r % 2 ? 'Flow' : 'Serving'}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${prolog ? ENTITIES : ''}<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m">\n<elements>\n${elements.join('\n')}\n</elements>\n<relationships>\n${relations.join('\n')}\n</relationships>\n<propertyDefinitions>${properties.join('\n')}</propertyDefinitions>\n</model>`
}

/** Where sizes, methods and places stand in an archive's directory; and in the record at its end. */
const DIRECTORY_FIELDS = [8, 10, 20, 24, 28, 30, 42] as const
const END_FIELDS = [8, 10, 12, 16, 20] as const
const LIES = [0, 1, 8, 9, 255, 65_535, 65_536, 400_000_000, 0x7fffffff, 0xffffffff] as const

interface Lie extends Insertion {
  readonly value: number
}

/** The archive with fields of its directory overwritten: sizes and places that aren't true. */
function withLies(bytes: Uint8Array, lies: readonly Lie[]): Uint8Array {
  const out = bytes.slice()
  const view = new DataView(out.buffer)
  const places: number[] = []
  for (let at = 0; at + 22 <= out.length; at += 1) {
    const sign = view.getUint32(at, true)
    if (sign === 0x02014b50) places.push(...DIRECTORY_FIELDS.map((field) => at + field))
    if (sign === 0x06054b50) places.push(...END_FIELDS.map((field) => at + field))
  }
  for (const { at, value } of lies) {
    const place = places[at % Math.max(1, places.length)]
    if (place !== undefined && place + 4 <= out.length) view.setUint32(place, LIES[value % LIES.length] ?? 0, true)
  }
  return out
}

const at = fc.nat(999_999)
const pick = fc.nat(9_999)
const rarely = <T>(arbitrary: fc.Arbitrary<T[]>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary })
const mutations = (ops: object): fc.Arbitrary<Mutation[]> =>
  rarely(
    fc.array(fc.record({ op: fc.constantFrom(...(Object.keys(ops) as Mutation['op'][])), at, size: fc.nat(8), pick }), {
      maxLength: 3,
    }),
  )
const insertions = rarely(fc.array(fc.record({ at, pick }), { minLength: 1, maxLength: 3 }))

/** Some rows of a real table, their header in front, a few cells replaced. */
function cellsFrom(tables: readonly Table[]): fc.Arbitrary<Cells> {
  return fc
    .record({
      table: fc.constantFrom(...tables),
      from: at,
      count: fc.nat(25),
      changed: fc.array(fc.record({ row: fc.nat(25), column: fc.nat(70), text: fc.constantFrom(...SNIPPETS) }), {
        maxLength: 5,
      }),
    })
    .map(({ table, from, count, changed }) => {
      const start = Math.floor((from / 1_000_000) * table.rows.length)
      const cells = [table.header, ...table.rows.slice(start, start + count)].map((row) => [...row])
      for (const { row, column, text } of changed) {
        const target = cells[row % cells.length]
        if (target !== undefined && target.length > 0) target[column % target.length] = text
      }
      return cells
    })
}

/**
 * Lists in the other formats: real rows written as JSON, YAML, ArchiMate models and workbooks, then changed as texts, as
 * XML, as bytes and in the directory of the archive.
 * @param written workbooks as a library writes them, shared strings, styles and all
 */
export function arbFormats(tables: readonly Table[], written: readonly Parts[]): fc.Arbitrary<FuzzInput> {
  const cells = cellsFrom(tables)
  const rest = {
    onText: mutations(TEXT_OPS),
    noise: insertions,
    onBytes: mutations(BYTE_OPS),
    onto: fc.constantFrom('nothing' as const, 'company' as const),
  }
  const texts = fc
    .record({
      cells,
      shape: fc.nat(5),
      format: fc.constantFrom('json', 'yaml', 'xml'),
      encoder: fc.constantFrom(...ENCODERS),
      ...rest,
    })
    .map(({ cells, shape, format, encoder, onText, noise, onBytes, onto }) => {
      const text =
        format === 'json'
          ? asJson(cells, shape)
          : format === 'yaml'
            ? asYaml(cells, shape)
            : asModel(cells, shape === 0)
      const changed = withNoise(mutateText(text, onText), noise, format === 'xml' ? XML_NOISE : LIST_NOISE)
      return { name: `list.${format}`, bytes: mutateBytes(encode(changed, encoder), onBytes), onto }
    })
  const built = cells.map((rows) =>
    workbookParts([
      {
        name: 'Tools',
        rows: rows.map((row) => row.map((text) => heldByXml(text))),
        merged: ['A2:A4'],
      },
      {
        name: 'Listen',
        state: 'hidden',
        rows: [
          ['Ja', 1, new Date('2026-12-31'), true],
          ['Nein', { value: 0.5, format: 1 }],
        ],
      },
    ]),
  )
  const workbooks = fc
    .record({
      parts: written.length === 0 ? built : fc.oneof(built, fc.constantFrom(...written)),
      part: fc.nat(20),
      lies: rarely(fc.array(fc.record({ at, pick, value: fc.nat(LIES.length - 1) }), { minLength: 1, maxLength: 2 })),
      ...rest,
    })
    .map(({ parts, part, onText, noise, lies, onBytes, onto }) => {
      const names = Object.keys(parts)
      const name = names[part % names.length] ?? ''
      const changed = { ...parts, [name]: withNoise(mutateText(parts[name] ?? '', onText), noise, XML_NOISE) }
      return { name: `liste${letters(part)}.xlsx`, bytes: mutateBytes(withLies(zipped(changed), lies), onBytes), onto }
    })
  return fc.oneof({ weight: 3, arbitrary: texts }, { weight: 2, arbitrary: workbooks })
}
