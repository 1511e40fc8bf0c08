import type { FieldId } from './fields'
import { REPEATABLE_FIELDS } from './fields'
import { isUsable, type Mapping } from './mapping'
import { fitMapping, toNamed } from './mapping-names'
import { type MappingMemory, mappingMemorySchema } from './mapping-schema'
import { headerKey } from './normalise'

export type { MappingMemory } from './mapping-schema'

export const EMPTY_MEMORY: MappingMemory = { version: 1, entries: [] }

const MOST_ENTRIES = 200
const MOST_CHARACTERS = 900_000
/** From here on a header counts as nearly the same. */
const NEARLY = 0.8

/** One word for a header: the same for the same headings in any order, case and punctuation. */
export function fingerprint(header: readonly string[]): string {
  const text = header.map(headerKey).sort().join('\n')
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  const hex = (part: number) => (part >>> 0).toString(16).padStart(8, '0')
  return `${header.length}-${hex(a)}${hex(b)}`
}

/** The memory with this mapping as the newest; what was known for the same header in the same workspace goes. */
export function rememberMapping(
  memory: MappingMemory,
  header: readonly string[],
  mapping: Mapping,
  workspace?: string,
): MappingMemory {
  const print = fingerprint(header)
  const others = memory.entries.filter((entry) => entry.fingerprint !== print || entry.workspace !== workspace)
  const where = workspace === undefined ? {} : { workspace }
  const entry = { fingerprint: print, ...where, mapping: toNamed(header, mapping) }
  return { version: 1, entries: [entry, ...others].slice(0, MOST_ENTRIES) }
}

/** The memory without what a workspace left in it. */
export function forgetMappings(memory: MappingMemory, workspace: string): MappingMemory {
  return { version: 1, entries: memory.entries.filter((entry) => entry.workspace !== workspace) }
}

/** The memory without what `recallMapping` would recall for this header in this workspace. */
export function forgetMapping(memory: MappingMemory, header: readonly string[], workspace?: string): MappingMemory {
  const print = fingerprint(header)
  const recalls = (entry: MappingMemory['entries'][number]) =>
    (entry.workspace === undefined || entry.workspace === workspace) &&
    (entry.fingerprint === print ||
      fitMapping(entry.mapping, header, { code: 'remembered', confidence: 1 }).share >= NEARLY)
  return { version: 1, entries: memory.entries.filter((entry) => !recalls(entry)) }
}

/**
 * How a file with this header was mapped last time: the same header in any order, or one that shares at least 80 % of
 * its columns. Only what the workspace itself left, and what belongs to none. Columns that are new take their guess.
 */
export function recallMapping(
  memory: MappingMemory,
  header: readonly string[],
  { workspace, guess }: { readonly workspace?: string; readonly guess?: Mapping } = {},
): Mapping | undefined {
  const print = fingerprint(header)
  const ours = memory.entries.filter((entry) => entry.workspace === undefined || entry.workspace === workspace)
  const exact = ours.find((entry) => entry.fingerprint === print)
  if (exact !== undefined) {
    const { mapping } = fitMapping(exact.mapping, header, { code: 'remembered', confidence: 1 })
    if (isUsable(mapping)) return mapping
  }
  let best: { mapping: Mapping; share: number } | undefined
  for (const entry of ours) {
    const { share, known } = fitMapping(entry.mapping, header, { code: 'remembered', confidence: 1 })
    if (share < NEARLY || share <= (best?.share ?? 0)) continue
    const confidence = Math.round(share * 90) / 100
    const { mapping } = fitMapping(entry.mapping, header, { code: 'remembered', confidence })
    if (isUsable(mapping)) best = { mapping: withGuesses(mapping, known, guess), share }
  }
  return best?.mapping
}

function withGuesses(mapping: Mapping, known: readonly boolean[], guess: Mapping | undefined): Mapping {
  if (guess === undefined || guess.kind !== mapping.kind) return mapping
  const taken = new Set<FieldId | null>([...mapping.columns, ...(mapping.extras ?? []).map(({ field }) => field)])
  const takes = known.map((is, index) => {
    const field = guess.columns[index] ?? null
    return !is && field !== null && (!taken.has(field) || REPEATABLE_FIELDS.has(field))
  })
  return {
    ...mapping,
    columns: mapping.columns.map((field, index) => (takes[index] ? (guess.columns[index] ?? null) : field)),
    reasons: mapping.columns.map((_, index) => (takes[index] ? guess : mapping).reasons?.[index] ?? null),
  }
}

/** The memory as the text of a small file; the oldest entries go when it would become a large one. */
export function memoryToText(memory: MappingMemory): string {
  let { entries } = memory
  let text = JSON.stringify({ version: 1, entries })
  while (text.length > MOST_CHARACTERS && entries.length > 0) {
    entries = entries.slice(0, Math.floor(entries.length * 0.8))
    text = JSON.stringify({ version: 1, entries })
  }
  return text
}

/** The memory in a text; empty where it is none, because forgetting is better than failing. */
export function memoryFromText(text: string | undefined): MappingMemory {
  try {
    return mappingMemorySchema.catch(EMPTY_MEMORY).parse(JSON.parse(text ?? ''))
  } catch {
    return EMPTY_MEMORY
  }
}
