import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { isGroupId } from './groups'
import { openMenu, setCollapsed, useTableSettings } from './table-settings'
import type { GridModel } from './use-inventory-grid'

interface Keys {
  readonly model: GridModel
  /** How many rows a page is. */
  readonly page: () => number
  readonly writable: boolean
  readonly onDelete: () => void
  readonly onDuplicate: () => void
}

const END = Number.MAX_SAFE_INTEGER

const MOVES: Readonly<Record<string, (page: number, ctrl: boolean) => readonly [rows: number, columns: number]>> = {
  ArrowUp: (_, ctrl) => [ctrl ? -END : -1, 0],
  ArrowDown: (_, ctrl) => [ctrl ? END : 1, 0],
  ArrowLeft: (_, ctrl) => [0, ctrl ? -END : -1],
  ArrowRight: (_, ctrl) => [0, ctrl ? END : 1],
  PageUp: (page) => [-page, 0],
  PageDown: (page) => [page, 0],
  Home: (_, ctrl) => [ctrl ? -END : 0, -END],
  End: (_, ctrl) => [ctrl ? END : 0, END],
}

/**
 * The keys of the table while nothing is edited. Arrows, Page, Home and End move; Shift extends the selection; Space
 * and Ctrl+A select; Enter, F2 and typing edit; Delete removes the selected rows, Ctrl+D duplicates them; Alt+↓ opens
 * the column's menu; on a group Enter, ← and → open and close it; Escape selects nothing. Tab goes from cell to cell
 * and out of the table at the row's end. Ctrl+C and Ctrl+V are the clipboard's (use-clipboard.ts).
 */
export function useGridKeys({ model, page, writable, onDelete, onDuplicate }: Keys) {
  const { state, dispatch, columns } = model
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return
    if (handles(event)) event.preventDefault()
  }

  function handles(event: KeyboardEvent<HTMLElement>): boolean {
    const { key, shiftKey } = event
    const altGraph = event.getModifierState('AltGraph')
    const ctrl = (event.ctrlKey || event.metaKey) && !altGraph
    const { cursor, selected } = state
    if (event.altKey && key === 'ArrowDown' && cursor !== undefined) {
      openMenu(cursor.column)
      return true
    }
    if (cursor !== undefined && isGroupId(cursor.id) && !ctrl && !event.altKey) {
      const isCollapsed = useTableSettings.getState().collapsed.has(cursor.id)
      if (key === 'Enter' || key === ' ' || key === (isCollapsed ? 'ArrowRight' : 'ArrowLeft')) {
        setCollapsed(cursor.id, !isCollapsed)
        return true
      }
    }
    const by = event.altKey ? undefined : MOVES[key]?.(page(), ctrl)
    if (by !== undefined) {
      dispatch({ do: 'move', rows: by[0], columns: by[1], extend: shiftKey && by[0] !== 0 })
      return true
    }
    if (ctrl && key.toLowerCase() === 'a') dispatch({ do: 'select-all' })
    else if (ctrl && key.toLowerCase() === 'd') onDuplicate()
    else if (key === 'Delete' && !ctrl) {
      if (!event.repeat) onDelete()
    } else if (key === 'Escape') {
      if (cursor === undefined && selected.size === 0) return false
      dispatch({ do: 'select-none' })
    } else if (cursor === undefined || ctrl || (event.altKey && !altGraph)) return false
    else if (key === 'Tab') {
      const edge = shiftKey ? columns[0] : columns.at(-1)
      if (cursor.column === edge) return false
      dispatch({ do: 'move', rows: 0, columns: shiftKey ? -1 : 1 })
    } else if (key === ' ') dispatch({ do: 'toggle' })
    else if (!writable || isGroupId(cursor.id) || cursor.column === 'origin') return false
    else if (key === 'Enter' || key === 'F2') dispatch({ do: 'edit', fresh: false })
    else if (key === 'Backspace') dispatch({ do: 'edit', fresh: true })
    else if (key.length === 1 || key === 'Dead' || key === 'Process') {
      // The field must be there before this key arrives: then the browser itself types it, accents and all.
      flushSync(() => dispatch({ do: 'edit', fresh: true }))
      return false
    } else return false
    return true
  }
}
