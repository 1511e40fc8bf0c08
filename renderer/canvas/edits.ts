import type { ToolId } from '../../shared/inventory/nouns'

/** A node that was dragged and the absolute point its top left corner was dropped at. */
export interface Moved {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** What can be edited on the map. Each says whether it was done: what wasn't goes back to where it was. */
export interface CanvasEdits {
  readonly move: (moved: readonly Moved[]) => boolean
  /** Whether cards can be dropped on this container to belong to it. */
  readonly dropsOn: (container: string) => boolean
  readonly drop: (cards: readonly Moved[], container: string) => boolean
  readonly draw: (source: ToolId, target: ToolId) => void
  /** What a tool or container is called; nothing when it can't be renamed here. */
  readonly nameOf: (id: string) => string | undefined
  /** Gives back what is wrong with the name, or nothing when it is done. */
  readonly rename: (id: string, name: string) => string | undefined
  /** Deletes what is selected. */
  readonly remove: () => void
}
