import type { Change, RowChange } from '../../shared/inventory/change'
import type { TableName } from '../../shared/inventory/inventory'
import { readHistory } from './session'
import { useWorkspace } from './workspace'

/** So many Changes are in memory at once while the history is walked. */
const BATCH = 20

/** A Change, and what it did to the one row that was asked about. */
export interface ChangeOfRow {
  readonly change: Omit<Change, 'rows'>
  readonly row: RowChange
}

/**
 * What was done to a row, newest first, at most `limit` of it. Walks the stored history from its end in small batches,
 * so that it is never in memory as a whole, and stops at the Change that the row's id was made by.
 */
export async function changesOf(table: TableName, id: string, limit: number): Promise<readonly ChangeOfRow[]> {
  const madeBy = Number(/^[a-z](\d+)\.\d+$/.exec(id)?.[1] ?? 0)
  const sequences = useWorkspace
    .getState()
    .history.filter(({ sequence, label }) => sequence >= madeBy && (table === 'pins' || !isMove(label.code)))
    .map(({ sequence }) => sequence)
  const found: ChangeOfRow[] = []
  for (let end = sequences.length; end > 0 && found.length < limit; end -= BATCH) {
    const batch = sequences.slice(Math.max(0, end - BATCH), end).reverse()
    for (const change of await Promise.all(batch.map(readHistory))) {
      const row = change?.rows.find((each) => each.table === table && each.id === id)
      if (change === undefined || row === undefined || found.length >= limit) continue
      const { rows: _, ...rest } = change
      found.push({ change: rest, row })
    }
  }
  return found
}

function isMove(code: string): boolean {
  return code === 'placement' || code === 'moveNode' || code === 'moveNodes' || code === 'tidyMap'
}

/** What is listed of a Change besides its words: how many rows it wrote, and from which files they came. */
export interface ChangeSummary {
  readonly rows: number
  readonly files: readonly string[]
}

/** Summaries of these Changes; none for what isn't stored. */
export async function summariesOf(sequences: readonly number[]): Promise<ReadonlyMap<number, ChangeSummary>> {
  const found = new Map<number, ChangeSummary>()
  for (let start = 0; start < sequences.length; start += BATCH) {
    for (const change of await Promise.all(sequences.slice(start, start + BATCH).map(readHistory))) {
      if (change !== undefined) found.set(change.sequence, { rows: change.rows.length, files: filesOf(change) })
    }
  }
  return found
}

/** The files that an import's rows came from, in the order in which they occur; none for other Changes. */
export function filesOf({ label, rows }: Change): readonly string[] {
  if (!label.code.startsWith('import')) return []
  const named = label.values?.files ?? label.values?.file
  if (typeof named === 'string') return [named]
  const files = new Set<string>()
  for (const row of rows) {
    const now = originOf(row.after)
    // A row that was there keeps the origin it had: it says nothing about this import.
    if (now !== undefined && now !== originOf(row.before)) files.add(now)
  }
  return [...files]
}

function originOf(row: RowChange['after']): string | undefined {
  return row !== undefined && 'origin' in row ? row.origin?.file : undefined
}
