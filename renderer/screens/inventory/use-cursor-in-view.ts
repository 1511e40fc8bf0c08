import { useLayoutEffect } from 'react'
import { cellId } from './cell-id'
import type { GridModel } from './use-inventory-grid'

/**
 * Brings the cursor's cell into view after keys or another screen moved it. The mouse moves nothing: a row that slides
 * away between two clicks would turn a double click into one on its neighbour.
 */
export function useCursorInView({ state: { cursor }, byMouse, grid }: GridModel, cursorAt: number): void {
  useLayoutEffect(() => {
    if (cursor === undefined || cursorAt < 0 || byMouse.current) return
    const cell = grid.current?.querySelector(`#${CSS.escape(cellId(cursor.id, cursor.column))}`)
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [cursor, cursorAt, byMouse, grid])
}
