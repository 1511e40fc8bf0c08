import { describe, expect, it } from 'vitest'
import { arrangeTables, withMappings } from '../../../../renderer/screens/import/arrange-tables'
import type { FileEntry } from '../../../../renderer/screens/import/import-state'
import { mappingFromText, mappingToText } from '../../../../shared/import/mapping-file'
import type { DecodedFile } from '../../../../shared/import/table'

function sheet(name: string, part: string | undefined, header: readonly string[], hidden = false): DecodedFile {
  return {
    name,
    format: part === undefined ? 'csv' : 'xlsx',
    ...(part === undefined ? {} : { part }),
    ...(hidden ? { hidden } : {}),
    encoding: 'utf-8',
    delimiter: ',',
    table: { header, rows: [header.map((_, i) => `${part} ${i}`)], rowNumbers: [2] },
  }
}

function entry(key: string, ...decoded: DecodedFile[]): FileEntry {
  const source = { name: decoded[0]?.name ?? '', bytes: new Uint8Array() }
  return { key, source, overrides: {}, stage: { kind: 'ready', decoded } }
}

const tools = sheet('book.xlsx', 'Tools', ['Name', 'Vendor'])
const secret = sheet('book.xlsx', 'Old', ['Name', 'Vendor'], true)
const flows = sheet('book.xlsx', 'Flows', ['Source', 'Target'])
const book = entry('f1', tools, secret, flows)

describe('the tables of an import', () => {
  it('are listed in the order of their files and sheets, hidden sheets not ticked', () => {
    const tables = arrangeTables([entry('f0', sheet('a.csv', undefined, ['Name'])), book], [])
    expect(tables.map(({ key, ticked }) => `${key} ${ticked}`)).toEqual([
      'f0/ true',
      'f1/Tools true',
      'f1/Old false',
      'f1/Flows true',
    ])
    expect(tables[3]?.prepared.mapping.kind).toBe('flows')
  })

  it('stay the same objects when another file comes, and keep a tick that a person made', () => {
    const first = arrangeTables([book], []).map((table) =>
      table.key === 'f1/Old' ? { ...table, ticked: true, tickChosen: true } : table,
    )
    const next = arrangeTables([book, entry('f2', sheet('b.csv', undefined, ['Name']))], first)
    expect(next.slice(0, 3).map((table, i) => table === first[i])).toEqual([true, true, true])
  })

  it('keep what a person chose when a sheet is read anew', () => {
    const first = arrangeTables([book], []).map((table) =>
      table.key === 'f1/Tools' ? { ...table, chosenKind: 'departments' as const } : table,
    )
    const again = { ...tools, table: { ...tools.table, rows: [['x', 'y']] } }
    const next = arrangeTables([entry('f1', again, secret, flows)], first)
    expect(next[0]).toMatchObject({ chosenKind: 'departments', prepared: { decoded: again } })
    expect(next[1]).toBe(first[1])
  })

  it('belong to the right file when two have the same name', () => {
    const twins = [entry('f1', sheet('a.csv', undefined, ['Name'])), entry('f2', sheet('a.csv', undefined, ['Name']))]
    expect(arrangeTables(twins, []).map(({ key }) => key)).toEqual(['f1/', 'f2/'])
  })
})

describe('a mapping file', () => {
  it('is used for the tables that it fits and leaves the others alone', () => {
    const tables = arrangeTables([book], [])
    const read = mappingFromText(
      mappingToText([{ header: ['Name', 'Vendor'], mapping: { kind: 'tools', columns: ['name', 'notes'] } }]),
    )
    if (!read.ok) throw new Error('Not a mapping')
    const { tables: next, fitted } = withMappings(tables, read.value)
    expect(fitted).toBe(2)
    expect(next[0]?.prepared.mapping.columns).toEqual(['name', 'notes'])
    expect(next[2]).toBe(tables[2])
  })
})
