import type { OpenedFile } from '../../../shared/bridge'
import { mappingFromText } from '../../../shared/import/mapping-file'
import { Refused } from '../../../shared/import/refused'
import type { DecodedFile } from '../../../shared/import/table'
import { useWorkspace } from '../../database/workspace'
import type { DecodeOverrides } from '../../files/decode'
import { closeDesk, forgetAtDesk, prepareAtDesk, type ReadWaiting, readAtDesk } from '../../river/import-desk'
import type { PreparedOutline } from '../../river/import-desk-messages'
import type { Offer } from '../../river/import-files'
import { loadMappings, rememberedMappings } from '../../river/mappings'
import { handleOf, isJoined, rowCountOf } from '../../river/outline'
import { arrangeTables } from './arrange-tables'
import {
  decodedOf,
  EMPTY_IMPORT,
  type FileEntry,
  type ImportState,
  isSettled,
  type Stage,
  type TableEntry,
  useImport,
} from './import-state'
import { applyMappingFiles } from './mapping-files'
import { mostFitting } from './most-fitting'
import { readsOf } from './reads'
import { sniffFile } from './sniff-file'

/** Progress is drawn in steps of this size: each of them draws the screen again. */
const PROGRESS_STEP = 0.04
/** A mapping file is small; anything larger is a list. */
const MAPPING_BYTES = 1_000_000

const reading = new Map<string, AbortController>()
/** What has been read and waits until its tables are arranged: a file that shows as read has its tables. */
const finished = new Map<string, Finished>()
let arranging: Promise<unknown> = Promise.resolve()
let lastKey = 0

interface Finished {
  readonly stage: Stage
  readonly read: number | undefined
}

/** Makes the screen's files those that wait to be imported: new ones are read, removed ones forgotten. */
export function syncFiles(importing: readonly OpenedFile[]): void {
  const { files } = useImport.getState()
  const known = new Map(files.map((entry) => [entry.source, entry]))
  const next = importing.map((source) => known.get(source) ?? newEntry(source))
  const kept = new Set(next.map(({ key }) => key))
  for (const { key, read } of files) {
    if (kept.has(key)) continue
    stopReading(key)
    if (read !== undefined) forgetAtDesk(read)
  }
  if (next.length === 0) {
    finished.clear()
    closeDesk()
    useImport.setState(EMPTY_IMPORT, true)
    return
  }
  if (next.length !== files.length || next.some((entry, i) => entry !== files[i])) {
    useImport.setState(({ tables }) => ({ files: next, tables: tables.filter(({ file }) => kept.has(file)) }))
    arrange()
  }
  for (const entry of next) if (!known.has(entry.source)) void readFile(entry.key)
}

/** Reads a file again, the way a person says. */
export function overrule(key: string, overrides: DecodeOverrides): void {
  change(key, (entry) => ({ ...entry, overrides: { ...entry.overrides, ...overrides } }))
  void readFile(key)
}

/** Reads one table again with another row as its header. */
export function overruleHeader(key: string, decoded: DecodedFile, headerRow: number): void {
  if (decoded.part === undefined) overrule(key, { headerRow })
  else void readFile(key, { part: decoded.part, headerRow })
}

function newEntry(source: OpenedFile): FileEntry {
  lastKey += 1
  return { key: `file-${lastKey}`, source, overrides: {}, stage: { kind: 'reading' } }
}

function change(key: string, to: (entry: FileEntry) => FileEntry): void {
  useImport.setState(({ files }) => ({ files: files.map((entry) => (entry.key === key ? to(entry) : entry)) }))
}

function stopReading(key: string): void {
  finished.delete(key)
  reading.get(key)?.abort()
  reading.delete(key)
}

/** Reads a file, or only one of its tables; what was shown of it until then stays until it is read. */
async function readFile(key: string, only: DecodeOverrides = {}): Promise<void> {
  stopReading(key)
  const entry = useImport.getState().files.find((each) => each.key === key)
  if (entry === undefined) return
  const abort = new AbortController()
  reading.set(key, abort)
  const before = decodedOf(entry)
  const shown = before.length === 0 ? {} : { before }
  let last = 0
  const progress = (fraction: number) => {
    if (fraction - last < PROGRESS_STEP || abort.signal.aborted) return
    last = fraction
    change(key, (each) => ({ ...each, stage: { kind: 'reading', fraction, ...shown } }))
  }
  change(key, (each) => ({ ...each, stage: { kind: 'reading', ...shown } }))
  const done = await readStage(entry, only, { signal: abort.signal, onProgress: progress })
  if (abort.signal.aborted) return
  reading.delete(key)
  finished.set(key, done)
  arrange()
}

