import { createContext, useContext } from 'react'

/** What the look says of the cards: their colours, marks, and what is hidden around them. Places don't depend on it. */
export interface CanvasLens {
  /** The group of each tool, as its place in `colours`. */
  readonly groupOf: ReadonlyMap<string, number>
  /** The groups' colours in the theme that shows. */
  readonly colours: readonly string[]
  /** The group of what isn't known, drawn hatched; -1 when there is none. */
  readonly unknownGroup: number
  /** Diameters of the size marks, and the tools whose value isn't known. Absent: no size is shown. */
  readonly marks?:
    | { readonly diameters: ReadonlyMap<string, number>; readonly unknown: ReadonlySet<string> }
    | undefined
  /** How many tools are hidden, by container, and by the tool they have flows with. */
  readonly hiddenIn: ReadonlyMap<string, number>
  readonly hiddenBeside: ReadonlyMap<string, number>
  /** Seen at another date: what has come until then, and what has gone and is drawn as a ghost. */
  readonly arrived: ReadonlySet<string>
  readonly gone: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

export const NO_LENS: CanvasLens = {
  groupOf: new Map(),
  colours: [],
  unknownGroup: -1,
  hiddenIn: new Map(),
  hiddenBeside: new Map(),
  arrived: NONE,
  gone: NONE,
}

export const LensContext = createContext<CanvasLens>(NO_LENS)

/** What the lens says of one card. */
export function useCardLens(id: string) {
  const lens = useContext(LensContext)
  const group = lens.groupOf.get(id)
  return {
    colour: group === undefined ? undefined : lens.colours[group],
    unknown: group === lens.unknownGroup,
    mark: lens.marks?.diameters.get(id),
    markUnknown: lens.marks?.unknown.has(id) === true,
    hidden: lens.hiddenBeside.get(id) ?? 0,
    arrived: lens.arrived.has(id),
    gone: lens.gone.has(id),
  }
}

/** How many tools of a container are hidden. */
export function useHiddenIn(id: string): number {
  return useContext(LensContext).hiddenIn.get(id) ?? 0
}
