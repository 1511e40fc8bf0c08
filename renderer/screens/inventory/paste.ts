import type { CellEdit } from '../../../shared/inventory/edit-fields'
import type { Tool, ToolId } from '../../../shared/inventory/nouns'
import type { Block } from './block-text'
import { cellText } from './cell-values'
import type { ColumnId } from './column-ids'
import { type CellProblem, type CellReaders, readCell } from './read-cell'
import type { ToolRow } from './tool-row'

/** A cell of the block that was not taken, and why. */
export interface RefusedCell {
  /** Row in the block, from 1. */
  readonly line: number
  /** The tool it was meant for; absent below the last row. */
  readonly name?: string
  readonly column?: ColumnId
  readonly text: string
  readonly problem: CellProblem | 'noColumn' | 'noName'
}

export interface PastePlan {
  readonly edits: readonly CellEdit[]
  readonly added: readonly Tool[]
  readonly refused: readonly RefusedCell[]
}

interface Target {
  /** The rows that the block falls on, from the focused one downwards. */
  readonly rows: readonly ToolRow[]
  /** The columns it falls on, from the focused one rightwards. */
  readonly columns: readonly ColumnId[]
  readonly newId: () => ToolId
}

/**
 * What pasting a block means: an edit for every cell that differs and can be read, a new tool for every row below the
 * last one that has a name, and the cells that were refused. Nothing of the block is passed over in silence.
 */
export function planPaste(block: Block, { rows, columns, newId }: Target, readers: CellReaders): PastePlan {
  const edits: CellEdit[] = []
  const added: Tool[] = []
  const refused: RefusedCell[] = []
  block.forEach((cells, at) => {
    const line = at + 1
    const row = rows[at] ?? newRow(cells, columns, newId)
    if (row === undefined) {
      for (const text of cells) if (text.trim() !== '') refused.push({ line, text, problem: 'noName' })
      return
    }
    if (rows[at] === undefined) added.push(row.tool)
    cells.forEach((text, across) => {
      const column = columns[across]
      const where = { line, name: row.tool.name, text }
      if (column === undefined) {
        if (text.trim() !== '') refused.push({ ...where, problem: 'noColumn' })
        return
      }
      // What is there already needs no reading: nothing is lost where writing is coarser than what is stored.
      if (text === cellText(row, column, readers)) return
      const read = readCell(row.tool, column, text, readers)
      if ('edit' in read) edits.push(read.edit)
      else if (text.trim() !== '' || column === 'name') refused.push({ ...where, column, problem: read.problem })
    })
  })
  return { edits, added, refused }
}

function newRow(cells: readonly string[], columns: readonly ColumnId[], newId: () => ToolId): ToolRow | undefined {
  const name = cells[columns.indexOf('name')]?.trim() ?? ''
  if (name === '') return undefined
  return { tool: { id: newId(), name, functions: [] }, functions: [], proposals: [] }
}

/** The block as it falls on several selected rows: a single line fills all of them. */
export function filled(block: Block, selected: number): Block {
  const line = block[0]
  return block.length === 1 && line !== undefined ? Array.from({ length: Math.max(1, selected) }, () => line) : block
}
