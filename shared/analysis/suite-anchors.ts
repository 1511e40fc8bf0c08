import type { ToolId } from '../inventory/nouns'
import type { Assigned } from './findings'
import type { Tokens } from './tokens'
import { functionKeyOf, type Traits } from './tool-traits'

/** A tool that stands for a suite beside a tool whose jobs the suite does. */
export interface Anchor {
  readonly suite: string
  readonly tool: ToolId
  /** Share of the contained tool's jobs that the suite does, 0–1, never 0. */
  readonly share: number
}

/** The suites that the company pays for: each with the tools that belong to it and the catalogue functions it does. */
export interface OwnedSuites {
  /** For a tool: every suite it is no part of that does at least one of its jobs, by the suite's name. */
  anchorsOf(one: Traits): readonly Anchor[]
  /** Whether a suite does a job. */
  does(suite: string, job: number): boolean
}

/**
 * Which suites are there. A suite is paid for where a tool of it is neither planned nor retired. One tool stands for it
 * beside a contained tool: the row that names the suite itself, else the first (by id) of its tools that does one of
 * the same jobs, else the first.
 */
export function ownedSuites(traits: Iterable<Traits>, assigned: Assigned, tokens: Tokens): OwnedSuites {
  const members = new Map<string, Traits[]>()
  for (const one of traits) {
    if (one.suite === undefined || one.tool.status === 'planned') continue
    const list = members.get(one.suite.suite)
    if (list === undefined) members.set(one.suite.suite, [one])
    else list.push(one)
  }
  for (const list of members.values()) list.sort((a, b) => (a.tool.id < b.tool.id ? -1 : 1))
  const doing = new Map<string, string[]>()
  for (const [suite, list] of [...members].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const id of new Set(list.flatMap((one) => one.suite?.functions ?? []))) {
      doing.set(id, [...(doing.get(id) ?? []), suite])
    }
  }
  const catalogueId = new Map<number, string | undefined>()
  const idOf = (job: number) => {
    if (!catalogueId.has(job)) {
      catalogueId.set(job, assigned.functions.get(functionKeyOf(job, tokens))?.catalogueId)
    }
    return catalogueId.get(job)
  }
  const standsFor = (suite: string, one: Traits): ToolId | undefined => {
    const list = members.get(suite) ?? []
    const itself = list.find(({ tool }) => tool.name === suite)
    return (itself ?? list.find((each) => each.jobs.some((job) => one.jobs.includes(job))) ?? list[0])?.tool.id
  }
  return {
    does: (suite, job) => doing.get(idOf(job) ?? '')?.includes(suite) === true,
    anchorsOf: (one) => {
      if (doing.size === 0) return NONE
      const contained = new Map<string, number>()
      for (const job of one.jobs) {
        for (const suite of doing.get(idOf(job) ?? '') ?? []) contained.set(suite, (contained.get(suite) ?? 0) + 1)
      }
      const anchors: Anchor[] = []
      for (const [suite, jobs] of contained) {
        const tool = suite === one.suite?.suite ? undefined : standsFor(suite, one)
        if (tool !== undefined && tool !== one.tool.id) anchors.push({ suite, tool, share: jobs / one.jobs.length })
      }
      return anchors.sort((a, b) => (a.suite < b.suite ? -1 : 1))
    },
  }
}

const NONE: readonly Anchor[] = []
