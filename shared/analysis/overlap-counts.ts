import type { ToolId } from '../inventory/nouns'
import type { Overlap } from './findings'
import type { OverlapModel } from './overlap-model'
import { jobTokenOf, type Traits } from './tool-traits'
import type { UpdatedOverlaps } from './update-overlaps'

/** With how many other tools each tool overlaps, kept from one Change to the next. */
export interface OverlapCounts {
  readonly counts: ReadonlyMap<ToolId, number>
  /** How many of the listed pairs of a tool share no crowded job: the crowds' members are counted as a whole. */
  readonly beyond: Map<ToolId, number>
  /** The crowded jobs and how many do them. */
  readonly crowds: ReadonlyMap<number, number>
}

/**
 * With how many other tools each tool overlaps: those it makes a listed pair with, and all that do the same job in a
 * crowd, whose pairs aren't listed one by one; whoever is called not the same isn't counted. Tools without any are absent.
 */
export function countOverlaps(model: OverlapModel, overlaps: readonly Overlap[]): OverlapCounts {
  const crowds = crowdsOf(model)
  const beyond = new Map<ToolId, number>()
  for (const overlap of overlaps) addBeyond(overlap, 1, beyond, crowds, model)
  const counts = new Map<ToolId, number>()
  const inCrowds = crowdCounter(model)
  for (const id of model.traits.keys()) {
    const count = countOf(id, model, beyond, inCrowds)
    if (count > 0) counts.set(id, count)
  }
  return { counts, beyond, crowds }
}

/** The same after an edit: only the tools that were touched, their partners and the members of changed crowds are counted. */
export function countAgain(
  { counts: before, beyond, crowds: old }: OverlapCounts,
  model: OverlapModel,
  { found, removed, added, dirty }: UpdatedOverlaps,
): OverlapCounts {
  const crowds = crowdsOf(model)
  const isSame = (job: number) => old.has(job) === crowds.has(job)
  if (dirty === 'all' || ![...old.keys(), ...crowds.keys()].every(isSame)) return countOverlaps(model, found.overlaps)
  const wanted = new Set<ToolId>(dirty)
  for (const overlap of removed) addBeyond(overlap, -1, beyond, crowds, model)
  for (const overlap of added) addBeyond(overlap, 1, beyond, crowds, model)
  for (const { tools } of [...removed, ...added]) for (const id of tools) wanted.add(id)
  for (const [job, size] of crowds) {
    if (old.get(job) === size) continue
    for (const { tool } of model.index.jobs.get(job)?.members ?? []) wanted.add(tool.id)
  }
  for (const id of dirty) for (const other of model.verdicts.on(id).keys()) wanted.add(other)
  const inCrowds = crowdCounter(model)
  let counts: Map<ToolId, number> | undefined
  for (const id of wanted) {
    const count = countOf(id, model, beyond, inCrowds)
    if (count === (before.get(id) ?? 0)) continue
    counts ??= new Map(before)
    if (count > 0) counts.set(id, count)
    else counts.delete(id)
  }
  return { counts: counts ?? before, beyond, crowds }
}

function crowdsOf({ index }: OverlapModel): ReadonlyMap<number, number> {
  const crowds = new Map<number, number>()
  for (const [job, { members, crowd }] of index.jobs) if (crowd !== undefined) crowds.set(job, members.size)
  return crowds
}

function addBeyond(
  { tools, reasons }: Overlap,
  by: number,
  beyond: Map<ToolId, number>,
  crowds: ReadonlyMap<number, number>,
  { tokens }: OverlapModel,
): void {
  for (const { functionKeys = [] } of reasons) {
    if (functionKeys.some((key) => crowds.has(jobTokenOf(key, tokens)))) return
  }
  for (const id of tools) {
    const count = (beyond.get(id) ?? 0) + by
    if (count === 0) beyond.delete(id)
    else beyond.set(id, count)
  }
}

function countOf(
  id: ToolId,
  model: OverlapModel,
  beyond: ReadonlyMap<ToolId, number>,
  inCrowds: (one: Traits) => number,
): number {
  const one = model.traits.get(id)
  return one === undefined ? 0 : inCrowds(one) + (beyond.get(id) ?? 0)
}

/** Counts the others in a tool's crowds, each once. Tools with the same crowds have the same company. */
function crowdCounter({ index, traits, verdicts }: OverlapModel): (one: Traits) => number {
  const sizes = new Map<string, number>()
  const sizeOf = (jobs: readonly number[]): number => {
    const [only] = jobs
    if (only === undefined) return 0
    if (jobs.length === 1) return index.jobs.get(only)?.members.size ?? 0
    const key = jobs.join(' ')
    const known = sizes.get(key)
    if (known !== undefined) return known
    const all = new Set<Traits>()
    for (const job of jobs) for (const one of index.jobs.get(job)?.members ?? []) all.add(one)
    sizes.set(key, all.size)
    return all.size
  }
  return (one) => {
    const jobs = one.jobs.filter((job) => index.jobs.get(job)?.crowd !== undefined)
    if (jobs.length === 0) return 0
    let strangers = 0
    for (const [id, { judgement }] of verdicts.on(one.tool.id)) {
      const other = judgement === 'not-the-same' ? traits.get(id) : undefined
      if (other !== undefined && jobs.some((job) => other.jobs.includes(job))) strangers++
    }
    return sizeOf(jobs) - 1 - strangers
  }
}
