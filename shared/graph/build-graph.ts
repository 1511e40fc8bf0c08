import type { Inventory } from '../inventory/inventory'
import type { Department, DepartmentId, Tool, ToolId } from '../inventory/nouns'
import { buildEdges } from './build-edges'
import { byCodeUnits } from './code-units'
import type { ContainerNode, Graph, ToolNode } from './graph'
import { NO_DEPARTMENT } from './graph'

/** What the graph shows of the tools and other rooms know. */
export interface GraphExtras {
  /** With how many other tools each tool overlaps; absent is none. */
  readonly overlaps: ReadonlyMap<ToolId, number>
  /** Names of each tool's functions, accepted ones first. */
  readonly functionNames: ReadonlyMap<ToolId, readonly string[]>
  /** Domain of each tool's first function. */
  readonly domains: ReadonlyMap<ToolId, string>
}

/**
 * The map's nodes and edges. Containers by name (those without tools are left out, the one for tools without a
 * department comes last), tools by container and name, parallel flows of one method merged. Independent of any locale.
 * Throws when a tool's owner or a flow's end does not exist: the inventory promises that they do.
 */
export function buildGraph(inventory: Inventory, extras: GraphExtras): Graph {
  const owned = new Map<ContainerNode['id'], Tool[]>()
  for (const tool of inventory.tools.values()) {
    const id = tool.owner ?? NO_DEPARTMENT
    const group = owned.get(id)
    if (group === undefined) owned.set(id, [tool])
    else group.push(tool)
  }
  const containers = [...owned].map(([id, tools]) => container(inventory.departments, id, tools)).sort(byContainer)
  const tools = containers.flatMap((node) =>
    (owned.get(node.id) ?? [])
      .sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id))
      .map((tool) => toolNode(tool, node.id, extras)),
  )
  return { containers, tools, edges: buildEdges(inventory) }
}

function byContainer(a: ContainerNode, b: ContainerNode): number {
  const last = Number(a.id === NO_DEPARTMENT) - Number(b.id === NO_DEPARTMENT)
  return last || byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id)
}

function container(
  departments: ReadonlyMap<DepartmentId, Department>,
  id: ContainerNode['id'],
  tools: readonly Tool[],
): ContainerNode {
  const cost = new Map<string, number>()
  for (const { annualCost } of tools) {
    if (annualCost !== undefined) cost.set(annualCost.currency, (cost.get(annualCost.currency) ?? 0) + annualCost.minor)
  }
  const common = {
    kind: 'department',
    id,
    toolCount: tools.length,
    ...(cost.size > 0 ? { annualCost: cost } : {}),
  } as const
  if (id === NO_DEPARTMENT) return { ...common, name: '', path: [] }
  const department = departments.get(id)
  if (department === undefined) throw new Error(`A tool's department does not exist: ${id}`)
  return { ...common, name: department.name, path: pathOf(departments, department) }
}

/** Names of the departments above, outermost first. A loop in the data ends the path. */
function pathOf(departments: ReadonlyMap<DepartmentId, Department>, department: Department): readonly string[] {
  const path: string[] = []
  const seen = new Set<DepartmentId>([department.id])
  for (let id = department.parent; id !== undefined && !seen.has(id); ) {
    seen.add(id)
    const above = departments.get(id)
    if (above === undefined) break
    path.unshift(above.name)
    id = above.parent
  }
  return path
}

function toolNode(tool: Tool, container: ContainerNode['id'], extras: GraphExtras): ToolNode {
  const { id, name, partOf, users, status, ai } = tool
  const domain = extras.domains.get(id)
  return {
    kind: 'tool',
    id,
    container,
    name,
    ...(partOf === undefined ? {} : { partOf }),
    functions: extras.functionNames.get(id) ?? [],
    ...(domain === undefined ? {} : { domain }),
    ...(users === undefined ? {} : { users }),
    ...(status === undefined ? {} : { status }),
    mentionedOnly: tool.mentionedOnly === true,
    ...(ai === undefined ? {} : { ai }),
    withoutOwner: tool.owner === undefined && !tool.businessOwner && !tool.technicalOwner,
    overlaps: extras.overlaps.get(id) ?? 0,
  }
}
