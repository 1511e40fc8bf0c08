import { coreVendor, identityName } from '../inventory/core-name'
import type { Inventory } from '../inventory/inventory'
import { normaliseName } from '../inventory/normalise'
import type { DataObjectId, DepartmentId, Tool, ToolId } from '../inventory/nouns'
import type { Assigned } from './findings'

/** What the comparison looks at, worked out once per tool. */
export interface Traits {
  readonly tool: Tool
  /** Keys of its functions, and whether each is accepted. */
  readonly functions: ReadonlyMap<string, boolean>
  readonly departments: ReadonlySet<DepartmentId>
  readonly data: ReadonlySet<DataObjectId>
  readonly vendor: string
  /** Name without edition, brackets and version, together with the system it is a part of. */
  readonly identity: string
  readonly nameWords: ReadonlySet<string>
  readonly descriptionWords: ReadonlySet<string>
  /** Recognised product together with the system the tool is a part of; empty when not recognised. */
  readonly product: string
}

const SHORTEST_WORD = 4
const NOTHING: ReadonlySet<never> = new Set()
const NO_FUNCTIONS: ReadonlyMap<string, boolean> = new Map()

/**
 * The traits of every tool that isn't retired, sorted by id. Departments are the owner and those of the usages; data
 * are the data objects that the tool masters or that flow from or to it.
 */
export function traitsOf(
  inventory: Inventory,
  assigned: Assigned,
  products: ReadonlyMap<ToolId, string>,
): readonly Traits[] {
  const functions = new Map<ToolId, Map<string, boolean>>()
  for (const { tool, functionKey, state } of assigned.assignments) {
    const own = functions.get(tool)
    if (own === undefined) functions.set(tool, new Map([[functionKey, state === 'accepted']]))
    else own.set(functionKey, state === 'accepted')
  }
  const departments = departmentsByTool(inventory)
  const data = new Map<ToolId, Set<DataObjectId>>()
  for (const { id, master } of inventory.dataObjects.values()) if (master !== undefined) put(data, master, id)
  for (const { source, target, dataObjects } of inventory.flows.values()) {
    for (const id of dataObjects) {
      put(data, source, id)
      put(data, target, id)
    }
  }
  const tools = [...inventory.tools.values()].filter(({ status }) => status !== 'retired')
  tools.sort((a, b) => (a.id < b.id ? -1 : 1))
  return tools.map((tool) => {
    const system = tool.partOf === undefined ? '' : normaliseName(tool.partOf)
    const core = identityName(tool.name)
    const product = products.get(tool.id)
    return {
      tool,
      functions: functions.get(tool.id) ?? NO_FUNCTIONS,
      departments: departments.get(tool.id) ?? NOTHING,
      data: data.get(tool.id) ?? NOTHING,
      vendor: tool.vendor === undefined ? '' : coreVendor(tool.vendor),
      identity: `${core.replaceAll(' ', '')}\n${system}`,
      nameWords: new Set(core.split(' ')),
      descriptionWords: wordsOf(tool.description),
      product: product === undefined ? '' : `${product}\n${system}`,
    }
  })
}

/** The departments that own or use each tool. */
export function departmentsByTool(inventory: Inventory): ReadonlyMap<ToolId, Set<DepartmentId>> {
  const departments = new Map<ToolId, Set<DepartmentId>>()
  for (const { id, owner } of inventory.tools.values()) if (owner !== undefined) put(departments, id, owner)
  for (const { tool, department } of inventory.usages.values()) put(departments, tool, department)
  return departments
}

function wordsOf(text: string | undefined): ReadonlySet<string> {
  if (text === undefined) return NOTHING
  return new Set(
    normaliseName(text)
      .split(' ')
      .filter((word) => word.length >= SHORTEST_WORD),
  )
}

/** Adds to the set at a key, making it when it isn't there. */
export function put<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([value]))
  else set.add(value)
}
