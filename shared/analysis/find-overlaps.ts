import type { Judgement, ToolId } from '../inventory/nouns'
import { visitCrowds } from './crowd-candidates'
import { searchCrowd } from './crowd-search'
import type { Overlap, OverlapKind, OverlapRange } from './findings'
import { visitAlike } from './overlap-index'
import { anchorBetween, type OverlapModel, type OverlapSource, overlapModel } from './overlap-model'
import { emptyWeighed, reasonsOf, staysBelow, type Weighed, weigh } from './overlap-reasons'
import {
  CROWD,
  CROWDED_FROM,
  FIRST_LOOKS,
  LISTED_FROM,
  LOOKS_WORTH_SAVING,
  MOST_LISTED,
  SAME_PRODUCT_PAIRS,
} from './overlap-scale'
import { type ScoredPair, type StrongestPairs, strongestPairs } from './strongest-pairs'
import { countShared } from './tokens'
import type { Traits } from './tool-traits'

/** The listed pairs, and which of all pairs these are. */
export interface FoundOverlaps {
  readonly overlaps: readonly Overlap[]
  readonly range: OverlapRange
  /** The listed pairs and, where the list is cut, the next best: an edit may bring them into it. Best first. */
  readonly known: readonly Overlap[]
  /** The last of the order up to which every pair is known; absent when all are. */
  readonly until?: Overlap
}

/** All listed pairs of an inventory: `allOverlaps` of a model that is thrown away. */
export function findOverlaps(source: OverlapSource): readonly Overlap[] {
  return allOverlaps(overlapModel(source)).overlaps
}

/**
 * Pairs of tools that do the same, best first, ties by ids. `score` is the sum of the reasons' weights (0–1, absolute:
 * see `overlap-scale.ts`). Retired tools take no part, planned ones do. Listed are
 * - two rows of one product (of more than 64, each with the first);
 * - tools that share a job no more than 8 tools do, from 0.2 on;
 * - a tool and the one that stands for a suite which does its job, from 0.2 on;
 * - others that share a job, or whose job nobody knows and whose descriptions are alike, from 0.55 on;
 * - whatever somebody judged, but for `not-the-same`.
 * Of more than `most` pairs that nobody judged the strongest are listed, exactly those, and `range` says so.
 * Kinds: same-product by name or recognition, within the same system or none; redundant: a shared job and a department
 * that uses both, or a person's verdict; in-suite; overlap: everything else.
 */
export function allOverlaps(model: OverlapModel, most: number = MOST_LISTED): FoundOverlaps {
  let found: FoundOverlaps = { overlaps: [], range: { extent: 'all', from: 0 }, known: [] }
  for (const step of overlapSteps(model, most)) found = step
  return found
}

/**
 * The same in several goes, each complete in itself and the last one `allOverlaps`: in large crowds the strongest pairs
 * are found in a fraction of the time, because weak ones needn't be looked at. With `extent: 'so-far'` everything from
 * `range.from` on is there.
 */
export function* overlapSteps(
  model: OverlapModel,
  most: number = MOST_LISTED,
  floors: readonly number[] = looksOf(model) > LOOKS_WORTH_SAVING ? FIRST_LOOKS : [],
): Iterable<FoundOverlaps> {
  const known: Explained = { pairs: [], overlaps: [] }
  for (const floor of [...floors, 0]) {
    const strongest = strongestPairs(most + spareOf(most), floor)
    searchAll(model, strongest)
    const pairs = strongest.sorted()
    const overlaps = explained(pairs, model, known)
    Object.assign(known, { pairs, overlaps })
    const cut = cutTo(overlaps, most, strongest.isCut || floor > 0 ? lastUnjudged(overlaps) : undefined)
    if (cut.range.extent === 'strongest') {
      yield cut
      return
    }
    yield floor === 0 ? cut : { overlaps, range: { extent: 'so-far', from: floor }, known: overlaps }
  }
}

/** How many of the next best are kept beside a cut list. */
export function spareOf(most: number): number {
  return Math.ceil(most / 50)
}

/**
 * The listed ones of a sorted list: `most` that nobody judged, and all that somebody judged. At most `spareOf(most)` more
 * are kept.
 * @param until the last up to which every pair is in the list; undefined when all are
 */
export function cutTo(known: readonly Overlap[], most: number, until: Overlap | undefined): FoundOverlaps {
  let judged = 0
  for (const { verdict } of known) if (verdict !== undefined) judged++
  if (known.length - judged <= most) {
    return { overlaps: known, range: { extent: 'all', from: 0 }, known, ...(until === undefined ? {} : { until }) }
  }
  const first = (count: number) => {
    let place = 0
    return known.filter(({ verdict }) => verdict !== undefined || ++place <= count)
  }
  const overlaps = first(most)
  const range = { extent: 'strongest', from: lastUnjudged(overlaps)?.score ?? 0 } as const
  if (known.length - judged <= most + spareOf(most)) {
    return { overlaps, range, known, ...(until === undefined ? {} : { until }) }
  }
  const kept = first(most + spareOf(most))
  return { overlaps, range, known: kept, until: lastUnjudged(kept) as Overlap }
}

