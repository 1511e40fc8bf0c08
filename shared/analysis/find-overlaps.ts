import type { Judgement, ToolId } from '../inventory/nouns'
import type { Overlap, OverlapKind } from './findings'
import { visitAlike } from './overlap-index'
import { anchorBetween, type OverlapModel, type OverlapSource, overlapModel, updateModel } from './overlap-model'
import { emptyWeighed, reasonsOf, staysBelow, type Weighed, weigh } from './overlap-reasons'
import { CROWD, CROWDED_FROM, LISTED_FROM, MOST_LISTED, SAME_PRODUCT_PAIRS } from './overlap-scale'
import { countShared } from './tokens'
import type { Traits } from './tool-traits'

/** How many tools are looked at in one step of `overlapSteps`. */
const STEP = 500

/** All listed pairs of an inventory: `allOverlaps` of a model that is thrown away. */
export function findOverlaps(source: OverlapSource): readonly Overlap[] {
  return allOverlaps(overlapModel(source))
}

/**
 * Pairs of tools that do the same, best first, ties by ids. `score` is the sum of the reasons' weights (0–1, absolute:
 * see `overlap-scale.ts`). Retired tools take no part, planned ones do. Listed are
 * - two rows of one product (of more than 64, each with the first);
 * - tools that share a job no more than 8 tools do, from 0.2 on;
 * - a tool and the one that stands for a suite which does its job, from 0.2 on;
 * - others that share a job, or whose job nobody knows and whose descriptions are alike, from 0.55 on;
 * - whatever somebody judged, but for `not-the-same`.
 * Of more than `MOST_LISTED` pairs the strongest are listed, and what somebody judged.
 * Kinds: same-product by name or recognition, within the same system or none; redundant: a shared job and a department
 * that uses both, or a person's verdict; in-suite; overlap: everything else.
 */
export function allOverlaps(model: OverlapModel): readonly Overlap[] {
  let overlaps: Overlap[] = []
  const bar: Bar = { score: 0 }
  for (const step of overlapSteps(model, bar)) {
    for (const overlap of step) overlaps.push(overlap)
    // Not to keep millions of them until the end. What is below the weakest of so many needn't even be made.
    if (overlaps.length < 2 * MOST_LISTED) continue
    overlaps = strongest(overlaps.sort(byScore))
    bar.score = (overlaps[MOST_LISTED - 1] as Overlap).score
  }
  return strongest(overlaps.sort(byScore))
}

/** The score below which a pair that nobody judged is passed over. */
interface Bar {
  score: number
}

/** The first `MOST_LISTED` of a sorted list, and of the others those that somebody judged. */
function strongest(sorted: Overlap[]): Overlap[] {
  if (sorted.length <= MOST_LISTED) return sorted
  return sorted.filter(({ verdict }, at) => at < MOST_LISTED || verdict !== undefined)
}

/** The same pairs in several goes of some hundred tools each, so that a large inventory can be shown as it comes. */
export function* overlapSteps(model: OverlapModel, bar: Bar = { score: 0 }): Iterable<readonly Overlap[]> {
  const traits = [...model.traits.values()]
  const pairs = pairFinder(model, bar)
  for (let from = 0; from < traits.length; from += STEP) {
    const found: Overlap[] = []
    for (const one of traits.slice(from, from + STEP)) {
      pairs(one, (other) => other.slot > one.slot, found)
    }
    yield found
  }
}

/**
 * The listed pairs after an edit, from those before it: only the pairs of these tools (and of groups that an edit made
 * a crowd or a suite's) are weighed again. Equal to `allOverlaps` of a new model, as
 * long as there are not more than `MOST_LISTED`. Changes the model.
 */
export function updateOverlaps(
  model: OverlapModel,
  before: readonly Overlap[],
  source: OverlapSource,
  changed: ReadonlySet<ToolId>,
): readonly Overlap[] {
  const dirty = updateModel(model, source, changed)
  const pairs = pairFinder(model)
  const fresh: Overlap[] = []
  for (const id of dirty) {
    const one = model.traits.get(id)
    if (one !== undefined) pairs(one, (other) => !dirty.has(other.tool.id) || other.slot > one.slot, fresh)
  }
  return strongest(
    merged(
      before.filter(({ tools: [a, b] }) => !dirty.has(a) && !dirty.has(b)),
      fresh.sort(byScore),
    ),
  )
}

/** The listed pairs of one tool alone, best first. */
export function overlapsOfTool(model: OverlapModel, id: ToolId): readonly Overlap[] {
  const one = model.traits.get(id)
  const found: Overlap[] = []
  if (one !== undefined) pairFinder(model)(one, (other) => other !== one, found)
  return found.sort(byScore)
}

/**
 * The pair as it is listed, or nothing when it isn't. Whatever finds pairs asks this; it decides alone.
 * @param least a pair that nobody judged is not listed below this score
 */
export function overlapOf(model: OverlapModel, x: Traits, y: Traits, scratch: Weighed, least = 0): Overlap | undefined {
  const anchor = anchorBetween(x, y, model)
  const verdict = model.verdicts.of(x.tool.id, y.tool.id)
  if (verdict === 'not-the-same') return undefined
  if (verdict === undefined && anchor === undefined && isHopeless(x, y, scratch, model, least)) return undefined
  const [a, b] = x.tool.id < y.tool.id ? [x, y] : [y, x]
  const weighed = weigh(a, b, anchor?.share ?? 0, scratch)
  if (verdict === undefined && (weighed.score < least || !isListed(a, b, weighed, model))) return undefined
  const reasons = reasonsOf(a, b, weighed, anchor, { ...model.source, tokens: model.tokens })
  return {
    tools: [a.tool.id, b.tool.id],
    score: weighed.score,
    kind: kindOf(weighed, verdict),
    reasons,
    proposed: weighed.proposed,
    ...(verdict === undefined ? {} : { verdict }),
  }
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

/** Finds the listed pairs of one tool with those wanted, each once. */
function pairFinder(model: OverlapModel, bar: Bar = { score: 0 }) {
  const seen = new Int32Array(model.nextSlot)
  const scratch = emptyWeighed()
  let round = 0
  return (one: Traits, isWanted: (other: Traits) => boolean, out: Overlap[]) => {
    round++
    const visit = (other: Traits) => {
      if (seen[other.slot] === round) return
      seen[other.slot] = round
      if (other === one || !isWanted(other)) return
      const overlap = overlapOf(model, one, other, scratch, bar.score)
      if (overlap !== undefined) out.push(overlap)
    }
    const visitId = (id: ToolId) => {
      const other = model.traits.get(id)
      if (other !== undefined) visit(other)
    }
    visitAlike(one, model.index, visit)
    for (const { tool } of model.anchors.get(one.tool.id) ?? []) visitId(tool)
    model.contained.get(one.tool.id)?.forEach(visitId)
    for (const id of model.verdicts.on(one.tool.id).keys()) visitId(id)
  }
}

function merged(a: readonly Overlap[], b: readonly Overlap[]): Overlap[] {
  const all: Overlap[] = []
  let next = 0
  for (const overlap of a) {
    while (next < b.length && byScore(b[next] as Overlap, overlap) < 0) all.push(b[next++] as Overlap)
    all.push(overlap)
  }
  return all.concat(b.slice(next))
}
