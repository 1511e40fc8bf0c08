import type { Inventory } from '../inventory/inventory'
import type { DataObjectId, DepartmentId, Flow, Level, Tool, ToolId } from '../inventory/nouns'
import type { BundleWeights } from './bundle-scale'
import { monthsBetween } from './months'
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
  readonly flows: Map<ToolId, readonly Flow[]>
  /** What the usages say of a tool's users, added up. */
  readonly usageUsers: Map<ToolId, number>
  /** Data objects that a tool masters, sends or is fed with by hand. */
  readonly data: Map<ToolId, ReadonlySet<DataObjectId>>
  /** How attached the department is that is most attached to a tool. */
  readonly attachment: Map<ToolId, Level>
  /** Tools that a usage says somebody uses. */
  readonly departmentsUsing: Set<ToolId>
}

export function bundleFacts(
  inventory: Inventory,
  today: string,
  weights: BundleWeights,
  verdicts: Verdicts = verdictsOf(inventory),
): BundleFacts {
  return { ...factsOf(inventory, undefined), inventory, today, weights, verdicts }
}

/** Brings the facts to a newer inventory in which only these tools, their usages, flows and data differ. */
export function updateFacts(
  facts: BundleFacts,
  inventory: Inventory,
  verdicts: Verdicts,
  touched: ReadonlySet<ToolId>,
): void {
  const fresh = factsOf(inventory, touched)
  facts.inventory = inventory
  facts.verdicts = verdicts
  for (const id of touched) {
    renew(facts.departments, fresh.departments, id)
    renew(facts.flows, fresh.flows, id)
    renew(facts.usageUsers, fresh.usageUsers, id)
    renew(facts.data, fresh.data, id)
    renew(facts.attachment, fresh.attachment, id)
    if (fresh.departmentsUsing.has(id)) facts.departmentsUsing.add(id)
    else facts.departmentsUsing.delete(id)
  }
}

function renew<V>(kept: Map<ToolId, V>, fresh: ReadonlyMap<ToolId, V>, id: ToolId): void {
  const value = fresh.get(id)
  if (value === undefined) kept.delete(id)
  else kept.set(id, value)
}

function factsOf(inventory: Inventory, only: ReadonlySet<ToolId> | undefined) {
  const flows = new Map<ToolId, Flow[]>()
  const addFlow = (end: ToolId, flow: Flow) => {
    if (only !== undefined && !only.has(end)) return
    const list = flows.get(end)
    if (list === undefined) flows.set(end, [flow])
    else list.push(flow)
  }
  for (const flow of inventory.flows.values()) {
    if (flow.status === 'retired') continue
    addFlow(flow.source, flow)
    if (flow.target !== flow.source) addFlow(flow.target, flow)
  }
  const usageUsers = new Map<ToolId, number>()
  const attachment = new Map<ToolId, Level>()
  const departmentsUsing = new Set<ToolId>()
  for (const { tool, users, attachment: level } of inventory.usages.values()) {
    if (only !== undefined && !only.has(tool)) continue
    departmentsUsing.add(tool)
    if (users !== undefined) usageUsers.set(tool, (usageUsers.get(tool) ?? 0) + users)
    if (level !== undefined && level > (attachment.get(tool) ?? 0)) attachment.set(tool, level)
  }
  const departments: Map<ToolId, ReadonlySet<DepartmentId>> = departmentsByTool(inventory, only)
  const data: Map<ToolId, ReadonlySet<DataObjectId>> = originsByTool(inventory, only)
  return { departments, flows, usageUsers, data, attachment, departmentsUsing }
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
  const isUsed = (usersOf(tool, facts) ?? 0) > 0 || facts.departmentsUsing.has(tool.id)
  return isUsed || facts.flows.has(tool.id)
}
