import type { AiKind, DepartmentId, FlowId, FlowMethod, ToolId, ToolStatus } from '../inventory/nouns'

/** The container of tools that no department owns. Ids of real departments never start with an underscore. */
export const NO_DEPARTMENT = '_none'

/** A container on the map: a department, or the synthetic one for tools that nobody owns. */
export interface ContainerNode {
  readonly kind: 'department'
  readonly id: DepartmentId | typeof NO_DEPARTMENT
  /** Empty for the synthetic container: whoever draws it knows the word for it. */
  readonly name: string
  /** Names of the departments above this one, outermost first. */
  readonly path: readonly string[]
  readonly toolCount: number
  /** Sum of the known yearly costs by currency, in minor units; absent when nothing is known. */
  readonly annualCost?: ReadonlyMap<string, number>
}

export interface ToolNode {
  readonly kind: 'tool'
  readonly id: ToolId
  readonly container: ContainerNode['id']
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
   * The point of each container that its pin remembers and that its tools' pins are relative to. Usually the top left
   * corner of its rectangle; when a card was dragged out to the left or above, the rectangle starts before it.
   */
  readonly origins: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  /** Nodes that had no remembered position, or could not keep it, and were placed now. */
  readonly placedNow: readonly string[]
  /** Smallest rectangle around everything; zero-sized when the graph is empty. */
  readonly bounds: Rect
}
