import { jobBound } from './crowd-candidates'
import { ALIKE_FROM, CROWDED_FROM, MOST } from './overlap-scale'
import type { Traits } from './tool-traits'

/** So much two sums of the same parts may differ by the order in which they are added up. */
const ROUNDING = 1e-9

const most = MOST.other

/** One thing that tools of a crowd can have in common: what it gives at most, and below which likeness nothing. */
interface Part {
  readonly most: number
  readonly from: number
  /** How many tokens each tool has, all of them one tool after the other, ascending, and where each tool's begin. */
  readonly sizes: Int32Array
  readonly tokens: Int32Array
  readonly starts: Int32Array
  /** For each token the tools that have it, in their order. */
  readonly having: ReadonlyMap<number, readonly number[]>
  /** How many tokens a tool has in common with the one that is looked at. */
  readonly shared: Int32Array
}

/**
 * Visits every pair of a crowd that could reach the bar by what a crowd is weighed by, each once, the earlier one
 * first. What two tools share is counted for all of a tool's pairs at once, in lists of numbers, so that the tools
 * themselves are touched only where it is enough. Exact, because what isn't counted is taken for its most: what can't
 * make up for what the job leaves open is not counted (the essential lists of a top-k search). So the higher the bar,
 * the fewer pairs: from 0.65 on nobody without data or a department in common, from 0.8 on nobody without a department.
 * @param bar asked again and again, because it rises with what is found
 */
export function searchCrowd(
  members: readonly Traits[],
  bar: () => number,
  visit: (one: Traits, other: Traits) => void,
): void {
  const bounds = Float64Array.from(members, (one) => most['same-function'] * jobBound(one))
  // The smaller what they give, the sooner they needn't be counted.
  const parts = [
    partOf(members, 'similar-name', ALIKE_FROM, ({ nameWords }) => nameWords),
    partOf(members, 'same-vendor', 0, vendorOf()),
    partOf(members, 'similar-description', ALIKE_FROM, ({ descriptionWords }) => descriptionWords),
    partOf(members, 'same-data', 0, ({ data }) => data),
    partOf(members, 'same-departments', 0, ({ departments }) => departments),
  ]
  const met: number[] = []
  const isMet = new Uint8Array(members.length)
  for (const [at, one] of members.entries()) {
    const least = Math.max(CROWDED_FROM, bar()) - ROUNDING
    const bound = bounds[at] as number
    const first = firstNeeded(parts, at, least - bound)
    for (let i = first; i < parts.length; i++) meetAll(parts[i] as Part, at, isMet, met)
    let rest = 0
    for (let i = 0; i < first; i++) if ((parts[i] as Part).sizes[at] !== 0) rest += (parts[i] as Part).most
    for (const other of met) {
      let score = rest + Math.min(bound, bounds[other] as number)
      for (let i = first; i < parts.length; i++) score += given(parts[i] as Part, at, other)
      isMet[other] = 0
      if (score < least) continue
      // What wasn't counted so far is looked at now, for the few that it could still bring there.
      for (let i = first - 1; i >= 0 && score >= least; i--) {
        const part = parts[i] as Part
        const taken = part.sizes[at] === 0 ? 0 : part.most
        score += exactly(part, at, other) - taken
      }
      if (score >= least) visit(one, members[other] as Traits)
    }
    met.length = 0
  }
}

/** Counts what a part makes a tool share with each of those behind it, and notes those that are met for the first time. */
function meetAll({ tokens, starts, having, shared }: Part, at: number, isMet: Uint8Array, met: number[]): void {
  for (let place = starts[at] as number; place < (starts[at + 1] as number); place++) {
    const list = having.get(tokens[place] as number) as readonly number[]
    for (let i = list.length - 1; i >= 0; i--) {
      const other = list[i] as number
      if (other <= at) break
      shared[other] = (shared[other] as number) + 1
      if (isMet[other] === 1) continue
      isMet[other] = 1
      met.push(other)
    }
  }
}

/**
 * The first part that is needed: at least one of those from there on must be shared to make up for what is missing.
 * Their number when nothing can.
 */
function firstNeeded(parts: readonly Part[], at: number, missing: number): number {
  let rest = 0
  for (const [i, part] of parts.entries()) {
    if (part.sizes[at] === 0) continue
    rest += part.most
    if (rest >= missing) return i
  }
  return parts.length
}

/** What a part gives, by what was counted; the count is used up. */
function given({ most, from, sizes, shared }: Part, at: number, other: number): number {
  const both = shared[other] as number
  if (both === 0) return 0
  shared[other] = 0
  const share = both / ((sizes[at] as number) + (sizes[other] as number) - both)
  return share >= from ? most * share : 0
}

/** What a part gives that nobody counted. */
function exactly({ most, from, sizes, tokens, starts }: Part, at: number, other: number): number {
  const [a, b] = [sizes[at] as number, sizes[other] as number]
  if (a === 0 || b === 0) return 0
  let [i, j] = [starts[at] as number, starts[other] as number]
  const [endI, endJ] = [i + a, j + b]
  let both = 0
  while (i < endI && j < endJ) {
    const difference = (tokens[i] as number) - (tokens[j] as number)
    if (difference === 0) both++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  const share = both / (a + b - both)
  return share >= from ? most * share : 0
}

/** Vendors as numbers. */
function vendorOf(): (one: Traits) => readonly number[] {
  const numbers = new Map<string, number>()
  return ({ vendor }) => {
    if (vendor === '') return []
    const number = numbers.get(vendor) ?? numbers.size
    numbers.set(vendor, number)
    return [number]
  }
}

function partOf(
  members: readonly Traits[],
  code: keyof typeof most,
  from: number,
  tokensOf: (one: Traits) => readonly number[],
): Part {
  const having = new Map<number, number[]>()
  const sizes = new Int32Array(members.length)
  const starts = new Int32Array(members.length + 1)
  const all: number[] = []
  for (const [at, one] of members.entries()) {
    const own = tokensOf(one)
    sizes[at] = own.length
    for (const token of own) {
      all.push(token)
      const list = having.get(token)
      if (list === undefined) having.set(token, [at])
      else list.push(at)
    }
    starts[at + 1] = all.length
  }
  const shared = new Int32Array(members.length)
  return { most: most[code], from, sizes, starts, tokens: Int32Array.from(all), having, shared }
}
