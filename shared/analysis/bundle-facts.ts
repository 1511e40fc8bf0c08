import { byCodeUnits } from '../inventory/code-units'
import type { Inventory } from '../inventory/inventory'
import type { DataObjectId, DepartmentId, Flow, Level, Tool, ToolId } from '../inventory/nouns'
import type { BundleWeights } from './bundle-scale'
import { monthsBetween } from './months'
import { departmentsByTool, originsByTool } from './tool-traits'
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
  /** Data objects that a tool masters, sends or is fed with by hand. */
  readonly data: ReadonlyMap<ToolId, ReadonlySet<DataObjectId>>
  /** How attached the department is that is most attached to a tool. */
  readonly attachment: ReadonlyMap<ToolId, Level>
  /** Tools that a usage says somebody uses. */
  readonly departmentsUsing: ReadonlySet<ToolId>
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
  const attachment = new Map<ToolId, Level>()
  for (const { tool, users, attachment: level } of inventory.usages.values()) {
    if (users !== undefined) usageUsers.set(tool, (usageUsers.get(tool) ?? 0) + users)
    if (level !== undefined && level > (attachment.get(tool) ?? 0)) attachment.set(tool, level)
  }
  const departments = departmentsByTool(inventory)
  const place = new Map<string, number>()
  for (const id of idsByName(inventory.tools)) place.set(id, place.size)
  for (const id of idsByName(inventory.departments)) place.set(id, place.size)
  for (const id of [...inventory.flows.keys()].sort()) place.set(id, place.size)
  const data = originsByTool(inventory)
  const departmentsUsing = new Set(Array.from(inventory.usages.values(), ({ tool }) => tool))
  const verdicts = verdictsOf(inventory)
  return {
    inventory,
    today,
    weights,
    verdicts,
    departments,
    flows,
    place,
    usageUsers,
    data,
    attachment,
    departmentsUsing,
  }
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

function idsByName<I extends string>(rows: ReadonlyMap<I, { readonly id: I; readonly name: string }>): readonly I[] {
  return [...rows.values()].sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id)).map(({ id }) => id)
}
