import { byCodeUnits } from '../inventory/code-units'
import type { Inventory } from '../inventory/inventory'
import type { DepartmentId, Flow, Tool, ToolId } from '../inventory/nouns'
import { type BundleFacts, bundleFacts, isLingering, usersOf } from './bundle-facts'
import { BUNDLE_WEIGHTS, type BundleWeights, scaledWeights } from './bundle-scale'
import { bundleTerms } from './bundle-terms'
import { connected } from './connected'
import { findOutFirst } from './find-out-first'
import type { Assigned, Assignment, Bundle, FunctionInfo } from './findings'
import { put } from './tool-traits'
import { countStaying, withoutStrangers } from './verdicts'

/**
 * Where a unified platform should come in first: every function done by two or more tools that aren't retired, best
 * first, ties by English name, then key. `score = lever − effort`, both 0–100 and the sums of their terms' points
 * (`bundle-terms.ts`); `low` = lowest lever − highest effort, `high` the other way round. Absolute: a bundle's numbers
 * depend on its own tools, their departments and flows, and nothing else. A tool that people called not the same as
 * every other one leaves the bundle; a bundle whose tools are all justified beside each other is none. Tools that
 * people called redundant without a job in common are bundles as well.
 * @param today ISO date from which contracts are counted
 */
export function rankBundles(
  inventory: Inventory,
  assigned: Assigned,
  today: string,
  weights: Partial<BundleWeights> = BUNDLE_WEIGHTS,
): readonly Bundle[] {
  return rankAll(bundleFacts(inventory, today, scaledWeights(weights)), assigned).bundles
}

/** The bundles with what the next ranking can build on. Changed in place. */
export interface Ranked {
  readonly facts: BundleFacts
  /** By function: the tools that are in use, those of which it is only proposed, and retired ones still in use. */
  readonly doing: Map<string, Set<ToolId>>
  readonly proposals: Map<string, Set<ToolId>>
  readonly lingering: Map<string, Set<ToolId>>
  /** The other way round: everything under which a tool is noted. */
  readonly keysOf: Map<ToolId, readonly string[]>
  /** By key, before they are put in order. */
  readonly byKey: Map<string, Bundle>
  bundles: readonly Bundle[]
}

/** `rankBundles`, with what `rankAgain` can build on. */
export function rankAll(facts: BundleFacts, assigned: Assigned): Ranked {
  const ranked: Ranked = {
    facts,
    doing: new Map(),
    proposals: new Map(),
    lingering: new Map(),
    keysOf: new Map(),
    byKey: new Map(),
    bundles: [],
  }
  for (const assignment of assigned.assignments) note(ranked, assignment)
  for (const key of ranked.doing.keys()) renewBundle(key, ranked, assigned)
  return inOrder(ranked)
}

/**
 * Ranks anew after an edit of these tools: only the bundles they are or were in are worked out again, all others stay
 * the same objects. The facts must be up to date (`updateFacts`); functions must be what they were.
 */
export function rankAgain(
  ranked: Ranked,
  assigned: Assigned,
  byTool: ReadonlyMap<ToolId, readonly Assignment[]>,
  touched: ReadonlySet<ToolId>,
): Ranked {
  const keys = new Set<string>()
  for (const id of touched) {
    for (const key of ranked.keysOf.get(id) ?? []) {
      keys.add(key)
      for (const sets of [ranked.doing, ranked.proposals, ranked.lingering]) sets.get(key)?.delete(id)
    }
    ranked.keysOf.delete(id)
    for (const assignment of byTool.get(id) ?? []) {
      keys.add(assignment.functionKey)
      note(ranked, assignment)
    }
  }
  for (const key of keys) renewBundle(key, ranked, assigned)
  return inOrder(ranked)
}

function note(ranked: Ranked, { tool, functionKey, state }: Assignment): void {
  const { facts, doing, proposals, lingering, keysOf } = ranked
  const row = facts.inventory.tools.get(tool)
  if (row !== undefined && isLingering(row, facts)) put(lingering, functionKey, tool)
  else if (!isInUse(facts.inventory, tool)) return
  else {
    put(doing, functionKey, tool)
    if (state === 'proposed') put(proposals, functionKey, tool)
  }
  keysOf.set(tool, [...(keysOf.get(tool) ?? []), functionKey])
}

function renewBundle(key: string, { facts, doing, proposals, lingering, byKey }: Ranked, assigned: Assigned): void {
  const info = assigned.functions.get(key)
  const members = doing.get(key) ?? NONE
  const retired = [...(lingering.get(key) ?? [])].sort()
  const parts = { origin: 'function', members, proposed: proposals.get(key) ?? NONE, lingering: retired } as const
  const bundle = info === undefined || members.size < 2 ? undefined : bundleOf({ info, ...parts }, facts)
  if (bundle === undefined) byKey.delete(key)
  else byKey.set(key, bundle)
}

