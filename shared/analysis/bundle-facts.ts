import type { Inventory } from '../inventory/inventory'
import type { DataObjectId, DepartmentId, Flow, Level, Tool, ToolId, Usage } from '../inventory/nouns'
import type { BundleWeights } from './bundle-scale'
import { monthsBetween } from './months'
import { flowsByTool, usagesByTool } from './rows-by-tool'
import { departmentsByTool, originsByTool } from './tool-traits'
import { type Verdicts, verdictsOf } from './verdicts'

/** What ranking looks up, worked out once per inventory and kept from one Change to the next (`updateFacts`). */
export interface BundleFacts {
  inventory: Inventory
  verdicts: Verdicts
  readonly today: string
  readonly weights: BundleWeights
  readonly departments: Map<ToolId, ReadonlySet<DepartmentId>>
  /** Flows that touch a tool, retired ones left out. */
  flows: ReadonlyMap<ToolId, readonly Flow[]>
  /** What the usages say of a tool's users, added up. */
  readonly usageUsers: Map<ToolId, number>
  /** Data objects that a tool masters, sends or is fed with by hand. */
  readonly data: Map<ToolId, ReadonlySet<DataObjectId>>
  /** How attached the department is that is most attached to a tool. */
  readonly attachment: Map<ToolId, Level>
  /** What is said about who uses a tool. */
  usages: ReadonlyMap<ToolId, readonly Usage[]>
}

export function bundleFacts(
  inventory: Inventory,
  today: string,
  weights: BundleWeights,
  verdicts: Verdicts = verdictsOf(inventory),
): BundleFacts {
  const ids = [...inventory.tools.keys()]
  return { ...factsOf(inventory, ids), ...tablesOf(inventory), today, weights, verdicts }
}

/** Brings the facts to a newer inventory in which only these tools, their usages, flows and data differ. */
export function updateFacts(
  facts: BundleFacts,
  inventory: Inventory,
  verdicts: Verdicts,
  touched: ReadonlySet<ToolId>,
): void {
  const fresh = factsOf(inventory, touched)
  Object.assign(facts, tablesOf(inventory))
  facts.verdicts = verdicts
  for (const id of touched) {
    renew(facts.departments, fresh.departments, id)
    renew(facts.usageUsers, fresh.usageUsers, id)
    renew(facts.data, fresh.data, id)
    renew(facts.attachment, fresh.attachment, id)
  }
}

function renew<V>(kept: Map<ToolId, V>, fresh: ReadonlyMap<ToolId, V>, id: ToolId): void {
  const value = fresh.get(id)
  if (value === undefined) kept.delete(id)
  else kept.set(id, value)
}

function factsOf(inventory: Inventory, only: Iterable<ToolId>) {
  const usageUsers = new Map<ToolId, number>()
  const attachment = new Map<ToolId, Level>()
  const usages = usagesByTool(inventory.usages)
  for (const id of only) {
    for (const { users, attachment: level } of usages.get(id) ?? []) {
      if (users !== undefined) usageUsers.set(id, (usageUsers.get(id) ?? 0) + users)
      if (level !== undefined && level > (attachment.get(id) ?? 0)) attachment.set(id, level)
    }
  }
  const departments: Map<ToolId, ReadonlySet<DepartmentId>> = departmentsByTool(inventory, only)
  const data: Map<ToolId, ReadonlySet<DataObjectId>> = originsByTool(inventory, only)
  return { departments, usageUsers, data, attachment }
}

/** What is looked up in tables that hold for all tools at once. */
function tablesOf(inventory: Inventory) {
  return { inventory, usages: usagesByTool(inventory.usages), flows: flowsByTool(inventory.flows) }
}

/** A tool's users: its own figure, otherwise the sum of what its usages say, otherwise unknown. */
export function usersOf(tool: Tool, facts: BundleFacts): number | undefined {
  return tool.users ?? facts.usageUsers.get(tool.id)
}

/**
 * Months until one could leave the tool: until its contract ends, but at least its notice period when that end lies
 * behind us (it was prolonged); the notice period alone when no end is known. Undefined when neither is.
 */
export function lockInOf(tool: Tool, today: string): number | undefined {
  const left = tool.contractEnd === undefined ? undefined : monthsBetween(today, tool.contractEnd)
  if (left === undefined) return tool.noticeMonths
  return left > 0 ? left : (tool.noticeMonths ?? 0)
}

/** Retired, and still somebody uses it or data still flow: a risk that ends with a platform. */
export function isLingering(tool: Tool, facts: BundleFacts): boolean {
  if (tool.status !== 'retired') return false
  const isUsed = (usersOf(tool, facts) ?? 0) > 0 || facts.usages.has(tool.id)
  return isUsed || facts.flows.has(tool.id)
}
