import { createContext, useContext } from 'react'

/** What the selection touches. Everything else steps back; with nothing selected nothing does. */
export interface Emphasis {
  readonly selected?: string | undefined
  readonly related?: ReadonlySet<string> | undefined
  /** Departments are selected, or what flows between them: from far away bundles say it, not every line. */
  readonly bundled?: boolean | undefined
  /** Tools with a ring: those of the selected bundle, else those with a strong overlap. */
  readonly ringed: ReadonlySet<string>
  /** Several cards that are selected together; empty most of the time. */
  readonly marked: ReadonlySet<string>
}

export const EmphasisContext = createContext<Emphasis>({ ringed: new Set(), marked: new Set() })

/** Whether this node or edge is selected, whether it steps back, and whether the selection touches it. */
export function useEmphasis(id: string): {
  selected: boolean
  dimmed: boolean
  active: boolean
  ringed: boolean
  marked: boolean
} {
  const { selected, related, ringed, marked } = useContext(EmphasisContext)
  return {
    selected: selected === id,
    dimmed: related !== undefined && !related.has(id),
    active: related?.has(id) === true,
    ringed: ringed.has(id),
    marked: marked.has(id),
  }
}
