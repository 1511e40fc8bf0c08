import { create } from 'zustand'

/** Whether the map is shown as a list; stays so while other screens are shown. It says nothing of any workspace. */
export const useListShown = create<{ readonly asList: boolean }>()(() => ({ asList: false }))

export function showAsList(asList: boolean): void {
  useListShown.setState({ asList })
}
