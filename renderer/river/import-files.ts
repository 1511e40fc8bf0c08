import type { GuessHints } from '../../shared/import/guess-hints'
import { guessKind, guessMapping } from '../../shared/import/guess-mapping'
import type { ImportOptions, ImportPlan } from '../../shared/import/import-plan'
import type { Mapping } from '../../shared/import/mapping'
import { fittingMapping, type NamedMapping } from '../../shared/import/mapping-file'
import { type MappingMemory, recallMapping } from '../../shared/import/mapping-memory'
import { planImport } from '../../shared/import/plan-import'
import { readDrafts } from '../../shared/import/read-drafts'
import { combine } from '../../shared/import/sources/combine'
import { withPreset } from '../../shared/import/sources/parts'
import { type DecodedFile, FILE_KINDS, type FileKind, titleOf } from '../../shared/import/table'
import { applyChange, type Draft, difference } from '../../shared/inventory/change'
import type { IdSource } from '../../shared/inventory/ids'
import type { Inventory } from '../../shared/inventory/inventory'

/** A decoded file and how its columns are understood: guessed at first, then as the user says. */
export interface PreparedFile {
  readonly decoded: DecodedFile
  readonly mapping: Mapping
  /** What else it could be, where that was worked out. */
  readonly guesses?: Guesses
}

/** What importing the files would do, computed on `base`; showing it changes nothing. */
export interface PlannedImport {
  readonly base: Inventory
  readonly after: Inventory
  /** One plan per file, in the order of `files`. */
  readonly plans: readonly ImportPlan[]
}

/** What is referred to first, so that names are known before something refers to them. */
const ORDER: readonly FileKind[] = ['departments', 'functions', 'tools', 'dataObjects', 'flows', 'usages']

/** What may be known about a file's columns besides the file, the strongest first. */
export interface PrepareHints extends GuessHints {
  /** Mappings that somebody gave for this import. */
  readonly given?: readonly NamedMapping[]
  /** How files were mapped before, and in which workspace this one is. */
  readonly memory?: MappingMemory
  readonly workspace?: string
}

/** What a table's columns would be taken for if it listed this; what was remembered or given doesn't count. */
export function guessesOf(decoded: DecodedFile, hints: GuessHints = {}): Guesses {
  const guess = (kind: FileKind) => guessMapping(decoded.table, kind, hints)
  return {
    kind: kindOf(decoded, hints),
    mappings: Object.fromEntries(FILE_KINDS.map((kind) => [kind, guess(kind)])) as Guesses['mappings'],
  }
}

/** The kind of list a table looks like, and how it would be understood as each kind. */
export interface Guesses {
  readonly kind: FileKind
  readonly mappings: Readonly<Record<FileKind, Mapping>>
}

/** Understands a decoded file's columns: as a given mapping says, else as last time, else by guess. */
export function prepareFile(decoded: DecodedFile, hints: PrepareHints = {}): PreparedFile {
  const { table, presetKind } = decoded
  const given = fittingMapping(hints.given ?? [], table.header)
  if (given !== undefined) return { decoded, mapping: given.mapping }
  const guess = withPreset(guessMapping(table, kindOf(decoded, hints), hints), decoded)
  const { memory, workspace } = hints
  if (memory === undefined) return { decoded, mapping: guess }
  const where = workspace === undefined ? {} : { workspace }
  const recalled = recallMapping(memory, table.header, { guess, ...where })
  const fits = recalled !== undefined && (presetKind === undefined || presetKind === recalled.kind)
  return { decoded, mapping: fits ? recalled : guess }
}

/** Names that programs give to sheets and that say nothing about them. */
const NO_NAME = /^(?:sheet|tabelle|table|feuille?|blad|hoja|foglio|export|data|daten|liste?)?[\s_-]*\d*$/i

/** What a decoded file lists: what its format says, else a guess by its columns and by what sheet or file is called. */
function kindOf({ presetKind, table, name, part }: DecodedFile, hints: GuessHints): FileKind {
  return presetKind ?? guessKind(table, part === undefined || NO_NAME.test(part) ? name : part, hints)
}

