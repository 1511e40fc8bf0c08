import type { FieldValue } from './import-plan'
import { sameValue } from './inventory-writer'
import type { Place } from './merge-drafts'

/** What the file says of fields that a person has set by hand, by place. */
export type KeptValues = ReadonlyMap<Place, FieldValue>

interface HandMade {
  readonly hand?: readonly string[]
}

/** Which fields of a record an import must leave alone, and what it said of them. */
export interface HandGuard {
  /**
   * True when the field may be written. A field set by hand may not; if the file says something else of it than is
   * stored, that is remembered (`says`: in the words of the file). Where the file wins, the field isn't by hand any more.
   */
  allows(field: string, stored: unknown, said: unknown, says?: FieldValue): boolean
  /** True when a person has set the field, and that counts. */
  holds(field: string): boolean
  readonly kept: KeptValues
  /** What is left of the record's `hand`. */
  rest(): HandMade
}

const NOTHING: KeptValues = new Map()

const FREE: HandGuard = { allows: () => true, holds: () => false, kept: NOTHING, rest: () => ({}) }

/** The guard of one record; one that nobody has touched allows everything. */
export function handGuard(record: HandMade | undefined, choice: 'keep' | 'file-wins' | undefined): HandGuard {
  const hand = record?.hand
  if (hand === undefined || hand.length === 0) return FREE
  const kept = new Map<Place, FieldValue>()
  const overruled = new Set<string>()
  const wins = choice === 'file-wins'
  return {
    kept,
    holds: (field) => !wins && hand.includes(field),
    allows(field, stored, said, says) {
      if (!hand.includes(field)) return true
      const differs = !sameValue(stored, said)
      if (wins) {
        if (differs) overruled.add(field)
        return true
      }
      if (differs) kept.set(field, says ?? (said as FieldValue))
      return false
    },
    rest() {
      const left = hand.filter((field) => !overruled.has(field))
      return left.length === 0 ? {} : { hand: left }
    },
  }
}
