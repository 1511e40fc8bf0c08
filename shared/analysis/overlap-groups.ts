import type { DepartmentId, Judgement, ToolId } from '../inventory/nouns'
import { connected } from './connected'
import type { Overlap, OverlapGroup, OverlapKind } from './findings'
import type { OverlapModel } from './overlap-model'
import { MOST, PROPOSED_FACTOR } from './overlap-scale'
import { functionKeyOf, jobTokenOf, type Traits } from './tool-traits'
import type { UpdatedOverlaps } from './update-overlaps'
import { type Verdicts, withoutStrangers } from './verdicts'

/** Score and number of the listed pairs within a group. */
interface Listed {
  best: number
  count: number
}

/** The groups with what the next ones can build on. Changed in place. */
export interface Grouped {
  /** By the function's key: its group, and what is listed of its pairs. */
  readonly byFunction: Map<string, OverlapGroup>
  readonly listed: Map<string, Listed>
  /** The listed pairs of one product, and those that somebody called redundant. */
  readonly ofProducts: Set<Overlap>
  readonly confirmed: Set<Overlap>
  readonly groups: readonly OverlapGroup[]
}

/**
 * Tools that do the same, seen together: every job of two or more tools; every product that several rows name; and
 * what people judged redundant beyond these, pair by pair connected. A tool that is not the same as every other one
 * leaves its group. Confirmed ones first, then by score, number of tools and key.
 */
export function overlapGroups(model: OverlapModel, overlaps: readonly Overlap[]): readonly OverlapGroup[] {
  return groupAll(model, overlaps).groups
}

/** `overlapGroups`, with what `groupAgain` can build on. */
export function groupAll(model: OverlapModel, overlaps: readonly Overlap[]): Grouped {
  const listed = new Map<string, Listed>()
  for (const overlap of overlaps) {
    for (const key of functionsOf(overlap)) {
      const known = listed.get(key)
      if (known === undefined) listed.set(key, { best: overlap.score, count: 1 })
      else {
        known.best = Math.max(known.best, overlap.score)
        known.count++
      }
    }
  }
  const byFunction = new Map<string, OverlapGroup>()
  for (const job of model.index.jobs.keys()) renewGroup(job, model, listed, byFunction)
  const ofProducts = new Set(overlaps.filter(({ kind }) => kind === 'same-product'))
  const confirmed = new Set(overlaps.filter(({ verdict }) => verdict === 'redundant'))
  return inOrder({ byFunction, listed, ofProducts, confirmed }, model)
}

/** The same after an edit: only groups of touched tools are made anew, all others stay the same objects. */
export function groupAgain(
  before: Grouped,
  model: OverlapModel,
  { found, removed, added, dirty }: UpdatedOverlaps,
  jobsBefore: ReadonlySet<number>,
): Grouped {
  if (dirty === 'all') return groupAll(model, found.overlaps)
  const { byFunction, listed, ofProducts, confirmed } = before
  const keys = new Set<string>()
  const jobs = new Set(jobsBefore)
  for (const id of dirty) for (const job of model.traits.get(id)?.jobs ?? []) jobs.add(job)
  for (const overlap of [...removed, ...added]) for (const key of functionsOf(overlap)) keys.add(key)
  if (keys.size > 0) recount(keys, found.overlaps, removed, added, listed)
  for (const key of keys) jobs.add(jobTokenOf(key, model.tokens))
  for (const job of jobs) renewGroup(job, model, listed, byFunction)
  const gone = new Set(removed.map(keyOf))
  for (const set of [ofProducts, confirmed]) for (const each of set) if (gone.has(keyOf(each))) set.delete(each)
  for (const each of added) {
    if (each.kind === 'same-product') ofProducts.add(each)
    if (each.verdict === 'redundant') confirmed.add(each)
  }
  return inOrder(before, model)
}

function recount(
  keys: ReadonlySet<string>,
  overlaps: readonly Overlap[],
  removed: readonly Overlap[],
  added: readonly Overlap[],
  listed: Map<string, Listed>,
): void {
  const lost = new Set<string>()
  for (const overlap of removed) {
    for (const key of functionsOf(overlap)) {
      const known = listed.get(key)
      if (known === undefined) continue
      known.count--
      if (known.best === overlap.score) lost.add(key)
    }
  }
  for (const overlap of added) {
    for (const key of functionsOf(overlap)) {
      const known = listed.get(key)
      if (known === undefined) listed.set(key, { best: overlap.score, count: 1 })
      else {
        known.count++
        if (overlap.score >= known.best) {
          known.best = overlap.score
          lost.delete(key)
        }
      }
    }
  }
  for (const key of keys) {
    if ((listed.get(key)?.count ?? 0) > 0) continue
    listed.delete(key)
    lost.delete(key)
  }
  // The best one was taken away: the list is sorted, so the first that is left is the best now.
  for (let at = 0; at < overlaps.length && lost.size > 0; at++) {
    const overlap = overlaps[at] as Overlap
    for (const key of functionsOf(overlap)) {
      if (!lost.delete(key)) continue
      const known = listed.get(key)
      if (known !== undefined) known.best = overlap.score
    }
  }
}

function functionsOf({ reasons }: Overlap): readonly string[] {
  for (const { functionKeys } of reasons) if (functionKeys !== undefined) return functionKeys
  return NO_KEYS
}

const NO_KEYS: readonly string[] = []

function keyOf({ tools }: Overlap): string {
  return tools.join(' ')
}

