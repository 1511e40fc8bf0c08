import type { Inventory } from '../inventory/inventory'
import type { DepartmentId, Flow, Tool, ToolId } from '../inventory/nouns'
import type { BundleWeights } from './bundle-scale'
import { monthsBetween } from './months'
import { departmentsByTool } from './tool-traits'
import { type Verdicts, verdictsOf } from './verdicts'

/** What ranking looks up, worked out once per inventory. */
export interface BundleFacts {
  readonly inventory: Inventory
  readonly today: string
  readonly weights: BundleWeights
  readonly verdicts: Verdicts
  readonly departments: ReadonlyMap<ToolId, ReadonlySet<DepartmentId>>
  /** Flows that touch a tool, retired ones left out. */
  readonly flows: ReadonlyMap<ToolId, readonly Flow[]>
  /** Where every tool, department and flow stands in the order of names (flows: ids). Numbers sort faster than names. */
  readonly place: ReadonlyMap<string, number>
  /** What the usages say of a tool's users, added up. */
  readonly usageUsers: ReadonlyMap<ToolId, number>
}

export function bundleFacts(inventory: Inventory, today: string, weights: BundleWeights): BundleFacts {
  const flows = new Map<ToolId, Flow[]>()
  for (const flow of inventory.flows.values()) {
    if (flow.status === 'retired') continue
    for (const end of new Set([flow.source, flow.target])) {
      const list = flows.get(end)
      if (list === undefined) flows.set(end, [flow])
      else list.push(flow)
    }
  }
  const usageUsers = new Map<ToolId, number>()
  for (const { tool, users } of inventory.usages.values()) {
    if (users !== undefined) usageUsers.set(tool, (usageUsers.get(tool) ?? 0) + users)
  }
  const departments = departmentsByTool(inventory)
  const place = new Map<string, number>()
  for (const id of idsByName(inventory.tools)) place.set(id, place.size)
  for (const id of idsByName(inventory.departments)) place.set(id, place.size)
  for (const id of [...inventory.flows.keys()].sort()) place.set(id, place.size)
  return { inventory, today, weights, verdicts: verdictsOf(inventory), departments, flows, place, usageUsers }
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

function idsByName<I extends string>(rows: ReadonlyMap<I, { readonly id: I; readonly name: string }>): readonly I[] {
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...rows.values()].sort((a, b) => before(a.name, b.name) || before(a.id, b.id)).map(({ id }) => id)
}
