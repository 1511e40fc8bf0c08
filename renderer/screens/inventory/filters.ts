import { nameKey } from '../../../shared/import/normalise'
import { numberIn, valueKeys } from './cell-values'
import { type ColumnId, kindOf } from './column-ids'
import type { ToolRow } from './tool-row'

/**
 * What a column is filtered by. `contains` narrows alone; `values`, `unknown` and the range are alternatives to each
 * other: one of these values, or not known, or between the two. Dates are ISO texts, money is in major units.
 */
export interface Filter {
  readonly contains?: string
  readonly values?: readonly string[]
  readonly unknown?: boolean
  readonly from?: number | string
  readonly to?: number | string
}

export type Filters = ReadonlyMap<ColumnId, Filter>

export const NO_FILTERS: Filters = new Map()

/** Whether the filter lets everything through. */
export function isEmptyFilter({ contains, values, unknown, from, to }: Filter): boolean {
  return !contains?.trim() && !values?.length && !unknown && from === undefined && to === undefined
}

/** The filters with one changed; an empty one goes. */
export function withFilter(filters: Filters, column: ColumnId, filter: Filter | undefined): Filters {
  const next = new Map(filters)
  if (filter === undefined || isEmptyFilter(filter)) next.delete(column)
  else next.set(column, filter)
  return next
}

/** Whether a row passes all filters. */
export function filterMatcher(filters: Filters): (row: ToolRow) => boolean {
  const tests = [...filters].map(([column, filter]) => matcherOf(column, filter))
  return (row) => tests.every((test) => test(row))
}

function matcherOf(column: ColumnId, { contains, values, unknown, from, to }: Filter): (row: ToolRow) => boolean {
  const words = contains?.trim() ? nameKey(contains).split(' ') : []
  const wanted = new Set(values)
  const ranged = from !== undefined || to !== undefined
  const chooses = wanted.size > 0 || unknown === true || ranged
  const isDate = kindOf(column) === 'date'
  return (row) => {
    const keys = valueKeys(row, column)
    if (words.length > 0) {
      const text = nameKey(keys.join(' '))
      if (!words.every((word) => text.includes(word))) return false
    }
    if (!chooses) return true
    if (keys.length === 0) return unknown === true
    if (wanted.size > 0 && keys.some((key) => wanted.has(key))) return true
    if (!ranged) return false
    const value = isDate ? keys[0] : numberIn(row, column)
    if (value === undefined) return false
    return (from === undefined || value >= from) && (to === undefined || value <= to)
  }
}

export interface ValueCounts {
  readonly counts: ReadonlyMap<string, number>
  readonly unknown: number
}

/** How often each value occurs in a column. A row with several values counts for each of them. */
export function countValues(rows: readonly ToolRow[], column: ColumnId): ValueCounts {
  const counts = new Map<string, number>()
  let unknown = 0
  for (const row of rows) {
    const keys = valueKeys(row, column)
    if (keys.length === 0) unknown += 1
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return { counts, unknown }
}
