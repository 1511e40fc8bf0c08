import { existsSync, readFileSync } from 'node:fs'
import { decodeCsv } from '../../../renderer/files/csv-codec'
import { guessKind, guessMapping } from '../../../shared/import/guess-mapping'
import type { CatalogueIndexLike, ImportPlan } from '../../../shared/import/import-plan'
import type { Mapping } from '../../../shared/import/mapping'
import { planImport } from '../../../shared/import/plan-import'
import { type ReadResult, readDrafts } from '../../../shared/import/read-drafts'
import type { DecodedFile } from '../../../shared/import/table'
import { applyChange } from '../../../shared/inventory/change'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'

/** Everything that happens to one file on its way in. */
export interface Imported {
  readonly decoded: DecodedFile
  readonly mapping: Mapping
  readonly read: ReadResult
  readonly plan: ImportPlan
  readonly after: Inventory
}

/** Imports bytes or text into an inventory, with everything guessed. */
export function imported(
  name: string,
  contents: Uint8Array | string,
  before: Inventory = EMPTY_INVENTORY,
  sequence = 1,
  catalogue?: CatalogueIndexLike,
): Imported {
  const decoded = decodeCsv(name, typeof contents === 'string' ? new TextEncoder().encode(contents) : contents)
  const mapping = guessMapping(decoded.table, guessKind(decoded.table, name))
  const read = readDrafts(decoded.table, mapping, { fileName: name, defaultCurrency: 'EUR' })
  const input = { kind: mapping.kind, fileName: name, rows: decoded.table.rows.length, ...read }
  const plan = planImport(before, input, idSource(sequence), catalogue)
  return { decoded, mapping, read, plan, after: applyChange(before, plan.changes) }
}

/** Imports files of a folder one after the other, each on what the ones before left. Their results, in order. */
export function importedFiles(
  folder: string,
  names: readonly string[],
  before: Inventory = EMPTY_INVENTORY,
  sequence = 1,
): readonly Imported[] {
  const results: Imported[] = []
  for (const [index, name] of names.entries()) {
    const latest = results.at(-1)?.after ?? before
    results.push(imported(name, readFileSync(`${folder}/${name}`), latest, sequence + index))
  }
  return results
}

/** Which field each header was mapped to; headers that weren't are left out. */
export function fieldsByHeader({ decoded, mapping }: Imported): Readonly<Record<string, string>> {
  return Object.fromEntries(
    decoded.table.header.flatMap((header, index) => {
      const field = mapping.columns[index]
      return field ? [[header, field]] : []
    }),
  )
}

/** `[rows, added, updated, unchanged, issues]` of a plan. */
export function countsOf({ rows, added, updated, unchanged, issues }: ImportPlan): readonly number[] {
  return [rows, added, updated, unchanged, issues.length]
}

/** The folder of real inventories beside the project, or undefined with a message where it is absent. */
export function realData(): string | undefined {
  const folder = '../shared/data'
  if (existsSync(folder)) return folder
  console.log('Skipped: the real inventories (../shared/data) are not here')
  return undefined
}
