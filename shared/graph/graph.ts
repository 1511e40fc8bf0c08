import type { AiKind, DepartmentId, FlowId, FlowMethod, ToolId, ToolStatus } from '../inventory/nouns'

/** The container of tools that no department owns. Ids of real departments never start with an underscore. */
export const NO_DEPARTMENT = '_none'
/** The container of tools that no department owns and that several use. */
export const COMPANY_WIDE = '_company'
/** From so many departments on that use it, a tool that nobody owns is company-wide. */
export const MANY_DEPARTMENTS = 3
/** The container of tools whose function is not known. */
export const NO_FUNCTION = 'fn:'
/** The containers of the arrangement by direction: tools that are joined to others, and those that are not. */
export const JOINED = 'dir:all'
export const NOT_JOINED = 'dir:none'

/**
 * What a container stands for. `department`: a department, or a synthetic one for tools that nobody owns. `domain` and
 * `function`: a domain with its functions (`dom:<domain>`, `fn:<key>`). `direction` and `around` (`around:<tool>`): the
 * whole of an arrangement in columns. `rest`: what is left out of those columns.
 */
export type ContainerKind = 'department' | 'domain' | 'function' | 'direction' | 'around' | 'rest'

/** A container on the map. It holds tools, other containers, or both. */
export interface ContainerNode {
  readonly kind: ContainerKind
  readonly id: string
  /** Empty for the synthetic ones: whoever draws them knows the words for them. */
  readonly name: string
  /** The container that it lies in. Containers come after the one they lie in. */
  readonly parent?: string
  /** Names of the containers above this one, outermost first. */
  readonly path: readonly string[]
  /** The tools in it and in all containers below. */
  readonly toolCount: number
  /** Sum of their known yearly costs by currency, in minor units; absent when nothing is known. */
  readonly annualCost?: ReadonlyMap<string, number>
}

/** A department that uses a tool it doesn't own. */
export interface UsedBy {
  readonly id: DepartmentId
  readonly name: string
}

export interface ToolNode {
  readonly kind: 'tool'
  readonly id: ToolId
  readonly container: string
  readonly name: string
  readonly partOf?: string
  /** Names of its functions, accepted ones first. */
  readonly functions: readonly string[]
  /** The domain of its first function: decides the stripe's colour. */
  readonly domain?: string
  readonly users?: number
  readonly status?: ToolStatus
  readonly mentionedOnly: boolean
  readonly ai?: AiKind
  /** Neither owning department, business owner nor technical owner is known. */
  readonly withoutOwner: boolean
  /** How many other tools it overlaps with. */
  readonly overlaps: number
  /** The other departments that use it, by name; its owner is not among them. */
  readonly usedBy: readonly UsedBy[]
}

/** The flows of one method between two tools. */
export interface FlowPart {
  readonly method: FlowMethod
  readonly flows: readonly FlowId[]
  /** Which of the two tools send: one of them, or both. */
  readonly senders: readonly ToolId[]
  /** Sum of the known hours per month; absent when none is known. */
  readonly hoursPerMonth?: number
  /** Names of the data objects that move on these flows. */
  readonly dataObjects: readonly string[]
}

/** All flows between the same two tools, whatever their method and direction, drawn as one line. */
export interface FlowEdge {
  /** The same for these two tools, whatever flows between them. */
  readonly id: string
  readonly flows: readonly FlowId[]
  /** Where the line begins. An edge both ways begins at the tool that comes first by id. */
  readonly source: ToolId
  readonly target: ToolId
  /** The most manual method among its flows: decides how the line looks. */
  readonly method: FlowMethod
  readonly bothWays: boolean
  /** Sum of the known hours per month; absent when none is known. */
  readonly hoursPerMonth?: number
  /** Names of the data objects that move on it. */
  readonly dataObjects: readonly string[]
  /** The same by method, the most manual one first. */
  readonly parts: readonly FlowPart[]
}

export interface Graph {
  readonly containers: readonly ContainerNode[]
  readonly tools: readonly ToolNode[]
  readonly edges: readonly FlowEdge[]
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A graph in which every node has its place. All rectangles are absolute; a tool's lies within its container's. */
export interface PlacedGraph {
  readonly graph: Graph
  readonly at: ReadonlyMap<string, Rect>
  /**
   * The point of each container (absolute) that its pin remembers and that the pins of what it holds are relative to. Usually the top left
   * corner of its rectangle; when a card was dragged out to the left or above, the rectangle starts before it.
   */
  readonly origins: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  /** Nodes that had no remembered position, or could not keep it, and were placed now. */
  readonly placedNow: readonly string[]
  /** Smallest rectangle around everything; zero-sized when the graph is empty. */
  readonly bounds: Rect
}
