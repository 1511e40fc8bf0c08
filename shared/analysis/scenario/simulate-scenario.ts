import type { Inventory } from '../../inventory/inventory'
import type {
  DepartmentId,
  Flow,
  FlowId,
  FlowMethod,
  FunctionId,
  Tool,
  ToolId,
  Usage,
  UsageId,
} from '../../inventory/nouns'
import type { Scenario, TakenBundle, ToolMove } from '../../inventory/scenario'
import type { Assigned } from '../findings'
import { put } from '../tool-traits'

/** What a scenario makes of a landscape. `after` is an inventory like any other; ids of new rows start with `new:`. */
export interface Simulation {
  readonly after: Inventory
  /** Tools that are no more: their users moved to the target, or they were retired. */
  readonly gone: readonly ToolId[]
  /** Platforms that did not exist before. */
  readonly added: readonly ToolId[]
  /** Tools that gave one of their jobs up and stay for the others. */
  readonly relieved: readonly ToolId[]
  /** Where each flow of the real inventory went: to another pair of tools, into one that was there already, or away. */
  readonly flows: ReadonlyMap<FlowId, 'rewired' | 'merged' | 'internal' | 'lost'>
  /** Departments that get another tool than the one they have. */
  readonly departments: readonly DepartmentId[]
}

/** The decision about each tool of a taken bundle: what was decided, else that it moves. The target always stays. */
export function decisionsOf(taken: TakenBundle, members: readonly ToolId[]): ReadonlyMap<ToolId, ToolMove> {
  const said = new Map(taken.decisions.map(({ tool, move }) => [tool, move]))
  const target = 'tool' in taken.target ? taken.target.tool : undefined
  return new Map(members.map((id) => [id, id === target ? 'keep' : (said.get(id) ?? 'move')]))
}

/**
 * The landscape after a scenario. Per tool of a taken bundle:
 * - keep: nothing changes.
 * - move: its departments use the target from now on; the tool goes, unless it does other jobs besides, then it gives up
 *   this one only. When it goes, its flows are joined to the target; a flow that would then run from the target to
 *   itself is internal and goes; one that repeats another (same ends, same data) merges into the one that is there.
 * - retire: it goes and so do its flows; nobody moves.
 * - connect: it stays, and what people carried by hand between it and the target runs over an interface; where there was
 *   no flow, one is made.
 * Where a bundle is `automated`, what people carried to and from its target runs over interfaces afterwards.
 * Bundles are taken in their order. Tools that don't exist (any more) are passed over. The real inventory is untouched.
 * @param members the tools of each bundle by the key of its function
 */
export function simulateScenario(
  inventory: Inventory,
  scenario: Scenario,
  assigned: Assigned,
  members: ReadonlyMap<string, readonly ToolId[]>,
): Simulation {
  const work: Work = {
    tools: new Map(inventory.tools),
    flows: new Map(inventory.flows),
    usages: new Map(inventory.usages),
    jobs: new Map(),
    gone: new Set(),
    merged: new Set(),
    added: [],
    relieved: new Set(),
    fates: new Map(),
    departments: new Set(),
  }
  for (const { tool, functionKey } of assigned.assignments) put(work.jobs, tool, functionKey)
  for (const taken of scenario.bundles) {
    takeBundle(
      work,
      taken,
      (members.get(taken.functionKey) ?? []).filter((id) => work.tools.has(id)),
      assigned,
    )
  }
  const masters = [...inventory.dataObjects].map(([id, row]) => {
    const moved = row.master === undefined ? undefined : work.gone.has(row.master)
    if (moved !== true) return [id, row] as const
    const { master: _, ...rest } = row
    return [id, rest] as const
  })
  return {
    after: {
      ...inventory,
      tools: work.tools,
      flows: work.flows,
      usages: work.usages,
      ...(work.gone.size === 0 ? {} : { dataObjects: new Map(masters) }),
    },
    gone: [...work.gone],
    added: work.added,
    relieved: [...work.relieved].filter((id) => !work.gone.has(id)),
    flows: work.fates,
    departments: [...work.departments],
  }
}

interface Work {
  readonly tools: Map<ToolId, Tool>
  readonly flows: Map<FlowId, Flow>
  readonly usages: Map<UsageId, Usage>
  /** Keys of the functions that each tool does, as far as it still does them. */
  readonly jobs: Map<ToolId, Set<string>>
  readonly gone: Set<ToolId>
  /** Those of them whose users went to a target. */
  readonly merged: Set<ToolId>
  readonly added: ToolId[]
  readonly relieved: Set<ToolId>
  readonly fates: Map<FlowId, 'rewired' | 'merged' | 'internal' | 'lost'>
  readonly departments: Set<DepartmentId>
}

/** Methods by which people carry data themselves. */
const CARRIED: ReadonlySet<FlowMethod> = new Set<FlowMethod>(['by-hand', 'e-mail', 'file'])

function takeBundle(work: Work, taken: TakenBundle, members: readonly ToolId[], assigned: Assigned): void {
  const target = targetOf(work, taken, assigned)
  if (target === undefined) return
  const before = new Map(work.tools)
  for (const [id, move] of decisionsOf(taken, members)) {
    const tool = work.tools.get(id)
    if (tool === undefined || id === target || move === 'keep') continue
    if (move === 'connect') connect(work, id, target)
    else if (move === 'retire') remove(work, id)
    else moveTo(work, tool, target, taken.functionKey)
  }
  addUsers(work, target, before, members)
  if (taken.automated === true) automate(work, target)
}