function renewGroup(
  job: number,
  model: OverlapModel,
  listed: ReadonlyMap<string, Listed>,
  byFunction: Map<string, OverlapGroup>,
): void {
  const functionKey = functionKeyOf(job, model.tokens)
  const members = model.index.jobs.get(job)?.members
  const group =
    members === undefined || members.size < 2
      ? undefined
      : groupOf(model, `function:${functionKey}`, 'function', members, listed.get(functionKey), job)
  if (group === undefined) byFunction.delete(functionKey)
  else byFunction.set(functionKey, group)
}

function inOrder(grouped: Omit<Grouped, 'groups'>, model: OverlapModel): Grouped {
  const { byFunction, ofProducts, confirmed } = grouped
  const groups = [...byFunction.values()]
  const add = (origin: 'product' | 'verdict', tools: readonly ToolId[], pairs: Listed) => {
    const group = groupOf(model, `${origin}:${tools[0]}`, origin, traitsOf(tools, model), pairs, undefined)
    if (group !== undefined) groups.push(group)
  }
  for (const [tools, pairs] of connectedPairs([...ofProducts])) add('product', tools, pairs)
  const redundant = connectedPairs([...confirmed])
  if (redundant.length > 0) {
    const known = new Set(groups.map(({ tools }) => tools.join(' ')))
    for (const [tools, pairs] of redundant) if (!known.has(tools.join(' '))) add('verdict', tools, pairs)
  }
  return { ...grouped, groups: groups.sort(byWeight) }
}

function groupOf(
  model: OverlapModel,
  key: string,
  origin: OverlapGroup['origin'],
  members: Iterable<Traits>,
  listed: Listed | undefined,
  job: number | undefined,
): OverlapGroup | undefined {
  const all = Array.from(members, ({ tool }) => tool.id).sort()
  const tools = withoutStrangers(all, model.verdicts)
  if (tools.length < 2) return undefined
  const traits = traitsOf(tools, model)
  const uses = new Map<number, number>()
  for (const { departments } of traits) for (const each of departments) uses.set(each, (uses.get(each) ?? 0) + 1)
  const shared = [...uses].flatMap(([each, times]) => (times > 1 ? [model.tokens.textOf(each) as DepartmentId] : []))
  const verdict = commonVerdict(tools, model.verdicts)
  const suites = new Map<string, ToolId>()
  for (const id of tools) {
    for (const { suite, tool } of model.anchors.get(id) ?? []) {
      if (job === undefined || model.suites.does(suite, job)) suites.set(suite, tool)
    }
  }
  const places = job === undefined ? [] : traits.map((one) => one.jobs.indexOf(job))
  const proposed = traits.filter((one, i) => (one.trust[places[i] ?? -1] ?? 1) < 1).length
  const telling = job === undefined ? 0 : (traits[0]?.telling[places[0] ?? -1] ?? 1)
  const alone = MOST.other['same-function'] * telling * (proposed > 0 ? PROPOSED_FACTOR : 1)
  return {
    key,
    origin,
    kind: kindOf(origin, verdict, shared.length, suites.size),
    ...(job === undefined ? {} : { functionKey: functionKeyOf(job, model.tokens) }),
    tools,
    departments: shared.sort(),
    score: listed?.best ?? alone,
    listedPairs: listed?.count ?? 0,
    pairs: (tools.length * (tools.length - 1)) / 2,
    suites: Array.from(suites, ([suite, tool]) => ({ suite, tool })).sort((a, b) => (a.suite < b.suite ? -1 : 1)),
    ...(verdict === undefined ? {} : { verdict }),
    proposed,
  }
}

function kindOf(
  origin: OverlapGroup['origin'],
  verdict: Judgement | undefined,
  shared: number,
  suites: number,
): OverlapKind {
  if (origin === 'product') return 'same-product'
  if (origin === 'verdict' || verdict === 'redundant' || shared > 0) return 'redundant'
  return suites > 0 ? 'in-suite' : 'overlap'
}

/** What people said of every pair of the tools, where it is one and the same. */
function commonVerdict(tools: readonly ToolId[], verdicts: Verdicts): Judgement | undefined {
  const [first, second] = tools
  const judgement = first === undefined || second === undefined ? undefined : verdicts.of(first, second)
  if (judgement === undefined) return undefined
  for (const [i, a] of tools.entries()) {
    for (const b of tools.slice(i + 1)) if (verdicts.of(a, b) !== judgement) return undefined
  }
  return judgement
}

/** The groups that pairs make, with the pairs within each. */
function connectedPairs(pairs: readonly Overlap[]): readonly (readonly [readonly ToolId[], Listed])[] {
  const groups = connected(pairs.map(({ tools }) => tools))
  const listedOf = new Map<ToolId, Listed>()
  const result = groups.map((tools) => {
    const listed: Listed = { best: 0, count: 0 }
    for (const id of tools) listedOf.set(id, listed)
    return [tools, listed] as const
  })
  for (const { tools, score } of pairs) {
    const listed = listedOf.get(tools[0])
    if (listed === undefined) continue
    listed.best = Math.max(listed.best, score)
    listed.count++
  }
  return result
}

function traitsOf(tools: Iterable<ToolId>, { traits }: OverlapModel): readonly Traits[] {
  return Array.from(tools, (id) => traits.get(id)).filter((one) => one !== undefined)
}

function byWeight(a: OverlapGroup, b: OverlapGroup): number {
  const confirmed = Number(b.verdict === 'redundant') - Number(a.verdict === 'redundant')
  return confirmed || b.score - a.score || b.tools.length - a.tools.length || (a.key < b.key ? -1 : 1)
}
