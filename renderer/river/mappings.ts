import { mappingFromText, mappingToText, type NamedMapping } from '../../shared/import/mapping-file'
import {
  EMPTY_MEMORY,
  forgetMapping,
  forgetMappings,
  type MappingMemory,
  memoryFromText,
  memoryToText,
  rememberMapping,
} from '../../shared/import/mapping-memory'
import { departmentKey, nameKey } from '../../shared/import/normalise'
import type { Inventory } from '../../shared/inventory/inventory'
import { fail, ok, type Result } from '../../shared/result'
import { useWorkspace } from '../database/workspace'
import { bridge } from '../files/bridge'
import { catalogueIndex } from './catalogue'
import type { PreparedFile, PrepareHints } from './import-files'

let memory: MappingMemory = EMPTY_MEMORY
let loading: Promise<void> | undefined

/** Reads what is remembered, once. Whoever maps a file waits for it. */
export function loadMappings(): Promise<void> {
  loading ??= read()
  return loading
}

async function read(): Promise<void> {
  // What can't be read is forgotten: a file is mapped by guess then, as the first time.
  memory = memoryFromText(await bridge.readNotes('mappings').catch(() => undefined))
}

async function change(to: (memory: MappingMemory) => MappingMemory): Promise<void> {
  await loadMappings()
  memory = to(memory)
  await bridge.writeNotes('mappings', memoryToText(memory)).catch(() => undefined)
}

/** What the names of an inventory and the catalogue say about columns. */
export function hintsOf(inventory: Inventory): PrepareHints {
  return {
    tools: new Set([...inventory.tools.values()].map(({ name }) => nameKey(name))),
    departments: new Set([...inventory.departments.values()].map(({ name }) => departmentKey(name))),
    isFunction: (word) => catalogueIndex().functionByWord(word) !== undefined,
    isProduct: (name) => catalogueIndex().productByName(name) !== undefined,
  }
}

/** Everything that helps to map a file in the open workspace: its names, the catalogue, and what was done last time. */
export function mappingHints(): PrepareHints {
  const { id, inventory } = useWorkspace.getState()
  return { ...hintsOf(inventory), memory, ...(id === undefined ? {} : { workspace: id }) }
}

/** Keeps how these files were mapped, for the next file with the same header in this workspace. */
export function rememberMappings(files: readonly PreparedFile[]): Promise<void> {
  const { id } = useWorkspace.getState()
  return change((known) =>
    files.reduce((left, { decoded, mapping }) => rememberMapping(left, decoded.table.header, mapping, id), known),
  )
}

/** Forgets how files with this header were mapped: they are guessed again, in this import and in later ones. */
export function forgetMappingOf(header: readonly string[]): Promise<void> {
  const { id } = useWorkspace.getState()
  return change((known) => forgetMapping(known, header, id))
}

/** Forgets what a workspace that is gone for good has left. */
export function forgetMappingsOf(workspace: string): Promise<void> {
  return change((known) => forgetMappings(known, workspace))
}

/** Mappings as the text of a file that `--mapping` and the import screen understand. */
export function mappingsText(files: readonly PreparedFile[]): string {
  return mappingToText(files.map(({ decoded, mapping }) => ({ header: decoded.table.header, mapping })))
}

/** Asks for a mapping file and reads it. */
export async function openMappingFile(): Promise<
  Result<readonly NamedMapping[], { readonly code: 'cancelled' | 'unreadable' | 'not-json' | 'not-a-mapping' }>
> {
  const opened = await bridge.openFiles()
  if (!opened.ok) return fail({ code: opened.error.code === 'cancelled' ? 'cancelled' : 'unreadable' })
  const [file] = opened.value
  if (file === undefined) return fail({ code: 'cancelled' })
  const read = mappingFromText(new TextDecoder().decode(file.bytes))
  return read.ok ? ok(read.value) : fail({ code: read.error.code })
}
