import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldId } from '../../../shared/import/fields'
import type { Mapping } from '../../../shared/import/mapping'
import { fittingMapping, mappingFromText, mappingToText } from '../../../shared/import/mapping-file'
import {
  EMPTY_MEMORY,
  fingerprint,
  forgetMapping,
  forgetMappings,
  memoryFromText,
  memoryToText,
  recallMapping,
  rememberMapping,
} from '../../../shared/import/mapping-memory'
import { arbMappedTable } from '../../arbitraries'

const HEADER = ['Anwendung', 'Hersteller', 'Wer?', 'Kosten / Jahr', 'Notiz']
const MAPPING: Mapping = {
  kind: 'tools',
  columns: ['name', 'vendor', 'usedBy', 'annualCost', null],
  splits: { 2: { separator: '+' } },
  extras: [
    { field: 'owner', source: { kind: 'constant', text: 'IT' } },
    { field: 'notes', source: { kind: 'join', columns: [4, 1], separator: ' / ' } },
  ],
  identity: 'name+vendor',
  emptyMeansEmpty: true,
}
const bare = ({ reasons: _, ...mapping }: Mapping): Mapping => mapping
const known = rememberMapping(EMPTY_MEMORY, HEADER, MAPPING)

describe('remembered mappings', () => {
  test('a header is known in any order, case and punctuation', () => {
    const other = ['notiz', 'KOSTEN/JAHR', 'Wer', 'anwendung', 'Hersteller']
    expect(fingerprint(other)).toBe(fingerprint(HEADER))
    const recalled = recallMapping(known, other)
    expect(recalled?.columns).toEqual([null, 'annualCost', 'usedBy', 'name', 'vendor'])
    expect(recalled?.splits).toEqual({ 2: { separator: '+' } })
    expect(recalled?.extras?.[1]?.source).toMatchObject({ columns: [0, 4] })
    expect(recalled?.reasons?.[3]).toEqual({ code: 'remembered', confidence: 1 })
  })

  test('what is forgotten is recalled neither for the same header nor for nearly the same', () => {
    const ours = rememberMapping(
      rememberMapping(known, HEADER, MAPPING, 'w'),
      ['Name', 'Ort'],
      { kind: 'tools', columns: ['name', null] },
      'w',
    )
    const left = forgetMapping(ours, HEADER, 'w')
    expect(recallMapping(left, HEADER, { workspace: 'w' })).toBeUndefined()
    expect(recallMapping(left, [...HEADER, 'Neu'], { workspace: 'w' })).toBeUndefined()
    expect(recallMapping(left, ['Name', 'Ort'], { workspace: 'w' })).toBeDefined()
    const elsewhere = rememberMapping(EMPTY_MEMORY, HEADER, MAPPING, 'other')
    expect(forgetMapping(elsewhere, HEADER, 'w')).toEqual(elsewhere)
  })

  test('nearly the same header is offered with less confidence, and new columns take their guess', () => {
    const wider = [...HEADER, 'Nutzer']
    const guess: Mapping = {
      kind: 'tools',
      columns: ['name', null, null, null, null, 'users'],
      reasons: [null, null, null, null, null, { code: 'header', confidence: 0.9 }],
    }
    const recalled = recallMapping(known, wider, { guess })
    expect(recalled?.columns).toEqual([...MAPPING.columns, 'users'])
    expect(recalled?.reasons?.map((reason) => reason?.code)).toEqual([...Array(5).fill('remembered'), 'header'])
    expect(recalled?.reasons?.[0]?.confidence).toBeLessThan(0.9)
    expect(recallMapping(known, HEADER.slice(0, 3))).toBeUndefined()
    expect(recallMapping(known, [...HEADER, 'a', 'b'])).toBeUndefined()
    // Without the column that names the tools nothing could be taken.
    expect(recallMapping(known, ['x', ...HEADER.slice(1)])).toBeUndefined()
  })

  test('the newest counts, and each workspace has its own', () => {
    const changed = { ...MAPPING, columns: ['name', null, null, null, null] as (FieldId | null)[] }
    const memory = rememberMapping(rememberMapping(EMPTY_MEMORY, HEADER, MAPPING, 'a'), HEADER, changed, 'a')
    expect(memory.entries).toHaveLength(1)
    expect(recallMapping(memory, HEADER, { workspace: 'a' })?.columns[1]).toBeNull()
    expect(recallMapping(memory, HEADER, { workspace: 'b' })).toBeUndefined()
    expect(recallMapping(memory, HEADER)).toBeUndefined()
    expect(forgetMappings(memory, 'a')).toEqual(EMPTY_MEMORY)
  })

  test('survives as a small text, and a damaged text is an empty memory', () => {
    expect(memoryFromText(memoryToText(known))).toEqual(known)
    for (const text of [undefined, '', '{', '[]', '{"version":2,"entries":[]}', '{"version":1,"entries":[{}]}']) {
      expect(memoryFromText(text)).toEqual(EMPTY_MEMORY)
    }
    const long = Array.from({ length: 400 }, (_, i) => `${'x'.repeat(500)} ${i}`)
    const columns = long.map((_, i): FieldId | null => (i === 0 ? 'name' : null))
    let memory = EMPTY_MEMORY
    for (let i = 0; i < 12; i += 1) memory = rememberMapping(memory, [...long, `n${i}`], { kind: 'tools', columns })
    const text = memoryToText(memory)
    expect(text.length).toBeLessThan(1_000_000)
    expect(memoryFromText(text).entries[0]).toEqual(memory.entries[0])
  })
})

