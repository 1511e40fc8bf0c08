import type { MouseEvent } from 'react'
import { isColumnId } from './column-ids'
import type { CellAddress } from './grid-state'
import { isGroupId, type RowId } from './groups'
import { setCollapsed, useTableSettings } from './table-settings'
import type { GridModel } from './use-inventory-grid'

/**
 * The mouse on the rows: a click points and selects, with Ctrl it adds or takes away, with Shift it selects up to here,
 * on the tick box it ticks; a double click edits. One set of listeners for all cells.
 */
export function useGridMouse({ state, dispatch, finisher, grid, byMouse }: GridModel, writable: boolean) {
  const onMouseDown = (event: MouseEvent<HTMLElement>) => {
    const found = cellAt(event.target)
    if (found === undefined) return
    const { id, column, ticks, inside } = found
    // In the editor itself the mouse is the editor's.
    if (inside) return
    event.preventDefault()
    if (finisher.current?.() === false) return
    byMouse.current = true
    grid.current?.focus({ preventScroll: true })
    const toggles = ticks || event.ctrlKey || event.metaKey
    const cell = { id, column: column ?? state.cursor?.column ?? 'name' }
    if (isGroupId(id)) {
      if (event.button === 0) setCollapsed(id, !useTableSettings.getState().collapsed.has(id))
      return dispatch({ do: 'point', cell, how: 'toggle' })
    }
    if (event.button === 2 && state.selected.has(id)) return
    dispatch({ do: 'point', cell, how: event.shiftKey ? 'range' : toggles ? 'toggle' : 'only' })
  }
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const found = cellAt(event.target)
    if (found?.column === undefined || found.inside || found.isButton || !writable || event.ctrlKey) return
    if (found.column === 'origin') return
    dispatch({ do: 'edit', fresh: false })
  }
  return { onMouseDown, onDoubleClick }
}

interface Found extends Omit<CellAddress, 'column'> {
  readonly column: CellAddress['column'] | undefined
  /** On the tick box. */
  readonly ticks: boolean
  /** In a cell that is being edited. */
  readonly inside: boolean
  readonly isButton: boolean
}

function cellAt(target: EventTarget): Found | undefined {
  if (!(target instanceof Element)) return undefined
  const row = target.closest<HTMLElement>('tr[data-row]')
  const cell = target.closest<HTMLElement>('td')
  const id = row?.dataset.row
  if (id === undefined || cell === null) return undefined
  const column = cell.dataset.column
  return {
    id: id as RowId,
    column: isColumnId(column) ? column : undefined,
    ticks: cell.dataset.tick !== undefined,
    inside: cell.dataset.editing !== undefined,
    isButton: target.closest('button') !== null,
  }
}
