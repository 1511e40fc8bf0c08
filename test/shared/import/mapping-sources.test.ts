import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeCsv } from '../../../renderer/files/csv-codec'
import type { ToolDraft } from '../../../shared/import/drafts'
import type { FieldId } from '../../../shared/import/fields'
import { guessIdentity } from '../../../shared/import/guess-identity'
import { type ExtraSource, fedFields, isUsable, type Mapping } from '../../../shared/import/mapping'
import { identityOf } from '../../../shared/import/mapping-identity'
import { readDrafts } from '../../../shared/import/read-drafts'
import { arbMappedTable } from '../../arbitraries'

const tableOf = (text: string) => decodeCsv('list.csv', new TextEncoder().encode(text)).table
const options = { fileName: 'list.csv', defaultCurrency: 'EUR' }

function read(text: string, columns: readonly (FieldId | null)[], more: Partial<Mapping> = {}) {
  const result = readDrafts(tableOf(text), { kind: 'tools', columns, ...more }, options)
  return { ...result, drafts: result.drafts as readonly ToolDraft[] }
}

describe('where fields get their text from', () => {
  test('a column cut into parts that feed two fields; what no part is for stays', () => {
    const { drafts, notices } = read('Tool;Nutzer\nJira - Atlassian;5\nSlack;7\nA - B - C;1\n', ['name', 'users'], {
      splits: { 0: { separator: ' - ', part: 1 } },
      extras: [{ field: 'vendor', source: { kind: 'column', column: 0, split: { separator: ' - ', part: 2 } } }],
    })
    expect(drafts.map(({ name, vendor, extra }) => [name, vendor, extra])).toEqual([
      ['Jira', 'Atlassian', undefined],
      ['Slack', undefined, undefined],
      ['A', 'B', { Tool: 'A - B - C' }],
    ])
    expect(notices).toEqual([])
  })

  test('a column cut into values of its own, exactly where somebody says', () => {
    const { drafts } = read('Tool;Zweck\nJira;Tickets + Planung, agil\n', ['name', 'functions'], {
      splits: { 1: { separator: '+' } },
    })
    expect(drafts[0]?.functions).toEqual(['Tickets', 'Planung, agil'])
  })

  test('columns put together', () => {
    const { drafts } = read('Tool;Vorname;Name;x\nJira;Ada;Lovelace;1\nSlack;;Hopper;\n', ['name', null, null, null], {
      extras: [{ field: 'businessOwner', source: { kind: 'join', columns: [1, 2], separator: ' ' } }],
    })
    expect(drafts.map(({ businessOwner, extra }) => [businessOwner, extra])).toEqual([
      ['Ada Lovelace', { x: '1' }],
      ['Hopper', undefined],
    ])
  })

  test('a constant speaks where the columns say nothing, and joins lists', () => {
    const { drafts } = read('Tool;Abteilung;Tags\nJira;HR;a\nSlack;;\n', ['name', 'owner', 'tags'], {
      extras: [
        { field: 'owner', source: { kind: 'constant', text: 'IT' } },
        { field: 'tags', source: { kind: 'constant', text: 'Werk 2' } },
      ],
    })
    expect(drafts.map(({ owner, tags }) => [owner, tags])).toEqual([
      [['HR'], ['a', 'Werk 2']],
      [['IT'], ['Werk 2']],
    ])
  })

  test('a constant that says nothing is told once, not in every row', () => {
    const { notices, drafts } = read('Tool\nA\nB\n', ['name'], {
      extras: [{ field: 'users', source: { kind: 'constant', text: 'viele' } }],
    })
    expect(notices).toEqual([{ code: 'bad-number', row: 2, column: 'users', text: 'viele' }])
    expect(drafts.some(({ extra }) => extra !== undefined)).toBe(false)
  })

  test('several columns are functions', () => {
    expect(read('Tool;F1;F2\nA;CRM;ERP\n', ['name', 'functions', 'functions']).drafts[0]?.functions).toEqual([
      'CRM',
      'ERP',
    ])
  })

  test('joined cells that are not understood stay under both headings', () => {
    const { drafts, notices } = read('Tool;Betrag;Währung\nA;viel;EUR\n', ['name', null, null], {
      extras: [{ field: 'annualCost', source: { kind: 'join', columns: [1, 2], separator: ' ' } }],
    })
    expect(drafts[0]?.extra).toEqual({ 'Betrag + Währung': 'viel EUR' })
    expect(notices[0]?.column).toBe('Betrag + Währung')
  })

  test('an empty cell clears a field only when empty means empty, and never a name', () => {
    const text = 'Tool;Nutzer;Notiz;Hersteller\nJira;;n/a;Atlassian\n'
    const columns = ['name', 'users', 'notes', 'vendor'] as const
    expect(read(text, columns).drafts[0]?.clears).toBeUndefined()
    expect(read(text, columns, { emptyMeansEmpty: true }).drafts[0]?.clears).toEqual(['users'])
  })

  test('what a mapping feeds', () => {
    const mapping: Mapping = {
      kind: 'tools',
      columns: [null],
      extras: [{ field: 'name', source: { kind: 'join', columns: [0], separator: '' } }],
    }
    expect([...fedFields(mapping)]).toEqual(['name'])
    expect(isUsable(mapping)).toBe(true)
    expect(isUsable({ kind: 'flows', columns: ['source'] })).toBe(false)
  })
})