/** Tables of the same import: those that are taken unless a person says otherwise, and those that are only offered. */
export interface Offer {
  readonly taken: readonly PreparedFile[]
  readonly aside: readonly PreparedFile[]
}

/**
 * Puts together what belongs together and guesses what each table is. Set aside are, in a file with several tables,
 * hidden sheets and sheets in which no column is headed like a name: legends, notes, lists of choices.
 */
export function prepareFiles(files: readonly DecodedFile[], hints: PrepareHints = {}): Offer {
  const all = combine(files).map((decoded) => prepareFile(decoded, hints))
  const isList = ({ decoded, mapping }: PreparedFile): boolean => {
    if (decoded.aside === true) return false
    if (decoded.format !== 'xlsx') return true
    if (decoded.hidden === true || decoded.table.rows.length === 0) return false
    return mapping.columns.some(
      (field, i) =>
        (field === 'name' || field === 'source' || field === 'participants') &&
        !/^(?:content|only-choice)$/.test(mapping.reasons?.[i]?.code ?? ''),
    )
  }
  const chosen = new Set(all.filter(isList))
  for (const file of files) {
    const own = all.filter(({ decoded }) => decoded.name === file.name)
    // A file of which nothing looks like a list is taken as it is, its hidden sheets only where there is nothing else.
    if (own.some((each) => chosen.has(each))) continue
    const visible = own.filter(({ decoded }) => decoded.hidden !== true && decoded.aside !== true)
    for (const each of visible.length > 0 ? visible : own) chosen.add(each)
  }
  return { taken: all.filter((each) => chosen.has(each)), aside: all.filter((each) => !chosen.has(each)) }
}

/**
 * Plans the import of several files as one step: each is planned on what the ones before it would leave.
 * @param ids the ids of the Change that will carry it; plan anew when another Change came in between
 * @param currency ISO code for amounts that don't name theirs
 * @param options what was decided about the import: merges, records missing from their file, edits by hand
 */
export function planFiles(
  base: Inventory,
  files: readonly PreparedFile[],
  ids: IdSource,
  currency: string,
  catalogueWords: Parameters<typeof planImport>[3],
  options: ImportOptions = {},
  onProgress: (share: number) => void = () => undefined,
): PlannedImport {
  const plans = new Map<PreparedFile, ImportPlan>()
  const all = files.reduce((sum, { decoded }) => sum + decoded.table.rows.length, 0)
  let after = base
  let done = 0
  for (const file of inOrder(files, ({ mapping }) => mapping.kind)) {
    const { decoded, mapping } = file
    const fileName = titleOf(decoded)
    const rows = decoded.table.rows.length
    const progress = (from: number) => (share: number) => onProgress((done + rows * (from + share / 2)) / all)
    const read = readDrafts(decoded.table, mapping, { fileName, defaultCurrency: currency, onProgress: progress(0) })
    const plan = planImport(
      after,
      { kind: mapping.kind, fileName, rows, options, onProgress: progress(0.5), ...read },
      ids,
      catalogueWords,
    )
    plans.set(file, plan)
    done += rows
    after = applyChange(after, plan.changes)
  }
  return { base, after, plans: files.map((file) => plans.get(file) as ImportPlan) }
}

function inOrder<T>(files: readonly T[], kindOf: (file: T) => FileKind): readonly T[] {
  return [...files].sort((a, b) => ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)))
}

/** The one Change that an import of these files is. */
export function toChange(
  { base, after }: Pick<PlannedImport, 'base' | 'after'>,
  files: readonly PreparedFile[],
): Draft {
  return importDraft(difference(base, after), files)
}

/** The Change with these rows. */
export function importDraft(rows: Draft['rows'], files: readonly PreparedFile[]): Draft {
  const only = new Set(files.map(({ decoded }) => decoded.name)).size === 1 ? files[0]?.decoded.name : undefined
  return {
    label:
      only === undefined
        ? { code: 'import', values: { count: files.length } }
        : { code: 'importOne', values: { file: only } },
    cause: { kind: 'edit' },
    rows,
  }
}
