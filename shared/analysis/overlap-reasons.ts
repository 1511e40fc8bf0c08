import type { Inventory } from '../inventory/inventory'
import type { DataObjectId, DepartmentId } from '../inventory/nouns'
import type { Assigned, OverlapReason } from './findings'
import {
  ALIKE_FROM,
  CONTAINED_SHARE,
  MOST,
  type Question,
  REASON_CODES,
  STANDS_IN_FROM,
  STANDS_IN_WORDS,
  SUITE_SHARE,
} from './overlap-scale'
import type { Anchor } from './suite-anchors'
import { countShared, likeness, sharedTokens, type Tokens } from './tokens'
import { functionKeyOf, isProduct, type Traits, wordOf } from './tool-traits'

/** Two tools weighed: which question they put, and the points of each reason in the order of `REASON_CODES`. */
export interface Weighed {
  question: Question
  score: number
  readonly weights: Float64Array
  sharedJobs: number
  sharedDepartments: number
  /** True when a shared job is only proposed for one of them. */
  proposed: boolean
}

export function emptyWeighed(): Weighed {
  const weights = new Float64Array(REASON_CODES.length)
  return { question: 'other', score: 0, weights, sharedJobs: 0, sharedDepartments: 0, proposed: false }
}

/**
 * Weighs two tools into `out`, which is given back: `score` is the sum of the weights (0–1), and
 * `weight = MOST[question][code] × share`, where the share (0–1) is
 * - same-function: 0.6 · shared/fewer + 0.4 · shared/more, a shared job counting as much as it tells (`BROAD_JOBS`)
 *   and 0.7 of that where it is only proposed, 0.4 where that is doubtful;
 * - same-departments: shared departments / all departments of the two (Jaccard);
 * - same-data: likewise over the data objects that both are a place of origin for;
 * - in-suite: jobs of the contained tool that the suite does / all its jobs (`inSuite`);
 * - similar-description, similar-name: likewise over words, nothing below 0.3 (0.5 where it stands in for the job);
 * - same-vendor: 1 when both name the same one.
 * What is unknown on either side gives no reason: unknown is not "the same". Of one product: 1 for its name.
 * @param inSuite share of one tool's jobs that a suite of the other does, where the other stands for that suite; else 0
 */
export function weigh(a: Traits, b: Traits, inSuite: number, out: Weighed): Weighed {
  const isSameProduct = countShared(a.names, b.names) > 0
  const isUnknown = a.jobs.length === 0 || b.jobs.length === 0
  const question = isSameProduct ? 'same-product' : inSuite > 0 ? 'in-suite' : isUnknown ? 'job-unknown' : 'other'
  const most = MOST[question]
  const { weights } = out
  out.question = question
  weights[0] = most['similar-name'] * (isSameProduct ? 1 : bothParts(a, b) ? 0 : alike(a.nameWords, b.nameWords))
  weights[1] = most['in-suite'] * inSuite
  weights[2] = most['same-function'] * jobShare(a, b, out)
  const departments = countShared(a.departments, b.departments)
  out.sharedDepartments = departments
  const all = a.departments.length + b.departments.length - departments
  weights[3] = departments === 0 ? 0 : (most['same-departments'] * departments) / all
  weights[4] = most['same-data'] * likeness(a.data, b.data)
  const likeDescription = alike(a.descriptionWords, b.descriptionWords)
  const fewest = Math.min(a.descriptionWords.length, b.descriptionWords.length)
  const standsIn = likeDescription >= STANDS_IN_FROM && fewest >= STANDS_IN_WORDS
  const counts = question !== 'job-unknown' || standsIn
  weights[5] = counts ? most['similar-description'] * likeDescription : 0
  weights[6] = a.vendor !== '' && a.vendor === b.vendor ? most['same-vendor'] : 0
  let score = 0
  for (const weight of weights) score += weight
  out.score = Math.min(1, score)
  return out
}

/**
 * True when two tools of a crowd cannot reach a score, found out with as little work as possible: an upper bound that
 * gets tighter with every reason that is worked out, the cheap ones first. Never true for a pair that reaches it.
 */
export function staysBelow(score: number, a: Traits, b: Traits, out: Weighed): boolean {
  const most = MOST.other
  let missing = score - ROUNDING - most['same-function'] * jobShare(a, b, out)
  let left = most['same-departments'] + most['similar-description'] + most['similar-name']
  if (a.vendor !== '' && a.vendor === b.vendor) missing -= most['same-vendor']
  if (a.data.length > 0 && b.data.length > 0) missing -= most['same-data'] * likeness(a.data, b.data)
  if (missing > left) return true
  missing -= most['same-departments'] * likeness(a.departments, b.departments)
  left -= most['same-departments']
  if (missing > left) return true
  missing -= most['similar-name'] * alike(a.nameWords, b.nameWords)
  left -= most['similar-name']
  return missing > left || missing > most['similar-description'] * alike(a.descriptionWords, b.descriptionWords)
}

