/**
 * The nouns of the product. A `?` means "may be unknown"; unknown is never counted as zero.
 * Ids are opaque strings made by `ids.ts`; names are what people typed, trimmed and otherwise as they are.
 */

export type DepartmentId = string & { readonly __id: 'department' }
export type FunctionId = string & { readonly __id: 'function' }
export type ToolId = string & { readonly __id: 'tool' }
export type UsageId = string & { readonly __id: 'usage' }
export type DataObjectId = string & { readonly __id: 'dataObject' }
export type FlowId = string & { readonly __id: 'flow' }
export type VerdictId = string & { readonly __id: 'verdict' }
export type PinId = string & { readonly __id: 'pin' }

/** Where a record came from: the file's bare name and the row as a spreadsheet program numbers it (header = 1). */
export interface Origin {
  readonly file: string
  readonly row: number
}

export interface Department {
  readonly id: DepartmentId
  readonly name: string
  readonly parent?: DepartmentId
  readonly headcount?: number
  /** Other spellings that mean it, remembered from merging: lists that use them find this department. */
  readonly aliases?: readonly string[]
  /** Names of fields that a person has set by hand; an import leaves them alone unless the user says otherwise. */
  readonly hand?: readonly string[]
  /** The id the source list gave it, kept for export and matching. */
  readonly externalId?: string
  /** Unmapped columns, kept verbatim: header → text. */
  readonly extra?: Readonly<Record<string, string>>
  readonly origin?: Origin
}

/** A job that software does (payroll, team chat, ticketing). */
export interface BusinessFunction {
  readonly id: FunctionId
  readonly name: string
  /** Id of the catalogue's function that this one is, when known. Decides the domain and its colour. */
  readonly catalogueId?: string
  readonly domain?: string
  /** Unmapped columns, kept verbatim: header → text. */
  readonly extra?: Readonly<Record<string, string>>
}

export const TOOL_STATUSES = ['planned', 'active', 'phasing-out', 'retired'] as const
export type ToolStatus = (typeof TOOL_STATUSES)[number]

export const HOSTINGS = ['cloud', 'on-premises', 'hybrid', 'desktop'] as const
export type Hosting = (typeof HOSTINGS)[number]

export const AI_KINDS = ['none', 'embedded', 'dedicated', 'unknown'] as const
export type AiKind = (typeof AI_KINDS)[number]

export const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const
export type YesNoUnknown = (typeof YES_NO_UNKNOWN)[number]

export const DATA_CLASSES = ['public', 'internal', 'confidential', 'strictly-confidential'] as const
export type DataClass = (typeof DATA_CLASSES)[number]

/** 1 = lowest, 4 = highest. */
export type Level = 1 | 2 | 3 | 4

/** Money in integer minor units (cents) with its ISO 4217 currency. */
export interface Money {
  readonly minor: number
  readonly currency: string
}

export interface Tool {
  readonly id: ToolId
  readonly name: string
  /** Name of the system this tool is a part of. Two tools may share a name when they are parts of different systems. */
  readonly partOf?: string
  /** Other spellings that mean it ("MS Teams"), remembered from merging; a part of a system as "API (NOMIS)". */
  readonly aliases?: readonly string[]
  /** Names of fields that a person has set by hand; an import leaves them alone unless the user says otherwise. */
  readonly hand?: readonly string[]
  /** The id the source list gave it, kept for export and matching. */
  readonly externalId?: string
  readonly vendor?: string
  readonly description?: string
  readonly functions: readonly FunctionId[]
  readonly owner?: DepartmentId
  readonly businessOwner?: string
  readonly technicalOwner?: string
  readonly status?: ToolStatus
  readonly hosting?: Hosting
  readonly users?: number
  readonly annualCost?: Money
  /** ISO date, YYYY-MM-DD. */
  readonly contractEnd?: string
  readonly noticeMonths?: number
  /** ISO date of its first day in use: planned for a planned tool, remembered for any other. */
  readonly plannedFrom?: string
  /** ISO date of the first day on which it is no longer in use. */
  readonly retiredFrom?: string
  readonly criticality?: Level
  readonly functionalFit?: Level
  readonly technicalFit?: Level
  readonly dataClass?: DataClass
  readonly personalData?: YesNoUnknown
  readonly ai?: AiKind
  readonly tags?: readonly string[]
  readonly url?: string
  readonly notes?: string
  /** True while the tool is known only because a flow or a cell named it. */
  readonly mentionedOnly?: boolean
  /** Unmapped columns, kept verbatim: header → text. Also cells of mapped columns that could not be understood. */
  readonly extra?: Readonly<Record<string, string>>
  readonly origin?: Origin
}

