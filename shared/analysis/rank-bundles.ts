import { byCodeUnits } from '../inventory/code-units'
import type { Inventory } from '../inventory/inventory'
import type { DepartmentId, Flow, Tool, ToolId } from '../inventory/nouns'
import { type BundleFacts, bundleFacts, isLingering, usersOf } from './bundle-facts'
import { BUNDLE_WEIGHTS, type BundleWeights, scaledWeights } from './bundle-scale'
import { bundleTerms } from './bundle-terms'
import { connected } from './connected'
import { findOutFirst } from './find-out-first'
import type { Assigned, Bundle, FunctionInfo } from './findings'
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
  const facts = bundleFacts(inventory, today, scaledWeights(weights))
  const doing = new Map<string, Set<ToolId>>()
  const proposals = new Map<string, Set<ToolId>>()
  const lingering = new Map<string, Set<ToolId>>()
  for (const { tool, functionKey, state } of assigned.assignments) {
    const row = inventory.tools.get(tool)
    if (row !== undefined && isLingering(row, facts)) put(lingering, functionKey, tool)
    if (!isInUse(inventory, tool)) continue
    put(doing, functionKey, tool)
    if (state === 'proposed') put(proposals, functionKey, tool)
  }
  const bundles: Bundle[] = []
  for (const [key, members] of doing) {
    const info = assigned.functions.get(key)
    if (info === undefined || members.size < 2) continue
    const retired = [...(lingering.get(key) ?? [])].sort()
    const proposed = proposals.get(key) ?? new Set()
    const bundle = bundleOf({ info, origin: 'function', members, proposed, lingering: retired }, facts)
    if (bundle !== undefined) bundles.push(bundle)
  }
  for (const members of confirmedGroups(inventory, facts)) {
    if ([...doing.values()].some((all) => members.every((id) => all.has(id)))) continue
    const names = members.map((id) => inventory.tools.get(id)?.name ?? id).join(' + ')
    const info = { key: `verdict:${members[0]}`, name: { de: names, en: names } }
    const parts = { info, origin: 'verdict', members: new Set(members), proposed: NONE, lingering: [] } as const
    const bundle = bundleOf(parts, facts)
    if (bundle !== undefined) bundles.push(bundle)
  }
  bundles.sort(byScoreThenName)
  return bundles.map((bundle, index) => ({ ...bundle, rank: index + 1 }))
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
  const known = ids.map((id) => facts.inventory.tools.get(id)).filter((tool) => tool !== undefined)
  const tools = inPlace(known, ({ id }) => id, facts)
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
  return inPlace([...ids], (id) => id, facts)
}

function flowsOf(tools: readonly Tool[], facts: BundleFacts): readonly Flow[] {
  const flows = new Set<Flow>()
  for (const { id } of tools) for (const flow of facts.flows.get(id) ?? []) flows.add(flow)
  return inPlace([...flows], ({ id }) => id, facts)
}

function inPlace<T>(items: T[], idOf: (item: T) => string, { place }: BundleFacts): readonly T[] {
  const placed = items.map((item) => ({ item, at: place.get(idOf(item)) ?? -1 }))
  return placed.sort((a, b) => a.at - b.at).map(({ item }) => item)
}

function byScoreThenName(a: Bundle, b: Bundle): number {
  if (a.score !== b.score) return b.score - a.score
  return byCodeUnits(a.name.en, b.name.en) || byCodeUnits(a.functionKey, b.functionKey)
}
