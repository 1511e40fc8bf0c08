import { CROWD, SAME_PRODUCT_PAIRS, STANDS_IN_FROM, STANDS_IN_WORDS } from './overlap-scale'
import { prefixLength } from './tokens'
import type { Traits } from './tool-traits'

/** The tools that do one job. `crowd` only when there are more than `CROWD` of them. */
export interface JobGroup {
  readonly members: Set<Traits>
  crowd: Crowd | undefined
}

/** A crowd's tools by what they could have in common besides the job. */
export interface Crowd {
  readonly departments: Postings
  readonly data: Postings
  readonly vendors: Postings<string>
  /** Prefixes only: of descriptions that are alike from `DESCRIBED_FROM` on. */
  readonly descriptions: Postings
}

/** The tools of one name or product, and the one with the smallest id. */
export interface Namesakes {
  readonly members: Set<Traits>
  leader: Traits
}

/** Lists rather than sets: walked through far more often than anything is taken out. */
export type Postings<K = number> = Map<K, Traits[]>

/** Descriptions below this likeness alone never make a pair of a crowd listed (`crowd-candidates.ts`). */
export const DESCRIBED_FROM = 0.5

/** From words, names and jobs to tools: what has to be looked at to find every pair that can be listed. */
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
      group.crowd = { departments: new Map(), data: new Map(), vendors: new Map(), descriptions: new Map() }
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
      for (const token of one.departments) unpost(group.crowd.departments, token, one)
      for (const token of one.data) unpost(group.crowd.data, token, one)
      if (one.vendor !== '') unpost(group.crowd.vendors, one.vendor, one)
      for (const token of describedBy(one, DESCRIBED_FROM)) unpost(group.crowd.descriptions, token, one)
    }
  }
  for (const word of standIns(one)) {
    unpost(index.described, word, one)
    unpost(index.jobless, word, one)
  }
}

/**
 * Visits every tool that could make a listed pair with this one by a name, by a job that few do, or by a description
 * that stands in for a job; some of them several times. What a crowd has in common: `visitCrowds`.
 */
export function visitAlike(one: Traits, index: OverlapIndex, visit: (other: Traits) => void): void {
  for (const name of one.names) {
    const same = index.names.get(name)
    if (same === undefined || same.members.size < 2) continue
    if (same.members.size <= SAME_PRODUCT_PAIRS || same.leader === one) same.members.forEach(visit)
    else visit(same.leader)
  }
  for (const job of one.jobs) {
    const group = index.jobs.get(job)
    if (group?.crowd === undefined) group?.members.forEach(visit)
  }
  const postings = one.jobs.length === 0 ? index.described : index.jobless
  if (postings.size === 0) return
  for (const word of standIns(one)) {
    visitAll(postings.get(word), visit)
  }
}

/** The words of a tool's description of which one is met by every description that is alike from `from` on. */
export function describedBy({ descriptionWords }: Traits, from: number): readonly number[] {
  return descriptionWords.slice(0, prefixLength(descriptionWords.length, from))
}

function standIns({ descriptionWords }: Traits): readonly number[] {
  const { length } = descriptionWords
  return descriptionWords.slice(0, length < STANDS_IN_WORDS ? 0 : prefixLength(length, STANDS_IN_FROM))
}

function postCrowd(crowd: Crowd, one: Traits): void {
  for (const token of one.departments) post(crowd.departments, token, one)
  for (const token of one.data) post(crowd.data, token, one)
  if (one.vendor !== '') post(crowd.vendors, one.vendor, one)
  for (const token of describedBy(one, DESCRIBED_FROM)) post(crowd.descriptions, token, one)
}

function post<K>(postings: Postings<K>, token: K, one: Traits): void {
  const list = postings.get(token)
  if (list === undefined) postings.set(token, [one])
  else list.push(one)
}

function unpost<K>(postings: Postings<K>, token: K, one: Traits): void {
  const list = postings.get(token)
  const at = list?.indexOf(one) ?? -1
  if (list === undefined || at < 0) return
  list.splice(at, 1)
  if (list.length === 0) postings.delete(token)
}

export function visitAll(list: readonly Traits[] | undefined, visit: (other: Traits) => void): void {
  if (list !== undefined) for (const other of list) visit(other)
}

function leaderOf(members: Iterable<Traits>): Traits {
  return Array.from(members).reduce((leader, one) => (one.tool.id < leader.tool.id ? one : leader))
}
