import type { RowChange } from './change'
import { rowAdded, rowChange, rowRemoved } from './edit-rows'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import { normaliseName } from './normalise'
import type { BusinessFunction, FunctionId } from './nouns'

/** The function that is called so, other than the one with this id. */
export function functionCalled(inventory: Inventory, name: string, except?: FunctionId): BusinessFunction | undefined {
  const key = normaliseName(name.trim())
  return [...inventory.functions.values()].find(({ id, name }) => id !== except && normaliseName(name) === key)
}

/** A new function. No rows when the name is blank or taken. */
export function addFunction(
  inventory: Inventory,
  name: string,
  ids: IdSource,
): { readonly id: FunctionId; readonly rows: readonly RowChange[] } {
  const id = ids('functions')
  const trimmed = name.trim()
  if (trimmed === '' || functionCalled(inventory, trimmed) !== undefined) return { id, rows: [] }
  return { id, rows: [rowAdded('functions', { id, name: trimmed })] }
}

/**
 * Gives a function another name. Where another one is called so already the two become one: its tools do the other
 * from now on, and it goes.
 */
export function renameFunction(inventory: Inventory, id: FunctionId, name: string): readonly RowChange[] {
  const before = inventory.functions.get(id)
  const wanted = name.trim()
  if (before === undefined || wanted === '') return []
  const other = functionCalled(inventory, wanted, id)
  if (other === undefined) return rowChange('functions', before, { ...before, name: wanted })
  const rows: RowChange[] = []
  for (const tool of inventory.tools.values()) {
    if (!tool.functions.includes(id)) continue
    const functions = [...new Set(tool.functions.map((each) => (each === id ? other.id : each)))]
    rows.push(...rowChange('tools', tool, { ...tool, functions }))
  }
  return [...rows, rowRemoved('functions', before)]
}

/** The rows that remove functions; tools don't do them any more. Unknown ids are passed over. */
export function removeFunctions(inventory: Inventory, ids: Iterable<FunctionId>): readonly RowChange[] {
  const gone = new Set<FunctionId>([...ids].filter((id) => inventory.functions.has(id)))
  if (gone.size === 0) return []
  const rows: RowChange[] = []
  for (const tool of inventory.tools.values()) {
    const functions = tool.functions.filter((each) => !gone.has(each))
    if (functions.length < tool.functions.length) rows.push(...rowChange('tools', tool, { ...tool, functions }))
  }
  for (const id of gone) rows.push(rowRemoved('functions', inventory.functions.get(id) as BusinessFunction))
  return rows
}
