import { spawnSync } from 'node:child_process'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { encodeCsv } from '../../../../renderer/files/csv-codec'
import { flavourOf } from '../../../../renderer/files/flavours'
import { neo4jCommand, toNeo4j } from '../../../../shared/export/models/to-neo4j'
import { toSql } from '../../../../shared/export/models/to-sql'
import { EVIL, evilCompany, SAMPLES } from './samples'

const PYTHON = spawnSync('python3', ['-c', 'import sqlite3'])
const RUN = `import sqlite3, sys, json
db = sqlite3.connect(':memory:')
db.execute('PRAGMA foreign_keys = ON')
db.executescript(sys.stdin.read())
print(json.dumps({
  'counts': {t: db.execute('SELECT count(*) FROM ' + t).fetchone()[0] for t in ('departments', 'tools', 'usages', 'flows', 'flow_data_objects', 'tool_columns')},
  'names': [r[0] for r in db.execute('SELECT name FROM tools ORDER BY rowid')],
  'broken': db.execute('PRAGMA foreign_key_check').fetchall(),
}))`

function load(sql: string) {
  const { stdout, stderr, status } = spawnSync('python3', ['-c', RUN], { input: sql, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return JSON.parse(stdout) as { counts: Record<string, number>; names: string[]; broken: unknown[] }
}

describe('plain SQL', () => {
  // Another program reads it: SQLite as Python brings it. Where there is none, the quoting is tested by its shape below.
  it.skipIf(PYTHON.status !== 0)('is loaded by a database, every row of it', () => {
    for (const inventory of [...SAMPLES.map((sample) => sample.load()), evilCompany()]) {
      const { counts, names, broken } = load(toSql(inventory))
      expect(broken).toEqual([])
      expect(names).toEqual([...inventory.tools.values()].map(({ name }) => name.replaceAll('\0', '')))
      expect(counts.departments).toBe(inventory.departments.size)
      expect(counts.usages).toBe(inventory.usages.size)
      expect(counts.flows).toBe(inventory.flows.size)
    }
  })

  it('ends no literal early', () => {
    const literals = /'(?:[^']|'')*'/g
    const outside = toSql(evilCompany()).replace(literals, '?')
    expect(outside).not.toMatch(/DROP|'|--/)
  })

  it('loads departments after the ones above them, and cuts a loop', () => {
    const inventory = evilCompany()
    const [a, b] = [...inventory.departments.values()]
    if (a === undefined || b === undefined) throw new Error('two departments are wanted')
    const departments = new Map(inventory.departments)
    departments.set(a.id, { ...a, parent: b.id })
    departments.set(b.id, { ...b, parent: a.id })
    const rows = toSql({ ...inventory, departments }).split('INSERT INTO departments')[1] ?? ''
    const [first] = rows.match(/\('d[^\n]*\n?/) ?? []
    expect(first).toContain('NULL')
  })
})

describe('files for Neo4j', () => {
  it('refer to nodes that are there, and the command names each of them', () => {
    for (const inventory of [...SAMPLES.map((sample) => sample.load()), evilCompany()]) {
      const files = toNeo4j(inventory)
      const parsed = files.map(({ name, table }) => {
        const text = encodeCsv([table.header, ...table.rows], flavourOf('en'))
        const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
        expect(errors).toEqual([])
        expect(data.length).toBe(table.rows.length)
        return { name, header: table.header, data }
      })
      const ids = new Map<string, Set<string>>()
      for (const { header, data } of parsed) {
        const space = /^id:ID\((\w+)\)$/.exec(header[0] ?? '')?.[1]
        if (space !== undefined) ids.set(space, new Set(data.map((row) => row[header[0] ?? ''] ?? '')))
      }
      for (const { header, data } of parsed) {
        const [from, to] = header.map((each) => /^:(?:START|END)_ID\((\w+)\)$/.exec(each)?.[1])
        if (from === undefined || to === undefined) continue
        for (const row of data) {
          expect(ids.get(from)).toContain(row[header[0] ?? ''])
          expect(ids.get(to)).toContain(row[header[1] ?? ''])
        }
      }
      for (const { name } of files) expect(neo4jCommand(files)).toContain(`=${name}`)
    }
    expect(toNeo4j(evilCompany()).find(({ name }) => name === 'tools.csv')?.table.rows.length).toBe(EVIL.length)
  })
})
