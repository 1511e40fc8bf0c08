import fc from 'fast-check'
import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import type { T } from '../../../../renderer/i18n'
import { readBlock, writeBlock } from '../../../../renderer/screens/inventory/block-text'
import { cellText } from '../../../../renderer/screens/inventory/cell-values'
import { type ColumnId, FIELD_COLUMNS } from '../../../../renderer/screens/inventory/column-ids'
import { joinList, splitList } from '../../../../renderer/screens/inventory/list-text'
import { filled, planPaste } from '../../../../renderer/screens/inventory/paste'
import type { CellReaders } from '../../../../renderer/screens/inventory/read-cell'
import { rowMaker, type ToolRow } from '../../../../renderer/screens/inventory/tool-row'
import { applyChange, invertRows } from '../../../../shared/inventory/change'
import { editTools } from '../../../../shared/inventory/edit-tools'
import { idSource } from '../../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../../shared/inventory/inventory'
import {
  AI_KINDS,
  DATA_CLASSES,
  HOSTINGS,
  TOOL_STATUSES,
  type Tool,
  YES_NO_UNKNOWN,
} from '../../../../shared/inventory/nouns'
import { resources } from '../../../../shared/strings/resources'

const readers = {} as Record<'de' | 'en', CellReaders>
beforeAll(async () => {
  for (const language of ['de', 'en'] as const) {
    const i18n = i18next.createInstance()
    await i18n.init({ resources, lng: language, fallbackLng: false, ns: ['inventory'], returnNull: false })
    readers[language] = { t: i18n.t as unknown as T, language, functionOf: (name) => ({ name }) }
  }
})

const inventoryOf = (tools: readonly Tool[]): Inventory => ({
  ...EMPTY_INVENTORY,
  tools: new Map(tools.map((tool) => [tool.id, tool])),
})
const rowsOf = (inventory: Inventory): readonly ToolRow[] => rowMaker()(inventory, new Map())
const COLUMNS: readonly ColumnId[] = [...FIELD_COLUMNS, 'extra:Kostenstelle']
const paste = (
  inventory: Inventory,
  text: string,
  { at = 0, column = 0, language = 'de' as 'de' | 'en', columns = COLUMNS } = {},
) => {
  const ids = idSource(9)
  const target = { rows: rowsOf(inventory).slice(at), columns: columns.slice(column), newId: () => ids('tools') }
  const plan = planPaste(readBlock(text), target, readers[language])
  const changes = editTools(inventory, plan.edits, ids, plan.added)
  return { ...plan, changes, after: applyChange(inventory, changes) }
}
const copy = (inventory: Inventory, language: 'de' | 'en') =>
  writeBlock(rowsOf(inventory).map((row) => COLUMNS.map((column) => cellText(row, column, readers[language]))))

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('a"b', '"x" y', '=1+1', "'=2", 'a\tb', 'a\nb', 'c\r\nd', '-', '"'),
)
const name = text.map((each) => each.trim()).filter((each) => each !== '')
const maybe = <A>(arbitrary: fc.Arbitrary<A>) => fc.option(arbitrary, { nil: undefined })
const tool: fc.Arbitrary<Omit<Tool, 'id'>> = fc
  .record({
    name,
    vendor: maybe(name),
    description: maybe(name),
    notes: maybe(name),
    businessOwner: maybe(name),
    status: maybe(fc.constantFrom(...TOOL_STATUSES)),
    hosting: maybe(fc.constantFrom(...HOSTINGS)),
    ai: maybe(fc.constantFrom(...AI_KINDS)),
    dataClass: maybe(fc.constantFrom(...DATA_CLASSES)),
    personalData: maybe(fc.constantFrom(...YES_NO_UNKNOWN)),
    criticality: maybe(fc.constantFrom(1, 2, 3, 4)),
    technicalFit: maybe(fc.constantFrom(1, 2, 3, 4)),
    users: maybe(fc.nat()),
    noticeMonths: maybe(fc.nat(60)),
    annualCost: maybe(fc.record({ minor: fc.nat(10 ** 10), currency: fc.constantFrom('EUR', 'GBP', 'USD', 'CHF') })),
    contractEnd: maybe(fc.constantFrom('2026-12-31', '2024-02-29', '2031-01-05')),
    plannedFrom: maybe(fc.constantFrom('2027-01-01', '2019-11-30')),
    retiredFrom: maybe(fc.constantFrom('2028-02-29', '2020-12-31')),
    tags: maybe(fc.uniqueArray(name, { minLength: 1, maxLength: 3 })),
    extra: maybe(fc.record({ Kostenstelle: name })),
  })
  .map((known) => {
    const fields = Object.entries(known).filter(([, value]) => value !== undefined)
    return { functions: [], ...Object.fromEntries(fields) } as unknown as Omit<Tool, 'id'>
  })
