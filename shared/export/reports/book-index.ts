import type { Overlap } from '../../analysis/findings'
import { put } from '../../analysis/tool-traits'
import type { DepartmentId, Flow, Tool, ToolId, Usage } from '../../inventory/nouns'
import { orderOf, type ReportInput } from './report-input'

/** What the book looks up, worked out once: a book of 5,000 tools would otherwise search for hours. */
export interface BookIndex {
  /** Departments by name; each with the tools it owns, by name. */
  readonly chapters: readonly Chapter[]
  readonly flows: ReadonlyMap<ToolId, readonly Flow[]>
  readonly usages: ReadonlyMap<ToolId, readonly Usage[]>
  readonly usedBy: ReadonlyMap<DepartmentId, ReadonlySet<ToolId>>
  readonly overlaps: ReadonlyMap<ToolId, readonly Overlap[]>
  /** Keys of functions that are only proposed for a tool. */
  readonly proposed: ReadonlyMap<ToolId, readonly string[]>
}

/** One section of the book. Without a department: the tools that have no owner. */
export interface Chapter {
  /** `d1`, `d2` … in the order of the book: an id that no name can get into. */
  readonly anchor: string
  readonly department?: DepartmentId
  readonly name: string
  readonly tools: readonly Tool[]
}

/** Puts the inventory in the order of the book. A tool stands in exactly one chapter: that of the department it belongs to. */
export function bookIndex(input: ReportInput): BookIndex {
  const { inventory, findings, t } = input
  const order = orderOf(input)
  const owned = new Map<DepartmentId | undefined, Tool[]>()
  for (const tool of [...inventory.tools.values()].sort((a, b) => order(a.name, b.name) || order(a.id, b.id))) {
    const owner = tool.owner !== undefined && inventory.departments.has(tool.owner) ? tool.owner : undefined
    append(owned, owner, tool)
  }
  const departments = [...inventory.departments.values()].sort((a, b) => order(a.name, b.name) || order(a.id, b.id))
  const chapters: Chapter[] = departments.map(({ id, name }, at) => ({
    anchor: `d${at + 1}`,
    department: id,
    name,
    tools: owned.get(id) ?? [],
  }))
  const homeless = owned.get(undefined)
  if (homeless !== undefined) {
    chapters.push({ anchor: 'd0', name: t('reports:book.withoutDepartment'), tools: homeless })
  }
  const flows = new Map<ToolId, Flow[]>()
  for (const flow of inventory.flows.values()) {
    for (const end of new Set([flow.source, flow.target])) append(flows, end, flow)
  }
  const usages = new Map<ToolId, Usage[]>()
  const usedBy = new Map<DepartmentId, Set<ToolId>>()
  for (const usage of inventory.usages.values()) {
    append(usages, usage.tool, usage)
    put(usedBy, usage.department, usage.tool)
  }
  const overlaps = new Map<ToolId, Overlap[]>()
  for (const overlap of findings.overlaps) for (const tool of overlap.tools) append(overlaps, tool, overlap)
  const proposed = new Map<ToolId, string[]>()
  for (const { tool, functionKey, state } of findings.assigned.assignments) {
    if (state === 'proposed') append(proposed, tool, functionKey)
  }
  return { chapters, flows, usages, usedBy, overlaps, proposed }
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
