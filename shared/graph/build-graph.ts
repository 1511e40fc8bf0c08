import { byCodeUnits } from '../inventory/code-units'
import type { Inventory } from '../inventory/inventory'
import type { Arrangement } from '../inventory/map-look'
import type { DepartmentId, Tool, ToolId } from '../inventory/nouns'
import { buildEdges } from './build-edges'
import type { ContainerNode, Graph, ToolNode, UsedBy } from './graph'
import { type Group, groupTools, type ToolJob } from './group-tools'

/** What the graph shows of the tools and other rooms know. */
export interface GraphExtras {
  /** With how many other tools each tool overlaps; absent is none. */
  readonly overlaps: ReadonlyMap<ToolId, number>
  /** Names of each tool's functions, accepted ones first. */
  readonly functionNames: ReadonlyMap<ToolId, readonly string[]>
  /** Domain of each tool's first function. */
  readonly domains: ReadonlyMap<ToolId, string>
  /** Each tool's first function: what the arrangement by function goes by. */
  readonly jobs?: ReadonlyMap<ToolId, ToolJob>
}

const BY_DEPARTMENT: Arrangement = { by: 'department' }
const NOBODY: readonly UsedBy[] = []

/**
 * The map's nodes and edges in an arrangement. Containers lie in each other as departments do, or functions in their
 * domains; siblings by name, those for what is not known last, those without tools left out. Tools by container and
 * name, parallel flows merged. Around one tool there are only its neighbours and the edges among them.
 * Independent of any locale. Throws when a tool's owner or a flow's end does not exist: the inventory promises that
 * they do.
 */
export function buildGraph(inventory: Inventory, extras: GraphExtras, arrangement = BY_DEPARTMENT): Graph {
  const all = buildEdges(inventory)
  const usedBy = usersOf(inventory)
  const groups = groupTools({ inventory, edges: all, usedBy, jobs: extras.jobs ?? new Map() }, arrangement)
  const tools = groups.flatMap((group) => group.tools.map((tool) => toolNode(tool, group.id, extras, usedBy)))
  const held = new Set(tools.length === inventory.tools.size ? [] : tools.map(({ id }) => id))
  const edges = held.size === 0 ? all : all.filter(({ source, target }) => held.has(source) && held.has(target))
  return { containers: containersOf(groups), tools, edges: tools.length === 0 ? [] : edges }
}

/** The departments other than its owner that use each tool, each once, by name. */
function usersOf({ usages, departments, tools }: Inventory): ReadonlyMap<ToolId, readonly UsedBy[]> {
  const users = new Map<ToolId, Map<DepartmentId, UsedBy>>()
  for (const { tool, department: id } of usages.values()) {
    const name = departments.get(id)?.name
    if (name === undefined || tools.get(tool)?.owner === id) continue
    const found = users.get(tool)
    if (found === undefined) users.set(tool, new Map([[id, { id, name }]]))
    else found.set(id, { id, name })
  }
  return new Map(
    [...users].map(([tool, found]) => [
      tool,
      [...found.values()].sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id)),
    ]),
  )
}

function containersOf(groups: readonly Group[]): readonly ContainerNode[] {
  const counts = new Map<string, number>()
  const costs = new Map<string, Map<string, number>>()
  // What lies deeper comes later: seen from the end, a container is complete before it is added to the one above.
  for (const { id, parent, tools } of groups.toReversed()) {
    const cost = costs.get(id) ?? new Map<string, number>()
    for (const { annualCost } of tools) if (annualCost !== undefined) add(cost, annualCost.currency, annualCost.minor)
    costs.set(id, cost)
    add(counts, id, tools.length)
    if (parent === undefined) continue
    add(counts, parent, counts.get(id) ?? 0)
    const above = costs.get(parent) ?? new Map<string, number>()
    for (const [currency, minor] of cost) add(above, currency, minor)
    costs.set(parent, above)
  }
  const paths = new Map<string, readonly string[]>()
  return groups.map(({ id, kind, name, parent }): ContainerNode => {
    const path = parent === undefined ? [] : (paths.get(parent) ?? [])
    paths.set(id, [...path, name])
    const annualCost = costs.get(id)
    return {
      kind,
      id,
      name,
      ...(parent === undefined ? {} : { parent }),
      path,
      toolCount: counts.get(id) ?? 0,
      ...(annualCost === undefined || annualCost.size === 0 ? {} : { annualCost }),
    }
  })
}

function add(sums: Map<string, number>, key: string, by: number): void {
  sums.set(key, (sums.get(key) ?? 0) + by)
}

function toolNode(
  tool: Tool,
  container: string,
  extras: GraphExtras,
  usedBy: ReadonlyMap<ToolId, readonly UsedBy[]>,
): ToolNode {
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
    usedBy: usedBy.get(id) ?? NOBODY,
  }
}
