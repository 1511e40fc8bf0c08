import type { ToolId } from '../../../shared/inventory/nouns'
import type { ColumnId } from './column-ids'
import { isGroupId, type RowId } from './groups'

export interface CellAddress {
  readonly id: RowId
  readonly column: ColumnId
}

/**
 * Where the user is in the table. `cursor`: the cell that keys act on. `anchor`: where a range began. `editing`: the
 * cursor's cell is being edited; `fresh` when typing began it and the old text gives way.
 */
export interface GridState {
  readonly cursor?: CellAddress
  readonly anchor?: RowId
  readonly selected: ReadonlySet<ToolId>
  readonly editing?: { readonly fresh: boolean }
}

/** `only`: selects this row; `toggle`: it too, or not; `range`: from the anchor to here; `none`: no row at all. */
type How = 'only' | 'toggle' | 'range' | 'none'

export type GridAction =
  | { readonly do: 'point'; readonly cell: CellAddress; readonly how: How }
  | { readonly do: 'move'; readonly rows: number; readonly columns: number; readonly extend?: boolean }
  | { readonly do: 'toggle' | 'select-all' | 'select-none' | 'stop' }
  | { readonly do: 'select'; readonly tools: Iterable<ToolId> }
  | { readonly do: 'edit'; readonly fresh: boolean }

export const AT_REST: GridState = { selected: new Set() }

/** What is shown: the rows from top to bottom, tools and the headers of groups, and the columns from left to right. */
export interface Extent {
  readonly ids: readonly RowId[]
  readonly columns: readonly ColumnId[]
}

/** The state after an action. Nothing here can leave the table: moves end at its edges. Groups are never selected. */
export function step(state: GridState, action: GridAction, extent: Extent): GridState {
  const { editing: _, ...rest } = state
  const { ids } = extent
  switch (action.do) {
    case 'point':
      return point(state, action.cell, action.how, ids)
    case 'move':
      return move(state, action.rows, action.columns, action.extend ?? false, extent)
    case 'toggle':
      return state.cursor === undefined ? state : point(state, state.cursor, 'toggle', ids)
    case 'select-all':
      return { ...rest, selected: toolsOf(ids) }
    case 'select':
      return { ...rest, selected: new Set(action.tools) }
    case 'select-none':
      return AT_REST
    case 'edit':
      if (state.cursor === undefined || isGroupId(state.cursor.id)) return state
      return { ...state, editing: { fresh: action.fresh } }
    default:
      return rest
  }
}

function toolsOf(ids: readonly RowId[]): ReadonlySet<ToolId> {
  return new Set(ids.filter((id): id is ToolId => !isGroupId(id)))
}

function point({ anchor, selected }: GridState, cursor: CellAddress, how: How, ids: readonly RowId[]): GridState {
  const { id } = cursor
  if (how === 'range' && anchor !== undefined && ids.includes(anchor)) {
    return { cursor, anchor, selected: toolsOf(between(ids, anchor, id)) }
  }
  if (how === 'none') return { cursor, anchor: id, selected: new Set() }
  if (how !== 'toggle') return { cursor, anchor: id, selected: toolsOf([id]) }
  if (isGroupId(id)) return { cursor, anchor: id, selected }
  const toggled = new Set(selected)
  if (!toggled.delete(id)) toggled.add(id)
  return { cursor, anchor: id, selected: toggled }
}

function move(
  state: GridState,
  rows: number,
  columns: number,
  extend: boolean,
  { ids, columns: shown }: Extent,
): GridState {
  const first = ids[0]
  if (first === undefined) return AT_REST
  const from = state.cursor
  const at = from === undefined ? -1 : ids.indexOf(from.id)
  if (from === undefined || at < 0) return point(state, { id: first, column: from?.column ?? 'name' }, 'only', ids)
  const id = ids[clamp(at + rows, ids.length)] ?? first
  const column = shown[clamp(shown.indexOf(from.column) + columns, shown.length)] ?? 'name'
  // Moving along a row leaves a selection of several rows alone.
  if (rows === 0 && !isGroupId(id) && state.selected.has(id)) {
    return { cursor: { id, column }, anchor: state.anchor ?? id, selected: state.selected }
  }
  return point(state, { id, column }, extend ? 'range' : 'only', ids)
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}

function between(ids: readonly RowId[], a: RowId, b: RowId): readonly RowId[] {
  const [from, to] = [ids.indexOf(a), ids.indexOf(b)].sort((x, y) => x - y) as [number, number]
  return ids.slice(from, to + 1)
}

/** Where the cursor goes when these rows go: to the next tool that stays, else to the last before them. */
export function survivor(ids: readonly RowId[], gone: ReadonlySet<RowId>, from: RowId): ToolId | undefined {
  const at = ids.indexOf(from)
  const stays = (id: RowId): id is ToolId => !gone.has(id) && !isGroupId(id)
  return ids.slice(at).find(stays) ?? ids.slice(0, Math.max(0, at)).findLast(stays)
}