async function readStage(
  { source, overrides, read: before }: FileEntry,
  only: DecodeOverrides,
  waiting: ReadWaiting,
): Promise<Finished> {
  const ends = (stage: Stage): Finished => ({ stage, read: undefined })
  const why = sniffFile(source.bytes)
  if (why !== undefined) return ends({ kind: 'failed', why })
  const mappings = mappingsIn(source)
  if (mappings !== undefined) return ends({ kind: 'mapping', mappings })
  try {
    const instead = only.part === undefined ? undefined : before
    const [{ read, decoded }] = await Promise.all([
      readAtDesk(source, { ...overrides, ...only }, instead, waiting),
      loadMappings(),
    ])
    if (before !== undefined && instead === undefined) forgetAtDesk(before)
    const filled = decoded.some((each) => rowCountOf(each) > 0)
    return filled ? { stage: { kind: 'ready', decoded }, read } : ends({ kind: 'failed', why: 'empty' })
  } catch (error) {
    if (!(error instanceof Refused)) return ends({ kind: 'failed', why: 'unreadable' })
    const { code, limit } = error.refusal
    return ends({ kind: 'failed', why: code, ...(limit === undefined ? {} : { limit }) })
  }
}

function mappingsIn({ name, bytes }: OpenedFile) {
  if (!name.toLowerCase().endsWith('.json') || bytes.length > MAPPING_BYTES) return undefined
  const read = mappingFromText(new TextDecoder().decode(bytes))
  return read.ok ? read.value : undefined
}

/** Makes the tables those that the files give, in the worker's own time and one after the other. */
function arrange(): void {
  arranging = arranging.then(arrangeNow)
}

async function arrangeNow(): Promise<void> {
  const due = new Map(finished)
  const reads = readsOf(withFinished(useImport.getState().files, due))
  const { id, inventory } = useWorkspace.getState()
  let prepared: readonly PreparedOutline[] | undefined
  try {
    prepared = reads.length === 0 ? [] : await prepareAtDesk(reads, inventory, rememberedMappings(), id)
  } catch {
    // Whatever the worker could not make tables of can't be read.
  }
  const stays = new Map([...due].filter(([key, done]) => finished.get(key) === done))
  for (const key of stays.keys()) finished.delete(key)
  useImport.setState((state) => {
    if (state.files.length === 0) return {}
    const files = withFinished(state.files, prepared === undefined ? failedOf(stays) : stays)
    if (prepared === undefined) return { files }
    const offered = prepared
    const tables = arrangeTables(files, state.tables, (decoded) => offerOf(offered, decoded))
    return { files, tables, ...chosenAmong(state, files, tables) }
  })
  const { files } = useImport.getState()
  if (files.length > 0 && isSettled(files)) applyMappingFiles()
}

function withFinished(files: readonly FileEntry[], done: ReadonlyMap<string, Finished>): readonly FileEntry[] {
  return files.map((entry) => {
    const now = done.get(entry.key)
    return now === undefined ? entry : { ...entry, ...now }
  })
}

function failedOf(done: ReadonlyMap<string, Finished>): ReadonlyMap<string, Finished> {
  const failed: Finished = { stage: { kind: 'failed', why: 'unreadable' }, read: undefined }
  return new Map([...done].map(([key, each]) => [key, each.stage.kind === 'ready' ? failed : each]))
}

/** The tables that the worker prepared, as far as they are the files' own or put together of them. */
function offerOf(prepared: readonly PreparedOutline[], decoded: readonly DecodedFile[]): Offer {
  const own = new Map(decoded.map((each) => [handleOf(each), each]))
  const names = new Set(decoded.map(({ name }) => name))
  const all = prepared.flatMap(({ decoded: outline, mapping, kind, mappings, taken }) => {
    const table = own.get(handleOf(outline)) ?? (isJoined(outline) && names.has(outline.name) ? outline : undefined)
    return table === undefined ? [] : [{ taken, prepared: { decoded: table, mapping, guesses: { kind, mappings } } }]
  })
  return {
    taken: all.filter(({ taken }) => taken).map((each) => each.prepared),
    aside: all.filter(({ taken }) => !taken).map((each) => each.prepared),
  }
}

/** What is chosen stays chosen, or moves to what comes first. */
function chosenAmong(
  { chosen }: ImportState,
  files: readonly FileEntry[],
  tables: readonly TableEntry[],
): Pick<ImportState, 'chosen'> {
  if (tables.some(({ key }) => key === chosen)) return {}
  const ofFile = tables.filter(({ file }) => file === chosen || chosen?.startsWith(`${file}/`))
  const next = mostFitting(ofFile)
  const first = mostFitting(tables.filter(({ file }) => file === files[0]?.key))
  const isFile = files.some(({ key }) => key === chosen)
  return { chosen: next?.key ?? (isFile ? chosen : (first?.key ?? files[0]?.key)) }
}
