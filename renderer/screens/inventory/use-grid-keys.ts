import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { COLUMN_IDS } from './column-ids'
import type { GridAction, GridState } from './grid-state'

interface Keys {
  readonly state: GridState
  readonly dispatch: (action: GridAction) => void
  /** How many rows a page is. */
  readonly page: () => number
  readonly writable: boolean
  readonly onDelete: () => void
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
 * and Ctrl+A select; Enter, F2 and typing edit; Delete removes the selected rows; Escape selects nothing. Tab goes from
 * cell to cell and out of the table at the row's end.
 */
export function useGridKeys({ state, dispatch, page, writable, onDelete }: Keys) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return
    if (handles(event)) event.preventDefault()
  }

  function handles(event: KeyboardEvent<HTMLElement>): boolean {
    const { key, shiftKey } = event
    const altGraph = event.getModifierState('AltGraph')
    const ctrl = (event.ctrlKey || event.metaKey) && !altGraph
    const { cursor, selected } = state
    const by = event.altKey ? undefined : MOVES[key]?.(page(), ctrl)
    if (by !== undefined) {
      dispatch({ do: 'move', rows: by[0], columns: by[1], extend: shiftKey && by[0] !== 0 })
      return true
    }
    if (ctrl && key.toLowerCase() === 'a') dispatch({ do: 'select-all' })
    else if (key === 'Delete' && !ctrl) {
      if (!event.repeat) onDelete()
    } else if (key === 'Escape') {
      if (cursor === undefined && selected.size === 0) return false
      dispatch({ do: 'select-none' })
    } else if (cursor === undefined || ctrl || (event.altKey && !altGraph)) return false
    else if (key === 'Tab') {
      const edge = shiftKey ? COLUMN_IDS[0] : COLUMN_IDS.at(-1)
      if (cursor.column === edge) return false
      dispatch({ do: 'move', rows: 0, columns: shiftKey ? -1 : 1 })
    } else if (key === ' ') dispatch({ do: 'toggle' })
    else if (!writable) return false
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
