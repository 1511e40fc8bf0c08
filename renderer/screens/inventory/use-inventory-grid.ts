import type { SortingState } from '@tanstack/react-table'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ToolId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useFindings } from '../../river/landscape'
import { select, useQuery, useSelection } from '../../ui-state'
import { useFormats } from '../../use-formats'
import type { Finish } from './cells/use-editing'
import { isColumnId } from './columns'
import { AT_REST, type CellAddress, type GridAction, type GridState, step } from './grid-state'
import { rowArranger } from './row-order'
import { proposalsOf, rowMaker, type ToolRow } from './tool-row'

/** What the table shows and where the user is in it. */
export interface GridModel {
  /** Filtered and sorted. */
  readonly rows: readonly ToolRow[]
  readonly ids: readonly ToolId[]
  readonly state: GridState
  readonly dispatch: (action: GridAction) => void
  readonly sorting: SortingState
  readonly setSorting: (next: SortingState | ((old: SortingState) => SortingState)) => void
  readonly grid: RefObject<HTMLTableElement | null>
  readonly finisher: RefObject<Finish | undefined>
  /** The cursor's last move was the mouse's. */
  readonly byMouse: RefObject<boolean>
}

/** By name: a tool that comes back after an undo then stands where it stood. */
const BY_NAME: SortingState = [{ id: 'name', desc: false }]

/** Brings together the inventory, the query, the order and the user's place; the selection is shared with the other screens. */
export function useInventoryGrid(): GridModel {
  const inventory = useInventory()
  const findings = useFindings()
  const query = useQuery()
  const formats = useFormats()
  const selection = useSelection()
  const [sorting, setSorting] = useState<SortingState>(BY_NAME)
  const [makeRows] = useState(rowMaker)
  const [arrange] = useState(rowArranger)
  const proposals = useMemo(() => proposalsOf(findings), [findings])
  const all = useMemo(() => makeRows(inventory, proposals), [makeRows, inventory, proposals])
  const order = useMemo(() => {
    const first = sorting[0]
    return first === undefined || !isColumnId(first.id) ? undefined : { column: first.id, descending: first.desc }
  }, [sorting])
  const rows = useMemo(() => arrange(all, order, query, formats.compare), [arrange, all, order, query, formats])
  const ids = useMemo(() => rows.map((row) => row.tool.id), [rows])

  const [state, setState] = useState<GridState>(AT_REST)
  const latest = useRef({ state, ids })
  latest.current.ids = ids
  const byMouse = useRef(false)
  const dispatch = useCallback((action: GridAction) => {
    const before = latest.current.state
    const after = step(before, action, latest.current.ids)
    latest.current.state = after
    setState(after)
    if (action.do !== 'point') byMouse.current = false
    if (after.cursor?.id === before.cursor?.id) return
    select(after.cursor === undefined ? undefined : { kind: 'tool', id: after.cursor.id })
  }, [])

  // Something else selected a tool (the map, the palette), or did before this screen was shown: go there.
  useEffect(() => {
    if (selection?.kind !== 'tool' || selection.id === latest.current.state.cursor?.id) return
    const id = latest.current.ids.find((each) => each === selection.id)
    if (id !== undefined) dispatch({ do: 'point', cell: { id, column: 'name' }, how: 'only' })
  }, [selection, dispatch])

  const grid = useRef<HTMLTableElement>(null)
  const finisher = useRef<Finish | undefined>(undefined)
  return { rows, ids, state, dispatch, sorting, setSorting, grid, finisher, byMouse }
}

/** Whether the cursor is in this tool's row. */
export function isShown(cursor: CellAddress | undefined, id: ToolId): boolean {
  return cursor?.id === id
}
