import { numberIn, valueKeys } from './cell-values'
import { collationKey } from './collation-key'
import { CHOICES, type ColumnId, isClosed, kindOf } from './column-ids'
import { type Filters, filterMatcher } from './filters'
import { groupIdOf } from './groups'
import { matcher, type ToolRow } from './tool-row'

/** By which column the rows are sorted; none: in the order in which they came. */
export interface Order {
  readonly column: ColumnId
  readonly descending: boolean
}

/** What decides which rows are shown, and in which order. */
export interface View {
  readonly order: Order | undefined
  readonly query: string
  readonly filters: Filters
  readonly groupBy: ColumnId | undefined
}

/**
 * Filters and sorts rows. While somebody edits nothing jumps: the order is worked out anew only when the view changes,
 * when tools come or go, or when a row changes its group; otherwise every row keeps its place, whatever is written
 * into it.
 */
export function rowArranger(): (rows: readonly ToolRow[], view: View) => readonly ToolRow[] {
  let last: { rows: readonly ToolRow[]; view: View } | undefined
  let places: readonly number[] = []
  // Whoever types into a search or a filter doesn't sort: that is done once for the same rows and order.
  let sorted: { rows: readonly ToolRow[]; order: Order | undefined; places: readonly number[] } | undefined
  return (rows, view) => {
    if (last === undefined || !sameView(last.view, view) || !sameRows(last.rows, rows, view.groupBy)) {
      if (sorted?.rows !== rows || sorted.order !== view.order) {
        sorted = { rows, order: view.order, places: sortedPlaces(rows, view.order) }
      }
      places = arrange(rows, view, sorted.places)
    }
    last = { rows, view }
    return places.map((place) => rows[place] as ToolRow)
  }
}

function sameView(a: View, b: View): boolean {
  return a.order === b.order && a.query === b.query && a.filters === b.filters && a.groupBy === b.groupBy
}

function sameRows(a: readonly ToolRow[], b: readonly ToolRow[], groupBy: ColumnId | undefined): boolean {
  return (
    a.length === b.length &&
    a.every((row, index) => {
      const other = b[index] as ToolRow
      if (row === other) return true
      if (row.tool.id !== other.tool.id) return false
      return groupBy === undefined || groupIdOf(row, groupBy) === groupIdOf(other, groupBy)
    })
  )
}

/** The places of these rows that are shown, taken from all places in their order. */
function arrange(rows: readonly ToolRow[], { query, filters }: View, sorted: readonly number[]): number[] {
  const inQuery = matcher(query)
  const inFilters = filterMatcher(filters)
  return sorted.filter((place) => {
    const row = rows[place] as ToolRow
    return inQuery(row) && inFilters(row)
  })
}

/** The places of all rows in an order. */
function sortedPlaces(rows: readonly ToolRow[], order: Order | undefined): readonly number[] {
  const places = rows.map((_, place) => place)
  if (order === undefined) return places
  const keys = rows.map((row) => sortKey(row, order.column))
  const sign = order.descending ? -1 : 1
  return places.sort((a, b) => {
    const [left, right] = [keys[a], keys[b]]
    // Unknown is neither small nor large: it comes last in both directions.
    if (left === undefined || right === undefined) {
      return left === right ? a - b : left === undefined ? 1 : -1
    }
    return left < right ? -sign : left > right ? sign : a - b
  })
}

/** What a row is sorted by in a column. Money of different currencies is not compared: it is grouped by currency. */
function sortKey(row: ToolRow, column: ColumnId): string | number | undefined {
  const { tool } = row
  if (column === 'annualCost') {
    const cost = tool.annualCost
    return cost === undefined ? undefined : `${cost.currency} ${String(cost.minor).padStart(16, '0')}`
  }
  const kind = kindOf(column)
  if (kind === 'number') return numberIn(row, column)
  const keys = valueKeys(row, column)
  const first = keys[0]
  if (isClosed(column)) return first === undefined ? undefined : (CHOICES[column] as readonly string[]).indexOf(first)
  if (column === 'functions' && first === undefined) {
    const proposed = row.proposals[0]
    return proposed === undefined ? undefined : collationKey(proposed.name.en)
  }
  if (first === undefined) return undefined
  return collationKey(keys.length === 1 ? first : keys.join(' '))
}
