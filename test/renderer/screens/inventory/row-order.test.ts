import { describe, expect, test } from 'vitest'
import { NO_FILTERS } from '../../../../renderer/screens/inventory/filters'
import { type Order, rowArranger, type View } from '../../../../renderer/screens/inventory/row-order'
import { rowMaker, type ToolRow } from '../../../../renderer/screens/inventory/tool-row'
import { EMPTY_INVENTORY } from '../../../../shared/inventory/inventory'
import type { Tool } from '../../../../shared/inventory/nouns'

const view = (order?: Order, query = ''): View => ({ order, query, filters: NO_FILTERS, groupBy: undefined })
const row = (name: string, more: Partial<Tool> = {}): ToolRow => ({
  tool: { id: name, name, functions: [], ...more } as unknown as Tool,
  functions: [],
  proposals: [],
})
const names = (rows: readonly ToolRow[]) => rows.map(({ tool }) => tool.name).join(' ')
const arranged = (rows: readonly ToolRow[], order?: Order, query = '') => names(rowArranger()(rows, view(order, query)))

describe('sorting', () => {
  test('names as the language sorts them', () => {
    expect(
      arranged(
        ['Zoom', 'äpp', 'App 10', 'App 9'].map((name) => row(name)),
        { column: 'name', descending: false },
      ),
    ).toBe('äpp App 9 App 10 Zoom')
  })

  test('unknown comes last in both directions, zero is a number', () => {
    const rows = [row('a'), row('b', { users: 5 }), row('c', { users: 0 }), row('d', { users: 70 })]
    expect(arranged(rows, { column: 'users', descending: false })).toBe('c b d a')
    expect(arranged(rows, { column: 'users', descending: true })).toBe('d b c a')
  })

  test('money of different currencies is not compared', () => {
    const cost = (minor: number, currency: string) => ({ annualCost: { minor, currency } })
    const rows = [row('a', cost(900, 'USD')), row('b', cost(10_000, 'EUR')), row('c', cost(200, 'EUR'))]
    expect(arranged(rows, { column: 'annualCost', descending: false })).toBe('c b a')
  })
})

test('a search finds every word, in any writing and any column', () => {
  const rows = [row('Jira', { vendor: 'Atlassian' }), { ...row('Lager'), owner: 'Einkauf Süd' }, row('Slack')]
  expect(arranged(rows, undefined, 'SUD lag')).toBe('Lager')
  expect(arranged(rows, undefined, '  ')).toBe('Jira Lager Slack')
  expect(arranged(rows, undefined, 'nichts')).toBe('')
})

test('nothing jumps while somebody edits; what comes or goes is sorted in', () => {
  const arrange = rowArranger()
  const order: Order = { column: 'users', descending: false }
  const shown = view(order)
  const before = [row('a', { users: 1 }), row('b', { users: 2 })]
  expect(names(arrange(before, shown))).toBe('a b')
  const edited = [row('a', { users: 9 }), before[1] as ToolRow]
  expect(names(arrange(edited, shown))).toBe('a b')
  expect(names(arrange([...edited, row('c', { users: 5 })], shown))).toBe('b c a')
})

test('rows in which nothing changed stay the same objects', () => {
  const jira = row('Jira').tool
  const tools = (users: number) => {
    const otrs = row('OTRS', { users }).tool
    return new Map([jira, otrs].map((tool) => [tool.id, tool]))
  }
  const make = rowMaker()
  const first = make({ ...EMPTY_INVENTORY, tools: tools(1) }, new Map())
  const second = make({ ...EMPTY_INVENTORY, tools: tools(2) }, new Map())
  expect(second[0]).toBe(first[0])
  expect(second[1]).not.toBe(first[1])
})

test('searching and clearing the search gives what sorting anew would, also after an edit', () => {
  const arrange = rowArranger()
  const order: Order = { column: 'name', descending: true }
  const rows = ['Zoom', 'App 10', 'App 9', 'Slack'].map((name) => row(name))
  const edited = rows.map((each) => (each.tool.name === 'Slack' ? row('Slack', { name: 'App 11' }) : each))
  for (const [shown, query] of [
    [rows, ''],
    [rows, 'app'],
    [rows, ''],
    [edited, 'app'],
    [edited, ''],
  ] as const) {
    expect(names(arrange(shown, view(order, query)))).toBe(arranged(shown, order, query))
  }
})
