import { type ColumnId, isColumnId, isGroupable } from './column-ids'
import { SMALLEST_WIDTH, type TableSettings } from './table-settings'

/** How a table is set up, as far as it is kept: filters aren't, because they would hide tools without a word. */
export type KeptTable = Pick<TableSettings, 'columns' | 'widths' | 'sorting' | 'groupBy'>

/** The tables of the workspaces by their ids, the one that was changed last at the end. */
export type KeptTables = ReadonlyMap<string, KeptTable>

const MOST_WORKSPACES = 200
const LARGEST_WIDTH = 4_000

/** The tables with one changed, as the newest. */
export function withTable(tables: KeptTables, workspace: string, table: KeptTable): KeptTables {
  const { columns, widths, sorting, groupBy } = table
  const next = new Map([...tables].filter(([id]) => id !== workspace).slice(1 - MOST_WORKSPACES))
  return next.set(workspace, { columns, widths, sorting, groupBy })
}

export function withoutTable(tables: KeptTables, workspace: string): KeptTables {
  return new Map([...tables].filter(([id]) => id !== workspace))
}

/** The tables as the text of a small file. */
export function tablesToText(tables: KeptTables): string {
  return JSON.stringify({ version: 1, tables: [...tables].map(([workspace, table]) => ({ workspace, ...table })) })
}

/** The tables in a text; what can't be understood is left out, because forgetting is better than failing. */
export function tablesFromText(text: string | undefined): KeptTables {
  const kept = new Map<string, KeptTable>()
  for (const each of listOf(parsed(text))) {
    const { workspace, ...rest } = each
    const columns = strings(rest.columns).filter(isColumnId)
    if (typeof workspace !== 'string' || !columns.includes('name')) continue
    kept.set(workspace, {
      columns: ['name', ...new Set(columns.filter((column) => column !== 'name'))],
      widths: widthsOf(rest.widths),
      sorting: sortingOf(rest.sorting),
      groupBy: groupOf(rest.groupBy),
    })
  }
  return kept
}

type Loose = Readonly<Record<string, unknown>>

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null

function listOf(value: unknown): readonly Loose[] {
  return isRecord(value) && Array.isArray(value.tables) ? value.tables.filter(isRecord) : []
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function widthsOf(value: unknown): Readonly<Record<string, number>> {
  const widths = Object.entries(isRecord(value) ? value : {}).filter(
    (entry): entry is [string, number] =>
      isColumnId(entry[0]) && typeof entry[1] === 'number' && entry[1] >= SMALLEST_WIDTH && entry[1] <= LARGEST_WIDTH,
  )
  return Object.fromEntries(widths)
}

function sortingOf(value: unknown): TableSettings['sorting'] {
  const known = Array.isArray(value) ? value.filter(isRecord) : []
  return known.flatMap(({ id, desc }) => (typeof id === 'string' && isColumnId(id) ? { id, desc: desc === true } : []))
}

function groupOf(value: unknown): ColumnId | undefined {
  return typeof value === 'string' && isColumnId(value) && isGroupable(value) ? value : undefined
}
