import type { ColumnId } from './column-ids'
import { isGroupId, type RowId } from './groups'

/** The id of a cell's element, for `aria-activedescendant`; a group's row is one cell. */
export function cellId(id: RowId, column: ColumnId): string {
  return isGroupId(id) ? `cell-${encodeURIComponent(id)}` : `cell-${id}-${encodeURIComponent(column)}`
}
