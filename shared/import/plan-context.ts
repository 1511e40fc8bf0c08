import type { IdSource } from '../inventory/ids'
import type { DataObjectId, DepartmentId, FunctionId } from '../inventory/nouns'
import type { Directory } from './directories'
import type { InventoryWriter } from './inventory-writer'

/** What planning any kind of file works with. */
export interface PlanContext {
  readonly fileName: string
  readonly writer: InventoryWriter
  readonly ids: IdSource
  readonly departments: Directory<DepartmentId>
  readonly functions: Directory<FunctionId>
  readonly dataObjects: Directory<DataObjectId>
}
