import { byCodeUnits } from '../inventory/code-units'
import type { Inventory } from '../inventory/inventory'
import type { Arrangement } from '../inventory/map-look'
import type { DepartmentId, Tool, ToolId } from '../inventory/nouns'
import { parentsOf } from './container-tree'
import {
  COMPANY_WIDE,
  type ContainerKind,
  type FlowEdge,
  JOINED,
  MANY_DEPARTMENTS,
  NO_DEPARTMENT,
  NO_FUNCTION,
  NOT_JOINED,
  type UsedBy,
} from './graph'
import { neighbourhood } from './neighbourhood'

/** A container with the tools that lie directly in it. */
export interface Group {
  readonly id: string
  readonly kind: ContainerKind
  readonly name: string
  readonly parent?: string
  readonly tools: readonly Tool[]
}

/** The first function of a tool, as far as the arrangement by function needs it. */
export interface ToolJob {
  readonly key: string
  readonly name: string
  readonly domain?: string
  readonly domainName?: string
}

/** What grouping looks at. */
export interface Grouped {
  readonly inventory: Inventory
  readonly edges: readonly FlowEdge[]
  readonly usedBy: ReadonlyMap<ToolId, readonly UsedBy[]>
  readonly jobs: ReadonlyMap<ToolId, ToolJob>
}

/**
 * The containers of an arrangement with their tools by name, each after the one it lies in. Containers without any tool
 * in them or below are left out. Around a tool that does not exist nothing is found.
 */
export function groupTools(grouped: Grouped, arrangement: Arrangement): readonly Group[] {
  switch (arrangement.by) {
    case 'department':
      return byDepartment(grouped)
    case 'function':
      return byFunction(grouped)
    case 'direction':
      return byDirection(grouped)
    case 'around':
      return around(grouped, arrangement.tool, arrangement.depth)
  }
}

function byDepartment({ inventory: { departments, tools }, usedBy }: Grouped): readonly Group[] {
  const owned = grouped(tools.values(), ({ id, owner }): string => {
    if (owner !== undefined) return owner
    return (usedBy.get(id)?.length ?? 0) >= MANY_DEPARTMENTS ? COMPANY_WIDE : NO_DEPARTMENT
  })
  const parents = parentsOf(departments)
  const shown = new Set<DepartmentId>()
  for (const id of owned.keys()) {
    if (id === COMPANY_WIDE || id === NO_DEPARTMENT) continue
    if (!departments.has(id as DepartmentId)) throw new Error(`A tool's department does not exist: ${id}`)
    for (let at: DepartmentId | undefined = id as DepartmentId; at !== undefined && !shown.has(at); ) {
      shown.add(at)
      at = parents.get(at)
    }
  }
  const groups = [...shown].map((id): Group => {
    const parent = parents.get(id)
    const name = departments.get(id)?.name ?? ''
    return { id, kind: 'department', name, tools: owned.get(id) ?? [], ...(parent === undefined ? {} : { parent }) }
  })
  const synthetic = [COMPANY_WIDE, NO_DEPARTMENT].flatMap((id): Group[] => {
    const held = owned.get(id)
    return held === undefined ? [] : [{ id, kind: 'department', name: '', tools: held }]
  })
  return [...inside(groups), ...synthetic]
}

function byFunction({ inventory: { tools }, jobs }: Grouped): readonly Group[] {
  const functions = grouped(tools.values(), ({ id }) => {
    const job = jobs.get(id)
    return job === undefined ? NO_FUNCTION : `fn:${job.key}`
  })
  const domains = new Map<string, Group>()
  const groups: Group[] = []
  for (const [id, held] of functions) {
    const job = jobs.get((held[0] as Tool).id)
    if (job === undefined) continue
    const { domain, domainName = domain ?? '' } = job
    const parent = domain === undefined ? {} : { parent: `dom:${domain}` }
    if (domain !== undefined) domains.set(domain, { id: `dom:${domain}`, kind: 'domain', name: domainName, tools: [] })
    groups.push({ id, kind: 'function', name: job.name, tools: held, ...parent })
  }
  const unknown = functions.get(NO_FUNCTION)
  return [
    ...inside([...domains.values(), ...groups]),
    ...(unknown === undefined ? [] : [{ id: NO_FUNCTION, kind: 'function', name: '', tools: unknown } as const]),
  ]
}

function byDirection({ inventory: { tools }, edges }: Grouped): readonly Group[] {
  const joined = new Set(edges.flatMap(({ source, target }) => (source === target ? [] : [source, target])))
  const groups = grouped(tools.values(), ({ id }): string => (joined.has(id) ? JOINED : NOT_JOINED))
  return [JOINED, NOT_JOINED].flatMap((id): Group[] => {
    const held = groups.get(id)
    return held === undefined ? [] : [{ id, kind: id === JOINED ? 'direction' : 'rest', name: '', tools: held }]
  })
}

function around({ inventory: { tools }, edges }: Grouped, centre: ToolId, depth: number): readonly Group[] {
  const near = neighbourhood(edges, centre, depth)
  const [held] = grouped(
    [...tools.values()].filter(({ id }) => near.has(id)),
    () => '',
  ).values()
  return held === undefined
    ? []
    : [{ id: `around:${centre}`, kind: 'around', name: tools.get(centre)?.name ?? '', tools: held }]
}

/** Tools by container, those of each by name. */
function grouped(tools: Iterable<Tool>, containerOf: (tool: Tool) => string): Map<string, Tool[]> {
  const groups = new Map<string, Tool[]>()
  for (const tool of tools) {
    const id = containerOf(tool)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [tool])
    else group.push(tool)
  }
  for (const group of groups.values()) group.sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id))
  return groups
}

/** The same groups, each right after the one it lies in and its elder siblings; siblings by name. */
function inside(groups: readonly Group[]): readonly Group[] {
  const below = new Map<string | undefined, Group[]>()
  for (const group of groups) {
    const siblings = below.get(group.parent)
    if (siblings === undefined) below.set(group.parent, [group])
    else siblings.push(group)
  }
  const waiting = sorted(below.get(undefined)).reverse()
  const found: Group[] = []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next)
    waiting.push(...sorted(below.get(next.id)).reverse())
  }
  return found
}

function sorted(groups: readonly Group[] = []): Group[] {
  return [...groups].sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id))
}
