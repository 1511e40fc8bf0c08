import type { RowChange } from './change'
import { patched, rowAdded, rowChange, rowRemoved, rowSetByHand } from './edit-rows'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import { normaliseName } from './normalise'
import type { DataObject, DataObjectId, ToolId } from './nouns'

/** Data objects by their names: the flow's own first, then any that is called so, else a new one. Each once. */
export function namedDataObjects(
  inventory: Inventory,
  own: readonly DataObjectId[],
  names: readonly string[],
  ids: IdSource,
): { readonly ids: readonly DataObjectId[]; readonly made: readonly RowChange[] } {
  const byName = new Map<string, DataObjectId>()
  const know = ({ id, name }: DataObject) => {
    const key = normaliseName(name)
    if (!byName.has(key)) byName.set(key, id)
  }
  for (const id of own) {
    const object = inventory.dataObjects.get(id)
    if (object !== undefined) know(object)
  }
  for (const object of inventory.dataObjects.values()) know(object)
  const made: RowChange[] = []
  const found = new Set<DataObjectId>()
  for (const each of names) {
    const name = each.trim()
    if (name === '') continue
    let id = byName.get(normaliseName(name))
    if (id === undefined) {
      id = ids('dataObjects')
      made.push(rowAdded('dataObjects', { id, name }))
      know({ id, name })
    }
    found.add(id)
  }
  return { ids: [...found], made }
}

/** A new data object. No rows when the name is blank or taken. */
export function addDataObject(
  inventory: Inventory,
  name: string,
  ids: IdSource,
): { readonly id: DataObjectId; readonly rows: readonly RowChange[] } {
  const { ids: found, made } = namedDataObjects(inventory, [], [name], ids)
  return { id: found[0] ?? ('' as DataObjectId), rows: made }
}

/**
 * Gives a data object another name. Where another one is called so already the two become one: flows carry the other
 * from now on, which takes over the master if it has none.
 */
export function renameDataObject(inventory: Inventory, id: DataObjectId, name: string): readonly RowChange[] {
  const before = inventory.dataObjects.get(id)
  const wanted = name.trim()
  if (before === undefined || wanted === '') return []
  const key = normaliseName(wanted)
  const other = [...inventory.dataObjects.values()].find((each) => each.id !== id && normaliseName(each.name) === key)
  if (other === undefined) return rowChange('dataObjects', before, { ...before, name: wanted })
  const rows: RowChange[] = []
  for (const flow of inventory.flows.values()) {
    if (!flow.dataObjects.includes(id)) continue
    const dataObjects = [...new Set(flow.dataObjects.map((each) => (each === id ? other.id : each)))]
    rows.push(...rowChange('flows', flow, { ...flow, dataObjects }))
  }
  if (other.master === undefined && before.master !== undefined) {
    rows.push(...rowChange('dataObjects', other, { ...other, master: before.master }))
  }
  return [...rows, rowRemoved('dataObjects', before)]
}

/** Says which tool holds the truth about a data object, or that nobody knows. */
export function setMaster(inventory: Inventory, id: DataObjectId, master: ToolId | undefined): readonly RowChange[] {
  const before = inventory.dataObjects.get(id)
  if (before === undefined || (master !== undefined && !inventory.tools.has(master))) return []
  return rowSetByHand('dataObjects', before, patched(before, { master }))
}

/** The rows that remove data objects; flows carry on without them. */
export function removeDataObjects(inventory: Inventory, ids: Iterable<DataObjectId>): readonly RowChange[] {
  const gone = new Set<DataObjectId>([...ids].filter((id) => inventory.dataObjects.has(id)))
  if (gone.size === 0) return []
  const rows: RowChange[] = []
  for (const flow of inventory.flows.values()) {
    const dataObjects = flow.dataObjects.filter((each) => !gone.has(each))
    if (dataObjects.length < flow.dataObjects.length) rows.push(...rowChange('flows', flow, { ...flow, dataObjects }))
  }
  for (const id of gone) rows.push(rowRemoved('dataObjects', inventory.dataObjects.get(id) as DataObject))
  return rows
}
