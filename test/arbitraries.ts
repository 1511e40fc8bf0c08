import fc from 'fast-check'
import { FIELDS, type FieldId, REPEATABLE_FIELDS } from '../shared/import/fields'
import type { Mapping } from '../shared/import/mapping'
import { FILE_KINDS, type FileKind, type Table } from '../shared/import/table'
import type { Inventory } from '../shared/inventory/inventory'
import { AI_KINDS, FLOW_METHODS, FREQUENCIES, HOSTINGS, type Level, TOOL_STATUSES } from '../shared/inventory/nouns'
import { anInventory, type FlowSays, type ToolSays } from './builders'

/** Few names, so that rows meet: spellings of one name, parts of systems, awkward ones. */
export const TOOL_NAMES = [
  'Jira',
  'JIRA ',
  'Slack',
  'API',
  'SAP S/4HANA',
  'sap s 4hana',
  'Excel: Liste',
  '↔',
  '__proto__',
  'Müller & Co',
  '=1+1',
  '🦊',
]
export const DEPARTMENT_NAMES = ['IT', 'IT-Abteilung', 'Einkauf ', 'Vertrieb', 'HR', 'Team', 'alle']

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const some = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  arbitrary.map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T)

/** What a tool may say, each field often unknown. */
export const arbToolSays: fc.Arbitrary<ToolSays> = some(
  fc.record({
    partOf: optional(fc.constantFrom('NOMIS', 'NDelius')),
    externalId: optional(fc.constantFrom('1', '2', 'app_1', 'app_2')),
    functions: optional(fc.subarray(['CRM', 'Team-Chat', 'Ticketing'])),
    owner: optional(fc.constantFrom('IT', 'HR', 'Vertrieb')),
    usedBy: optional(fc.subarray(['IT', 'HR', 'Einkauf'])),
    status: optional(fc.constantFrom(...TOOL_STATUSES)),
    hosting: optional(fc.constantFrom(...HOSTINGS)),
    users: optional(fc.nat(5000)),
    annualCost: optional(fc.nat(10_000_000).map((minor) => ({ minor, currency: 'EUR' }))),
    criticality: optional(fc.constantFrom<Level>(1, 2, 3, 4)),
    ai: optional(fc.constantFrom(...AI_KINDS)),
    mentionedOnly: optional(fc.constant(true)),
    origin: optional(fc.record({ file: fc.constantFrom('list.csv', 'other.csv'), row: fc.nat(50) })),
  }),
) as fc.Arbitrary<ToolSays>

const arbFlowSays: fc.Arbitrary<FlowSays> = some(
  fc.record({
    name: optional(fc.constantFrom('Sync', 'Export')),
    method: optional(fc.constantFrom(...FLOW_METHODS)),
    frequency: optional(fc.constantFrom(...FREQUENCIES)),
    bothWays: optional(fc.boolean()),
    hoursPerMonth: optional(fc.nat(80)),
    dataObjects: optional(fc.subarray(['Orders', 'Invoices'])),
  }),
) as fc.Arbitrary<FlowSays>

/** Small inventories that hold together: every flow has its ends, every owner exists, no two flows are the same. */
export const arbInventory: fc.Arbitrary<Inventory> = fc
  .record({
    departments: fc.uniqueArray(fc.constantFrom('IT', 'HR', 'Vertrieb', 'Einkauf'), { maxLength: 4 }),
    tools: fc.array(fc.tuple(fc.constantFrom(...TOOL_NAMES), arbToolSays), { maxLength: 8 }),
    flows: fc.array(fc.tuple(fc.nat(), fc.nat(), arbFlowSays), { maxLength: 6 }),
  })
  .map(({ departments, tools, flows }) => {
    const builder = anInventory(1)
    for (const name of departments) builder.department(name)
    for (const [name, says] of tools) builder.tool(name, says)
    const names = [...new Set(tools.map(([name]) => name))]
    for (const [from, to, says] of flows) {
      const [source, target] = [names[from % Math.max(1, names.length)], names[to % Math.max(1, names.length)]]
      if (source !== undefined && target !== undefined && source !== target) builder.flow(source, target, says)
    }
    return builder.build()
  })

const arbCell: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TOOL_NAMES) },
  { weight: 4, arbitrary: fc.constantFrom(...DEPARTMENT_NAMES) },
  { weight: 3, arbitrary: fc.constantFrom('', '', '-', 'n/a', 'unbekannt', ' ') },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '1',
      '2',
      'app_1',
      '1.234',
      '1.234,50 €',
      'ca. 50',
      '20–30',
      '31.12.2026',
      '12/31/2026',
      'ja',
      'hoch',
      'API',
      'CSV',
      'NOMIS',
      'NDelius',
      'Jira; Slack',
      'IT, HR',
      'Jira (CSV)',
      'beidseitig',
      'daily',
      "{'frequency': 'daily'}",
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
)

const HEADERS = ['A', '__proto__', 'constructor', 'Name', 'toString', 'ID', 'Ünïcode', '=x', 'B (2)', '[C]', 'Nr.', 'x']

/** What rows of each kind can't do without, and what tells them apart. */
const CORE: Readonly<Record<FileKind, readonly FieldId[]>> = {
  tools: ['name', 'id'],
  departments: ['name', 'id'],
  flows: ['source', 'target'],
  usages: ['name', 'owner'],
  dataObjects: ['name', 'master'],
  functions: ['name', 'domain'],
}

/** Any table of a kind with any mapping that a person could make of it. */
export function arbMappedTable(kind: FileKind): fc.Arbitrary<{ table: Table; mapping: Mapping }> {
  return fc.integer({ min: 1, max: 8 }).chain((width) =>
    fc
      .record({
        header: fc.shuffledSubarray(HEADERS, { minLength: width, maxLength: width }),
        rows: fc.array(fc.array(arbCell, { minLength: width, maxLength: width }), { maxLength: 12 }),
        fields: fc.array(fc.option(fc.constantFrom<FieldId>(...FIELDS[kind])), { minLength: width, maxLength: width }),
        core: fc.boolean(),
      })
      .map(({ header, rows, fields, core }) => {
        const wanted: (FieldId | null)[] = [...fields]
        // Most tables should have what makes rows takeable.
        if (core) wanted.splice(0, 2, ...CORE[kind].slice(0, width))
        const seen = new Set<FieldId>()
        const columns = wanted.map((field) => {
          if (field === null || (seen.has(field) && !REPEATABLE_FIELDS.has(field))) return null
          seen.add(field)
          return field
        })
        return { table: { header, rows, rowNumbers: rows.map((_, index) => index + 2) }, mapping: { kind, columns } }
      }),
  )
}

/** A table of any kind. */
export const arbAnyMappedTable = fc.constantFrom(...FILE_KINDS).chain(arbMappedTable)
