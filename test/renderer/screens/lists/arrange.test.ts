import { expect, test } from 'vitest'
import { arrange, type ListColumn, type ListRow, moved } from '../../../../renderer/screens/lists/arrange'
import { departmentRows } from '../../../../renderer/screens/lists/department-rows'
import { anInventory } from '../../../builders'

interface Row extends ListRow {
  readonly hours?: number
}
const columns: readonly ListColumn<Row>[] = [
  { id: 'name', label: '', size: 1, grow: 1, text: ({ name }) => name },
  { id: 'hours', label: '', size: 1, grow: 1, text: ({ hours }) => String(hours ?? ''), key: ({ hours }) => hours },
]
const rows: readonly Row[] = [
  { id: '1', name: 'Müller', hours: 9 },
  { id: '2', name: 'Abel' },
  { id: '3', name: 'Zoe', hours: 12 },
]
const names = (query: string, order?: Parameters<typeof arrange>[3]) =>
  arrange(rows, columns, query, order, (a, b) => a.localeCompare(b, 'de')).map(({ name }) => name)

test('searches any column, sorts numbers as numbers, and leaves unknown last in both directions', () => {
  expect(names('')).toEqual(['Müller', 'Abel', 'Zoe'])
  expect(names('muller')).toEqual(['Müller'])
  expect(names('', { column: 'hours', descending: false })).toEqual(['Müller', 'Zoe', 'Abel'])
  expect(names('', { column: 'hours', descending: true })).toEqual(['Zoe', 'Müller', 'Abel'])
  expect(names('', { column: 'name', descending: false })).toEqual(['Abel', 'Müller', 'Zoe'])
})

test('keys move within the list, and from nowhere to its first row', () => {
  expect(moved('ArrowDown', false, -1, 0, 3, 2, 10)).toEqual({ row: 0, column: 0 })
  expect(moved('PageDown', false, 0, 1, 3, 2, 10)).toEqual({ row: 2, column: 1 })
  expect(moved('End', true, 0, 0, 3, 2, 10)).toEqual({ row: 2, column: 1 })
  expect(moved('x', false, 0, 0, 3, 2, 10)).toBeUndefined()
  expect(moved('constructor', false, 0, 0, 3, 2, 10)).toBeUndefined()
})

test('departments stand below the one they belong to, each once, even in a circle', () => {
  const inventory = anInventory()
    .department('Firma')
    .department('Vertrieb', { parent: 'Firma' })
    .department('Einkauf', { parent: 'Firma' })
    .department('Innendienst', { parent: 'Vertrieb' })
    .department('A', { parent: 'A' })
    .tool('CRM', { owner: 'Vertrieb', annualCost: { minor: 500, currency: 'EUR' }, usedBy: ['Einkauf'] })
    .build()
  const tree = departmentRows(inventory, (a, b) => a.localeCompare(b))
  expect(tree.map(({ name, depth }) => `${depth} ${name}`)).toEqual([
    '0 Firma',
    '1 Einkauf',
    '1 Vertrieb',
    '2 Innendienst',
    '0 A',
  ])
  expect(tree.find(({ name }) => name === 'Vertrieb')).toMatchObject({ tools: 1, cost: new Map([['EUR', 500]]) })
  expect(tree.find(({ name }) => name === 'Einkauf')).toMatchObject({ tools: 0, uses: 1 })
})
