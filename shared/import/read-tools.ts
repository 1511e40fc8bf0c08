import type { Hosting } from '../inventory/nouns'
import type { InterfaceMention, ToolDraft } from './drafts'
import type { IdentityMode } from './mapping'
import type { RowInReading, TableReader } from './read-cells'
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
  const noticeStyle = numberStyle(table.cells('noticeMonths'))
  const order = dateOrder(DATES.flatMap((field) => table.cells(field)))
  const cloudColumn = /saas|cloud/i.test(table.header('hosting'))

  const readHosting = (cell: string): CellValue<Hosting> => {
    const word = readWord(cell, HOSTING_WORDS)
    if (word.is !== 'bad' || !cloudColumn) return word
    const answer = readWord(cell, YES_NO_WORDS)
    return answer.is === 'value' && answer.value === 'yes' ? { is: 'value', value: 'cloud' } : BAD_CELL
  }

  const identity = identityMode === undefined || identityMode === 'auto' ? {} : { identity: identityMode }

  return (row, name) => {
    const currency = currencyIn(table.text(row, 'currency') ?? '') ?? defaultCurrency
    const draft: Partial<Record<keyof ToolDraft, unknown>> = {
      kind: 'tools',
      row: row.row,
      columns: table.columns,
      ...identity,
      name,
      externalId: table.text(row, 'id'),
      partOf: table.text(row, 'partOf'),
      vendor: table.text(row, 'vendor'),
      description: table.lines(row, 'description'),
      functions: table.list(row, 'functions', 'list'),
      owner: table.list(row, 'owner', 'names'),
      usedBy: table.list(row, 'usedBy', 'list'),
      businessOwner: table.text(row, 'businessOwner'),
      technicalOwner: table.text(row, 'technicalOwner'),
      status: table.word(row, 'status', STATUS_WORDS),
      hosting: table.value(row, 'hosting', 'unknown-word', readHosting),
      users: table.value(row, 'users', 'bad-number', (cell) => readCount(cell, userStyle)),
      annualCost: table.value(row, 'annualCost', 'bad-number', (cell) =>
        readMoney(cell, costStyle, costUnit, currency),
      ),
      contractEnd: table.value(row, 'contractEnd', 'bad-date', (cell) => readDate(cell, order)),
      plannedFrom: table.value(row, 'plannedFrom', 'bad-date', (cell) => readDate(cell, order)),
      retiredFrom: table.value(row, 'retiredFrom', 'bad-date', (cell) => readDate(cell, order)),
      noticeMonths: table.value(row, 'noticeMonths', 'bad-number', (cell) =>
        readMonths(cell, noticeStyle, table.header('noticeMonths')),
      ),
      criticality: table.level(row, 'criticality', CRITICALITY_WORDS),
      functionalFit: table.level(row, 'functionalFit', FUNCTIONAL_FIT_WORDS),
      technicalFit: table.level(row, 'technicalFit', TECHNICAL_FIT_WORDS),
      dataClass: table.word(row, 'dataClass', DATA_CLASS_WORDS),
      personalData: table.word(row, 'personalData', YES_NO_WORDS),
      ai: table.word(row, 'ai', AI_WORDS),
      tags: table.list(row, 'tags', 'list'),
      url: table.has('url') && table.text(row, 'url') !== undefined ? cleanUrl(table.raw(row, 'url')) : undefined,
      notes: table.lines(row, 'notes'),
      interfaces: table.list(row, 'interfaces', 'list')?.map(readMention),
      ...table.extraOf(row),
    }
    return withoutUndefined(draft) as unknown as ToolDraft
  }
}

/** One list writes its dates one way. */
const DATES = ['contractEnd', 'plannedFrom', 'retiredFrom'] as const

/** The same object without the keys that say nothing. */
export function withoutUndefined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
}
