import type { IdSource } from '../inventory/ids'
import type { Inventory } from '../inventory/inventory'
import type { CatalogueIndexLike, ImportInput, ImportPlan } from './import-plan'

/** STUB, being written. */
export function planImport(
  _inventory: Inventory,
  _input: ImportInput,
  _ids: IdSource,
  _catalogue?: CatalogueIndexLike,
): ImportPlan {
  throw new Error('not written yet')
}
