import { z } from 'zod'
import { fail, ok, type Result } from '../result'
import type { Change } from './change'
import { type Inventory, TABLE_NAMES, type TableName } from './inventory'

/**
 * Reads what was once written by us from text that may since have been damaged, or written by a newer version.
 * Fields that this version doesn't know are kept, so that a newer app finds them again.
 */

export type SnapshotError =
  | { readonly code: 'not-a-snapshot' }
  | { readonly code: 'made-by-newer'; readonly version: number }

const FORMAT = 'toolscape-snapshot'
const VERSION = 1

/** A snapshot from before these tables came to be lacks them; one that lacks another is damaged. */
const LATER_TABLES: ReadonlySet<TableName> = new Set(['views', 'scenarios', 'ownProducts', 'answers', 'preferences'])

const row = z.looseObject({ id: z.string().min(1).max(200) })
const tableName = z.enum(TABLE_NAMES)
const snapshotSchema = z.looseObject({
  format: z.literal(FORMAT),
  version: z.number().int().positive(),
  sequence: z.number().int().nonnegative(),
  tables: z.looseObject(
    Object.fromEntries(
      TABLE_NAMES.map((name) => [name, LATER_TABLES.has(name) ? z.array(row).optional() : z.array(row)]),
    ),
  ),
})
const rowChange = z
  .looseObject({ table: tableName, id: z.string().min(1).max(200), before: row.optional(), after: row.optional() })
  .refine((change) => change.before !== undefined || change.after !== undefined)
const numbered = z.object({ of: z.number().int().positive() })
const changeSchema = z.looseObject({
  sequence: z.number().int().positive(),
  time: z.string().max(40),
  label: z.looseObject({
    code: z.string().max(100),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
  cause: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('edit') }),
    z.object({ kind: z.literal('placement') }),
    numbered.extend({ kind: z.literal('undo') }),
    numbered.extend({ kind: z.literal('redo') }),
  ]),
  rows: z.array(rowChange),
})

/** The whole workspace as text, as it is after the Change `sequence`. `readSnapshot` gives the same inventory back. */
export function snapshotText(inventory: Inventory, sequence: number): string {
  const tables = Object.fromEntries(TABLE_NAMES.map((name) => [name, [...inventory[name].values()]]))
  return JSON.stringify({ format: FORMAT, version: VERSION, sequence, tables })
}

/** The inventory and sequence number of a snapshot's text. */
export function readSnapshot(text: string): Result<{ inventory: Inventory; sequence: number }, SnapshotError> {
  const parsed = snapshotSchema.safeParse(parseJson(text))
  if (!parsed.success) return fail({ code: 'not-a-snapshot' })
  const { version, sequence, tables } = parsed.data
  if (version > VERSION) return fail({ code: 'made-by-newer', version })
  const inventory = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, new Map((tables[name] ?? []).map((entry) => [entry.id, entry]))]),
  )
  return ok({ inventory: inventory as unknown as Inventory, sequence })
}

/** A Change from its line of JSON, or nothing when the line isn't one. */
export function readChange(text: string): Change | undefined {
  const parsed = changeSchema.safeParse(parseJson(text))
  return parsed.success ? (parsed.data as unknown as Change) : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
