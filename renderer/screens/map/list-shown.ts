import { create } from 'zustand'

/** Whether the map is shown as a list; stays so while other screens are shown. */
export const useListShown = create<{ readonly asList: boolean }>()(() => ({ asList: false }))

export function showAsList(asList: boolean): void {
  useListShown.setState({ asList })
}

/** Another workspace begins with the picture. */
export function forgetList(): void {
  useListShown.setState(useListShown.getInitialState(), true)
}
