import type { SortingState } from '@tanstack/react-table'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type RowChange, rememberedDifference } from '../../../shared/inventory/change'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { ToolId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useFindings } from '../../river/landscape'
import { select, useQuery, useSelection } from '../../ui-state'
import type { Finish } from './cells/use-editing'
import { type ColumnId, extraColumn, isColumnId, isField } from './column-ids'
import { AT_REST, type GridAction, type GridState, step } from './grid-state'
import { type Group, groupRows, isGroupId, type Line, lineId, linesOf, type RowId } from './groups'
import { rowArranger } from './row-order'
import { setCollapsed, useTableSettings } from './table-settings'
import { proposalsOf, rowMaker, type ToolRow } from './tool-row'

/** What the table shows and where the user is in it. */
export interface GridModel {
  /** Every tool of the inventory. */
  readonly all: readonly ToolRow[]
  /** Filtered and sorted. */
  readonly rows: readonly ToolRow[]
  readonly groups: readonly Group[] | undefined
  /** What is drawn, from top to bottom, and the ids of it. */
  readonly lines: readonly Line[]
  readonly ids: readonly RowId[]
  /** The shown columns from left to right. */
  readonly columns: readonly ColumnId[]
  /** The extra columns that the inventory's tools have. */
  readonly extras: readonly ColumnId[]
  readonly state: GridState
  readonly dispatch: (action: GridAction) => void
  readonly sorting: SortingState
  readonly grid: RefObject<HTMLTableElement | null>
  readonly finisher: RefObject<Finish | undefined>
  /** The cursor's last move was the mouse's. */
  readonly byMouse: RefObject<boolean>
}

/** Brings together the inventory, the query, the table's settings and the user's place; the selection is shared with the other screens. */
export function useInventoryGrid(): GridModel {
  const inventory = useInventory()
  const findings = useFindings()
  const query = useQuery()
  const selection = useSelection()
  const { sorting, filters, groupBy, collapsed, columns: chosen } = useTableSettings()
  const [makeRows] = useState(rowMaker)
  const [arrange] = useState(rowArranger)
  const proposals = useMemo(() => proposalsOf(findings), [findings])
  const all = useMemo(() => makeRows(inventory, proposals), [makeRows, inventory, proposals])
  const extras = useExtras(inventory)
  const columns = useMemo(() => chosen.filter((column) => isField(column) || extras.includes(column)), [chosen, extras])
  const order = useMemo(() => {
    const first = sorting[0]
    return first === undefined || !isColumnId(first.id) ? undefined : { column: first.id, descending: first.desc }
  }, [sorting])
  const rows = useMemo(
    () => arrange(all, { order, query, filters, groupBy }),
    [arrange, all, order, query, filters, groupBy],
  )
  const groups = useMemo(() => (groupBy === undefined ? undefined : groupRows(rows, groupBy)), [rows, groupBy])
  const lines = useMemo(
    () => (groups === undefined ? rows.map((row): Line => ({ row })) : linesOf(groups, collapsed)),
    [rows, groups, collapsed],
  )
  const ids = useSameIds(useMemo(() => lines.map(lineId), [lines]))

  const [state, setState] = useState<GridState>(AT_REST)
  const latest = useRef({ state, ids, columns, groups })
  Object.assign(latest.current, { ids, columns, groups })
  const byMouse = useRef(false)
  const dispatch = useCallback((action: GridAction) => {
    const before = latest.current.state
    const after = step(before, action, latest.current)
    latest.current.state = after
    setState(after)
    if (action.do !== 'point') byMouse.current = false
    const id = after.cursor?.id
    if (id === before.cursor?.id) return
    if (id === undefined || !isGroupId(id)) select(id === undefined ? undefined : { kind: 'tool', id })
  }, [])

  // Something else selected a tool (the map, the palette), or did before this screen was shown: go there.
  useEffect(() => {
    if (selection?.kind !== 'tool' || selection.id === latest.current.state.cursor?.id) return
    const within = latest.current.groups?.find((group) => group.rows.some((row) => row.tool.id === selection.id))
    if (within !== undefined) setCollapsed(within.id, false)
    const id = latest.current.ids.find((each) => each === selection.id) ?? (within && (selection.id as ToolId))
    if (id !== undefined) dispatch({ do: 'point', cell: { id, column: 'name' }, how: 'only' })
  }, [selection, dispatch])

  const grid = useRef<HTMLTableElement>(null)
  const finisher = useRef<Finish | undefined>(undefined)
  return { all, rows, groups, lines, ids, columns, extras, state, dispatch, sorting, grid, finisher, byMouse }
}

/** The same array as long as the same ids are in it. */
function useSameIds(ids: readonly RowId[]): readonly RowId[] {
  const last = useRef(ids)
  const same = last.current.length === ids.length && last.current.every((id, index) => id === ids[index])
  if (!same) last.current = ids
  return last.current
}

/** The headers of all extra columns, in the order in which they first occur; the same array while they stay the same. */
function useExtras(inventory: Inventory): readonly ColumnId[] {
  const last = useRef<{ readonly inventory: Inventory; readonly columns: readonly ColumnId[] }>(undefined)
  return useMemo(() => {
    const before = last.current
    if (before !== undefined && sameHeaders(before.inventory, inventory)) {
      last.current = { inventory, columns: before.columns }
      return before.columns
    }
    const headers = new Set<string>()
    for (const { extra } of inventory.tools.values()) for (const header in extra) headers.add(header)
    const next = [...headers].map(extraColumn)
    const known = before?.columns
    const same = next.length === known?.length && next.every((column, index) => column === known[index])
    last.current = { inventory, columns: same ? known : next }
    return last.current.columns
  }, [inventory])
}

/** Whether it is known, without looking at every tool, that the same tools have the same extra columns. */
function sameHeaders(before: Inventory, after: Inventory): boolean {
  if (before.tools === after.tools) return true
  const headersOf = (row: RowChange['after']) =>
    row !== undefined && 'extra' in row ? Object.keys(row.extra ?? {}) : []
  const same = ({ table, before: old, after: now }: RowChange) =>
    table !== 'tools' ||
    (old !== undefined && now !== undefined && headersOf(old).join('\n') === headersOf(now).join('\n'))
  return rememberedDifference(before, after)?.every(same) === true
}
