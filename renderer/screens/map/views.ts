import type { RowChange } from '../../../shared/inventory/change'
import { addView, lookOf, moveView, removeViews, setView, type ViewSays } from '../../../shared/inventory/edit-view'
import type { IdSource } from '../../../shared/inventory/ids'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { View, ViewId } from '../../../shared/inventory/remembered'
import type { CanvasView } from '../../canvas/use-canvas-view'
import { canWrite, commit, nextIds } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'
import { translate } from '../../i18n'
import { sayUndoable } from '../lists/say-undoable'
import { lookIsSaved, showLook, useLookState } from './look-state'

type Area = View['area']

/** Saves how the map looks now as a new view; the view when that could be written. */
export function saveView(says: Pick<ViewSays, 'name' | 'note'>, area: Area): View | undefined {
  const { look } = useLookState.getState()
  let id: ViewId | undefined
  const change = write('addView', says.name, (inventory, ids) => {
    const added = addView(inventory, { ...says, look, ...(area === undefined ? {} : { area: rounded(area) }) }, ids)
    id = added.id
    return added.rows
  })
  if (change === undefined || id === undefined) return undefined
  lookIsSaved(id)
  const view = useWorkspace.getState().inventory.views.get(id)
  if (view !== undefined) sayUndoable(translate('mapLook:views.saved', { name: view.name }), change.sequence)
  return view
}

/** Brings a view up to what is shown. */
export function updateView(view: View, area: Area): void {
  const { look } = useLookState.getState()
  const change = write('setView', view.name, (inventory) =>
    setView(inventory, view.id, { look, area: area === undefined ? undefined : rounded(area) }),
  )
  lookIsSaved(view.id)
  if (change !== undefined) sayUndoable(translate('mapLook:views.updated', { name: view.name }), change.sequence)
}

export function editView(view: View, says: Pick<ViewSays, 'name' | 'note'>): void {
  write('setView', view.name, (inventory) => setView(inventory, view.id, { name: says.name, note: says.note }))
}

export function reorderView(view: View, by: number): void {
  write('moveView', view.name, (inventory) => moveView(inventory, view.id, by))
}

export function deleteView(view: View): void {
  const change = write('deleteView', view.name, (inventory) => removeViews(inventory, [view.id]))
  if (change !== undefined) sayUndoable(translate('mapLook:views.deleted', { name: view.name }), change.sequence)
}

/** Shows a view: its look and, once that is drawn, its part of the map. */
export function showView(view: View, canvas: CanvasView | null): void {
  showLook(lookOf(view, useWorkspace.getState().inventory), view.id)
  // Filters that come or go change the map's height: it is measured after the next frame.
  requestAnimationFrame(() => requestAnimationFrame(() => canvas?.show(view.area)))
}

function write(code: string, name: string, make: (inventory: Inventory, ids: IdSource) => readonly RowChange[]) {
  if (!canWrite()) return undefined
  const rows = make(useWorkspace.getState().inventory, nextIds())
  return commit({ label: { code, values: { name: name.trim() } }, cause: { kind: 'edit' }, rows })
}

function rounded({ x, y, width, height }: NonNullable<Area>): NonNullable<Area> {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}
