import type {
  AiKind,
  DataClass,
  FlowMethod,
  Frequency,
  Hosting,
  Level,
  Money,
  ToolStatus,
  YesNoUnknown,
} from '../inventory/nouns'
import type { FieldId } from './fields'
import type { IdentityMode } from './mapping'

/** What every draft has. `columns` names the header each field came from (the same object for all drafts of a file). */
interface DraftBase {
  /** Row number as a spreadsheet program shows it. */
  readonly row: number
  readonly columns?: Readonly<Partial<Record<FieldId, string>>>
  /** Unmapped columns and cells that could not be understood: header → text. */
  readonly extra?: Readonly<Record<string, string>>
  /** Fields whose cell is empty in a file whose empty cells mean "nothing": what is stored there goes. */
  readonly clears?: readonly FieldId[]
}

/** A tool that exchanges data with the one whose row names it. */
export interface InterfaceMention {
  readonly name: string
  readonly method?: FlowMethod
}

/** One row of a list of tools, understood. An absent field says nothing; names are not looked up yet. */
export interface ToolDraft extends DraftBase {
  readonly kind: 'tools'
  readonly name: string
  /** What decides which tool the row is about, where the mapping says so: see `identityOf`. The same for all rows. */
  readonly identity?: IdentityMode
  readonly externalId?: string
  readonly partOf?: string
  readonly vendor?: string
  readonly description?: string
  readonly functions?: readonly string[]
  /** Department names; the first owns the tool, the others use it. */
  readonly owner?: readonly string[]
  readonly usedBy?: readonly string[]
  readonly businessOwner?: string
  readonly technicalOwner?: string
  readonly status?: ToolStatus
  readonly hosting?: Hosting
  readonly users?: number
  readonly annualCost?: Money
  readonly contractEnd?: string
  readonly noticeMonths?: number
  readonly plannedFrom?: string
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
  readonly interfaces?: readonly InterfaceMention[]
  /** The list says itself that the tool is known only because something named it. */
  readonly mentionedOnly?: true
}

export interface DepartmentDraft extends DraftBase {
  readonly kind: 'departments'
  readonly name: string
  readonly externalId?: string
  /** Name (or external id) of the department above. */
  readonly parent?: string
  readonly headcount?: number
}

/** One end of a flow as the list names it: the tool's name or external id, and the system it is a part of. */
export interface FlowEnd {
  readonly name: string
  readonly partOf?: string
}

/** One row of a list of flows. A row that names more than two tools has several targets. */
export interface FlowDraft extends DraftBase {
  readonly kind: 'flows'
  readonly source: FlowEnd
  readonly targets: readonly FlowEnd[]
  readonly externalId?: string
  readonly name?: string
  readonly dataObjects?: readonly string[]
  readonly method?: FlowMethod
  readonly bothWays?: boolean
  /** The list says itself that nobody knows which of the two sends. */
  readonly directionKnown?: false
  readonly frequency?: Frequency
  readonly hoursPerMonth?: number
  readonly status?: ToolStatus
  readonly notes?: string
}

/** One row of a list of who uses what. A row that names several departments says the same of each. */
export interface UsageDraft extends DraftBase {
  readonly kind: 'usages'
  /** The tool's name or external id, and the system it is a part of. */
  readonly tool: FlowEnd
  readonly departments: readonly string[]
  readonly users?: number
  readonly attachment?: Level
  readonly concern?: string
}

/** One row of a list of data objects. */
export interface DataObjectDraft extends DraftBase {
  readonly kind: 'dataObjects'
  readonly name: string
  readonly master?: FlowEnd
}

/** One row of a list of functions. */
export interface FunctionDraft extends DraftBase {
  readonly kind: 'functions'
  readonly name: string
  /** The catalogue's id or word for it, or the list's own word. */
  readonly domain?: string
  readonly catalogueId?: string
}

export type DraftRow = ToolDraft | DepartmentDraft | FlowDraft | UsageDraft | DataObjectDraft | FunctionDraft
