import type { OpenedFile } from '../../../shared/bridge'
import type { FieldId } from '../../../shared/import/fields'
import { guessMapping } from '../../../shared/import/guess-mapping'
import type { Mapping } from '../../../shared/import/mapping'
import type { FileKind } from '../../../shared/import/table'
import { bridge } from '../../files/bridge'
import { type DecodeOverrides, decodeInWorker } from '../../files/decode'
import { notifyProblem } from '../../notify'
import { type PreparedFile, prepareFile } from '../../river/import-files'
import { setImporting, useUi } from '../../ui-state'
import { EMPTY_IMPORT, type FileEntry, preparedOf, useImport } from './import-state'
import { carryOver, setField } from './mapping-edits'
import { sniffFile } from './sniff-file'

const reading = new Map<string, AbortController>()
let lastKey = 0

/** Makes the screen's files those that wait to be imported: new ones are read, removed ones forgotten. */
export function syncFiles(importing: readonly OpenedFile[]): void {
  const { files, chosen } = useImport.getState()
  const known = new Map(files.map((entry) => [entry.source, entry]))
  const next = importing.map((source) => known.get(source) ?? newEntry(source))
  const kept = new Set(next.map(({ key }) => key))
  for (const { key } of files) if (!kept.has(key)) stopReading(key)
  if (next.length === 0) {
    useImport.setState(EMPTY_IMPORT, true)
    return
  }
  const stays = chosen !== undefined && kept.has(chosen)
  useImport.setState({ files: next, ...(stays ? {} : { chosen: next[0]?.key }) })
  for (const entry of next) if (!known.has(entry.source)) void read(entry.key)
}

export function chooseFile(key: string): void {
  useImport.setState({ chosen: key })
}

export function chooseCurrency(currency: string): void {
  useImport.setState({ currency })
}

/** Takes a file out; the import is left when it was the last. */
export function removeFile(key: string): void {
  const gone = useImport.getState().files.find((entry) => entry.key === key)
  setImporting(useUi.getState().importing.filter((source) => source !== gone?.source))
}

/** Asks for more files. */
export async function addFiles(): Promise<void> {
  const opened = await bridge.openFiles()
  if (opened.ok) setImporting([...useUi.getState().importing, ...opened.value])
  else notifyProblem(opened.error)
}

/** Leaves the import; nothing of it stays. */
export function cancelImport(): void {
  if (useImport.getState().phase !== 'committing') setImporting([])
}

/** Reads a file again, the way a person says. */
export function overrule(key: string, overrides: DecodeOverrides): void {
  change(key, (entry) => ({ ...entry, overrides: { ...entry.overrides, ...overrides } }))
  void read(key)
}

/** Says what kind of list a file is; its columns are guessed again for that kind. */
export function chooseKind(key: string, kind: FileKind): void {
  remap(key, ({ decoded }) => guessMapping(decoded.table, kind), { chosenKind: kind })
}

/** Says what a column means. */
export function chooseField(key: string, column: number, field: FieldId | null): void {
  remap(key, ({ mapping }) => setField(mapping, column, field))
}

function newEntry(source: OpenedFile): FileEntry {
  lastKey += 1
  return { key: `file-${lastKey}`, source, overrides: {}, stage: { kind: 'reading' } }
}

function change(key: string, to: (entry: FileEntry) => FileEntry): void {
  useImport.setState(({ files }) => ({ files: files.map((entry) => (entry.key === key ? to(entry) : entry)) }))
}

function remap(key: string, to: (prepared: PreparedFile) => Mapping, also: Partial<FileEntry> = {}): void {
  change(key, (entry) => {
    if (entry.stage.kind !== 'ready') return entry
    const { prepared } = entry.stage
    return { ...entry, ...also, stage: { kind: 'ready', prepared: { ...prepared, mapping: to(prepared) } } }
  })
}

function stopReading(key: string): void {
  reading.get(key)?.abort()
  reading.delete(key)
}

async function read(key: string): Promise<void> {
  stopReading(key)
  const entry = useImport.getState().files.find((each) => each.key === key)
  if (entry === undefined) return
  const abort = new AbortController()
  reading.set(key, abort)
  const before = preparedOf(entry)
  change(key, (each) => ({ ...each, stage: { kind: 'reading', ...(before === undefined ? {} : { before }) } }))
  const stage = await readStage(entry, before, abort.signal)
  if (abort.signal.aborted) return
  reading.delete(key)
  change(key, (each) => ({ ...each, stage }))
}

async function readStage(
  { source, overrides, chosenKind }: FileEntry,
  before: PreparedFile | undefined,
  signal: AbortSignal,
): Promise<FileEntry['stage']> {
  const why = sniffFile(source.bytes)
  if (why !== undefined) return { kind: 'failed', why }
  try {
    const decoded = await decodeInWorker(source.name, source.bytes, overrides, signal)
    if (decoded.table.rows.length === 0) return { kind: 'failed', why: 'empty' }
    const guessed = prepareFile(decoded)
    const ofKind = chosenKind === undefined ? guessed.mapping : guessMapping(decoded.table, chosenKind)
    const mapping =
      before === undefined ? ofKind : carryOver(before.mapping, before.decoded.table, ofKind, decoded.table)
    return { kind: 'ready', prepared: { decoded, mapping } }
  } catch {
    return { kind: 'failed', why: 'unreadable' }
  }
}