/** Nobody carries data to or from the target any more. */
function automate(work: Work, target: ToolId): void {
  for (const flow of [...work.flows.values()]) {
    if ((flow.source !== target && flow.target !== target) || !CARRIED.has(flow.method)) continue
    work.flows.set(flow.id, { ...flow, method: 'api', hoursPerMonth: 0 })
    work.fates.set(flow.id, 'rewired')
  }
}

/** The target gets the users of the tools that went into it. One figure that nobody knows makes the sum unknown. */
function addUsers(work: Work, target: ToolId, before: ReadonlyMap<ToolId, Tool>, members: readonly ToolId[]): void {
  const platform = work.tools.get(target)
  const came = members.filter((id) => work.merged.has(id)).flatMap((id) => before.get(id) ?? [])
  if (platform === undefined || came.length === 0) return
  const { users: _, ...rest } = platform
  const figures = [...came, ...(work.added.includes(target) ? [] : [platform])].map(({ users }) => users)
  const known = figures.filter((users) => users !== undefined)
  const together = known.length < figures.length ? undefined : known.reduce((sum, users) => sum + users, 0)
  work.tools.set(target, together === undefined ? rest : { ...rest, users: together })
}

/** The tool that stays, or the new platform, made now. Nothing when the tool doesn't exist. */
function targetOf(
  work: Work,
  { target, functionKey, targetCost }: TakenBundle,
  assigned: Assigned,
): ToolId | undefined {
  if ('tool' in target) {
    const tool = work.tools.get(target.tool)
    if (tool === undefined) return undefined
    const sameCurrency = tool.annualCost === undefined || tool.annualCost.currency === targetCost?.currency
    if (targetCost !== undefined && sameCurrency) {
      work.tools.set(tool.id, { ...tool, annualCost: targetCost })
    }
    return tool.id
  }
  const id = `new:${functionKey}` as ToolId
  const own = assigned.functions.get(functionKey)?.id
  work.tools.set(id, {
    id,
    name: target.newPlatform,
    functions: own === undefined ? [] : [own as FunctionId],
    status: 'planned',
    ...(targetCost === undefined ? {} : { annualCost: targetCost }),
  })
  work.added.push(id)
  return id
}

function moveTo(work: Work, tool: Tool, target: ToolId, functionKey: string): void {
  const jobs = work.jobs.get(tool.id)
  jobs?.delete(functionKey)
  const stays = (jobs?.size ?? 0) > 0
  const users = new Set<DepartmentId>(tool.owner === undefined ? [] : [tool.owner])
  for (const usage of [...work.usages.values()]) {
    if (usage.tool !== tool.id) continue
    users.add(usage.department)
    if (!stays) work.usages.delete(usage.id)
  }
  const has = new Set(
    [...work.usages.values()].filter((usage) => usage.tool === target).map((usage) => usage.department),
  )
  const owner = work.tools.get(target)?.owner
  if (owner !== undefined) has.add(owner)
  for (const department of users) {
    work.departments.add(department)
    if (has.has(department)) continue
    const id = `new:${target}:${department}` as UsageId
    work.usages.set(id, { id, tool: target, department })
  }
  if (stays) {
    work.tools.set(tool.id, { ...tool, functions: tool.functions.filter((id) => id !== functionKey) })
    work.relieved.add(tool.id)
    return
  }
  for (const flow of [...work.flows.values()]) {
    if (flow.source === tool.id || flow.target === tool.id) rewire(work, flow, tool.id, target)
  }
  work.merged.add(tool.id)
  drop(work, tool.id)
}

function rewire(work: Work, flow: Flow, from: ToolId, to: ToolId): void {
  const source = flow.source === from ? to : flow.source
  const target = flow.target === from ? to : flow.target
  if (source === target) {
    work.flows.delete(flow.id)
    work.fates.set(flow.id, 'internal')
    return
  }
  const same = [...work.flows.values()].find(
    (other) => other.id !== flow.id && other.source === source && other.target === target && carriesSame(other, flow),
  )
  if (same === undefined) {
    work.flows.set(flow.id, { ...flow, source, target })
    work.fates.set(flow.id, 'rewired')
    return
  }
  work.flows.delete(flow.id)
  work.fates.set(flow.id, 'merged')
}

/** Two flows say the same when they carry the same data objects; flows of which nobody said what they carry never do. */
function carriesSame(a: Flow, b: Flow): boolean {
  if (a.dataObjects.length === 0 || a.dataObjects.length !== b.dataObjects.length) return false
  return a.dataObjects.every((id) => b.dataObjects.includes(id))
}

function connect(work: Work, id: ToolId, target: ToolId): void {
  let joined = false
  for (const flow of [...work.flows.values()]) {
    const between = (flow.source === id && flow.target === target) || (flow.source === target && flow.target === id)
    if (!between) continue
    joined = true
    if (!CARRIED.has(flow.method)) continue
    work.flows.set(flow.id, { ...flow, method: 'api', hoursPerMonth: 0 })
    work.fates.set(flow.id, 'rewired')
  }
  if (joined) return
  const flow = `new:${id}:${target}` as FlowId
  work.flows.set(flow, {
    id: flow,
    source: id,
    target,
    dataObjects: [],
    method: 'api',
    bothWays: true,
    hoursPerMonth: 0,
  })
}

function remove(work: Work, id: ToolId): void {
  for (const flow of [...work.flows.values()]) {
    if (flow.source !== id && flow.target !== id) continue
    work.flows.delete(flow.id)
    work.fates.set(flow.id, 'lost')
  }
  for (const usage of [...work.usages.values()]) if (usage.tool === id) work.usages.delete(usage.id)
  drop(work, id)
}

function drop(work: Work, id: ToolId): void {
  work.tools.delete(id)
  work.gone.add(id)
}
