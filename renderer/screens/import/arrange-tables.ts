import { fittingMapping, type NamedMapping } from '../../../shared/import/mapping-file'
import type { DecodedFile } from '../../../shared/import/table'
import { guessesOf, type Offer, type PreparedFile, prepareFiles } from '../../river/import-files'
import { handleOf } from '../../river/outline'
import { decodedOf, type FileEntry, type TableEntry } from './import-state'
import { carryOver } from './mapping-edits'

/**
 * The tables of all files: what belongs together put together, the guesses made, and what a person decided about a table
 * kept as long as the table is there. A table that was not read anew stays the very same object.
 */
export function arrangeTables(
  files: readonly FileEntry[],
  before: readonly TableEntry[],
  prepare: (decoded: readonly DecodedFile[]) => Offer = prepareFiles,
): readonly TableEntry[] {
  const owners = new Map<DecodedFile, string>()
  for (const entry of files) for (const decoded of decodedOf(entry)) owners.set(decoded, entry.key)
  const { taken, aside } = prepare([...owners.keys()])
  const ticked = new Set(taken)
  const known = new Map(before.map((table) => [table.key, table]))
  const used = new Set<string>()
  const tables = inFileOrder(files, [...taken, ...aside], owners).map(({ file, prepared }) => {
    let key = `${file}/${prepared.decoded.part ?? ''}`
    while (used.has(key)) key += '+'
    used.add(key)
    return arranged(key, file, prepared, ticked.has(prepared), known.get(key))
  })
  return tables
}

function arranged(
  key: string,
  file: string,
  guess: PreparedFile,
  ticked: boolean,
  before: TableEntry | undefined,
): TableEntry {
  const { guesses } = guess
  if (before === undefined) return { key, file, ticked, prepared: guess, ...(guesses === undefined ? {} : { guesses }) }
  const stays = before.tickChosen === true ? before.ticked : ticked
  if (sameTable(before.prepared.decoded, guess.decoded)) {
    return before.ticked === stays ? before : { ...before, ticked: stays }
  }
  const { table } = guess.decoded
  const ofKind =
    before.chosenKind === undefined ? guess.mapping : (guesses ?? guessesOf(guess.decoded)).mappings[before.chosenKind]
  const { decoded, mapping } = before.prepared
  return {
    ...before,
    ticked: stays,
    ...(guesses === undefined ? {} : { guesses }),
    prepared: { decoded: guess.decoded, mapping: carryOver(mapping, decoded.table, ofKind, table) },
  }
}

/** True for what was not read anew; what is put together anew each time is compared by its rows. */
function sameTable(a: DecodedFile, b: DecodedFile): boolean {
  const handle = handleOf(a)
  if (handle !== undefined) return handle === handleOf(b)
  if (a === b || a.table.rows === b.table.rows) return true
  return (
    a.table.rows.length === b.table.rows.length &&
    a.table.header.length === b.table.header.length &&
    a.format === b.format &&
    a.table.rows.every((row, i) => row === b.table.rows[i])
  )
}

/** Each table with the file it belongs to: its own, or for what was put together of several, the first of that name. */
function inFileOrder(
  files: readonly FileEntry[],
  prepared: readonly PreparedFile[],
  owners: ReadonlyMap<DecodedFile, string>,
): readonly { readonly file: string; readonly prepared: PreparedFile }[] {
  const places = new Map(files.map(({ key }, i) => [key, i]))
  const parts = new Map([...owners.keys()].map((decoded, i) => [decoded, i]))
  return prepared
    .flatMap((each) => {
      const named = () => files.find(({ source }) => source.name === each.decoded.name)?.key
      const file = owners.get(each.decoded) ?? named()
      return file === undefined ? [] : [{ file, prepared: each }]
    })
    .sort(
      (a, b) =>
        (places.get(a.file) ?? 0) - (places.get(b.file) ?? 0) ||
        (parts.get(a.prepared.decoded) ?? 0) - (parts.get(b.prepared.decoded) ?? 0),
    )
}

/** The tables, those that one of the mappings fits understood by it. */
export function withMappings(
  tables: readonly TableEntry[],
  mappings: readonly NamedMapping[],
): { readonly tables: readonly TableEntry[]; readonly fitted: number } {
  let fitted = 0
  const next = tables.map((table): TableEntry => {
    const { decoded } = table.prepared
    const fit = fittingMapping(mappings, decoded.table.header)
    if (fit === undefined) return table
    fitted += 1
    return { ...table, chosenKind: fit.mapping.kind, prepared: { decoded, mapping: fit.mapping } }
  })
  return { tables: next, fitted }
}
