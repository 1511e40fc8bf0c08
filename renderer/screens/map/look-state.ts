import { create } from 'zustand'
import { FIRST_LOOK, type MapLook } from '../../../shared/inventory/map-look'
import type { ViewId } from '../../../shared/inventory/remembered'

interface LookState {
  readonly look: MapLook
  /** The saved view that the look was taken from, while it is still the same look. */
  readonly view?: ViewId | undefined
  /** The view that was shown last, even if the look has changed since: the one to bring up to date. */
  readonly last?: ViewId | undefined
}

/** How the map looks now. A workspace begins with the first look; saved views are kept in the inventory. */
export const useLookState = create<LookState>()(() => ({ look: FIRST_LOOK }))

const selectLook = (state: LookState) => state.look

export const useLook = () => useLookState(selectLook)

/** Changes parts of the look; `undefined` takes an optional part away. The map no longer shows a saved view then. */
export function changeLook(parts: { readonly [K in keyof MapLook]?: MapLook[K] | undefined }): void {
  useLookState.setState(({ look }) => {
    const next = Object.fromEntries(Object.entries({ ...look, ...parts }).filter(([, value]) => value !== undefined))
    return { look: next as unknown as MapLook, view: undefined }
  })
}

/** Shows a look as a view has it. `view` absent: a look that no view has. */
export function showLook(look: MapLook, view?: ViewId): void {
  useLookState.setState(({ last }) => ({ look, view, last: view ?? last }))
}

/** The present look has been saved as this view. */
export function lookIsSaved(view: ViewId): void {
  useLookState.setState({ view, last: view })
}

/** The look of another workspace says nothing about this one. */
export function forgetLook(): void {
  useLookState.setState({ look: FIRST_LOOK, view: undefined, last: undefined })
}
