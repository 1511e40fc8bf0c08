import type { OpenedFile } from '../../../shared/bridge'
import { mappingFromText } from '../../../shared/import/mapping-file'
import { Refused } from '../../../shared/import/refused'
import type { DecodedFile } from '../../../shared/import/table'
import { type DecodeOverrides, decodeInWorker } from '../../files/decode'
import { prepareFiles } from '../../river/import-files'
import { loadMappings, mappingHints } from '../../river/mappings'
import { arrangeTables } from './arrange-tables'
import { decodedOf, EMPTY_IMPORT, type FileEntry, isSettled, type Stage, useImport } from './import-state'
import { applyMappingFiles } from './mapping-files'
import { sniffFile } from './sniff-file'

/** Progress is drawn in steps of this size: each of them draws the screen again. */
const PROGRESS_STEP = 0.04
/** A mapping file is small; anything larger is a list. */
const MAPPING_BYTES = 1_000_000

const reading = new Map<string, AbortController>()
let lastKey = 0

/** Makes the screen's files those that wait to be imported: new ones are read, removed ones forgotten. */
export function syncFiles(importing: readonly OpenedFile[]): void {
  const { files } = useImport.getState()
  const known = new Map(files.map((entry) => [entry.source, entry]))
  const next = importing.map((source) => known.get(source) ?? newEntry(source))
  const kept = new Set(next.map(({ key }) => key))
  for (const { key } of files) if (!kept.has(key)) stopReading(key)
  if (next.length === 0) {
    useImport.setState(EMPTY_IMPORT, true)
    return
  }
  if (next.length !== files.length || next.some((entry, i) => entry !== files[i])) useImport.setState({ files: next })
  arrange()
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
  const stage = await readStage(entry, only, before, { signal: abort.signal, onProgress: progress })
  if (abort.signal.aborted) return
  reading.delete(key)
  change(key, (each) => ({ ...each, stage }))
  arrange()
}

type Waiting = Parameters<typeof decodeInWorker>[3]

async function readStage(
  { source, overrides }: FileEntry,
  only: DecodeOverrides,
  before: readonly DecodedFile[],
  waiting: Waiting,
): Promise<Stage> {
  const why = sniffFile(source.bytes)
  if (why !== undefined) return { kind: 'failed', why }
  const mappings = mappingsIn(source)
  if (mappings !== undefined) return { kind: 'mapping', mappings }
  try {
    const [found] = await Promise.all([
      decodeInWorker(source.name, source.bytes, { ...overrides, ...only }, waiting),
      loadMappings(),
    ])
    const decoded = only.part === undefined ? found : withPart(before, only.part, found[0])
    const filled = decoded.some(({ table }) => table.rows.length > 0)
    return filled ? { kind: 'ready', decoded } : { kind: 'failed', why: 'empty' }
  } catch (error) {
    if (!(error instanceof Refused)) return { kind: 'failed', why: 'unreadable' }
    const { code, limit } = error.refusal
    return { kind: 'failed', why: code, ...(limit === undefined ? {} : { limit }) }
  }
}

function withPart(before: readonly DecodedFile[], part: string, read: DecodedFile | undefined): readonly DecodedFile[] {
  return read === undefined ? before : before.map((each) => (each.part === part ? read : each))
}

function mappingsIn({ name, bytes }: OpenedFile) {
  if (!name.toLowerCase().endsWith('.json') || bytes.length > MAPPING_BYTES) return undefined
  const read = mappingFromText(new TextDecoder().decode(bytes))
  return read.ok ? read.value : undefined
}

/** Makes the tables those that the files give; what is chosen stays chosen, or moves to what comes first. */
function arrange(): void {
  const { files, tables: before } = useImport.getState()
  const tables = arrangeTables(files, before, (decoded) => prepareFiles(decoded, mappingHints()))
  useImport.setState((state) => {
    const chosen = state.chosen
    const stays = tables.some(({ key }) => key === chosen)
    if (stays && tables.length === before.length && tables.every((table, i) => table === before[i])) return {}
    const ofFile = tables.filter(({ file }) => file === chosen || chosen?.startsWith(`${file}/`))
    const next = ofFile.find(({ ticked }) => ticked) ?? ofFile[0]
    const first = tables.find(({ file }) => file === files[0]?.key && tables.some((each) => each.ticked))
    const isFile = files.some(({ key }) => key === chosen)
    return { tables, ...(stays ? {} : { chosen: next?.key ?? (isFile ? chosen : (first?.key ?? files[0]?.key)) }) }
  })
  if (isSettled(files)) applyMappingFiles()
}
