import type { IdSource } from '../inventory/ids'
import type { DataObjectId, DepartmentId, FunctionId, Tool, ToolId } from '../inventory/nouns'
import type { Directory } from './directories'
import type { ToolDraft } from './drafts'
import type { ImportOptions } from './import-plan'
import type { InventoryWriter } from './inventory-writer'
import type { DepartmentFolds } from './match-aliases'
import type { Redirect } from './match-rows'
import type { Merged } from './merge-drafts'
import type { KeptValues } from './plan-hand'

/** What planning any kind of file works with. */
export interface PlanContext {
  readonly fileName: string
  readonly writer: InventoryWriter
  readonly ids: IdSource
  readonly options: ImportOptions
  readonly departments: Directory<DepartmentId>
  readonly functions: Directory<FunctionId>
  readonly dataObjects: Directory<DataObjectId>
  readonly folds: DepartmentFolds
  /** What a tool's spelling that nobody has stands for. */
  readonly toolRedirect: Redirect
  /** The names that lead to a tool by an accepted merge, by their key; the file's own writing. */
  readonly mergedTools: Map<string, { readonly name: string; readonly row?: number; readonly into: ToolId }>
  /** Told the share of the rows that are planned, 0–1. */
  readonly onProgress?: (share: number) => void
}

/** Work on this many rows is told of at once. */
export const PROGRESS_ROWS = 1_000

/** A tool of the list: what its rows say together, and the tool before and after. */
export interface PlannedTool {
  readonly merged: Merged<ToolDraft>
  readonly before: Tool | undefined
  readonly id: ToolId
  readonly kept: KeptValues
}
