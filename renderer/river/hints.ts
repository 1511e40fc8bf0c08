import { departmentKey, nameKey } from '../../shared/import/normalise'
import type { Inventory } from '../../shared/inventory/inventory'
import { catalogueIndex } from './catalogue'
import type { PrepareHints } from './import-files'

/** What the names of an inventory and the catalogue say about columns. */
export function hintsOf(inventory: Inventory): PrepareHints {
  return {
    tools: new Set([...inventory.tools.values()].map(({ name }) => nameKey(name))),
    departments: new Set([...inventory.departments.values()].map(({ name }) => departmentKey(name))),
    isFunction: (word) => catalogueIndex().functionByWord(word) !== undefined,
    isProduct: (name) => catalogueIndex().productByName(name) !== undefined,
  }
}