describe('mapping files', () => {
  test('say everything, by headings', () => {
    const text = mappingToText([{ header: HEADER, mapping: MAPPING }])
    const read = mappingFromText(text)
    if (!read.ok) throw new Error(read.error.code)
    expect(bare(fittingMapping(read.value, HEADER)?.mapping ?? MAPPING)).toEqual(MAPPING)
    const wider = ['Neu', ...HEADER]
    expect(fittingMapping(read.value, wider)?.mapping.columns).toEqual([null, ...MAPPING.columns])
    expect(fittingMapping(read.value, ['Anwendung', 'Kosten'])).toBeUndefined()
  })

  test('of several mappings the one that fits best is taken', () => {
    const flows: Mapping = { kind: 'flows', columns: ['source', 'target'] }
    const text = mappingToText([
      { header: HEADER, mapping: MAPPING },
      { header: ['Anwendung', 'Hersteller'], mapping: { kind: 'tools', columns: ['name', 'vendor'] } },
      { header: ['Von', 'Nach'], mapping: flows },
    ])
    const read = mappingFromText(text)
    if (!read.ok) throw new Error(read.error.code)
    expect(fittingMapping(read.value, ['von', 'nach', 'Daten'])?.mapping.kind).toBe('flows')
    expect(fittingMapping(read.value, HEADER)?.mapping.identity).toBe('name+vendor')
    expect(fittingMapping(read.value, ['Hersteller', 'Anwendung'])?.mapping.identity).toBeUndefined()
  })

  test.each([
    ['no', 'not-json'],
    ['{}', 'not-a-mapping'],
    ['{"format":"toolscape-mapping","version":1,"mappings":[]}', 'not-a-mapping'],
    [
      '{"format":"toolscape-mapping","version":1,"mappings":[{"kind":"tools","columns":[{"header":"x","field":"headcount"}]}]}',
      'not-a-mapping',
    ],
  ])('%s is refused', (text, code) => {
    const read = mappingFromText(text)
    expect(read.ok ? 'read' : read.error.code).toBe(code)
  })
})

test('a mapping survives text and memory, whatever the header', () => {
  fc.assert(
    fc.property(arbMappedTable('tools'), ({ table: { header }, mapping }) => {
      const text = mappingFromText(mappingToText([{ header, mapping }]))
      expect(text.ok).toBe(true)
      const memory = memoryFromText(memoryToText(rememberMapping(EMPTY_MEMORY, header, mapping)))
      const recalled = recallMapping(memory, header)
      if (recalled !== undefined) expect(recalled.columns).toEqual(mapping.columns)
      else expect(mapping.columns).not.toContain('name')
      const shuffled = [...header].reverse()
      expect(fingerprint(shuffled)).toBe(fingerprint(header))
    }),
  )
})
