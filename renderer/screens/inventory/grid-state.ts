import type { ToolId } from '../../../shared/inventory/nouns'
import { COLUMN_IDS, type ColumnId } from './column-ids'

export interface CellAddress {
  readonly id: ToolId
  readonly column: ColumnId
}

/**
 * Where the user is in the table. `cursor`: the cell that keys act on. `anchor`: where a range began. `editing`: the
 * cursor's cell is being edited; `fresh` when typing began it and the old text gives way.
 */
export interface GridState {
  readonly cursor?: CellAddress
  readonly anchor?: ToolId
  readonly selected: ReadonlySet<ToolId>
  readonly editing?: { readonly fresh: boolean }
}

/** `only`: selects this row; `toggle`: it too, or not; `range`: from the anchor to here; `none`: no row at all. */
type How = 'only' | 'toggle' | 'range' | 'none'

export type GridAction =
  | { readonly do: 'point'; readonly cell: CellAddress; readonly how: How }
  | { readonly do: 'move'; readonly rows: number; readonly columns: number; readonly extend?: boolean }
  | { readonly do: 'toggle' | 'select-all' | 'select-none' | 'stop' }
  | { readonly do: 'edit'; readonly fresh: boolean }

export const AT_REST: GridState = { selected: new Set() }

/**
 * The state after an action. Nothing here can leave the table: moves end at its edges.
 * @param ids the tools that are shown, from top to bottom
 */
export function step(state: GridState, action: GridAction, ids: readonly ToolId[]): GridState {
  const { editing: _, ...rest } = state
  switch (action.do) {
    case 'point':
      return point(state, action.cell, action.how, ids)
    case 'move':
      return move(state, action.rows, action.columns, action.extend ?? false, ids)
    case 'toggle':
      return state.cursor === undefined ? state : point(state, state.cursor, 'toggle', ids)
    case 'select-all':
      return { ...rest, selected: new Set(ids) }
    case 'select-none':
      return AT_REST
    case 'edit':
      return state.cursor === undefined ? state : { ...state, editing: { fresh: action.fresh } }
    default:
      return rest
  }
}

function point({ anchor, selected }: GridState, cursor: CellAddress, how: How, ids: readonly ToolId[]): GridState {
  const { id } = cursor
  if (how === 'range' && anchor !== undefined && ids.includes(anchor)) {
    return { cursor, anchor, selected: new Set(between(ids, anchor, id)) }
  }
  if (how === 'none') return { cursor, anchor: id, selected: new Set() }
  if (how !== 'toggle') return { cursor, anchor: id, selected: new Set([id]) }
  const toggled = new Set(selected)
  if (!toggled.delete(id)) toggled.add(id)
  return { cursor, anchor: id, selected: toggled }
}

function move(state: GridState, rows: number, columns: number, extend: boolean, ids: readonly ToolId[]): GridState {
  const first = ids[0]
  if (first === undefined) return AT_REST
  const from = state.cursor
  const at = from === undefined ? -1 : ids.indexOf(from.id)
  if (from === undefined || at < 0) return point(state, { id: first, column: from?.column ?? 'name' }, 'only', ids)
  const id = ids[clamp(at + rows, ids.length)] ?? first
  const column = COLUMN_IDS[clamp(COLUMN_IDS.indexOf(from.column) + columns, COLUMN_IDS.length)] ?? 'name'
  // Moving along a row leaves a selection of several rows alone.
  if (rows === 0 && state.selected.has(id)) {
    return { cursor: { id, column }, anchor: state.anchor ?? id, selected: state.selected }
  }
  return point(state, { id, column }, extend ? 'range' : 'only', ids)
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}

function between(ids: readonly ToolId[], a: ToolId, b: ToolId): readonly ToolId[] {
  const [from, to] = [ids.indexOf(a), ids.indexOf(b)].sort((x, y) => x - y) as [number, number]
  return ids.slice(from, to + 1)
}

/** Where the cursor goes when these rows go: to the next one that stays, else to the last before them. */
export function survivor(ids: readonly ToolId[], gone: ReadonlySet<ToolId>, from: ToolId): ToolId | undefined {
  const at = ids.indexOf(from)
  return ids.slice(at).find((id) => !gone.has(id)) ?? ids.slice(0, Math.max(0, at)).findLast((id) => !gone.has(id))
}