/** A department uses a tool. The owner's own use is implied and needs no row. */
export interface Usage {
  readonly id: UsageId
  readonly tool: ToolId
  readonly department: DepartmentId
  readonly users?: number
  /** How much the department clings to it. */
  readonly attachment?: Level
  /** What it fears to lose, in its own words. */
  readonly concern?: string
  /** Names of fields that a person has set by hand; an import leaves them alone unless the user says otherwise. */
  readonly hand?: readonly string[]
  /** Unmapped columns, kept verbatim: header → text. */
  readonly extra?: Readonly<Record<string, string>>
}

export interface DataObject {
  readonly id: DataObjectId
  readonly name: string
  readonly master?: ToolId
  /** Names of fields that a person has set by hand; an import leaves them alone unless the user says otherwise. */
  readonly hand?: readonly string[]
  /** Unmapped columns, kept verbatim: header → text. */
  readonly extra?: Readonly<Record<string, string>>
}

export const FLOW_METHODS = ['api', 'middleware', 'database', 'file', 'e-mail', 'by-hand', 'unknown'] as const
export type FlowMethod = (typeof FLOW_METHODS)[number]

export const FREQUENCIES = ['real-time', 'hourly', 'daily', 'weekly', 'monthly', 'yearly', 'on-demand'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export interface Flow {
  readonly id: FlowId
  readonly source: ToolId
  readonly target: ToolId
  /** What the source list called the flow or said of it. */
  readonly name?: string
  /** The id the source list gave it, kept for export and matching. */
  readonly externalId?: string
  readonly dataObjects: readonly DataObjectId[]
  readonly method: FlowMethod
  readonly bothWays?: boolean
  /**
   * `false`: a cell named the other tool without saying who sends; `source` and `target` are only the order of writing
   * until a list of flows says more. Absent: known.
   */
  readonly directionKnown?: false
  /** Names of fields that a person has set by hand; an import leaves them alone unless the user says otherwise. */
  readonly hand?: readonly string[]
  readonly frequency?: Frequency
  readonly hoursPerMonth?: number
  readonly status?: ToolStatus
  readonly notes?: string
  readonly extra?: Readonly<Record<string, string>>
  readonly origin?: Origin
}

export const JUDGEMENTS = ['redundant', 'justified', 'not-the-same'] as const
export type Judgement = (typeof JUDGEMENTS)[number]

/** What a person decided about a pair or group of tools. Survives every re-import. */
export interface Verdict {
  readonly id: VerdictId
  readonly tools: readonly ToolId[]
  readonly judgement: Judgement
  readonly reason?: string
  /** ISO date. */
  readonly date: string
}

/**
 * A remembered position on the map, whole pixels. Its id says of what: `pinIdOf(node, container?)`. An outermost
 * container is placed absolutely; a tool, or a container within another one, relative to what it lies in, so that it
 * remembers its place in each container it has ever been in, and comes back to it after an undo. Every arrangement of
 * the map has containers of its own, so none disturbs another one's positions.
 */
export interface Pin {
  readonly id: PinId
  readonly x: number
  readonly y: number
}

/** The id of the pin of a node: of an outermost container by itself, of anything else within what it is drawn in. */
export function pinIdOf(node: string, container?: string): PinId {
  return (container === undefined ? node : `${node}@${container}`) as PinId
}