describe('what tells rows apart', () => {
  test('each mode trusts what it names', () => {
    const jira = { name: 'Jira', vendor: 'Atlassian', partOf: 'Suite', externalId: '7' }
    const key = (mode: Parameters<typeof identityOf>[1]) => identityOf(jira, mode, 'file')
    expect(key('name')).toEqual({ key: 'jira' })
    expect(key('name+vendor').key).not.toBe(identityOf({ ...jira, vendor: 'Other' }, 'name+vendor', 'file').key)
    expect(key('auto').externalId).toBe('7')
    expect(key('id').key).not.toBe(identityOf(jira, 'id', 'stored').key)
  })

  test('the same name from strangers is guessed to be two tools, from relatives not', () => {
    const guess = (text: string) => guessIdentity(tableOf(text), ['name', 'vendor'])
    expect(guess('Tool;Hersteller\nConnect;Cisco\nConnect;Adobe\nJira;Atlassian\n')).toBe('name+vendor')
    expect(guess('Tool;Hersteller\nJira;Atlassian\nJira;Atlassian Inc\n')).toBeUndefined()
    expect(guess('Tool;Hersteller\nJira;Atlassian\nSlack;Salesforce\n')).toBeUndefined()
  })

  test('drafts carry it', () => {
    expect(read('Tool\nA\n', ['name'], { identity: 'name' }).drafts[0]?.identity).toBe('name')
    expect(read('Tool\nA\n', ['name'], { identity: 'auto' }).drafts[0]?.identity).toBeUndefined()
  })
})

test('whatever a mapping takes together or apart, no row and no cell is lost', () => {
  const separators = [' ', ';', '-', 'i', ', ']
  const law = fc.property(
    arbMappedTable('tools'),
    fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom(...separators), fc.integer({ min: -3, max: 3 })), {
      maxLength: 4,
    }),
    fc.boolean(),
    ({ table, mapping }, picks, emptyMeansEmpty) => {
      const extras = picks.map(([a, b, separator, part], index): ExtraSource => {
        const field = (['vendor', 'functions', 'users', 'tags'] as const)[index] ?? 'notes'
        const split = part === 0 ? { separator } : { separator, part }
        return part < 0
          ? { field, source: { kind: 'join', columns: [a, b], separator } }
          : { field, source: { kind: 'column', column: a, split } }
      })
      const { drafts, issues } = readDrafts(table, { ...mapping, extras, emptyMeansEmpty }, options)
      expect(drafts.length + issues.length).toBe(table.rows.length)
      const used = new Set(
        extras.flatMap(({ source }) =>
          source.kind === 'join' ? source.columns : source.kind === 'column' ? [source.column] : [],
        ),
      )
      for (const draft of drafts) {
        const cells = table.rows[table.rowNumbers.indexOf(draft.row)] ?? []
        cells.forEach((cell, index) => {
          if (mapping.columns[index] !== null || used.has(index) || cell.trim() === '') return
          expect(Object.values(draft.extra ?? {})).toContain(cell)
        })
        for (const field of draft.clears ?? []) expect(draft[field as keyof typeof draft]).toBeUndefined()
      }
    },
  )
  fc.assert(law, { numRuns: 300 })
})
