import type { FieldId } from './fields'
import { nameKey } from './normalise'
import type { Table } from './table'
import { dateOrder, readDate } from './values/dates'
import { DIRECTION_WORDS, FREQUENCY_WORDS, METHOD_WORDS } from './values/flow-vocabulary'
import { moneyUnit, readMoney } from './values/money'
import { numberStyle, readNumber } from './values/numbers'
import { saysUnknown } from './values/unknown'
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
import { readWord, type Vocabulary } from './values/words'

/** What the cells of one column look like. Shares are 0–1 of the cells that say something; `filled` is of all rows. */
export interface ColumnFacts {
  readonly header: string
  /** A sample of the cells that say something: at most 400, spread over the column. */
  readonly cells: readonly string[]
  readonly filled: number
  readonly distinct: number
  readonly averageLength: number
}

const SAMPLE = 400

/** Looks at one column of a table's rows. */
export function columnFacts(header: string, rows: readonly (readonly string[])[], index: number): ColumnFacts {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE))
  const cells: string[] = []
  let seen = 0
  for (let at = 0; at < rows.length; at += step) {
    seen += 1
    const cell = rows[at]?.[index] ?? ''
    if (!saysUnknown(cell)) cells.push(cell)
  }
  const distinct = new Set(cells.map(nameKey)).size
  const length = cells.reduce((sum, cell) => sum + cell.length, 0)
  return {
    header,
    cells,
    filled: seen === 0 ? 0 : cells.length / seen,
    distinct: cells.length === 0 ? 0 : distinct / cells.length,
    averageLength: cells.length === 0 ? 0 : length / cells.length,
  }
}

function share(cells: readonly string[], fits: (cell: string) => boolean): number {
  return cells.length === 0 ? 1 : cells.filter(fits).length / cells.length
}

/** The share of cells that a vocabulary understands. */
export const wordShare =
  (words: Vocabulary<unknown>) =>
  ({ cells }: ColumnFacts): number =>
    share(cells, (cell) => readWord(cell, words).is === 'value')

const levelShare =
  (words: Vocabulary<unknown>) =>
  ({ cells }: ColumnFacts): number =>
    share(cells, (cell) => /^\s*[1-4]\b/.test(cell) || readWord(cell, words).is === 'value')

function numberShare({ cells }: ColumnFacts): number {
  const style = numberStyle(cells)
  return share(cells, (cell) => readNumber(cell, style).is === 'value')
}

function moneyShare({ cells, header }: ColumnFacts): number {
  const style = numberStyle(cells)
  return share(cells, (cell) => readMoney(cell, style, moneyUnit(header), 'EUR').is === 'value')
}

function dateShare({ cells }: ColumnFacts): number {
  const order = dateOrder(cells)
  return share(cells, (cell) => readDate(cell, order).is === 'value')
}

/** For fields with recognisable content: the share of cells that read as that field. */
const CONTENT: Readonly<Partial<Record<FieldId, (facts: ColumnFacts) => number>>> = {
  users: numberShare,
  headcount: numberShare,
  hoursPerMonth: numberShare,
  noticeMonths: ({ cells }) => share(cells, (cell) => /\d/.test(cell)),
  annualCost: moneyShare,
  contractEnd: dateShare,
  plannedFrom: dateShare,
  retiredFrom: dateShare,
  status: wordShare(STATUS_WORDS),
  hosting: (facts) =>
    Math.max(wordShare(HOSTING_WORDS)(facts), /saas|cloud/i.test(facts.header) ? wordShare(YES_NO_WORDS)(facts) : 0),
  criticality: levelShare(CRITICALITY_WORDS),
  functionalFit: levelShare(FUNCTIONAL_FIT_WORDS),
  technicalFit: levelShare(TECHNICAL_FIT_WORDS),
  dataClass: wordShare(DATA_CLASS_WORDS),
  personalData: wordShare(YES_NO_WORDS),
  ai: wordShare(AI_WORDS),
  method: wordShare(METHOD_WORDS),
  frequency: wordShare(FREQUENCY_WORDS),
  direction: (facts) => Math.max(wordShare(DIRECTION_WORDS)(facts), wordShare(YES_NO_WORDS)(facts)),
  currency: ({ cells }) => share(cells, (cell) => /^[A-Za-z]{3}$|^[€$£¥]$|euro|dollar|franken/i.test(cell.trim())),
  url: ({ cells }) => share(cells, (cell) => /[\w-]\.[a-z]{2,}|https?:|localhost/i.test(cell)),
  id: ({ distinct, averageLength }) => (averageLength > 60 ? 0 : distinct > 0.95 ? 1 : 0),
}

/** What was worked out of a column: it is asked for each kind of list that a table could be. */
const shares = new WeakMap<ColumnFacts, Map<FieldId, number>>()

/** How far a column's cells bear out a field, 0–1. Fields without recognisable content, and empty columns, say 1. */
export function contentShare(field: FieldId, facts: ColumnFacts): number {
  const ask = CONTENT[field]
  if (ask === undefined) return 1
  const known = shares.get(facts) ?? new Map<FieldId, number>()
  shares.set(facts, known)
  const before = known.get(field)
  if (before !== undefined) return before
  const found = ask(facts)
  known.set(field, found)
  return found
}

const factsByTable = new WeakMap<Table, readonly ColumnFacts[]>()

/** The facts of all columns of a table, in their order. The same table gives the same objects. */
export function tableFacts(table: Table): readonly ColumnFacts[] {
  const known = factsByTable.get(table)
  if (known !== undefined) return known
  const facts = table.header.map((header, index) => columnFacts(header, table.rows, index))
  factsByTable.set(table, facts)
  return facts
}

const DEPARTMENT_WORDS =
  /\b(?:it|edv|hr|personal\w*|human resources|people|finan\w*|controlling|buchhaltung|accounting|vertrieb|sales|marketing|einkauf|purchasing|procurement|produktion|production|fertigung|manufacturing|logisti\w*|supply chain|legal|recht\w*|compliance|engineering|konstruktion|entwicklung|r&d|qm|qs|quality|qualität\w*|service|support|operations|ops|infrastructure|infrastruktur|security|verwaltung|geschäftsführung|management|lager|versand|facility|abteilung|bereich|department|team|division)\b/iu
const PERSON = /@|^(?:dr|prof|herr|frau|mr|mrs|ms)\.?\s|^person \d/iu
/** "M. Muster" and "Muster, M.": capitals decide, because "IT, HR" are two departments. */
const INITIALS = /^\p{Lu}\.\s?(?:-?\p{Lu}\.\s?)?\p{Lu}\p{Ll}+|^\p{Lu}\p{Ll}+,\s\p{Lu}\p{Ll}*\.?$/u

/** True when the cells rather name departments than persons. */
export function looksLikeDepartments({ cells }: ColumnFacts): boolean {
  return cells.length > 0 && share(cells, (cell) => DEPARTMENT_WORDS.test(cell)) >= 0.4 && !looksLikePersons({ cells })
}

/** True when the cells rather name persons: addresses, titles, initials. */
export function looksLikePersons({ cells }: Pick<ColumnFacts, 'cells'>): boolean {
  return cells.length > 0 && share(cells, (cell) => PERSON.test(cell.trim()) || INITIALS.test(cell.trim())) >= 0.5
}
