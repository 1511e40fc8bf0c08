import type { SortingState } from '@tanstack/react-table'
import { create } from 'zustand'
import { type ColumnId, FIRST_COLUMNS } from './column-ids'
import { type Filter, type Filters, NO_FILTERS, withFilter } from './filters'
import type { GroupId } from './groups'

/** How the user has set the table up. `keep-table.ts` keeps columns, widths, sorting and grouping per workspace. */
export interface TableSettings {
  /** What is shown, from left to right; the name always comes first. */
  readonly columns: readonly ColumnId[]
  /** Widths that somebody gave to columns, in pixels. */
  readonly widths: Readonly<Record<string, number>>
  readonly sorting: SortingState
  readonly filters: Filters
  readonly groupBy?: ColumnId | undefined
  readonly collapsed: ReadonlySet<GroupId>
  /** The column whose menu is open. */
  readonly menu?: ColumnId | undefined
}

const AT_FIRST: TableSettings = {
  columns: FIRST_COLUMNS,
  widths: {},
  // A tool that comes back after an undo then stands where it stood.
  sorting: [{ id: 'name', desc: false }],
  filters: NO_FILTERS,
  collapsed: new Set(),
}

export const useTableSettings = create<TableSettings>()(() => AT_FIRST)

const set = useTableSettings.setState

export const SMALLEST_WIDTH = 60

export function setColumns(columns: readonly ColumnId[]): void {
  set({ columns: ['name', ...columns.filter((column) => column !== 'name')] })
}

export function toggleColumn(column: ColumnId): void {
  const { columns } = useTableSettings.getState()
  setColumns(columns.includes(column) ? columns.filter((each) => each !== column) : [...columns, column])
}

/** Moves a shown column so many places to the right (negative: left); never before the name. */
export function moveColumn(column: ColumnId, by: number): void {
  const { columns } = useTableSettings.getState()
  const from = columns.indexOf(column)
  if (from <= 0) return
  const to = Math.max(1, Math.min(columns.length - 1, from + by))
  const rest = columns.filter((each) => each !== column)
  setColumns([...rest.slice(0, to), column, ...rest.slice(to)])
}

/** Back to the columns and widths of the first day. */
export function resetColumns(): void {
  set({ columns: FIRST_COLUMNS, widths: {} })
}

/** Gives a column a width; none: it takes its share again. */
export function setWidth(column: ColumnId, width: number | undefined): void {
  set(({ widths }) => {
    const { [column]: _, ...rest } = widths
    return { widths: width === undefined ? rest : { ...rest, [column]: Math.max(SMALLEST_WIDTH, Math.round(width)) } }
  })
}

export function setSorting(next: SortingState | ((old: SortingState) => SortingState)): void {
  set(({ sorting }) => ({ sorting: typeof next === 'function' ? next(sorting) : next }))
}

export function setFilter(column: ColumnId, filter: Filter | undefined): void {
  set(({ filters }) => ({ filters: withFilter(filters, column, filter) }))
}

export function clearFilters(): void {
  set({ filters: NO_FILTERS })
}

export function setGroupBy(groupBy: ColumnId | undefined): void {
  set({ groupBy, collapsed: new Set() })
}

export function setCollapsed(group: GroupId, isCollapsed: boolean): void {
  set(({ collapsed }) => {
    const next = new Set(collapsed)
    if (isCollapsed) next.add(group)
    else next.delete(group)
    return { collapsed: next }
  })
}

export function collapseAll(groups: readonly GroupId[]): void {
  set({ collapsed: new Set(groups) })
}

export function openMenu(menu: ColumnId | undefined): void {
  set({ menu })
}

/** Forgets what speaks of one workspace's contents; columns and widths of fields stay. */
export function forgetContents(): void {
  set(({ columns }) => ({
    columns: columns.filter((column) => !column.startsWith('extra:')),
    filters: NO_FILTERS,
    groupBy: undefined,
    collapsed: new Set(),
  }))
}
