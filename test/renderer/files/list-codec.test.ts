import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { fileFromClipboard } from '../../../renderer/files/clipboard'
import { decodeFile } from '../../../renderer/files/decode-file'
import { FileAssembly, messagesOf } from '../../../renderer/files/decode-messages'
import { decodeJson, decodeYaml } from '../../../renderer/files/list-codec'
import { MAX_ROWS, Refused } from '../../../shared/import/refused'
import type { DecodedFile } from '../../../shared/import/table'

const bytes = (text: string) => new TextEncoder().encode(text)
const tables = (name: string, text: string) =>
  decodeFile(name, bytes(text)).map(({ part, format, table: { header, rows } }) => ({ part, format, header, rows }))

const code = (read: () => unknown): unknown => {
  try {
    read()
    return 'read'
  } catch (error) {
    return error instanceof Refused ? error.refusal.code : error
  }
}

describe('JSON', () => {
  it('flattens records and joins lists', () => {
    const list = [
      { name: 'SAP', owner: { team: 'IT' }, tags: ['erp', 'core'], cost: 1.234, links: [{ url: 'a' }, { url: 'b' }] },
      { name: 'Jira', live: true, cost: null },
    ]
    expect(tables('x.json', JSON.stringify(list))).toEqual([
      {
        part: undefined,
        format: 'json',
        header: ['name', 'owner.team', 'tags', 'cost', 'links.url', 'live'],
        rows: [
          ['SAP', 'IT', 'erp; core', '1.2340', 'a; b', ''],
          ['Jira', '', '', '', '', 'true'],
        ],
      },
    ])
  })

  it('finds the list in an object, every list where there are several, and records by their keys', () => {
    expect(tables('x.json', '{"version":1,"data":{"tools":[{"name":"SAP"}]}}')[0]?.rows).toEqual([['SAP']])
    const two = tables('x.json', '{"tools":[{"name":"SAP"}],"teams":[{"name":"IT"}]}')
    expect(two.map(({ part }) => part)).toEqual(['tools', 'teams'])
    expect(tables('x.json', '{"sap":{"owner":"IT"},"jira":{"owner":"Dev"}}')[0]).toMatchObject({
      header: ['key', 'owner'],
      rows: [
        ['sap', 'IT'],
        ['jira', 'Dev'],
      ],
    })
    expect(tables('x.json', '[["Name","Dept"],["SAP","IT"]]')[0]).toMatchObject({
      header: ['Name', 'Dept'],
      rows: [['SAP', 'IT']],
    })
    expect(tables('x.json', '["SAP","Jira"]')[0]).toMatchObject({ header: ['name'], rows: [['SAP'], ['Jira']] })
    expect(tables('x.jsonl', '{"name":"SAP"}\n{"name":"Jira"}\n')[0]?.rows).toEqual([['SAP'], ['Jira']])
  })

  it('takes names that objects are made of as names', () => {
    const [table] = tables('x.json', '[{"__proto__":{"polluted":"yes"},"constructor":"c","name":"SAP"}]')
    expect(table?.header).toEqual(['__proto__.polluted', 'constructor', 'name'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    const [yaml] = tables('x.yaml', '- __proto__:\n    polluted: yes\n  name: SAP\n')
    expect(yaml?.header).toEqual(['__proto__.polluted', 'name'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('says what is wrong', () => {
    expect(code(() => decodeFile('x.json', bytes('{"a": [1, 2')))).toBe('damaged-file')
    expect(code(() => decodeFile('x.json', bytes('{}')))).toBe('no-list')
    expect(code(() => decodeFile('x.json', bytes('[]')))).toBe('no-list')
    expect(code(() => decodeFile('x.json', bytes('['.repeat(1_000_000))))).toBe('damaged-file')
    const deep = `[${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}]`
    expect(code(() => decodeFile('x.json', bytes(deep)))).toBe('read')
    expect(code(() => decodeFile('x.json', bytes(`[${'{},'.repeat(MAX_ROWS)}{}]`)))).toBe('too-many-rows')
  })

  test.prop([fc.jsonValue()])('reads or refuses any value', (value) => {
    expect(['read', 'no-list']).toContain(code(() => decodeJson('x.json', JSON.stringify(value), 'utf-8')))
  })

  test.prop([
    fc.array(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), { minLength: 1 }),
  ])('has a row per record', (list) => {
    const [file] = decodeJson('x.json', JSON.stringify(list), 'utf-8')
    expect(file?.table.rows).toHaveLength(list.length)
    expect(file?.table.rows.every((row) => row.length === file.table.header.length)).toBe(true)
  })
})

describe('YAML', () => {
  it('keeps every scalar as it is written', () => {
    expect(tables('x.yml', '- name: SAP\n  version: 1.10\n  no: 007\n  live: no\n  owner: null\n')[0]).toEqual({
      part: undefined,
      format: 'yaml',
      header: ['name', 'version', 'no', 'live', 'owner'],
      rows: [['SAP', '1.10', '007', 'no', '']],
    })
    expect(tables('x.yaml', 'name: SAP\n---\nname: Jira\n')[0]?.rows).toEqual([['SAP'], ['Jira']])
  })

  it('refuses what grows or is broken, quickly', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`)
    const laughs = `a0: &a0 [lol, lol, lol]\n${levels.join('\n')}\n`
    const started = performance.now()
    expect(['damaged-file', 'no-list']).toContain(code(() => decodeFile('x.yaml', bytes(laughs))))
    expect(code(() => decodeFile('x.yaml', bytes('- a: [1\n- b')))).toBe('damaged-file')
    expect(['damaged-file', 'read']).toContain(code(() => decodeFile('x.yaml', bytes(`- a: ${'['.repeat(20_000)}`))))
    expect(code(() => decodeFile('x.yaml', bytes('- !!js/function "function(){}"\n- a: b')))).not.toBeInstanceOf(Error)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test.prop([fc.string()])('reads or refuses any text', (text) => {
    expect(typeof code(() => decodeYaml('x.yaml', text, 'utf-8'))).toBe('string')
  })
})

describe('any file', () => {
  it('is judged by its contents first', () => {
    expect(tables('list.txt', '[{"name":"SAP"}]')[0]?.format).toBe('json')
    expect(tables('list.csv', '[A];[B]\n1;2\n')[0]).toMatchObject({ format: 'csv', header: ['[A]', '[B]'] })
    expect(tables('list', 'apiVersion: v1\nname: x\n')[0]?.format).toBe('yaml')
    expect(tables('list.csv', '<b>Name</b>;Dept\nSAP;IT\n')[0]?.rows).toEqual([['SAP', 'IT']])
  })

  const names = fc.constantFrom('x.csv', 'x.json', 'x.yaml', 'x.xml', 'x.xlsx', 'x')
  test.prop([names, fc.uint8Array({ maxLength: 300 })])('is read or refused', (name, random) => {
    expect(typeof code(() => decodeFile(name, random))).toBe('string')
  })

  test.prop([
    names,
    fc.array(fc.constantFrom('<', '>', '{', '[', '"', 'a', ':', '-', '\n', ' ', ';', ',', '&', 'PK', '</', '<a')),
  ])('of signs that mean something is read or refused', (name, signs) => {
    expect(typeof code(() => decodeFile(name, bytes(signs.join(''))))).toBe('string')
  })
})

describe('a list that is too long', () => {
  it('is refused with the limit, quickly', () => {
    const line = 'Tool;IT;10\n'
    const text = bytes(`Name;Dept;Users\n${line.repeat(1_000_000)}`)
    const started = performance.now()
    let refusal: unknown
    try {
      decodeFile('x.csv', text)
    } catch (error) {
      refusal = error instanceof Refused ? error.refusal : error
    }
    expect(refusal).toEqual({ code: 'too-many-rows', limit: MAX_ROWS })
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('is refused for its cells where every row is very wide', () => {
    expect(code(() => decodeFile('x.csv', bytes(`${'a,'.repeat(5_000)}b\n${'1,2\n'.repeat(5_000)}`)))).toBe(
      'too-many-cells',
    )
  })
})

describe('the way from the worker', () => {
  it('carries every row in batches of at most 500', () => {
    const rows = Array.from({ length: 1_234 }, (_, i) => [`Tool ${i}`])
    const file: DecodedFile = {
      name: 'x.csv',
      encoding: 'utf-8',
      delimiter: ';',
      table: {
        header: ['Name'],
        rows,
        rowNumbers: rows.map((_, i) => i + 2),
        leftOut: [{ index: 3, code: 'summary-row' }],
      },
    }
    const empty = { ...file, part: 'b', table: { header: [], rows: [], rowNumbers: [] } }
    const assembly = new FileAssembly()
    const progress: number[] = []
    for (const message of messagesOf([file, empty])) {
      if (message.kind === 'rows') expect(message.rows.length).toBeLessThanOrEqual(500)
      if (message.kind === 'tables' || message.kind === 'rows') progress.push(assembly.take(structuredClone(message)))
    }
    expect(assembly.files).toEqual([file, empty])
    expect(progress[0]).toBe(0)
    expect(progress.at(-1)).toBe(1)
  })
})

describe('the clipboard', () => {
  it('is a list when it has several lines', () => {
    const file = fileFromClipboard('Name\tAbteilung\r\nSAP\tIT\r\n"Zwei\nZeilen"\tHR\r\n', 'Zwischenablage')
    expect(file?.name).toBe('Zwischenablage')
    expect(decodeFile(file?.name ?? '', file?.bytes ?? new Uint8Array())[0]).toMatchObject({
      delimiter: '\t',
      table: {
        header: ['Name', 'Abteilung'],
        rows: [
          ['SAP', 'IT'],
          ['Zwei\nZeilen', 'HR'],
        ],
      },
    })
    expect(fileFromClipboard('a word', 'x')).toBeUndefined()
    expect(fileFromClipboard('', 'x')).toBeUndefined()
  })
})
