import { normaliseName } from '../../../shared/inventory/normalise'

export interface ListRow {
  readonly id: string
  readonly name: string
  /** How far it is indented while the list stands in its own order. */
  readonly depth?: number
}

export interface ListColumn<R> {
  readonly id: string
  readonly label: string
  /** The least width, and how much of what is left the column takes. */
  readonly size: number
  readonly grow: number
  readonly end?: boolean
  readonly editable?: boolean
  /** What is shown and searched; empty for unknown. */
  readonly text: (row: R) => string
  /** What is sorted by where that isn't the text; `undefined` comes last in both directions. */
  readonly key?: (row: R) => string | number | undefined
}

export interface ListOrder {
  readonly column: string
  readonly descending: boolean
}

/** The rows that have every word of the query in some column, in this order; without one as they come. */
export function arrange<R extends ListRow>(
  rows: readonly R[],
  columns: readonly ListColumn<R>[],
  query: string,
  order: ListOrder | undefined,
  compare: (a: string, b: string) => number,
): readonly R[] {
  const words = query.trim() === '' ? [] : normaliseName(query).split(' ')
  const fitting =
    words.length === 0
      ? rows
      : rows.filter((row) => {
          const text = normaliseName(columns.map((column) => column.text(row)).join(' '))
          return words.every((word) => text.includes(word))
        })
  const column = columns.find(({ id }) => id === order?.column)
  if (order === undefined || column === undefined) return fitting
  const sign = order.descending ? -1 : 1
  return fitting
    .map((row, index) => ({
      row,
      index,
      key: column.key === undefined ? column.text(row) || undefined : column.key(row),
    }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined) {
        return a.key === b.key ? a.index - b.index : a.key === undefined ? 1 : -1
      }
      const by =
        typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : compare(String(a.key), String(b.key))
      return by === 0 ? a.index - b.index : sign * by
    })
    .map(({ row }) => row)
}

/** Where a key leads in a list; nothing for a key that doesn't move. From nowhere every move leads to the first row. */
export function moved(
  key: string,
  ctrl: boolean,
  row: number,
  column: number,
  rows: number,
  columns: number,
  page: number,
): { readonly row: number; readonly column: number } | undefined {
  const far = Number.MAX_SAFE_INTEGER
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [ctrl ? -far : -1, 0],
    ArrowDown: [ctrl ? far : 1, 0],
    ArrowLeft: [0, ctrl ? -far : -1],
    ArrowRight: [0, ctrl ? far : 1],
    PageUp: [-page, 0],
    PageDown: [page, 0],
    Home: [ctrl ? -far : 0, -far],
    End: [ctrl ? far : 0, far],
  }
  const by = Object.hasOwn(steps, key) ? steps[key] : undefined
  if (by === undefined || rows === 0) return undefined
  if (row < 0) return { row: 0, column: 0 }
  const within = (value: number, length: number) => Math.max(0, Math.min(length - 1, value))
  return { row: within(row + by[0], rows), column: within(column + by[1], columns) }
}
