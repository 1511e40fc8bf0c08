import type { JournalLine } from '../../shared/bridge'
import type { Change, RowChange } from '../../shared/inventory/change'
import { pacer } from './breathe'
import type { ChangePart, StoredChange, WorkspaceDatabase } from './schema'

/** A Change with more rows is written, kept and read in parts, so that none of them holds the window up. */
const LARGE_CHANGE = 2_000
const ROWS_PER_PART = 500

/** A Change as texts: in parts, where it is kept in parts, and as the journal has it, in pieces. */
export interface ChangeTexts {
  readonly parts: readonly string[] | undefined
  readonly line: readonly string[]
}

/** Makes the texts of a Change, with turns for the window where it is large. */
export async function textsOf(change: Change): Promise<ChangeTexts> {
  if (change.rows.length <= LARGE_CHANGE) return { parts: undefined, line: [JSON.stringify(change)] }
  const parts = await partTexts(change.rows)
  return { parts, line: linePieces(change, parts) }
}

async function partTexts(rows: readonly RowChange[]): Promise<readonly string[]> {
  const pause = pacer()
  const texts: string[] = []
  for (let start = 0; start < rows.length; start += ROWS_PER_PART) {
    texts.push(JSON.stringify(rows.slice(start, start + ROWS_PER_PART)).slice(1, -1))
    await pause()
  }
  return texts
}

/** The journal's text of a Change whose rows were written as texts, in pieces. */
function linePieces({ rows: _, ...head }: Change, texts: readonly string[]): readonly string[] {
  return [
    `${JSON.stringify(head).slice(0, -1)},"rows":[`,
    ...texts.map((text, at) => (at === 0 ? text : `,${text}`)),
    ']}',
  ]
}

/** A stored Change with all its rows. */
export async function changeOf(database: WorkspaceDatabase, { parts, ...change }: StoredChange): Promise<Change> {
  if (parts === undefined) return change
  const pause = pacer()
  const rows: RowChange[] = []
  for (const { text } of await partsOf(database, change.sequence, parts)) {
    for (const row of JSON.parse(`[${text}]`) as readonly RowChange[]) rows.push(row)
    await pause()
  }
  return { ...change, rows }
}

/** A stored Change as the journal has it. */
export async function lineOf(database: WorkspaceDatabase, { parts, ...change }: StoredChange): Promise<JournalLine> {
  const { sequence } = change
  if (parts === undefined) return { sequence, text: JSON.stringify(change) }
  const texts = (await partsOf(database, sequence, parts)).map(({ text }) => text)
  return { sequence, text: linePieces(change, texts).join('') }
}

async function partsOf(database: WorkspaceDatabase, sequence: number, count: number): Promise<readonly ChangePart[]> {
  const found = await database.parts.where('[sequence+part]').between([sequence, 0], [sequence, count]).toArray()
  if (found.length !== count) throw new Error(`Change ${sequence} is not stored whole`)
  return found
}
