import { type FieldId, REPEATABLE_FIELDS } from '../fields'
import type { IssueCode } from '../issues'
import type { Mapping, MappingReason } from '../mapping'
import { headerKey } from '../normalise'
import type { DecodedFile, FileFormat, FileKind, LeftOut, Table } from '../table'

/** A row of a table by the names of its columns; an unknown column is an empty cell. */
export interface NamedRow {
  readonly index: number
  readonly row: number
  readonly cells: readonly string[]
  get(column: string): string
}

/** The rows of a table, to be asked by column name in any spelling. */
export function namedRows(table: Table): readonly NamedRow[] {
  const columns = new Map<string, number>()
  table.header.forEach((header, index) => {
    const key = headerKey(header)
    if (!columns.has(key)) columns.set(key, index)
  })
  const known = new Map<string, number>()
  const indexOf = (column: string): number => {
    let index = known.get(column)
    if (index === undefined) {
      index = columns.get(headerKey(column)) ?? -1
      known.set(column, index)
    }
    return index
  }
  return table.rows.map((cells, index) => ({
    index,
    row: table.rowNumbers[index] ?? index + 2,
    cells,
    get: (column) => (cells[indexOf(column)] ?? '').trim(),
  }))
}

/** True when a table has all of these columns, in any spelling. */
export function hasColumns(table: Table, ...columns: readonly string[]): boolean {
  const keys = new Set(table.header.map(headerKey))
  return columns.every((column) => keys.has(headerKey(column)))
}

/** Collects the rows of a table that a ready-made reader gives; every row given is taken or left out with its reason. */
export class TableBuilder {
  private readonly columns = new Map<string, number>()
  private readonly rows: string[][] = []
  private readonly rowNumbers: number[] = []
  private readonly leftOut: LeftOut[] = []

  constructor(header: readonly string[]) {
    for (const name of header) this.columns.set(name, this.columns.size)
  }

  get size(): number {
    return this.rows.length
  }

  /** How many of the rows are taken. */
  get taken(): number {
    return this.rows.length - this.leftOut.length
  }

  add(row: number, cells: Iterable<readonly [string, string]>): void {
    const record: string[] = []
    for (const [name, text] of cells) {
      let column = this.columns.get(name)
      if (column === undefined) {
        if (text === '') continue
        column = this.columns.size
        this.columns.set(name, column)
      }
      record[column] = text
    }
    this.rows.push(record)
    this.rowNumbers.push(row)
  }

  leave(
    row: number,
    cells: Iterable<readonly [string, string]>,
    code: IssueCode,
    column?: string,
    text?: string,
  ): void {
    const why = { ...(column === undefined ? {} : { column }), ...(text === undefined ? {} : { text }) }
    this.leftOut.push({ index: this.rows.length, code, ...why })
    this.add(row, cells)
  }

  table(): Table {
    const header = [...this.columns.keys()]
    const rows = this.rows.map((record) => header.map((_, index) => record[index] ?? ''))
    const table = { header, rows, rowNumbers: this.rowNumbers }
    return this.leftOut.length === 0 ? table : { ...table, leftOut: this.leftOut }
  }
}

/** What the columns mean that ready-made readers name; all others are left to be guessed. */
const MEANINGS: Readonly<Record<FileKind, Readonly<Record<string, FieldId>>>> = {
  tools: {
    ID: 'id',
    Name: 'name',
    'Part of': 'partOf',
    Description: 'description',
    Department: 'owner',
    'Used by': 'usedBy',
    'Business owner': 'businessOwner',
    Functions: 'functions',
    Status: 'status',
    Tags: 'tags',
    URL: 'url',
  },
  departments: { ID: 'id', Name: 'name', Parent: 'parent' },
  flows: { ID: 'id', Name: 'name', Source: 'source', Target: 'target', Method: 'method', Notes: 'notes' },
  usages: {},
  dataObjects: {},
  functions: {},
}

/** The mapping of a table: what its format means by its columns stands, the guess is for the rest. */
export function withPreset(guess: Mapping, { presetKind, presetColumns }: DecodedFile): Mapping {
  if (presetColumns === undefined || guess.kind !== presetKind) return guess
  const taken = new Set(presetColumns)
  const columns = guess.columns.map((field, i): FieldId | null => {
    const preset = presetColumns[i] ?? null
    if (preset !== null) return preset
    return field !== null && taken.has(field) && !REPEATABLE_FIELDS.has(field) ? null : field
  })
  const reasons = columns.map((field, i): MappingReason | null => {
    if ((presetColumns[i] ?? null) !== null) return { code: 'header', confidence: 1 }
    return field === null ? null : (guess.reasons?.[i] ?? null)
  })
  return { ...guess, columns, reasons }
}

/** A part that a ready-made reader gives, read the way its file was; undefined when it has no rows. */
export function partOf(
  from: DecodedFile,
  format: FileFormat,
  part: string,
  presetKind: FileKind,
  builder: TableBuilder,
): readonly DecodedFile[] {
  if (builder.size === 0) return []
  const { headerRow: _, skipped: __, ...read } = from
  const table = builder.table()
  const presetColumns = table.header.map((header) => MEANINGS[presetKind][header] ?? null)
  return [{ ...read, format, part, presetKind, presetColumns, table }]
}

/** A cell that names several, joined by semicolons. */
export function joined(names: Iterable<string>): string {
  return [...new Set(names)].filter((name) => name !== '').join('; ')
}
