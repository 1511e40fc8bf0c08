import type { IdSource } from '../inventory/ids'
import type { DataObjectId, DepartmentId, FunctionId, Tool, ToolId } from '../inventory/nouns'
import type { Directory } from './directories'
import type { ToolDraft } from './drafts'
import type { InventoryWriter } from './inventory-writer'
import type { Merged } from './merge-drafts'

/** What planning any kind of file works with. */
export interface PlanContext {
  readonly fileName: string
  readonly writer: InventoryWriter
  readonly ids: IdSource
  readonly departments: Directory<DepartmentId>
  readonly functions: Directory<FunctionId>
  readonly dataObjects: Directory<DataObjectId>
}

/** A tool of the list: what its rows say together, and the tool before and after. */
export interface PlannedTool {
  readonly merged: Merged<ToolDraft>
  readonly before: Tool | undefined
  readonly id: ToolId
}
