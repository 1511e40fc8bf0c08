import { create } from 'zustand'
import { viewsInOrder } from '../../../shared/inventory/edit-view'
import type { MapLook } from '../../../shared/inventory/map-look'
import type { View, ViewId } from '../../../shared/inventory/remembered'
import type { CanvasView } from '../../canvas/use-canvas-view'
import { useWorkspace } from '../../database/workspace'
import { select } from '../../ui-state'
import { showLook, useLookState } from './look-state'
import { showView } from './views'

interface Presentation {
  /** The view that is shown; absent: nothing is presented. */
  readonly view?: ViewId | undefined
  /** How the map was looked at before, to come back to. */
  readonly before?:
    | { readonly look: MapLook; readonly view?: ViewId | undefined; readonly area?: View['area'] }
    | undefined
}

/** The walk through the saved views, while there is one. */
export const usePresentation = create<Presentation>()(() => ({}))

/** Shows the views one by one, from this one on, on the whole screen or at least in the whole window. */
export function present(view: ViewId, canvas: CanvasView | null): void {
  const { look, view: shown } = useLookState.getState()
  select(undefined)
  usePresentation.setState({ view, before: { look, view: shown, area: canvas?.area() } })
  document.documentElement.dataset.presenting = 'true'
  // Refused or impossible: then the window itself is filled.
  void document.documentElement.requestFullscreen?.().catch(() => undefined)
}

/** Goes so many views on (negative: back), never past an end. */
export function stepBy(by: number): void {
  const views = viewsInOrder(useWorkspace.getState().inventory)
  const at = views.findIndex(({ id }) => id === usePresentation.getState().view)
  const next = views[Math.max(0, Math.min(views.length - 1, at + by))]
  if (next !== undefined) usePresentation.setState({ view: next.id })
}

/** Brings the presented view on the screen, as large as the screen is now. */
export function showPresented(canvas: CanvasView | null): void {
  const { view } = usePresentation.getState()
  const found = view === undefined ? undefined : useWorkspace.getState().inventory.views.get(view)
  if (found !== undefined) showView(found, canvas)
}

/** Back to the map as it was looked at before. */
export function endPresentation(canvas: CanvasView | null): void {
  const { before, view } = usePresentation.getState()
  if (view === undefined) return
  forgetPresentation()
  if (before === undefined) return
  showLook(before.look, before.view)
  // The map gets its old size first.
  setTimeout(() => canvas?.show(before.area), 100)
}

/** Ends it without looking back: the map isn't there any more. */
export function forgetPresentation(): void {
  usePresentation.setState({ view: undefined, before: undefined })
  delete document.documentElement.dataset.presenting
  if (document.fullscreenElement !== null) void document.exitFullscreen?.().catch(() => undefined)
}
