import { describe, expect, it } from 'vitest'
import { toDepartmentsTable, toFlowsTable, toToolsTable } from '../../../shared/export/to-tables'
import type { FieldId } from '../../../shared/import/fields'
import { guessMapping } from '../../../shared/import/guess-mapping'
import { DEPARTMENT_HEADERS, FLOW_HEADERS, TOOL_HEADERS } from '../../../shared/import/own-headers'
import type { FileKind } from '../../../shared/import/table'
import type { Inventory } from '../../../shared/inventory/inventory'
import { someInventory } from '../analysis/an-inventory'
import { asTable } from './as-table'

const rowOf = (table: ReturnType<typeof toToolsTable>, index = 0) =>
  Object.fromEntries(
    table.header.map((header, i) => [header, table.rows[index]?.[i]]).filter(([, cell]) => cell !== null),
  )

const company = (): Inventory =>
  someInventory()
    .tool('Slack', {
      does: ['Chat', 'Calls; video'],
      owner: 'IT',
      usedBy: ['IT', 'HR', 'Sales'],
      status: 'phasing-out',
      annualCost: { minor: 1_234_550, currency: 'CHF' },
      contractEnd: '2027-01-31',
      criticality: 4,
      technicalFit: 2,
      ai: 'embedded',
      extra: { Farbe: 'blau', Users: 'viele' },
    })
    .tool('Fax', { mentionedOnly: true, extra: { Raum: '12' } })
    .flow('Slack', 'Fax', { method: 'by-hand', bothWays: true, hoursPerMonth: 1.005, frequency: 'on-demand' })
    .build()

describe('toToolsTable', () => {
  it('writes what is known in words that the import reads', () => {
    expect(rowOf(toToolsTable(company(), { language: 'en' }))).toEqual({
      Name: 'Slack',
      Functions: 'Chat; "Calls; video"',
      Department: 'IT',
      'Used by': 'HR; Sales',
      Status: 'phasing out',
      Users: 'viele',
      'Annual cost': 12_345.5,
      Currency: 'CHF',
      'Contract end': '2027-01-31',
      Criticality: 'very high',
      'Technical fit': 'unreasonable',
      AI: 'embedded',
      Farbe: 'blau',
    })
    expect(rowOf(toToolsTable(company(), { language: 'de' }), 1)).toEqual({
      Name: 'Fax',
      Status: 'nur erwähnt',
      Raum: '12',
    })
  })

  it('writes departments and flows', () => {
    expect(rowOf(toDepartmentsTable(company(), { language: 'de' }))).toEqual({ Abteilung: 'IT' })
    expect(rowOf(toFlowsTable(company(), { language: 'de' }))).toEqual({
      Quelle: 'Slack',
      Ziel: 'Fax',
      Übertragungsart: 'Von Hand',
      Richtung: 'beide Richtungen',
      Häufigkeit: 'bei Bedarf',
      'Stunden pro Monat': 1,
    })
  })

  it.each<['de' | 'en', FileKind, typeof toToolsTable, readonly (readonly [FieldId, unknown])[]]>([
    ['en', 'tools', toToolsTable, TOOL_HEADERS],
    ['de', 'tools', toToolsTable, TOOL_HEADERS],
    ['en', 'departments', toDepartmentsTable, DEPARTMENT_HEADERS],
    ['de', 'departments', toDepartmentsTable, DEPARTMENT_HEADERS],
    ['en', 'flows', toFlowsTable, FLOW_HEADERS],
    ['de', 'flows', toFlowsTable, FLOW_HEADERS],
  ])('has headers that the import understands (%s, %s)', (language, kind, toTable, headers) => {
    const table = asTable(toTable(company(), { language }))
    const { columns } = guessMapping(table, kind)
    for (const [i, header] of table.header.entries()) {
      const field = headers[i]?.[0] ?? null
      const isUnderstood = table.rows.some((row) => row[i] !== '' && row[i] !== 'viele')
      if (isUnderstood) expect([header, columns[i]]).toEqual([header, field])
    }
  })
})
