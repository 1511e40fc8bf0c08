import { headerKey } from '../normalise'
import { BAD_CELL, type CellValue, UNKNOWN_CELL, VERBATIM_CELL } from './numbers'
import { saysUnknown } from './unknown'

/** Known phrases, in comparable form, and what they mean. */
export interface Vocabulary<T> {
  readonly meaning: ReadonlyMap<string, T>
  /** Longest first: those that count inside a longer cell too. Single signs ("x", "1") only count alone. */
  readonly phrases: readonly string[]
  /** The phrases of each meaning. */
  readonly of: ReadonlyMap<T | undefined, readonly string[]>
  readonly read: Map<string, CellValue<T>>
}

/**
 * A vocabulary of these phrases (any case, accents, camel case). Phrases meaning several things: the first wins.
 * @param known phrases that are understood but mean none of the values: they are kept without complaint
 */
export function vocabulary<T>(entries: readonly (readonly [T, string])[], known = ''): Vocabulary<T> {
  const meaning = new Map<string, T>()
  for (const [value, phrases] of entries) {
    for (const key of keysOf(phrases)) if (!meaning.has(key)) meaning.set(key, value)
  }
  const keys = [...new Set([...meaning.keys(), ...keysOf(known)])]
  const phrases = keys.filter((key) => key.length > 1).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const of = new Map<T | undefined, string[]>()
  for (const phrase of phrases) {
    const value = meaning.get(phrase)
    const list = of.get(value)
    if (list === undefined) of.set(value, [phrase])
    else list.push(phrase)
  }
  return { meaning, phrases, of, read: new Map() }
}

const keysOf = (phrases: string): readonly string[] =>
  phrases
    .split(',')
    .map((phrase) => headerKey(phrase.trim()))
    .filter((key) => key !== '')

/**
 * What a cell means: the whole cell is a known phrase, or else the longest known phrase that it contains as whole words.
 * A cell that says more than that ("Yes (Freddy)") has a rest. Bad when it contains none, unknown when it says so.
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
  if (phrase === undefined) return BAD_CELL
  const value = words.meaning.get(phrase)
  if (value === undefined) return VERBATIM_CELL
  const alike = words.of.get(value) ?? []
  return keys.some((key) => saysNoMore(key, alike)) ? { is: 'value', value } : { is: 'value', value, rest: true }
}

/** Words that join others and say nothing themselves. */
const JOINTS = new Set(
  'und oder and or et ou en of in im on via per by with mit le la les de des du the der die das'.split(' '),
)

/** True when a text consists of these phrases and nothing else. */
function saysNoMore(key: string, phrases: readonly string[]): boolean {
  let left = ` ${key} `
  for (const phrase of phrases) {
    // Two of a kind share the space between them, so the space stays.
    if (left.includes(` ${phrase} `)) left = left.replaceAll(` ${phrase} `, '  ')
  }
  return left.split(' ').every((word) => word === '' || JOINTS.has(word))
}
