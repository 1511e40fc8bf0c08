import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ColumnId, FIELD_COLUMNS, isGroupable } from '../../../../renderer/screens/inventory/column-ids'
import { countValues, type Filter, filterMatcher, withFilter } from '../../../../renderer/screens/inventory/filters'
import { groupRows, linesOf, sumsOf } from '../../../../renderer/screens/inventory/groups'
import { rowArranger } from '../../../../renderer/screens/inventory/row-order'
import type { ToolRow } from '../../../../renderer/screens/inventory/tool-row'
import { HOSTINGS, TOOL_STATUSES, type Tool } from '../../../../shared/inventory/nouns'

const row = (name: string, more: Partial<Tool> = {}, rest: Partial<ToolRow> = {}): ToolRow => ({
  tool: { id: name, name, functions: [], ...more } as unknown as Tool,
  functions: [],
  proposals: [],
  ...rest,
})
const rowsOf = fc.array(
  fc.record({
    status: fc.option(fc.constantFrom(...TOOL_STATUSES), { nil: undefined }),
    hosting: fc.option(fc.constantFrom(...HOSTINGS), { nil: undefined }),
    users: fc.option(fc.nat(100), { nil: undefined }),
    contractEnd: fc.option(fc.constantFrom('2026-01-31', '2027-06-30'), { nil: undefined }),
    cost: fc.option(fc.record({ minor: fc.nat(9999), currency: fc.constantFrom('EUR', 'USD') }), { nil: undefined }),
    owner: fc.option(fc.constantFrom('IT', 'Vertrieb', 'Einkauf'), { nil: undefined }),
    functions: fc.subarray(['Wiki', 'Chat', 'Ticketing']),
  }),
  { maxLength: 30 },
)
const rows = rowsOf.map((all) =>
  all.map(({ owner, functions, cost, ...known }, at) => {
    const fields = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
    const annualCost = cost === undefined ? {} : { annualCost: cost }
    return row(`t${at}`, { ...fields, ...annualCost }, { functions, ...(owner === undefined ? {} : { owner }) })
  }),
)
const filters: fc.Arbitrary<readonly [ColumnId, Filter]> = fc.oneof(
  fc.record({ values: fc.subarray([...TOOL_STATUSES]), unknown: fc.boolean() }).map((f) => ['status', f] as const),
  fc
    .record({ values: fc.subarray(['IT', 'Einkauf']), contains: fc.constantFrom('', 'i') })
    .map((f) => ['owner', f] as const),
  fc.record({ from: fc.nat(60), to: fc.nat(100), unknown: fc.boolean() }).map((f) => ['users', f] as const),
  fc.record({ from: fc.constant('2026-06-01') }).map((f) => ['contractEnd', f] as const),
)
const columns = fc.constantFrom(...FIELD_COLUMNS.filter(isGroupable))
const names = (found: readonly ToolRow[]) => found.map(({ tool }) => tool.name).join(' ')
const shown = (all: readonly ToolRow[], column: ColumnId, filter: Filter) =>
  names(all.filter(filterMatcher(withFilter(new Map(), column, filter))))

