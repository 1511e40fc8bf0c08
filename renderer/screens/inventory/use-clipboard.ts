import { useEffect, useRef } from 'react'
import { readBlock, writeBlock } from './block-text'
import { cellText } from './cell-values'
import { useCellTools } from './cells/cell-context'
import { pasteBlock } from './edits'
import { isGroupId } from './groups'
import { filled } from './paste'
import { sayPasted } from './say-pasted'
import type { ToolRow } from './tool-row'
import type { GridModel } from './use-inventory-grid'

/**
 * Copy and paste of cells while the table itself has the focus. Copied are the selected rows' visible cells, or the
 * focused cell where no row or only its own is selected; pasted is from the focused cell to the right and downwards.
 * The events go to wherever the browser thinks the text cursor is, so they are caught at the document.
 */
export function useClipboard(model: GridModel): void {
  const tools = useCellTools()
  const latest = useRef({ model, tools })
  latest.current = { model, tools }
  useEffect(() => {
    const mine = () => document.activeElement === latest.current.model.grid.current
    const onCopy = (event: ClipboardEvent) => {
      if (!mine()) return
      const text = copied(latest.current.model, latest.current.tools)
      if (text === undefined) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    const onPaste = (event: ClipboardEvent) => {
      if (!mine()) return
      event.preventDefault()
      // Whoever listens for pasted lists must not take the cells for one.
      event.stopPropagation()
      paste(latest.current.model, event.clipboardData?.getData('text/plain') ?? '', latest.current.tools)
    }
    document.addEventListener('copy', onCopy, true)
    document.addEventListener('paste', onPaste, true)
    return () => {
      document.removeEventListener('copy', onCopy, true)
      document.removeEventListener('paste', onPaste, true)
    }
  }, [])
}

type Tools = ReturnType<typeof useCellTools>

function selectedRows({ lines, state }: GridModel): readonly ToolRow[] {
  return lines.flatMap((line) => ('row' in line && state.selected.has(line.row.tool.id) ? [line.row] : []))
}

function copied(model: GridModel, tools: Tools): string | undefined {
  const { state, columns } = model
  const rows = selectedRows(model)
  const cursor = state.cursor
  const only = rows.length === 1 && rows[0]?.tool.id === cursor?.id
  if (cursor !== undefined && (rows.length === 0 || only) && !isGroupId(cursor.id)) {
    const row = model.rows.find(({ tool }) => tool.id === cursor.id)
    return row === undefined ? undefined : writeBlock([[cellText(row, cursor.column, tools)]])
  }
  if (rows.length === 0) return undefined
  return writeBlock(rows.map((row) => columns.map((column) => cellText(row, column, tools))))
}

function paste(model: GridModel, text: string, tools: Tools): void {
  const { state, ids, lines, columns } = model
  if (state.cursor === undefined || text === '' || !tools.writable) return
  const selected = selectedRows(model)
  const here = selected.some(({ tool }) => tool.id === state.cursor?.id)
  const read = readBlock(text)
  const fills = read.length === 1 && selected.length > 1 && here
  const from = Math.max(0, ids.indexOf(state.cursor.id))
  const below = lines.slice(from).flatMap((line) => ('row' in line ? [line.row] : []))
  const across = columns.slice(Math.max(0, columns.indexOf(state.cursor.column)))
  const plan = pasteBlock(filled(read, fills ? selected.length : 1), fills ? selected : below, across, tools)
  if (plan !== undefined) sayPasted(plan, tools)
}