function inOrder(ranked: Ranked): Ranked {
  const { facts, doing, byKey } = ranked
  const { inventory } = facts
  const bundles = [...byKey.values()]
  for (const members of confirmedGroups(inventory, facts)) {
    if ([...doing.values()].some((all) => members.every((id) => all.has(id)))) continue
    const names = members.map((id) => inventory.tools.get(id)?.name ?? id).join(' + ')
    const info = { key: `verdict:${members[0]}`, name: { de: names, en: names } }
    const parts = { info, origin: 'verdict', members: new Set(members), proposed: NONE, lingering: [] } as const
    const bundle = bundleOf(parts, facts)
    if (bundle !== undefined) bundles.push(bundle)
  }
  bundles.sort(byScoreThenName)
  ranked.bundles = bundles.map((bundle, index) => {
    if (bundle.rank === index + 1) return bundle
    const placed = { ...bundle, rank: index + 1 }
    if (byKey.has(bundle.functionKey)) byKey.set(bundle.functionKey, placed)
    return placed
  })
  return ranked
}

/** True for a tool of the inventory that isn't retired. A tool without a status is in use as far as anybody knows. */
function isInUse(inventory: Inventory, id: ToolId): boolean {
  const tool = inventory.tools.get(id)
  return tool !== undefined && tool.status !== 'retired'
}

const NONE: ReadonlySet<ToolId> = new Set()

/** Tools in use that people called redundant, pair by pair connected; each group by id. */
function confirmedGroups(inventory: Inventory, facts: BundleFacts): readonly (readonly ToolId[])[] {
  const pairs: (readonly [ToolId, ToolId])[] = []
  for (const { tools } of inventory.verdicts.values()) {
    for (const a of tools) {
      for (const b of tools) {
        const counts = a < b && isInUse(inventory, a) && isInUse(inventory, b)
        if (counts && facts.verdicts.of(a, b) === 'redundant') pairs.push([a, b])
      }
    }
  }
  return connected(pairs)
}

/** A bundle before anything is counted. */
interface Members {
  readonly info: FunctionInfo
  readonly origin: Bundle['origin']
  readonly members: ReadonlySet<ToolId>
  readonly proposed: ReadonlySet<ToolId>
  readonly lingering: readonly ToolId[]
}

function bundleOf({ info, origin, members, proposed, lingering }: Members, facts: BundleFacts): Bundle | undefined {
  const ids = withoutStrangers([...members].sort(), facts.verdicts)
  const staying = countStaying(ids, facts.verdicts)
  if (ids.length < 2 || staying >= ids.length) return undefined
  const tools = ids.map((id) => facts.inventory.tools.get(id)).filter((tool) => tool !== undefined)
  tools.sort(byName)
  const departments = departmentsOf(tools, facts)
  const flows = flowsOf(tools, facts)
  const retired = lingering.map((id) => facts.inventory.tools.get(id)).filter((tool) => tool !== undefined)
  const terms = bundleTerms({ tools, staying, departments, flows, lingering: retired }, facts)

  const add = (side: 'lever' | 'effort', of: (term: (typeof terms)[number]) => number) => {
    const total = terms.reduce((sum, each) => (each.term.side === side ? sum + of(each) : sum), 0)
    return Math.min(100, Math.max(0, total))
  }
  const lever = add('lever', ({ term }) => term.points)
  const effort = add('effort', ({ term }) => term.points)
  const users = tools.map((tool) => usersOf(tool, facts)).filter((each) => each !== undefined)
  return {
    rank: 0,
    functionKey: info.key,
    origin,
    name: info.name,
    ...(info.domain === undefined ? {} : { domain: info.domain }),
    tools: tools.map(({ id }) => id),
    departments,
    flows: flows.map(({ id }) => id),
    ...(users.length === 0 ? {} : { users: users.reduce((sum, each) => sum + each, 0) }),
    lever,
    effort,
    score: lever - effort,
    low: add('lever', ({ lowPoints }) => lowPoints) - add('effort', ({ highPoints }) => highPoints),
    high: add('lever', ({ highPoints }) => highPoints) - add('effort', ({ lowPoints }) => lowPoints),
    terms: terms.map(({ term }) => term),
    proposed: ids.filter((id) => proposed.has(id)).length,
    findOutFirst: findOutFirst(terms),
  }
}

function departmentsOf(tools: readonly Tool[], facts: BundleFacts): readonly DepartmentId[] {
  const ids = new Set<DepartmentId>()
  for (const { id } of tools) for (const department of facts.departments.get(id) ?? []) ids.add(department)
  const nameOf = (id: DepartmentId) => facts.inventory.departments.get(id)?.name ?? ''
  return [...ids].sort((a, b) => byCodeUnits(nameOf(a), nameOf(b)) || byCodeUnits(a, b))
}

function flowsOf(tools: readonly Tool[], facts: BundleFacts): readonly Flow[] {
  const flows = new Set<Flow>()
  for (const { id } of tools) for (const flow of facts.flows.get(id) ?? []) flows.add(flow)
  return [...flows].sort((a, b) => byCodeUnits(a.id, b.id))
}

function byName(a: Tool, b: Tool): number {
  return byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id)
}

function byScoreThenName(a: Bundle, b: Bundle): number {
  if (a.score !== b.score) return b.score - a.score
  return byCodeUnits(a.name.en, b.name.en) || byCodeUnits(a.functionKey, b.functionKey)
}
