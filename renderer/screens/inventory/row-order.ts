import { TOOL_STATUSES } from '../../../shared/inventory/nouns'
import type { ColumnId } from './column-ids'
import { matcher, type ToolRow } from './tool-row'

/** By which column the rows are sorted; none: in the order in which they came. */
export interface Order {
  readonly column: ColumnId
  readonly descending: boolean
}

type Compare = (a: string, b: string) => number

/**
 * Filters and sorts rows. While somebody edits nothing jumps: the order is worked out anew only when it, the query or
 * the language changes, or when tools come or go; otherwise every row keeps its place, whatever is written into it.
 */
export function rowArranger(): (
  rows: readonly ToolRow[],
  order: Order | undefined,
  query: string,
  compare: Compare,
) => readonly ToolRow[] {
  let last: { ids: readonly string[]; order: Order | undefined; query: string; compare: Compare } | undefined
  let places: readonly number[] = []
  return (rows, order, query, compare) => {
    const stays =
      last !== undefined &&
      last.order === order &&
      last.query === query &&
      last.compare === compare &&
      last.ids.length === rows.length &&
      rows.every((row, index) => row.tool.id === last?.ids[index])
    if (!stays) {
      last = { ids: rows.map((row) => row.tool.id), order, query, compare }
      places = arrange(rows, order, query, compare)
    }
    return places.map((place) => rows[place] as ToolRow)
  }
}

function arrange(rows: readonly ToolRow[], order: Order | undefined, query: string, compare: Compare): number[] {
  const matches = matcher(query)
  const places: number[] = []
  rows.forEach((row, index) => {
    if (matches(row)) places.push(index)
  })
  if (order === undefined) return places
  const keys = rows.map((row) => sortKey(row, order.column))
  const sign = order.descending ? -1 : 1
  return places.sort((a, b) => {
    const [left, right] = [keys[a], keys[b]]
    // Unknown is neither small nor large: it comes last in both directions.
    if (left === undefined || right === undefined) {
      return left === right ? a - b : left === undefined ? 1 : -1
    }
    const by = typeof left === 'number' ? left - (right as number) : compare(left, right as string)
    return by === 0 ? a - b : sign * by
  })
}

/** What a row is sorted by in a column. Money of different currencies is not compared: it is grouped by currency. */
function sortKey({ tool, owner, functions, proposals }: ToolRow, column: ColumnId): string | number | undefined {
  switch (column) {
    case 'owner':
      return owner
    case 'functions':
      return functions.length > 0 ? functions.join(' ') : proposals.length > 0 ? proposals[0]?.name.en : undefined
    case 'status':
      return tool.status === undefined ? undefined : TOOL_STATUSES.indexOf(tool.status)
    case 'annualCost':
      return tool.annualCost === undefined
        ? undefined
        : `${tool.annualCost.currency} ${String(tool.annualCost.minor).padStart(16, '0')}`
    default:
      return tool[column]
  }
}