const inventories = fc
  .array(tool, { minLength: 1, maxLength: 5 })
  .map((tools) => inventoryOf(tools.map((each, at) => ({ ...each, id: `t1.${at + 1}` }) as Tool)))
const languages = fc.constantFrom('de' as const, 'en' as const)

describe('blocks', () => {
  test('what is written reads back, whatever is in the cells', () => {
    const blocks = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(blocks, (block) => {
        const written = writeBlock(block)
        // A single empty cell at the very end is what a spreadsheet program's last line break looks like, too.
        fc.pre(!/[\r\n]$/.test(written))
        expect(readBlock(written)).toEqual(block)
      }),
      { numRuns: 500 },
    )
  })

  test('as Excel writes them', () => {
    expect(readBlock('Jira\t60\r\n"a\nb"\t"say ""hi"""\r\n')).toEqual([
      ['Jira', '60'],
      ['a\nb', 'say "hi"'],
    ])
    expect(readBlock('27" screen\t"Nord" GmbH')).toEqual([['27" screen', '"Nord" GmbH']])
    expect(writeBlock([['=cmd()']])).toBe("'=cmd()")
  })

  test('lists of names come back, whatever is in the names', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), (names) => {
        expect(splitList(joinList(names))).toEqual(names)
      }),
    )
    expect(splitList('Wiki; ;Chat')).toEqual(['Wiki', 'Chat'])
  })
})

describe('paste', () => {
  const jira = { id: 't1.1', name: 'Jira', functions: [], users: 5 } as unknown as Tool
  const slack = { id: 't1.2', name: 'Slack', functions: [] } as unknown as Tool

  test('of what was copied changes nothing', () => {
    fc.assert(
      fc.property(inventories, languages, (inventory, language) => {
        const { changes, refused } = paste(inventory, copy(inventory, language), { language })
        expect(refused).toEqual([])
        expect(changes).toEqual([])
      }),
    )
  })

  test('of what was copied elsewhere makes the same tools', () => {
    fc.assert(
      fc.property(inventories, languages, (inventory, language) => {
        const { after, refused } = paste(EMPTY_INVENTORY, copy(inventory, language), { language })
        expect(refused).toEqual([])
        const known = (from: Inventory) => [...from.tools.values()].map(({ id: _, hand: __, ...rest }) => rest)
        expect(known(after)).toEqual(known(inventory))
      }),
    )
  })

  test('undone is as before', () => {
    fc.assert(
      fc.property(inventories, inventories, languages, (inventory, other, language) => {
        const { changes, after } = paste(inventory, copy(other, language), { language })
        expect(applyChange(after, invertRows(changes))).toEqual(inventory)
      }),
    )
  })

  test('takes what can be read, adds tools below, and names what it refuses', () => {
    const block = 'Jira\tAtlassian\nSlack\tSalesforce\nMiro\tMiro Inc'
    const two = paste(inventoryOf([jira, slack]), block)
    expect([...two.after.tools.values()].map((each) => `${each.name} ${each.vendor}`)).toEqual([
      'Jira Atlassian',
      'Slack Salesforce',
      'Miro Miro Inc',
    ])
    const columns: readonly ColumnId[] = ['name', 'users', 'status', 'annualCost']
    const some = paste(inventoryOf([jira]), 'viele\taktiv\t1.200 €\tzu viel\n7', { column: 1, columns })
    expect(some.after.tools.get(jira.id)).toMatchObject({
      users: 5,
      status: 'active',
      annualCost: { minor: 120_000, currency: 'EUR' },
    })
    expect(some.refused.map(({ line, text, problem }) => [line, text, problem])).toEqual([
      [1, 'viele', 'badUsers'],
      [1, 'zu viel', 'noColumn'],
      [2, '7', 'noName'],
    ])
  })

  test('an empty cell means unknown, a single line fills all selected rows', () => {
    const cleared = paste(inventoryOf([jira]), '\t', { column: 5 })
    expect(cleared.after.tools.get(jira.id)?.users).toBeUndefined()
    expect(filled([['x']], 3)).toEqual([['x'], ['x'], ['x']])
    expect(filled([['x'], ['y']], 3)).toEqual([['x'], ['y']])
  })
})
