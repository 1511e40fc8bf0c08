import { type ColumnFacts, looksLikeDepartments, wordShare } from './column-facts'
import type { FieldId } from './fields'
import { type GuessHints, knownShare } from './guess-hints'
import type { MappingReasonCode } from './mapping'
import { headerKey, nameKey } from './normalise'
import type { FileKind } from './table'
import { currencyIn, moneyUnit, readMoney } from './values/money'
import { numberStyle } from './values/numbers'
import {
  CRITICALITY_WORDS,
  DATA_CLASS_WORDS,
  FUNCTIONAL_FIT_WORDS,
  HOSTING_WORDS,
  STATUS_WORDS,
  TECHNICAL_FIT_WORDS,
  YES_NO_WORDS,
} from './values/vocabulary'
import type { Vocabulary } from './values/words'

/** What the cells of a column could mean, whatever its heading says. */
export interface ContentGuess {
  readonly field: FieldId
  readonly score: number
  readonly code: MappingReasonCode
}

/** A heading longer than this speaks for itself: where it wasn't understood, its cells would be misread. */
const LONGEST_HEADING = 40
const FEWEST_CELLS = 4

const share = (cells: readonly string[], fits: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(fits).length / cells.length

const E_MAIL = /^(?:mailto:)?[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}$/i
const isAddresses = (cell: string): boolean => cell.split(/[;,\s]+/).every((part) => part === '' || E_MAIL.test(part))
const CURRENCY = /^(?:[A-Za-z]{3}|[€$£¥₹]|(?:us[- ]?)?dollars?|euros?|franken)$/i

/** Headings under which amounts of money are something else than a yearly cost. */
const NOT_COST =
  /einmal|one time|anschaff|purchase|invest|capex|umsatz|revenue|turnover|stund|hour|satz|\brate\b|kauf|wert|value|einspar|saving|ersparnis|achat|aanschaf|omzet|limit|budget/
const NOT_OWNER = /hersteller|vendor|supplier|lieferant|anbieter|hotline|support|nutzer|user|login|konto|account|von|by/
const OF_IT = /\bit\b|tech|admin|betreu|beheer/

/** Headings that give a column of yes and no a meaning, in all our languages. */
const YES_NO_MEANS: readonly (readonly [FieldId, RegExp])[] = [
  ['ai', /\b(?:ai|ki|ia|llm|copilot|gpt)\b/],
  ['personalData', /person|privacy|datenschutz|dsgvo|gdpr|rgpd|\bavg\b|\bpii\b/],
  ['hosting', /\b(?:cloud|saas)\b/],
]

const WORDS: readonly (readonly [FieldId, Vocabulary<unknown>])[] = [
  ['status', STATUS_WORDS],
  ['hosting', HOSTING_WORDS],
  ['dataClass', DATA_CLASS_WORDS],
  ['criticality', CRITICALITY_WORDS],
  ['functionalFit', FUNCTIONAL_FIT_WORDS],
  ['technicalFit', TECHNICAL_FIT_WORDS],
]

/** The guesses for a column whose heading decided nothing; the likeliest first. Rather none than a wrong one. */
export function contentGuesses(facts: ColumnFacts, kind: FileKind, hints: GuessHints): readonly ContentGuess[] {
  const { cells, header, averageLength } = facts
  if (cells.length === 0 || header.length > LONGEST_HEADING || averageLength > 80) return []
  const key = headerKey(header)
  if (kind === 'flows') return knownTools(facts, hints)
  if (kind !== 'tools') return []
  return [...known(facts, hints), ...marked(facts, key), ...fewWords(facts, key)].sort((a, b) => b.score - a.score)
}

/** Ends of flows: columns of known tools. Which is which is decided by their order. */
function knownTools({ cells }: ColumnFacts, hints: GuessHints): readonly ContentGuess[] {
  const fits = knownShare(cells, 'tools', hints)
  if (fits < 0.6) return []
  return (['source', 'target'] as const).map((field) => ({ field, score: 0.3 + 0.3 * fits, code: 'known-tools' }))
}

function known({ cells, distinct }: ColumnFacts, hints: GuessHints): readonly ContentGuess[] {
  const guesses: ContentGuess[] = []
  const departments = knownShare(cells, 'departments', hints)
  if (departments >= 0.6) {
    for (const field of ['owner', 'usedBy'] as const) {
      guesses.push({ field, score: (field === 'owner' ? 0.35 : 0.3) + 0.35 * departments, code: 'known-departments' })
    }
  }
  const functions = knownShare(cells, 'functions', hints)
  // Names of tools may be words of the catalogue as well; functions repeat.
  if (functions >= 0.6 && distinct < 0.9)
    guesses.push({ field: 'functions', score: 0.25 + 0.35 * functions, code: 'known-functions' })
  return guesses
}

/** Cells with a mark of their own: an @, a currency. */
function marked({ cells, header }: ColumnFacts, key: string): readonly ContentGuess[] {
  const guesses: ContentGuess[] = []
  if (share(cells, isAddresses) >= 0.8 && !NOT_OWNER.test(key)) {
    const fields: readonly FieldId[] = OF_IT.test(key) ? ['technicalOwner'] : ['businessOwner']
    for (const field of fields) guesses.push({ field, score: 0.5, code: 'addresses' })
  }
  const isCurrency = (cell: string) => CURRENCY.test(cell.trim()) && currencyIn(cell) !== undefined
  if (share(cells, isCurrency) >= 0.9) guesses.push({ field: 'currency', score: 0.7, code: 'currencies' })
  else if (cells.length >= FEWEST_CELLS && !NOT_COST.test(key)) {
    const style = numberStyle(cells)
    const unit = moneyUnit(header)
    const isAmount = (cell: string) =>
      /\d/.test(cell) && currencyIn(cell) !== undefined && readMoney(cell, style, unit, 'EUR').is === 'value'
    if (share(cells, isAmount) >= 0.8) guesses.push({ field: 'annualCost', score: 0.5, code: 'amounts' })
  }
  return guesses
}

/** Few values that repeat and are all words of one vocabulary, or yes and no under a telling heading. */
function fewWords(facts: ColumnFacts, key: string): readonly ContentGuess[] {
  const { cells } = facts
  if (wordShare(YES_NO_WORDS)(facts) >= 0.9) {
    const means = YES_NO_MEANS.find(([, pattern]) => pattern.test(key))
    return means === undefined ? [] : [{ field: means[0], score: 0.55, code: 'yes-no' }]
  }
  const values = new Set(cells.map(nameKey)).size
  if (cells.length < FEWEST_CELLS || values < 2 || values * 2 > cells.length) return []
  const isWordOf = (words: Vocabulary<unknown>) => share(cells, (cell) => words.meaning.has(headerKey(cell))) >= 0.9
  // "High" and "low" are words of several fields, and then of none.
  const [only, ...others] = WORDS.filter(([, words]) => isWordOf(words))
  if (only !== undefined) return others.length > 0 ? [] : [{ field: only[0], score: 0.5, code: 'few-words' }]
  return looksLikeDepartments(facts) && share(cells, (cell) => /^[^\d@]{2,40}$/.test(cell.trim())) >= 0.9
    ? [{ field: 'owner', score: 0.4, code: 'few-words' }]
    : []
}
