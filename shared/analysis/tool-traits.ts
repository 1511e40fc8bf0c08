import { coreVendor, identityName } from '../inventory/core-name'
import type { Inventory } from '../inventory/inventory'
import { normaliseName } from '../inventory/normalise'
import type { DataObjectId, DepartmentId, Tool, ToolId } from '../inventory/nouns'
import type { Assigned, Assignment, CatalogueInputs } from './findings'
import { BROAD_JOBS, DOUBTFUL_FACTOR, PROPOSED_FACTOR } from './overlap-scale'
import { flowsByTool, masteredByTool, usagesByTool } from './rows-by-tool'
import { type Tokens, tokenSet, tokensByRarity } from './tokens'

/** What the comparison looks at, worked out once per tool. Sets are ascending tokens. */
export interface Traits {
  readonly tool: Tool
  /** Its own number within a model, never given twice; by id when the model was built in one go. */
  readonly slot: number
  /** Its jobs, and beside each how much it is trusted (1: accepted) and how much it says (`BROAD_JOBS`). */
  readonly jobs: readonly number[]
  readonly trust: readonly number[]
  readonly telling: readonly number[]
  /** How many jobs it does: an own word for a job and what the catalogue proposes beside it are taken for the same. */
  readonly jobCount: number
  readonly departments: readonly number[]
  /** Data objects that it masters, sends, or is fed with by hand: those it is a place of origin for. */
  readonly data: readonly number[]
  readonly vendor: string
  /** Its names without edition, brackets, version and vendor, its aliases' and its recognised product, within its system. */
  readonly names: readonly number[]
  readonly nameWords: readonly number[]
  readonly descriptionWords: readonly number[]
  /** The suite it belongs to, and the catalogue's functions that this suite does. */
  readonly suite: { readonly suite: string; readonly functions: readonly string[] } | undefined
}

/** A tool's traits in words, before they become tokens. */
interface RawTraits {
  readonly tool: Tool
  readonly functions: ReadonlyMap<string, number>
  readonly departments: ReadonlySet<string>
  readonly data: ReadonlySet<string>
  readonly names: readonly string[]
  readonly nameWords: readonly string[]
  readonly descriptionWords: readonly string[]
}

const SHORTEST_WORD = 4
const NOTHING: ReadonlySet<never> = new Set()
const NO_FUNCTIONS: ReadonlyMap<string, number> = new Map()

/** What stands before a text, so that a word, a name and an id never are the same token. */
const OF_KIND = { product: 'p', name: 'n', word: 'w', job: 'f' } as const

/** What each tool does, tool by tool: saves looking for it in all assignments. */
export type ByTool = ReadonlyMap<ToolId, readonly Assignment[]>