function lastUnjudged(overlaps: readonly Overlap[]): Overlap | undefined {
  return overlaps.findLast(({ verdict }) => verdict === undefined)
}

/** How many pairs share a crowded job. */
function looksOf({ index }: OverlapModel): number {
  let looks = 0
  for (const { members, crowd } of index.jobs.values()) {
    if (crowd !== undefined) looks += (members.size * (members.size - 1)) / 2
  }
  return looks
}

function searchAll(model: OverlapModel, strongest: StrongestPairs): void {
  const alike = pairFinder(model, strongest, false)
  for (const one of model.traits.values()) alike(one, (other) => other.slot > one.slot)
  const scratch = emptyWeighed()
  for (const [job, { members, crowd }] of model.index.jobs) {
    if (crowd === undefined) continue
    const ordered = [...members].sort((x, y) => x.slot - y.slot)
    searchCrowd(
      ordered,
      () => strongest.bar,
      (one, other) => {
        const least = Math.max(CROWDED_FROM, strongest.bar)
        if (staysBelow(least, one, other, scratch) || !isOnlyOfCrowd(job, one, other, model)) return
        const [a, b] = one.tool.id < other.tool.id ? [one, other] : [other, one]
        const { score } = weigh(a, b, 0, scratch)
        if (score >= least) strongest.offer({ a, b, score, verdict: undefined })
      },
    )
  }
}

/** True for a pair that nothing but crowded jobs brings together, of which this one is the first. */
function isOnlyOfCrowd(job: number, one: Traits, other: Traits, model: OverlapModel): boolean {
  if (countShared(one.names, other.names) > 0) return false
  let first: number | undefined
  for (const each of one.jobs) {
    if (!other.jobs.includes(each)) continue
    if (model.index.jobs.get(each)?.crowd === undefined) return false
    first ??= each
  }
  if (first !== job || model.verdicts.of(one.tool.id, other.tool.id) !== undefined) return false
  return anchorBetween(one, other, model) === undefined
}

/** Pairs, and beside each what is listed of it. */
interface Explained {
  pairs: readonly ScoredPair[]
  overlaps: readonly Overlap[]
}

/** The pairs with their reasons, in their order. `known`: some of them that have theirs already, in the same order. */
export function explained(pairs: readonly ScoredPair[], model: OverlapModel, known?: Explained): Overlap[] {
  const scratch = emptyWeighed()
  let next = 0
  return pairs.map(({ a, b }) => {
    const there = known?.pairs[next]
    if (there?.a === a && there.b === b) return known?.overlaps[next++] as Overlap
    const overlap = overlapOf(model, a, b, scratch)
    if (overlap === undefined) throw new Error('a pair was found that isn’t one to be listed')
    return overlap
  })
}

/** The listed pairs of one tool alone, best first. */
export function overlapsOfTool(model: OverlapModel, id: ToolId): readonly Overlap[] {
  const one = model.traits.get(id)
  if (one === undefined) return []
  const strongest = strongestPairs(model.traits.size)
  pairFinder(model, strongest)(one, (other) => other !== one)
  return explained(strongest.sorted(), model)
}

/** The pair as it is listed, or nothing when it isn't. Whatever finds pairs asks this; it decides alone. */
export function overlapOf(model: OverlapModel, x: Traits, y: Traits, scratch: Weighed): Overlap | undefined {
  const verdict = listedVerdict(model, x, y, 0, scratch)
  if (verdict === 'unlisted') return undefined
  const [a, b] = x.tool.id < y.tool.id ? [x, y] : [y, x]
  const reasons = reasonsOf(a, b, scratch, anchorBetween(x, y, model), { ...model.source, tokens: model.tokens })
  return {
    tools: [a.tool.id, b.tool.id],
    score: scratch.score,
    kind: kindOf(scratch, verdict),
    reasons,
    proposed: scratch.proposed,
    ...(verdict === undefined ? {} : { verdict }),
  }
}