/** So much two sums of the same parts may differ by the order in which they are added up. */
const ROUNDING = 1e-9

/** The reasons of two weighed tools, with the rows they rest on. */
export function reasonsOf(
  a: Traits,
  b: Traits,
  { weights }: Weighed,
  anchor: Anchor | undefined,
  { inventory, assigned, tokens }: { inventory: Inventory; assigned: Assigned; tokens: Tokens },
): readonly OverlapReason[] {
  const reasons: OverlapReason[] = []
  const words = (x: readonly number[], y: readonly number[]) => sharedTokens(x, y).map((token) => wordOf(token, tokens))
  for (const [index, code] of REASON_CODES.entries()) {
    const weight = weights[index] as number
    if (weight === 0) continue
    if (code === 'similar-name') {
      reasons.push({ code, weight, value: sameName(a, b, tokens) ?? words(a.nameWords, b.nameWords).sort().join(' ') })
    } else if (code === 'in-suite') {
      reasons.push({
        code,
        weight,
        value: anchor?.suite ?? '',
        ...(anchor === undefined ? {} : { tools: [anchor.tool] }),
      })
    } else if (code === 'same-function') {
      const functionKeys = sharedTokens(a.jobs, b.jobs).map((job) => functionKeyOf(job, tokens))
      functionKeys.sort()
      const value = functionKeys.map((key) => assigned.functions.get(key)?.name.en ?? key).join(', ')
      reasons.push({ code, weight, value, functionKeys })
    } else if (code === 'same-departments') {
      const departments = sharedTokens(a.departments, b.departments).map((each) => tokens.textOf(each) as DepartmentId)
      departments.sort()
      reasons.push({ code, weight, value: namesOf(departments, inventory.departments), departments })
    } else if (code === 'same-data') {
      const dataObjects = sharedTokens(a.data, b.data).map((each) => tokens.textOf(each) as DataObjectId)
      dataObjects.sort()
      reasons.push({ code, weight, value: namesOf(dataObjects, inventory.dataObjects), dataObjects })
    } else if (code === 'similar-description') {
      reasons.push({ code, weight, value: words(a.descriptionWords, b.descriptionWords).sort().join(' ') })
    } else {
      reasons.push({ code, weight, value: a.tool.vendor ?? a.vendor })
    }
  }
  return reasons
}

function jobShare(a: Traits, b: Traits, out: Weighed): number {
  let sum = 0
  let shared = 0
  let proposed = false
  let i = 0
  let j = 0
  while (i < a.jobs.length && j < b.jobs.length) {
    const x = a.jobs[i] as number
    const y = b.jobs[j] as number
    if (x === y) {
      const trust = Math.min(a.trust[i] as number, b.trust[j] as number)
      sum += (a.telling[i] as number) * trust
      proposed ||= trust < 1
      shared++
      i++
      j++
    } else if (x < y) i++
    else j++
  }
  out.sharedJobs = shared
  out.proposed = proposed
  if (shared === 0) return 0
  const [inA, inB] = [a.jobCount, b.jobCount]
  return Math.min(1, sum * (CONTAINED_SHARE / Math.min(inA, inB) + SUITE_SHARE / Math.max(inA, inB)))
}

function alike(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0
  if (Math.min(a.length, b.length) < ALIKE_FROM * Math.max(a.length, b.length)) return 0
  const share = likeness(a, b)
  return share >= ALIKE_FROM ? share : 0
}

/** Names of parts ("API", "Database") say what they are within their systems, not that they are alike. */
function bothParts(a: Traits, b: Traits): boolean {
  return a.tool.partOf !== undefined && b.tool.partOf !== undefined
}

/** What both rows name: the recognised product, otherwise the name as the first of them writes it. */
function sameName(a: Traits, b: Traits, tokens: Tokens): string | undefined {
  const names = sharedTokens(a.names, b.names)
  if (names.length === 0) return undefined
  const product = names.find((name) => isProduct(name, tokens))
  return product === undefined ? a.tool.name : wordOf(product, tokens)
}

function namesOf<I extends string>(ids: readonly I[], rows: ReadonlyMap<I, { readonly name: string }>): string {
  const names = ids.map((id) => rows.get(id)?.name ?? id)
  return names.sort().join(', ')
}