/** The traits of every tool that isn't retired, sorted by id, and the numbers their words were given. */
export function traitsOf(
  inventory: Inventory,
  assigned: Assigned,
  catalogue: Pick<CatalogueInputs, 'products' | 'suites'>,
): { readonly traits: readonly Traits[]; readonly tokens: Tokens } {
  const raw = rawTraits(inventory, assigned, catalogue, undefined)
  raw.sort((a, b) => (a.tool.id < b.tool.id ? -1 : 1))
  const counts = new Map<string, number>()
  const count = (texts: Iterable<string>) => {
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  for (const one of raw) {
    for (const texts of [one.departments, one.data, one.nameWords, one.descriptionWords, one.names]) count(texts)
    count(Array.from(one.functions.keys(), jobText))
  }
  const tokens = tokensByRarity(counts)
  return { traits: raw.map((one, slot) => inTokens(one, slot, tokens, assigned, catalogue)), tokens }
}

/** The traits of these tools only, in the tokens of those before; retired and missing ones are left out. */
export function someTraits(
  ids: ReadonlySet<ToolId>,
  inventory: Inventory,
  assigned: Assigned,
  catalogue: Pick<CatalogueInputs, 'products' | 'suites'>,
  tokens: Tokens,
  firstSlot: number,
  byTool?: ByTool,
): readonly Traits[] {
  const raw = rawTraits(inventory, assigned, catalogue, ids, byTool)
  return raw.map((one, index) => inTokens(one, firstSlot + index, tokens, assigned, catalogue))
}

/** The key of the function that a job's token stands for. */
export function functionKeyOf(job: number, tokens: Tokens): string {
  return tokens.textOf(job).slice(OF_KIND.job.length + 1)
}

/** The token that stands for a job. */
export function jobTokenOf(functionKey: string, tokens: Tokens): number {
  return tokens.of(jobText(functionKey))
}

/** The word, or the product's name, that a token stands for. */
export function wordOf(token: number, tokens: Tokens): string {
  const text = tokens.textOf(token)
  const end = text.indexOf('\n', 2)
  return end < 0 ? text.slice(2) : text.slice(2, end)
}

/** True when a token of `names` is a recognised product rather than a name that somebody wrote. */
export function isProduct(token: number, tokens: Tokens): boolean {
  return tokens.textOf(token).startsWith(`${OF_KIND.product}\n`)
}

function jobText(key: string): string {
  return `${OF_KIND.job}\n${key}`
}

function rawTraits(
  inventory: Inventory,
  assigned: Assigned,
  { products }: Pick<CatalogueInputs, 'products'>,
  only: ReadonlySet<ToolId> | undefined,
  byTool?: ByTool,
): RawTraits[] {
  const functions = new Map<ToolId, Map<string, number>>()
  for (const { tool, functionKey, state, isDoubtful } of assignmentsOf(assigned, byTool, only)) {
    const trust = state === 'accepted' ? 1 : isDoubtful === true ? DOUBTFUL_FACTOR : PROPOSED_FACTOR
    const own = functions.get(tool)
    if (own === undefined) functions.set(tool, new Map([[functionKey, trust]]))
    else own.set(functionKey, trust)
  }
  const departments = departmentsByTool(inventory, only)
  const data = originsByTool(inventory, only)
  const raw: RawTraits[] = []
  const add = (tool: Tool | undefined) => {
    if (tool === undefined || tool.status === 'retired') return
    const system = tool.partOf === undefined ? '' : normaliseName(tool.partOf)
    const product = products.get(tool.id)
    const names = new Set([tool.name, ...(tool.aliases ?? [])].map(identityName))
    const vendor = tool.vendor === undefined ? '' : `${coreVendor(tool.vendor)} `
    for (const name of [...names]) if (vendor !== '' && name.startsWith(vendor)) names.add(name.slice(vendor.length))
    raw.push({
      tool,
      functions: functions.get(tool.id) ?? NO_FUNCTIONS,
      departments: departments.get(tool.id) ?? NOTHING,
      data: data.get(tool.id) ?? NOTHING,
      names: [
        ...Array.from(names, (name) => `${OF_KIND.name}\n${name.replaceAll(' ', '')}\n${system}`),
        ...(product === undefined ? [] : [`${OF_KIND.product}\n${product}\n${system}`]),
      ],
      nameWords: identityName(tool.name).split(' ').map(wordText),
      descriptionWords: wordsOf(tool.description),
    })
  }
  if (only === undefined) for (const tool of inventory.tools.values()) add(tool)
  else for (const id of only) add(inventory.tools.get(id))
  return raw
}

function* assignmentsOf(assigned: Assigned, byTool: ByTool | undefined, only: ReadonlySet<ToolId> | undefined) {
  if (only === undefined) yield* assigned.assignments
  else if (byTool !== undefined) for (const id of only) yield* byTool.get(id) ?? NO_ROWS
  else for (const assignment of assigned.assignments) if (only.has(assignment.tool)) yield assignment
}

function inTokens(
  raw: RawTraits,
  slot: number,
  tokens: Tokens,
  assigned: Assigned,
  { suites }: Pick<CatalogueInputs, 'suites'>,
): Traits {
  const { tool, functions } = raw
  const jobs = tokenSet(Array.from(functions.keys(), jobText), tokens)
  const keys = jobs.map((job) => functionKeyOf(job, tokens))
  const own = keys.filter((key) => functions.get(key) === 1).length
  const broad = (key: string) => {
    const catalogueId = assigned.functions.get(key)?.catalogueId
    return catalogueId !== undefined && Object.hasOwn(BROAD_JOBS, catalogueId) ? (BROAD_JOBS[catalogueId] as number) : 1
  }
  return {
    tool,
    slot,
    jobs,
    trust: keys.map((key) => functions.get(key) ?? PROPOSED_FACTOR),
    telling: keys.map(broad),
    jobCount: Math.max(own, keys.length - own),
    departments: tokenSet(raw.departments, tokens),
    data: tokenSet(raw.data, tokens),
    vendor: tool.vendor === undefined ? '' : coreVendor(tool.vendor),
    names: tokenSet(raw.names, tokens),
    nameWords: tokenSet(raw.nameWords, tokens),
    descriptionWords: tokenSet(raw.descriptionWords, tokens),
    suite: suites?.get(tool.id),
  }
}

/** The departments that own or use each tool (of those asked for). */
export function departmentsByTool(
  inventory: Inventory,
  only: Iterable<ToolId> = inventory.tools.keys(),
): Map<ToolId, Set<DepartmentId>> {
  const departments = new Map<ToolId, Set<DepartmentId>>()
  const usages = usagesByTool(inventory.usages)
  for (const id of only) {
    const owner = inventory.tools.get(id)?.owner
    if (owner !== undefined) put(departments, id, owner)
    for (const { department } of usages.get(id) ?? NO_ROWS) put(departments, id, department)
  }
  return departments
}

/** The data objects that each tool masters, sends, or is fed with by hand: where they come into being, or again. */
export function originsByTool(
  inventory: Inventory,
  only: Iterable<ToolId> = inventory.tools.keys(),
): Map<ToolId, Set<DataObjectId>> {
  const data = new Map<ToolId, Set<DataObjectId>>()
  const mastered = masteredByTool(inventory.dataObjects)
  const flows = flowsByTool(inventory.flows)
  for (const tool of only) {
    for (const id of mastered.get(tool) ?? NO_ROWS) put(data, tool, id)
    for (const { source, target, dataObjects, method, bothWays, directionKnown } of flows.get(tool) ?? NO_ROWS) {
      const isFed = method === 'by-hand' || bothWays === true || directionKnown === false
      if (source === tool || (target === tool && isFed)) for (const id of dataObjects) put(data, tool, id)
    }
  }
  return data
}

const NO_ROWS: readonly never[] = []

function wordText(word: string): string {
  return `${OF_KIND.word}\n${word}`
}

function wordsOf(text: string | undefined): readonly string[] {
  if (text === undefined) return []
  const words = normaliseName(text).split(' ')
  return Array.from(new Set(words.filter((word) => word.length >= SHORTEST_WORD)), wordText)
}

/** Adds to the set at a key, making it when it isn't there. */
export function put<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([value]))
  else set.add(value)
}
