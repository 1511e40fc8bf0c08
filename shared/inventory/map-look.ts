import type { FlowMethod, ToolId } from './nouns'

/** How the same graph is laid out. Each arrangement remembers positions of its own. */
export type Arrangement =
  | { readonly by: 'department' }
  /** The same job side by side. */
  | { readonly by: 'function' }
  /** Sources left, sinks right. */
  | { readonly by: 'direction' }
  /** One tool and what is joined to it by up to so many flows. */
  | { readonly by: 'around'; readonly tool: ToolId; readonly depth: 1 | 2 | 3 | 4 }

export const ARRANGEMENT_KINDS = [
  'department',
  'function',
  'direction',
  'around',
] as const satisfies readonly Arrangement['by'][]

/** What the colour of a card can say. */
export const COLOUR_ATTRIBUTES = [
  'domain',
  'department',
  'status',
  'criticality',
  'fit',
  'cost',
  'users',
  'ai',
  'completeness',
  'contractEnd',
] as const
export type ColourAttribute = (typeof COLOUR_ATTRIBUTES)[number]

/** What the size of a card's mark can say. */
export const SIZE_ATTRIBUTES = ['users', 'cost', 'flows', 'criticality'] as const
export type SizeAttribute = (typeof SIZE_ATTRIBUTES)[number]

/**
 * Keeps the tools whose attribute is one of the values. The attribute is one of `LENS_ATTRIBUTES` (shared/graph/lens:
 * fields of `Tool`, and what follows from them), or `extra:` and the header of an unmapped column. An empty value stands
 * for "unknown"; `without` turns the filter round.
 */
export interface AttributeFilter {
  readonly attribute: string
  readonly values: readonly string[]
  readonly without?: true
}

/** How the map looks: everything about the picture but the graph itself and the remembered positions. */
export interface MapLook {
  readonly arrangement: Arrangement
  readonly colourBy: ColourAttribute
  readonly sizeBy?: SizeAttribute
  /** All of them must let a tool through. */
  readonly filters: readonly AttributeFilter[]
  /** Methods of the flows that are drawn; absent: all. */
  readonly methods?: readonly FlowMethod[]
  readonly overlaps: boolean
  /** ISO date: the landscape as it is planned to be then. Absent: as listed, whatever the date. */
  readonly at?: string
}

/** The map as it opens first. */
export const FIRST_LOOK: MapLook = {
  arrangement: { by: 'department' },
  colourBy: 'domain',
  filters: [],
  overlaps: true,
}
