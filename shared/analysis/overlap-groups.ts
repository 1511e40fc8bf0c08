import type { DepartmentId, Judgement, ToolId } from '../inventory/nouns'
import { connected } from './connected'
import type { Overlap, OverlapGroup, OverlapKind } from './findings'
import type { OverlapModel } from './overlap-model'
import { CROWD, MOST, PROPOSED_FACTOR } from './overlap-scale'
import { functionKeyOf, type Traits } from './tool-traits'
import { type Verdicts, withoutStrangers } from './verdicts'

/** Score and number of the listed pairs within a group. */
interface Listed {
  best: number
  count: number
}

/**
 * Tools that do the same, seen together: every job of two or more tools; every product that several rows name; and
 * what people judged redundant beyond these, pair by pair connected. A tool that is not the same as every other one
 * leaves its group. Confirmed ones first, then by score, number of tools and key.
 */
export function overlapGroups(model: OverlapModel, overlaps: readonly Overlap[]): readonly OverlapGroup[] {
  const listed = listedByGroup(overlaps)
  const groups: OverlapGroup[] = []
  const add = (
    key: string,
    origin: OverlapGroup['origin'],
    members: Iterable<Traits>,
    pairs: Listed | undefined,
    job?: number,
  ) => {
    const group = groupOf(model, key, origin, members, pairs, job)
    if (group !== undefined) groups.push(group)
  }
  for (const [job, { members }] of model.index.jobs) {
    if (members.size < 2) continue
    const functionKey = functionKeyOf(job, model.tokens)
    add(`function:${functionKey}`, 'function', members, listed.functions.get(functionKey), job)
  }
  for (const [tools, pairs] of listed.products) add(`product:${tools[0]}`, 'product', traitsOf(tools, model), pairs)
  const known = new Set(groups.map(({ tools }) => tools.join(' ')))
  for (const [tools, pairs] of listed.confirmed) {
    if (!known.has(tools.join(' '))) add(`verdict:${tools[0]}`, 'verdict', traitsOf(tools, model), pairs)
  }
  return groups.sort(byWeight)
}

/**
 * With how many other tools each tool overlaps: those it makes a listed pair with, and all that do the same job in a
 * crowd, whose pairs aren't listed one by one. Tools without any are absent.
 */
export function overlapCounts(model: OverlapModel, overlaps: readonly Overlap[]): ReadonlyMap<ToolId, number> {
  const partners = new Map<ToolId, ToolId[]>()
  for (const {
    tools: [a, b],
  } of overlaps) {
    append(partners, a, b)
    append(partners, b, a)
  }
  const seen = new Int32Array(model.nextSlot)
  const counts = new Map<ToolId, number>()
  let round = 0
  for (const one of model.traits.values()) {
    round++
    seen[one.slot] = round
    let count = 0
    const see = (other: Traits | undefined) => {
      if (other === undefined || seen[other.slot] === round) return
      seen[other.slot] = round
      count++
    }
    for (const [id, { judgement }] of model.verdicts.on(one.tool.id)) {
      const other = judgement === 'not-the-same' ? model.traits.get(id) : undefined
      if (other !== undefined) seen[other.slot] = round
    }
    for (const id of partners.get(one.tool.id) ?? []) see(model.traits.get(id))
    for (const job of one.jobs) {
      const members = model.index.jobs.get(job)?.members
      if (members !== undefined && members.size > CROWD) members.forEach(see)
    }
    if (count > 0) counts.set(one.tool.id, count)
  }
  return counts
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
  const proposed = traits.filter((one, i) => one.accepted[places[i] ?? -1] === false).length
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

/** The listed pairs by job, and the connected ones of one product and of those called redundant. */
function listedByGroup(overlaps: readonly Overlap[]) {
  const functions = new Map<string, Listed>()
  for (const { score, reasons } of overlaps) {
    for (const { functionKeys = [] } of reasons) {
      for (const key of functionKeys) {
        const known = functions.get(key)
        if (known === undefined) functions.set(key, { best: score, count: 1 })
        else {
          known.best = Math.max(known.best, score)
          known.count++
        }
      }
    }
  }
  return {
    functions,
    products: connectedPairs(overlaps.filter(({ kind }) => kind === 'same-product')),
    confirmed: connectedPairs(overlaps.filter(({ verdict }) => verdict === 'redundant')),
  }
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

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

function byWeight(a: OverlapGroup, b: OverlapGroup): number {
  const confirmed = Number(b.verdict === 'redundant') - Number(a.verdict === 'redundant')
  return confirmed || b.score - a.score || b.tools.length - a.tools.length || (a.key < b.key ? -1 : 1)
}
