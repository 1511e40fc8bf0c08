import {
  AI_WORDS,
  CRITICALITY_WORDS,
  DATA_CLASS_WORDS,
  FUNCTIONAL_FIT_WORDS,
  HOSTING_WORDS,
  STATUS_WORDS,
  TECHNICAL_FIT_WORDS,
  YES_NO_WORDS,
} from '../../../shared/import/values/vocabulary'
import { readWord, type Vocabulary } from '../../../shared/import/values/words'
import type { CellEdit, FunctionName } from '../../../shared/inventory/edit-fields'
import type { Tool } from '../../../shared/inventory/nouns'
import { type CellWords, valueLabel } from './cell-values'
import { CHOICES, type ChoiceField, type ColumnId, extraHeader, isField, kindOf, type LevelField } from './column-ids'
import { splitList } from './list-text'
import { readCost, readDay, readUsers } from './read-typed'

/** Why a text can't be written to a cell. */
export type CellProblem = 'nameMissing' | 'badUsers' | 'badCost' | 'badDate' | 'badChoice' | 'fixed'

export type CellReading = { readonly edit: CellEdit } | { readonly problem: CellProblem }

export interface CellReaders extends CellWords {
  /** A typed name of a function, with what the catalogue knows of it. */
  readonly functionOf: (name: string) => FunctionName
}

const WORDS: Readonly<Record<ChoiceField | LevelField, Vocabulary<string | number>>> = {
  status: STATUS_WORDS,
  hosting: HOSTING_WORDS,
  dataClass: DATA_CLASS_WORDS,
  personalData: YES_NO_WORDS,
  ai: AI_WORDS,
  criticality: CRITICALITY_WORDS,
  functionalFit: FUNCTIONAL_FIT_WORDS,
  technicalFit: TECHNICAL_FIT_WORDS,
}

/** The edit that a text in a cell means, in the language's own writing; blank means unknown. The same for keys, bulk edit and paste. */
export function readCell(tool: Tool, column: ColumnId, text: string, readers: CellReaders): CellReading {
  if (!isField(column)) return { edit: { tool: tool.id, extra: extraHeader(column) ?? '', value: text } }
  if (column === 'origin') return { problem: 'fixed' }
  const set = (value: unknown): CellReading => ({ edit: { tool: tool.id, field: column, value } as CellEdit })
  if (column === 'functions') return set(splitList(text).map(readers.functionOf))
  if (column === 'tags') return set(splitList(text))
  if (text.trim() === '') return column === 'name' ? { problem: 'nameMissing' } : set(undefined)
  switch (kindOf(column)) {
    case 'number':
      return known(readUsers(text, readers.language), 'badUsers', set)
    case 'money':
      return known(readCost(text, readers.language, tool.annualCost), 'badCost', set)
    case 'date':
      return known(readDay(text), 'badDate', set)
    case 'choice':
    case 'level':
      return readChoice(column as ChoiceField | LevelField, text, readers, set)
    default:
      return set(text)
  }
}

type Read = { readonly is: 'value'; readonly value: unknown } | { readonly is: 'unknown' } | { readonly is: 'bad' }

function known(read: Read, problem: CellProblem, set: (value: unknown) => CellReading): CellReading {
  return read.is === 'bad' ? { problem } : set(read.is === 'value' ? read.value : undefined)
}

/** First our own words, then a level's digit, then all the words that lists use. */
function readChoice(
  column: ChoiceField | LevelField,
  text: string,
  { t }: CellWords,
  set: (value: unknown) => CellReading,
): CellReading {
  const isLevel = kindOf(column) === 'level'
  const typed = text.trim().toLocaleLowerCase()
  const own = CHOICES[column].find((key) => valueLabel(t, column, key).toLocaleLowerCase() === typed)
  if (own !== undefined) return set(isLevel ? Number(own) : own)
  const digit = isLevel ? /^([1-4])(?:\s*(?:\D.*)?)$/.exec(text.trim())?.[1] : undefined
  if (digit !== undefined) return set(Number(digit))
  return known(readWord(text, WORDS[column]), 'badChoice', set)
}
