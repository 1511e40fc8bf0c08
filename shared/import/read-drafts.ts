import type { DepartmentDraft, DraftRow } from './drafts'
import type { IssueCode, RowIssue } from './issues'
import type { Mapping } from './mapping'
import { type RowInReading, type TableReader, tableReader } from './read-cells'
import { flowReader } from './read-flows'
import { dataObjectReader, functionReader, usageReader } from './read-lists'
import { readCount, toolReader, withoutUndefined } from './read-tools'
import type { Table } from './table'
import { numberStyle } from './values/numbers'

export interface ReadOptions {
  readonly fileName: string
  /** ISO 4217 code for amounts that name no currency. */
  readonly defaultCurrency: string
  /** Called now and then while a long list is read, with the share that is done, 0–1. */
  readonly onProgress?: (share: number) => void
}

const PROGRESS_ROWS = 1_000

export interface ReadResult {
  readonly drafts: readonly DraftRow[]
  readonly issues: readonly RowIssue[]
  readonly notices: readonly RowIssue[]
}

/**
 * Understands the rows of a table. Every row becomes either one draft or one issue (`issues` names the rows that can't
 * be taken); `notices` name cells of taken rows that couldn't be understood: their text is kept among the draft's extra
 * columns and the field stays unknown. How numbers, dates and lists are written is decided per column. Never throws.
 */
export function readDrafts(table: Table, mapping: Mapping, options: ReadOptions): ReadResult {
  const reader = tableReader(table, mapping)
  const read = rowReader(reader, mapping, options)
  const drafts: DraftRow[] = []
  const issues: RowIssue[] = []
  const notices: RowIssue[] = []
  const leftOut = new Map(table.leftOut?.map((each) => [each.index, each]))
  for (let index = 0; index < table.rows.length; index += 1) {
    if (index % PROGRESS_ROWS === 0) options.onProgress?.(index / table.rows.length)
    const row = reader.start(index)
    const known = leftOut.get(index)
    if (known !== undefined) {
      const { index: _, ...why } = known
      issues.push({ ...why, row: row.row })
      continue
    }
    const result = row.cells.every((cell) => cell.trim() === '') ? 'empty-row' : read(row)
    if (typeof result === 'string') {
      issues.push({ code: result, row: row.row })
    } else {
      drafts.push(result)
      for (const notice of row.notices) notices.push(notice)
    }
  }
  return { drafts, issues, notices }
}

function rowReader(
  reader: TableReader,
  { kind, identity }: Mapping,
  { defaultCurrency }: ReadOptions,
): (row: RowInReading) => DraftRow | IssueCode {
  if (kind === 'flows') return flowReader(reader)
  const read = namedReader(reader, kind, () => toolReader(reader, defaultCurrency, identity))
  const nameOf = reader.text('name')
  return (row) => {
    const name = nameOf(row)
    return name === undefined ? 'missing-name' : read(row, name)
  }
}

/** The reader of rows that have a name. */
function namedReader(
  reader: TableReader,
  kind: Exclude<Mapping['kind'], 'flows'>,
  tools: () => ReturnType<typeof toolReader>,
): (row: RowInReading, name: string) => DraftRow | IssueCode {
  switch (kind) {
    case 'tools':
      return tools()
    case 'departments':
      return departmentReader(reader)
    case 'usages':
      return usageReader(reader)
    case 'dataObjects':
      return dataObjectReader(reader)
    case 'functions':
      return functionReader(reader)
  }
}

function departmentReader(table: TableReader): (row: RowInReading, name: string) => DepartmentDraft {
  const style = numberStyle(table.cells('headcount'))
  const externalId = table.text('id')
  const parent = table.text('parent')
  const headcount = table.value('headcount', 'bad-number', (cell) => readCount(cell, style))
  return (row, name) =>
    withoutUndefined({
      kind: 'departments',
      row: row.row,
      columns: table.columns,
      name,
      externalId: externalId(row),
      parent: parent(row),
      headcount: headcount(row),
      ...table.extraOf(row),
    }) as DepartmentDraft
}
