import type { ReactNode } from 'react'

/** A row of a matrix as it is shown. A heading of a group stands over the rows that belong to it. */
export interface GridRow {
  readonly key: string
  readonly label: string
  /** Of a heading: whether its rows are hidden. */
  readonly collapsed?: boolean
  /** Beside the name, with what it means. */
  readonly badge?: { readonly text: string; readonly hint: string; readonly mark?: 'twice' | 'gap' } | undefined
}

export interface GridColumn {
  readonly key: string
  readonly label: string
}

/** A filled cell: what it shows, and the same in words. */
export interface GridCell {
  readonly content: ReactNode
  readonly words: string
  /** 1–5: how strongly it is shaded. */
  readonly level?: number
  readonly mark?: 'twice' | 'gap' | 'contested' | undefined
  /** Nothing is known of what the shade shows, or not everything. */
  readonly unknown?: 'all' | 'some' | undefined
  readonly proposed?: boolean
}

/** Where the keyboard is: index of the row, and of the column or -1 for the row's own name. */
export interface Cursor {
  readonly row: number
  readonly column: number
}

/**
 * Where a key moves the cursor in a matrix of so many rows and columns; undefined for keys that don't move it.
 * Ctrl with Home or End goes to the first or last row. `page`: rows in view.
 */
export function moveCursor(
  key: string,
  ctrl: boolean,
  { row, column }: Cursor,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): Cursor | undefined {
  const at = (row: number, column: number): Cursor => ({
    row: Math.max(0, Math.min(size.rows - 1, row)),
    column: Math.max(-1, Math.min(size.columns - 1, column)),
  })
  switch (key) {
    case 'ArrowUp':
      return at(ctrl ? 0 : row - 1, column)
    case 'ArrowDown':
      return at(ctrl ? size.rows : row + 1, column)
    case 'ArrowLeft':
      return at(row, ctrl ? -1 : column - 1)
    case 'ArrowRight':
      return at(row, ctrl ? size.columns : column + 1)
    case 'Home':
      return at(ctrl ? 0 : row, -1)
    case 'End':
      return at(ctrl ? size.rows : row, size.columns)
    case 'PageUp':
      return at(row - size.page, column)
    case 'PageDown':
      return at(row + size.page, column)
    default:
      return undefined
  }
}