describe('filters', () => {
  const some = [
    row('Jira', { status: 'active', users: 60, annualCost: { minor: 100_000, currency: 'EUR' } }, { owner: 'IT' }),
    row(
      'Lager',
      { status: 'retired', users: 0, contractEnd: '2026-12-31', retiredFrom: '2027-03-01' },
      { owner: 'Einkauf Süd' },
    ),
    row('Slack', { ai: 'unknown' }, { functions: ['Chat', 'Wiki'] }),
  ]

  test('by text, by values with unknown as one of them, by number, by money, by date', () => {
    expect(shown(some, 'owner', { contains: 'SUD' })).toBe('Lager')
    expect(shown(some, 'status', { values: ['active'], unknown: true })).toBe('Jira Slack')
    expect(shown(some, 'ai', { unknown: true })).toBe('Jira Lager Slack')
    expect(shown(some, 'functions', { values: ['Wiki'] })).toBe('Slack')
    expect(shown(some, 'users', { to: 10 })).toBe('Lager')
    expect(shown(some, 'users', { from: 10, unknown: true })).toBe('Jira Slack')
    expect(shown(some, 'annualCost', { from: 1000, to: 1000 })).toBe('Jira')
    expect(shown(some, 'contractEnd', { from: '2026-12-31' })).toBe('Lager')
    expect(shown(some, 'contractEnd', { to: '2026-12-30' })).toBe('')
    expect(shown(some, 'retiredFrom', { from: '2027-01-01', to: '2027-12-31' })).toBe('Lager')
    expect(shown(some, 'plannedFrom', { unknown: true })).toBe('Jira Lager Slack')
    expect(withFilter(new Map(), 'owner', { contains: ' ', values: [] }).size).toBe(0)
  })

  test('counts every value, and what is not known', () => {
    const { counts, unknown } = countValues(some, 'functions')
    expect([...counts, unknown]).toEqual([['Chat', 1], ['Wiki', 1], 2])
  })

  test('what is shown and what is hidden are all, in their order', () => {
    fc.assert(
      fc.property(rows, fc.array(filters, { maxLength: 3 }), (all, chosen) => {
        const passes = filterMatcher(new Map(chosen))
        const view = { order: undefined, query: '', filters: new Map(chosen), groupBy: undefined }
        const found = rowArranger()(all, view)
        const hidden = all.filter((each) => !passes(each))
        expect(found.length + hidden.length).toBe(all.length)
        expect(new Set([...found, ...hidden])).toEqual(new Set(all))
      }),
    )
  })
})

describe('groups', () => {
  test('part the rows: each is in one group, and keeps its order there', () => {
    fc.assert(
      fc.property(rows, columns, (all, column) => {
        const groups = groupRows(all, column)
        expect(groups.flatMap((group) => group.rows).length).toBe(all.length)
        expect(new Set(groups.flatMap((group) => group.rows))).toEqual(new Set(all))
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length)
        for (const group of groups) expect([...group.rows]).toEqual(all.filter((each) => group.rows.includes(each)))
        const closed = new Set(groups.map(({ id }) => id))
        expect(linesOf(groups, closed).length).toBe(groups.length)
        expect(linesOf(groups, new Set()).length).toBe(groups.length + all.length)
      }),
    )
  })

  test('their sums add up to the whole, each currency by itself; unknown is counted and never zero', () => {
    fc.assert(
      fc.property(rows, columns, (all, column) => {
        const whole = sumsOf(all)
        const parts = groupRows(all, column).map((group) => sumsOf(group.rows))
        const total = (pick: (sums: ReturnType<typeof sumsOf>) => number) =>
          parts.reduce((sum, each) => sum + pick(each), 0)
        expect(total((sums) => sums.users)).toBe(whole.users)
        expect(total((sums) => sums.usersUnknown)).toBe(whole.usersUnknown)
        expect(total((sums) => sums.costsUnknown)).toBe(whole.costsUnknown)
        for (const { currency, minor } of whole.costs) {
          expect(total((sums) => sums.costs.find((cost) => cost.currency === currency)?.minor ?? 0)).toBe(minor)
        }
      }),
    )
  })

  test('stand in the order of their values, unknown last', () => {
    const some = [
      row('a'),
      row('b', { status: 'retired' }),
      row('c', { status: 'planned' }),
      row('d', { status: 'active' }),
    ]
    expect(groupRows(some, 'status').map(({ value }) => value)).toEqual(['planned', 'active', 'retired', undefined])
  })

  test('a row that changes its group moves there at once', () => {
    const arrange = rowArranger()
    const view = {
      order: { column: 'name', descending: false } as const,
      query: '',
      filters: new Map(),
      groupBy: 'owner' as const,
    }
    const before = [row('b', {}, { owner: 'IT' }), row('a', {}, { owner: 'HR' })]
    expect(names(arrange(before, view))).toBe('a b')
    expect(groupRows(arrange([before[0] as ToolRow, row('a', {}, { owner: 'IT' })], view), 'owner')).toHaveLength(1)
  })
})
