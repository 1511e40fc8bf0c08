import { createContext, useContext } from 'react'

/** What the selection touches. Everything else steps back; with nothing selected nothing does. */
export interface Emphasis {
  readonly selected?: string | undefined
  readonly related?: ReadonlySet<string> | undefined
  readonly overlapsShown: boolean
}

export const EmphasisContext = createContext<Emphasis>({ overlapsShown: true })

/** Whether this node or edge is selected, and whether it steps back. */
export function useEmphasis(id: string): { selected: boolean; dimmed: boolean; overlapsShown: boolean } {
  const { selected, related, overlapsShown } = useContext(EmphasisContext)
  return { selected: selected === id, dimmed: related !== undefined && !related.has(id), overlapsShown }
}