/** Weighs a pair that is listed into `scratch` and gives back what somebody said of it. */
function listedVerdict(
  model: OverlapModel,
  x: Traits,
  y: Traits,
  least: number,
  scratch: Weighed,
): Judgement | undefined | 'unlisted' {
  const anchor = anchorBetween(x, y, model)
  const verdict = model.verdicts.of(x.tool.id, y.tool.id)
  if (verdict === 'not-the-same') return 'unlisted'
  if (verdict === undefined && anchor === undefined && isHopeless(x, y, scratch, model, least)) return 'unlisted'
  const [a, b] = x.tool.id < y.tool.id ? [x, y] : [y, x]
  weigh(a, b, anchor?.share ?? 0, scratch)
  if (verdict === undefined && (scratch.score < least || !isListed(a, b, scratch, model))) return 'unlisted'
  return verdict
}

/** Best first; ties by the ids. */
export function byScore(a: Overlap, b: Overlap): number {
  if (a.score !== b.score) return b.score - a.score
  const [x, y] = a.tools[0] === b.tools[0] ? [a.tools[1], b.tools[1]] : [a.tools[0], b.tools[0]]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Most pairs of a crowd have the job in common and nothing else: told apart without weighing them in full. */
function isHopeless(a: Traits, b: Traits, scratch: Weighed, { index }: OverlapModel, least: number): boolean {
  if (a.jobs.length === 0 || b.jobs.length === 0) return false
  if (countShared(a.names, b.names) > 0) return false
  for (const job of a.jobs) {
    if ((index.jobs.get(job)?.members.size ?? 0) <= CROWD && b.jobs.includes(job)) return false
  }
  return staysBelow(Math.max(CROWDED_FROM, least), a, b, scratch)
}

function isListed(a: Traits, b: Traits, { question, score, sharedJobs }: Weighed, { index }: OverlapModel): boolean {
  if (score < LISTED_FROM) return false
  if (question === 'in-suite') return true
  if (question === 'same-product') {
    for (const name of a.names) {
      if (!b.names.includes(name)) continue
      const same = index.names.get(name)
      if (same === undefined) continue
      if (same.members.size <= SAME_PRODUCT_PAIRS || same.leader === a || same.leader === b) return true
    }
    return false
  }
  if (score >= CROWDED_FROM) return sharedJobs > 0 || question === 'job-unknown'
  for (const job of a.jobs) {
    if ((index.jobs.get(job)?.members.size ?? 0) <= CROWD && b.jobs.includes(job)) return true
  }
  return false
}

function kindOf({ question, sharedJobs, sharedDepartments }: Weighed, verdict: Judgement | undefined): OverlapKind {
  if (verdict === 'redundant') return 'redundant'
  if (question === 'same-product') return 'same-product'
  if (sharedJobs > 0 && sharedDepartments > 0) return 'redundant'
  return question === 'in-suite' ? 'in-suite' : 'overlap'
}

/**
 * Finds the listed pairs of one tool with those wanted, each once.
 * @param withCrowds false leaves out those that share nothing but crowded jobs
 */
export function pairFinder(model: OverlapModel, strongest: StrongestPairs, withCrowds = true) {
  const seen = new Int32Array(model.nextSlot)
  const scratch = emptyWeighed()
  let round = 0
  return (one: Traits, isWanted: (other: Traits) => boolean) => {
    round++
    const isNew = (other: Traits) => {
      if (seen[other.slot] === round) return false
      seen[other.slot] = round
      return other !== one && isWanted(other)
    }
    const offer = (other: Traits) => {
      const verdict = listedVerdict(model, one, other, strongest.bar, scratch)
      if (verdict === 'unlisted') return
      const [a, b] = one.tool.id < other.tool.id ? [one, other] : [other, one]
      strongest.offer({ a, b, score: scratch.score, verdict })
    }
    const visit = (other: Traits) => {
      if (isNew(other)) offer(other)
    }
    const visitId = (id: ToolId) => {
      const other = model.traits.get(id)
      if (other !== undefined) visit(other)
    }
    visitAlike(one, model.index, visit)
    for (const { tool } of model.anchors.get(one.tool.id) ?? []) visitId(tool)
    model.contained.get(one.tool.id)?.forEach(visitId)
    for (const id of model.verdicts.on(one.tool.id).keys()) visitId(id)
    if (!withCrowds) return
    // Whoever is left shares nothing but crowded jobs with it: no name, no suite, no verdict.
    visitCrowds(one, model.index, strongest.bar, (other) => {
      if (seen[other.slot] === round) return
      seen[other.slot] = round
      if (other === one || !isWanted(other)) return
      const least = Math.max(CROWDED_FROM, strongest.bar)
      if (staysBelow(least, one, other, scratch)) return
      const [a, b] = one.tool.id < other.tool.id ? [one, other] : [other, one]
      weigh(a, b, 0, scratch)
      if (scratch.question !== 'other') offer(other)
      else if (scratch.score >= least) strongest.offer({ a, b, score: scratch.score, verdict: undefined })
    })
  }
}
