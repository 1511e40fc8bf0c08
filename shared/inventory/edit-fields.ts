import type { AiKind, DataClass, Hosting, Level, Money, ToolId, ToolStatus, YesNoUnknown } from './nouns'

/** A function by its name; the catalogue's id and domain are taken over only when the function is new. */
export interface FunctionName {
  readonly name: string
  readonly catalogueId?: string
  readonly domain?: string
}

/** What a person can set in a tool's row, by name where the tool holds ids. `undefined`: unknown. */
export interface ToolEdits {
  readonly name: string
  readonly partOf: string | undefined
  readonly externalId: string | undefined
  readonly vendor: string | undefined
  readonly description: string | undefined
  readonly functions: readonly FunctionName[]
  /** A department's name. */
  readonly owner: string | undefined
  readonly businessOwner: string | undefined
  readonly technicalOwner: string | undefined
  readonly status: ToolStatus | undefined
  readonly hosting: Hosting | undefined
  readonly users: number | undefined
  readonly annualCost: Money | undefined
  /** ISO date. */
  readonly contractEnd: string | undefined
  readonly noticeMonths: number | undefined
  /** ISO dates: from when on it is in use, and from when on no longer. */
  readonly plannedFrom: string | undefined
  readonly retiredFrom: string | undefined
  readonly criticality: Level | undefined
  readonly functionalFit: Level | undefined
  readonly technicalFit: Level | undefined
  readonly dataClass: DataClass | undefined
  readonly personalData: YesNoUnknown | undefined
  readonly ai: AiKind | undefined
  readonly tags: readonly string[]
  readonly url: string | undefined
  readonly notes: string | undefined
}

export type EditableField = keyof ToolEdits

/** One field of one tool, and what it shall be. */
export type FieldEdit = {
  readonly [F in EditableField]: { readonly tool: ToolId; readonly field: F; readonly value: ToolEdits[F] }
}[EditableField]

/** One extra column of one tool, by its header; blank takes it away. */
export interface ExtraEdit {
  readonly tool: ToolId
  readonly extra: string
  readonly value: string | undefined
}

export type CellEdit = FieldEdit | ExtraEdit
