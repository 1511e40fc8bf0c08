import type { DepartmentMerge, ImportOptions, MissingChoice } from '../../../shared/import/import-plan'
import { normaliseName } from '../../../shared/inventory/normalise'

/** What a person answered to the questions an import asks. Plain data. */
export interface Decisions {
  /** Same department: by the normalised spelling, the name that it counts as. */
  readonly departments: ReadonlyMap<string, string>
  /** Same tool: by the key of the spelling, the tool or the other spelling that it is. */
  readonly tools: ReadonlyMap<string, string>
  /** Proposals that were answered with no: `mergeKey` of departments, keys of tools. */
  readonly declined: ReadonlySet<string>
  /** By id, what becomes of a record that the file no longer contains. */
  readonly missing: ReadonlyMap<string, MissingChoice>
  /** The file wins over what was set by hand. */
  readonly fileWins: boolean
}

export const NO_DECISIONS: Decisions = {
  departments: new Map(),
  tools: new Map(),
  declined: new Set(),
  missing: new Map(),
  fileWins: false,
}

export type Answer = 'open' | 'yes' | 'no'

type Merge = Pick<DepartmentMerge, 'from' | 'into'>

/** What tells a proposal about departments apart from all others. */
export function mergeKey({ from, into }: Merge): string {
  return `${normaliseName(from)}\u0000${normaliseName(into)}`
}

export function answerToMerge({ departments, declined }: Decisions, merge: Merge): Answer {
  if (departments.get(normaliseName(merge.from)) === merge.into) return 'yes'
  return declined.has(mergeKey(merge)) ? 'no' : 'open'
}

/** Says of some proposals whether they are the same department; an open answer takes back what was said. */
export function decideMerges(decisions: Decisions, merges: readonly Merge[], answer: Answer): Decisions {
  const departments = new Map(decisions.departments)
  const declined = new Set(decisions.declined)
  for (const merge of merges) {
    departments.delete(normaliseName(merge.from))
    declined.delete(mergeKey(merge))
    if (answer === 'yes') departments.set(normaliseName(merge.from), merge.into)
    if (answer === 'no') declined.add(mergeKey(merge))
  }
  return { ...decisions, departments, declined }
}

/** A possible duplicate as far as deciding goes: its key, and what it may be the same as. */
export interface Twin {
  readonly key: string
  readonly same: string
  /** What that is called. */
  readonly name: string
}

const twinKey = ({ key, name }: Twin): string => `tool\u0000${key}\u0000${name}`

export function answerToTwin({ tools, declined }: Decisions, twin: Twin): Answer {
  if (tools.get(twin.key) === twin.same) return 'yes'
  return declined.has(twinKey(twin)) ? 'no' : 'open'
}

export function decideTwins(decisions: Decisions, twins: readonly Twin[], answer: Answer): Decisions {
  const tools = new Map(decisions.tools)
  const declined = new Set(decisions.declined)
  for (const twin of twins) {
    tools.delete(twin.key)
    declined.delete(twinKey(twin))
    if (answer === 'yes') tools.set(twin.key, twin.same)
    if (answer === 'no') declined.add(twinKey(twin))
  }
  return { ...decisions, tools, declined }
}

/** What becomes of records that a file no longer contains; `keep` unless said. */
export function missingChoice({ missing }: Decisions, id: string): MissingChoice {
  return missing.get(id) ?? 'keep'
}

export function decideMissing(decisions: Decisions, ids: readonly string[], choice: MissingChoice): Decisions {
  const missing = new Map(decisions.missing)
  for (const id of ids) missing.set(id, choice)
  return { ...decisions, missing }
}

/** The decisions as planning takes them. */
export function optionsOf({ departments, tools, missing, fileWins }: Decisions): ImportOptions {
  return {
    departmentMerges: departments,
    toolMerges: tools,
    missingOf: missing,
    handEdits: fileWins ? 'file-wins' : 'keep',
  }
}
