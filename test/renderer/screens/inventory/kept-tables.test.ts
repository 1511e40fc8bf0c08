import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { FIELD_COLUMNS } from '../../../../renderer/screens/inventory/column-ids'
import {
  type KeptTable,
  tablesFromText,
  tablesToText,
  withoutTable,
  withTable,
} from '../../../../renderer/screens/inventory/kept-tables'

const others = FIELD_COLUMNS.filter((column) => column !== 'name')
const table: fc.Arbitrary<KeptTable> = fc.record({
  columns: fc
    .uniqueArray(fc.constantFrom(...others, 'extra:Raum' as const))
    .map((columns) => ['name' as const, ...columns]),
  widths: fc.dictionary(fc.constantFrom(...FIELD_COLUMNS), fc.integer({ min: 60, max: 900 }), {
    noNullPrototype: true,
  }),
  sorting: fc.array(fc.record({ id: fc.constantFrom(...FIELD_COLUMNS), desc: fc.boolean() }), { maxLength: 2 }),
  groupBy: fc.constantFrom('owner' as const, 'status' as const, undefined),
})

describe('how the tables of the workspaces are set up', () => {
  test.prop([fc.uniqueArray(fc.tuple(fc.uuid(), table), { selector: ([id]) => id, maxLength: 5 })])(
    'comes back from its text',
    (entries) => {
      const tables = new Map(entries)
      expect(tablesFromText(tablesToText(tables))).toEqual(tables)
    },
  )

  test.prop([fc.oneof(fc.string(), fc.json())])('is whatever can be understood of a text, and never fails', (text) => {
    expect(tablesFromText(`{"tables":[${text}]}`)).toBeInstanceOf(Map)
    expect(tablesFromText(text)).toBeInstanceOf(Map)
  })

  it('knows no column, width or group that there isn’t', () => {
    const text = JSON.stringify({
      tables: [
        {
          workspace: 'w',
          columns: ['name', 'nonsense', 'vendor', 'vendor'],
          widths: { vendor: -3, nonsense: 90 },
          groupBy: 'name',
        },
        { workspace: 'x', columns: ['vendor'] },
      ],
    })
    expect(tablesFromText(text)).toEqual(
      new Map([['w', { columns: ['name', 'vendor'], widths: {}, sorting: [], groupBy: undefined }]]),
    )
  })

  it('keeps two hundred workspaces at most, the newest, and forgets one that is gone', () => {
    const one: KeptTable = { columns: ['name'], widths: {}, sorting: [], groupBy: undefined }
    let tables: ReadonlyMap<string, KeptTable> = new Map()
    for (let i = 0; i < 250; i++) tables = withTable(tables, `w-${i}`, one)
    expect([tables.size, tables.has('w-49'), tables.has('w-249')]).toEqual([200, false, true])
    expect(withoutTable(tables, 'w-249').has('w-249')).toBe(false)
  })
})
