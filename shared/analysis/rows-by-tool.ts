import type { Inventory } from '../inventory/inventory'
import type { DataObjectId, Flow, ToolId, Usage } from '../inventory/nouns'

const usages = new WeakMap<Inventory['usages'], ReadonlyMap<ToolId, readonly Usage[]>>()
const flows = new WeakMap<Inventory['flows'], ReadonlyMap<ToolId, readonly Flow[]>>()
const masters = new WeakMap<Inventory['dataObjects'], ReadonlyMap<ToolId, readonly DataObjectId[]>>()

/** The usages of each tool. Looked through once per table: most Changes leave it the very object it was. */
export function usagesByTool(table: Inventory['usages']): ReadonlyMap<ToolId, readonly Usage[]> {
  return remembered(usages, table, (add) => {
    for (const usage of table.values()) add(usage.tool, usage)
  })
}

/** The flows that touch each tool, retired ones left out. Looked through once per table. */
export function flowsByTool(table: Inventory['flows']): ReadonlyMap<ToolId, readonly Flow[]> {
  return remembered(flows, table, (add) => {
    for (const flow of table.values()) {
      if (flow.status === 'retired') continue
      add(flow.source, flow)
      if (flow.target !== flow.source) add(flow.target, flow)
    }
  })
}

/** The data objects that each tool is the master of. Looked through once per table. */
export function masteredByTool(table: Inventory['dataObjects']): ReadonlyMap<ToolId, readonly DataObjectId[]> {
  return remembered(masters, table, (add) => {
    for (const { id, master } of table.values()) if (master !== undefined) add(master, id)
  })
}

function remembered<T extends object, V>(
  known: WeakMap<T, ReadonlyMap<ToolId, readonly V[]>>,
  table: T,
  fill: (add: (tool: ToolId, value: V) => void) => void,
): ReadonlyMap<ToolId, readonly V[]> {
  const there = known.get(table)
  if (there !== undefined) return there
  const lists = new Map<ToolId, V[]>()
  fill((tool, value) => {
    const list = lists.get(tool)
    if (list === undefined) lists.set(tool, [value])
    else list.push(value)
  })
  known.set(table, lists)
  return lists
}
