import { ALIKE_FROM, CROWD, SAME_PRODUCT_PAIRS, STANDS_IN_FROM, STANDS_IN_WORDS } from './overlap-scale'
import { prefixLength } from './tokens'
import type { Traits } from './tool-traits'

/**
 * Departments alike below this give less than `CROWDED_FROM` − 0.45 (the job) − 0.05, so that such a pair needs data,
 * a name or a description in common besides: 0.25 · 0.2 = 0.05.
 */
const DEPARTMENTS_FROM = 0.25

/** The tools that do one job. `crowd` only when there are more than `CROWD` of them. */
export interface JobGroup {
  readonly members: Set<Traits>
  crowd: Postings | undefined
}

/** The tools of one name or product, and the one with the smallest id. */
export interface Namesakes {
  readonly members: Set<Traits>
  leader: Traits
}

/** Lists rather than sets: walked through far more often than anything is taken out. */
type Postings = Map<number, Traits[]>

/**
 * From words, names and jobs to tools: what has to be looked at to find every pair that can be listed. Exact, because
 * of an upper bound: the job gives at most 0.45, so a pair of a crowd reaches 0.55 only with 0.1 from elsewhere. With
 * less than 0.05 from departments it needs more than 0.05 from data, names, descriptions and the vendor; the vendor
 * gives no more than that, so data, names or descriptions are alike as well. Each of the four is met by its prefix.
 */
export interface OverlapIndex {
  readonly jobs: Map<number, JobGroup>
  readonly names: Map<number, Namesakes>
  /** Prefixes of descriptions that could stand in for a job: of all tools, and of those whose job nobody knows. */
  readonly described: Postings
  readonly jobless: Postings
}

export function emptyIndex(): OverlapIndex {
  return { jobs: new Map(), names: new Map(), described: new Map(), jobless: new Map() }
}

export function addToIndex(one: Traits, index: OverlapIndex): void {
  for (const name of one.names) {
    const same = index.names.get(name)
    if (same === undefined) index.names.set(name, { members: new Set([one]), leader: one })
    else {
      same.members.add(one)
      if (one.tool.id < same.leader.tool.id) same.leader = one
    }
  }
  for (const job of one.jobs) {
    const group = index.jobs.get(job) ?? { members: new Set(), crowd: undefined }
    index.jobs.set(job, group)
    group.members.add(one)
    if (group.crowd !== undefined) postCrowd(group.crowd, one)
    else if (group.members.size > CROWD) {
      group.crowd = new Map()
      for (const each of group.members) postCrowd(group.crowd, each)
    }
  }
  for (const word of standIns(one)) {
    post(index.described, word, one)
    if (one.jobs.length === 0) post(index.jobless, word, one)
  }
}

export function removeFromIndex(one: Traits, index: OverlapIndex): void {
  for (const name of one.names) {
    const same = index.names.get(name)
    if (same?.members.delete(one) !== true) continue
    if (same.members.size === 0) index.names.delete(name)
    else if (same.leader === one) same.leader = leaderOf(same.members)
  }
  for (const job of one.jobs) {
    const group = index.jobs.get(job)
    if (group === undefined) continue
    group.members.delete(one)
    if (group.members.size === 0) index.jobs.delete(job)
    else if (group.members.size <= CROWD) group.crowd = undefined
    else if (group.crowd !== undefined) {
      for (const tokens of crowdTokens(one)) for (const token of tokens) unpost(group.crowd, token, one)
    }
  }
  for (const word of standIns(one)) {
    unpost(index.described, word, one)
    unpost(index.jobless, word, one)
  }
}

/** Visits every tool that could make a listed pair with this one by what the two are; some of them several times. */
export function visitAlike(one: Traits, index: OverlapIndex, visit: (other: Traits) => void): void {
  for (const name of one.names) {
    const same = index.names.get(name)
    if (same === undefined || same.members.size < 2) continue
    if (same.members.size <= SAME_PRODUCT_PAIRS || same.leader === one) same.members.forEach(visit)
    else visit(same.leader)
  }
  const keys = crowdTokens(one)
  for (const job of one.jobs) {
    const group = index.jobs.get(job)
    if (group?.crowd === undefined) group?.members.forEach(visit)
    else for (const tokens of keys) for (const token of tokens) visitAll(group.crowd.get(token), visit)
  }
  const postings = one.jobs.length === 0 ? index.described : index.jobless
  if (postings.size === 0) return
  for (const word of standIns(one)) {
    visitAll(postings.get(word), visit)
  }
}

/** The tokens under which a tool stands in a crowd: prefixes of its sets, and all its data objects. */
function crowdTokens({ departments, data, nameWords, descriptionWords }: Traits): readonly (readonly number[])[] {
  return [
    data,
    departments.slice(0, prefixLength(departments.length, DEPARTMENTS_FROM)),
    nameWords.slice(0, prefixLength(nameWords.length, ALIKE_FROM)),
    descriptionWords.slice(0, prefixLength(descriptionWords.length, ALIKE_FROM)),
  ]
}

function standIns({ descriptionWords }: Traits): readonly number[] {
  const { length } = descriptionWords
  return descriptionWords.slice(0, length < STANDS_IN_WORDS ? 0 : prefixLength(length, STANDS_IN_FROM))
}

function postCrowd(crowd: Postings, one: Traits): void {
  for (const tokens of crowdTokens(one)) for (const token of tokens) post(crowd, token, one)
}

function post(postings: Postings, token: number, one: Traits): void {
  const list = postings.get(token)
  if (list === undefined) postings.set(token, [one])
  else list.push(one)
}

function unpost(postings: Postings, token: number, one: Traits): void {
  const list = postings.get(token)
  const at = list?.indexOf(one) ?? -1
  if (list === undefined || at < 0) return
  list.splice(at, 1)
  if (list.length === 0) postings.delete(token)
}

function visitAll(list: readonly Traits[] | undefined, visit: (other: Traits) => void): void {
  if (list !== undefined) for (const other of list) visit(other)
}

function leaderOf(members: Iterable<Traits>): Traits {
  return Array.from(members).reduce((leader, one) => (one.tool.id < leader.tool.id ? one : leader))
}
