import { headerKey } from '../normalise'
import { BAD_CELL, type CellValue, UNKNOWN_CELL } from './numbers'
import { saysUnknown } from './unknown'

/** Known phrases, in comparable form, and what they mean. */
export interface Vocabulary<T> {
  readonly meaning: ReadonlyMap<string, T>
  /** Longest first. */
  readonly phrases: readonly string[]
  readonly read: Map<string, CellValue<T>>
}

/** A vocabulary of these phrases (any case, accents, camel case). Phrases meaning several things: the first wins. */
export function vocabulary<T>(entries: readonly (readonly [T, string])[]): Vocabulary<T> {
  const meaning = new Map<string, T>()
  for (const [value, phrases] of entries) {
    for (const phrase of phrases.split(',')) {
      const key = headerKey(phrase.trim())
      if (key !== '' && !meaning.has(key)) meaning.set(key, value)
    }
  }
  return {
    meaning,
    phrases: [...meaning.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    read: new Map(),
  }
}

/**
 * What a cell means: the whole cell is a known phrase, or else the longest known phrase that it contains as whole words.
 * Bad when it contains none, unknown when it says so.
 */
export function readWord<T>(cell: string, words: Vocabulary<T>): CellValue<T> {
  if (cell.length > 300) return BAD_CELL
  let found = words.read.get(cell)
  if (found === undefined) {
    found = lookUp(cell, words)
    if (words.read.size > 5000) words.read.clear()
    words.read.set(cell, found)
  }
  return found
}

function lookUp<T>(cell: string, words: Vocabulary<T>): CellValue<T> {
  // "cloudSaaS" is two words, "OData" is one: both readings count.
  const keys = [headerKey(cell), headerKey(cell.toLowerCase())]
  for (const key of keys) {
    const exact = words.meaning.get(key)
    if (exact !== undefined) return { is: 'value', value: exact }
  }
  if (saysUnknown(cell)) return UNKNOWN_CELL
  const padded = ` ${keys.join(' \n ')} `
  const phrase = words.phrases.find((candidate) => padded.includes(` ${candidate} `))
  const value = phrase === undefined ? undefined : words.meaning.get(phrase)
  return value === undefined ? BAD_CELL : { is: 'value', value }
}
