import type { Hosting, Money } from '../inventory/nouns'
import type { InterfaceMention, ToolDraft } from './drafts'
import type { FieldId } from './fields'
import type { IdentityMode } from './mapping'
import { MENTIONED_ONLY, says } from './own-headers'
import type { CellReader, RowInReading, TableReader } from './read-cells'
import { dateOrder, readDate } from './values/dates'
import { readMonths } from './values/durations'
import { METHOD_WORDS } from './values/flow-vocabulary'
import { currencyIn, moneyUnit, readMoney } from './values/money'
import { BAD_CELL, type CellValue, numberStyle, readNumber } from './values/numbers'
import { cleanUrl } from './values/text'
import {
  AI_WORDS,
  CRITICALITY_WORDS,
  DATA_CLASS_WORDS,
  FUNCTIONAL_FIT_WORDS,
  HOSTING_WORDS,
  STATUS_WORDS,
  TECHNICAL_FIT_WORDS,
  YES_NO_WORDS,
} from './values/vocabulary'
import { readWord } from './values/words'

/** Reads a count of people: whole, not negative; a range gives its middle, rounded. */
export function readCount(cell: string, style: 'german' | 'english'): CellValue<number> {
  const count = readNumber(cell, style)
  if (count.is !== 'value') return count
  const value = Math.round(count.value)
  return value < 0 || !Number.isSafeInteger(value) ? BAD_CELL : { ...count, value }
}

/** "DATEV (CSV)" is DATEV by file; brackets that name no method belong to the name. */
export function readMention(text: string): InterfaceMention {
  const parts = /^(.*\S)\s*\(([^()]+)\)$/.exec(text)
  if (parts?.[1] === undefined || parts[2] === undefined) return { name: text }
  const method = readWord(parts[2], METHOD_WORDS)
  return method.is === 'value' ? { name: parts[1], method: method.value } : { name: text }
}

/** What is decided once per table of tools. The function it gives reads a row whose name is known. */
export function toolReader(
  table: TableReader,
  defaultCurrency: string,
  identityMode?: IdentityMode,
): (row: RowInReading, name: string) => ToolDraft {
  const userStyle = numberStyle(table.cells('users'))
  const costStyle = numberStyle(table.cells('annualCost'))
  const costUnit = moneyUnit(table.header('annualCost'))
  const noticeHeader = table.header('noticeMonths')
  const noticeStyle = numberStyle(table.cells('noticeMonths'))
  const order = dateOrder(DATES.flatMap((field) => table.cells(field)))
  const cloudColumn = /saas|cloud/i.test(table.header('hosting'))

  const readHosting = (cell: string): CellValue<Hosting> => {
    const word = readWord(cell, HOSTING_WORDS)
    if (word.is !== 'bad' || !cloudColumn) return word
    const answer = readWord(cell, YES_NO_WORDS)
    return answer.is === 'value' && answer.value === 'yes' ? { is: 'value', value: 'cloud' } : BAD_CELL
  }

  const nameCurrency = table.has('currency') ? table.text('currency') : undefined
  const costReaders = new Map<string, CellReader<Money>>()
  const costIn = (currency: string): CellReader<Money> => {
    let cost = costReaders.get(currency)
    if (cost === undefined) {
      cost = table.value('annualCost', 'bad-number', (cell) => readMoney(cell, costStyle, costUnit, currency))
      costReaders.set(currency, cost)
    }
    return cost
  }
  const rawStatus = table.raw('status')
  const status = table.word('status', STATUS_WORDS)
  const rawUrl = table.raw('url')
  const url = table.text('url')
  const interfaces = table.list('interfaces', 'list')
  /** What each field of a draft is read by, in their order; fields that no column feeds say nothing and are left out. */
  const readers = (
    [
      ['externalId', 'id', table.text('id')],
      ['partOf', 'partOf', table.text('partOf')],
      ['vendor', 'vendor', table.text('vendor')],
      ['description', 'description', table.lines('description')],
      ['functions', 'functions', table.list('functions', 'list')],
      ['owner', 'owner', table.list('owner', 'names')],
      ['usedBy', 'usedBy', table.list('usedBy', 'list')],
      ['businessOwner', 'businessOwner', table.text('businessOwner')],
      ['technicalOwner', 'technicalOwner', table.text('technicalOwner')],
      ['status', 'status', (row) => (says(rawStatus(row), MENTIONED_ONLY) ? undefined : status(row))],
      ['hosting', 'hosting', table.value('hosting', 'unknown-word', readHosting)],
      ['users', 'users', table.value('users', 'bad-number', (cell) => readCount(cell, userStyle))],
      ['annualCost', 'annualCost', (row) => costIn(currencyIn(nameCurrency?.(row) ?? '') ?? defaultCurrency)(row)],
      ...DATES.map((field) => [field, field, table.value(field, 'bad-date', (cell) => readDate(cell, order))] as const),
      [
        'noticeMonths',
        'noticeMonths',
        table.value('noticeMonths', 'bad-number', (cell) => readMonths(cell, noticeStyle, noticeHeader)),
      ],
      ['criticality', 'criticality', table.level('criticality', CRITICALITY_WORDS)],
      ['functionalFit', 'functionalFit', table.level('functionalFit', FUNCTIONAL_FIT_WORDS)],
      ['technicalFit', 'technicalFit', table.level('technicalFit', TECHNICAL_FIT_WORDS)],
      ['dataClass', 'dataClass', table.word('dataClass', DATA_CLASS_WORDS)],
      ['personalData', 'personalData', table.word('personalData', YES_NO_WORDS)],
      ['ai', 'ai', table.word('ai', AI_WORDS)],
      ['tags', 'tags', table.list('tags', 'list')],
      ['url', 'url', (row) => (url(row) === undefined ? undefined : cleanUrl(rawUrl(row)))],
      ['notes', 'notes', table.lines('notes')],
      ['interfaces', 'interfaces', (row) => interfaces(row)?.map(readMention)],
    ] satisfies readonly (readonly [keyof ToolDraft, FieldId, CellReader<unknown>])[]
  ).filter(([, field]) => table.has(field))

  const { columns } = table
  const identity = identityMode === undefined || identityMode === 'auto' ? {} : { identity: identityMode }

  return (row, name) => {
    const draft: Record<string, unknown> = { kind: 'tools', row: row.row, columns, ...identity, name }
    if (says(rawStatus(row), MENTIONED_ONLY)) draft.mentionedOnly = true
    for (const [key, , read] of readers) {
      const value = read(row)
      if (value !== undefined) draft[key] = value
    }
    return Object.assign(draft, table.extraOf(row)) as unknown as ToolDraft
  }
}

/** One list writes its dates one way. */
const DATES = ['contractEnd', 'plannedFrom', 'retiredFrom'] as const

/** The same object without the keys that say nothing. */
export function withoutUndefined<T extends object>(record: T): T {
  const from = record as Readonly<Record<string, unknown>>
  const said: Record<string, unknown> = {}
  for (const key of Object.keys(from)) if (from[key] !== undefined) said[key] = from[key]
  return said as T
}
