import { MAX_ROWS, Refused } from '../refused'
import { uniqueHeader } from '../shape-table'
import type { Table } from '../table'

const DEEPEST = 8
const MAX_COLUMNS = 1_000

type Entries = readonly (readonly [string, unknown])[]

/** The own properties of an object or the entries of a map, whatever they are called; undefined for anything else. */
function entriesOf(value: unknown): Entries | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  if (value instanceof Map) return [...value].map(([key, each]) => [String(key), each])
  return Object.entries(value)
}

const isRecord = (value: unknown): boolean => entriesOf(value) !== undefined
const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object'

/** A scalar as text: numbers by `numberText`, nothing for null. */
export type ScalarText = (value: unknown) => string

/** A record's cells: nested objects as `a.b`, lists joined with "; ", lists of objects column by column. */
function flatten(value: unknown, prefix: string, depth: number, text: ScalarText, into: Map<string, string[]>): void {
  const put = (cell: string) => {
    const cells = into.get(prefix)
    if (cells === undefined) into.set(prefix, [cell])
    else cells.push(cell)
  }
  if (isScalar(value)) put(text(value))
  else if (depth >= DEEPEST) put('…')
  else if (Array.isArray(value)) {
    if (value.length === 0) put('')
    for (const item of value) flatten(item, prefix, depth + 1, text, into)
  } else {
    for (const [key, each] of entriesOf(value) ?? []) {
      flatten(each, prefix === '' ? key : `${prefix}.${key}`, depth + 1, text, into)
    }
  }
}

/** A table of a list of records, of lists of cells (the first being the header) or of plain values (names). */
export function tableOfRecords(list: readonly unknown[], text: ScalarText): Table {
  if (list.length > MAX_ROWS) throw new Refused('too-many-rows', MAX_ROWS)
  if (list.every((item) => Array.isArray(item) && item.every(isScalar))) {
    const [first = [], ...rest] = list as readonly unknown[][]
    const header = uniqueHeader(first.map(text))
    const rows = rest.map((item) => header.map((_, index) => text(item[index] ?? null)))
    return { header, rows, rowNumbers: rows.map((_, index) => index + 2) }
  }
  const columns = new Map<string, number>()
  const records = list.map((item): string[] => {
    const cells = new Map<string, string[]>()
    flatten(item, isScalar(item) || Array.isArray(item) ? 'name' : '', 0, text, cells)
    const record: string[] = []
    for (const [name, parts] of cells) {
      let column = columns.get(name)
      if (column === undefined) {
        if (columns.size >= MAX_COLUMNS) throw new Refused('too-many-cells', MAX_COLUMNS)
        column = columns.size
        columns.set(name, column)
      }
      record[column] = parts.filter((part) => part !== '').join('; ')
    }
    return record
  })
  const header = uniqueHeader([...columns.keys()])
  const rows = records.map((record) => header.map((_, index) => record[index] ?? ''))
  return { header, rows, rowNumbers: rows.map((_, index) => index + 1) }
}

/**
 * The lists in a JSON or YAML value: the value itself, or every list of records among an object's properties, with its
 * name. An object without any is one record. Empty when nothing in it is a list.
 */
export function listsIn(value: unknown): readonly { readonly part?: string; readonly list: readonly unknown[] }[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : [{ list: value }]
  const entries = entriesOf(value)
  if (entries === undefined) return []
  const found: { part: string; list: readonly unknown[] }[] = []
  const search = (among: Entries, path: string, depth: number): void => {
    for (const [key, each] of among) {
      const name = path === '' ? key : `${path}.${key}`
      if (Array.isArray(each) && each.length > 0 && each.every(isRecord)) found.push({ part: name, list: each })
      else if (depth < 2) search(entriesOf(each) ?? [], name, depth + 1)
    }
  }
  search(entries, '', 0)
  const [only] = found
  if (found.length === 1 && only !== undefined) return [{ list: only.list }]
  if (found.length > 1) return found
  // Records by their keys: { sap: { owner: … }, crm: { owner: … } }.
  if (entries.length > 1 && entries.every(([, each]) => isRecord(each))) {
    return [{ list: entries.map(([key, each]) => ({ key, ...Object.fromEntries(entriesOf(each) ?? []) })) }]
  }
  return entries.length === 0 ? [] : [{ list: [value] }]
}
