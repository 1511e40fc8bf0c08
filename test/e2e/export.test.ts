import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import { afterAll, describe, expect, it } from 'vitest'
import { HEADLESS_KINDS } from '../../shared/bridge'
import type { Report } from '../../shared/export/report'
import { type Inventory, TABLE_NAMES } from '../../shared/inventory/inventory'
import { readWorkspaceFile } from '../../shared/inventory/workspace-file'
import { wellFormed } from '../fixtures/well-formed'
import { inWords } from '../shared/export/models/in-words'
import { importedTogether } from '../shared/import/sources/sources-kit'
import { headless, ROOT } from './app'

// Every way out of the app, by the command line: written, read by programs that are not ours, compared with the inventory.

const DATA = join(ROOT, '..', 'shared', 'data')
const SAMPLES = join(ROOT, 'assets', 'samples')
const folder = mkdtempSync(join(tmpdir(), 'toolscape-export-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ENDING: Readonly<Record<string, string>> = {
  map: '.svg',
  drawio: '.drawio',
  mermaid: '.mmd',
  workbook: '.xlsx',
  leanix: '.xlsx',
  'turbo-ea': '.xlsx',
  archi: '',
  neo4j: '',
  archimate: '.xml',
  backstage: '.yaml',
  sql: '.sql',
  report: '.json',
  workspace: '.json',
}
const noteless = (stderr: string) => stderr.replace(/^note: .*\n/gm, '')

async function written(name: string, files: readonly string[], language: 'de' | 'en', more: readonly string[] = []) {
  const out = join(folder, name)
  mkdirSync(out)
  const path = (kind: string) => join(out, `${kind}${ENDING[kind] ?? '.csv'}`)
  const exports = HEADLESS_KINDS.flatMap((kind) => ['--export', `${kind}=${path(kind)}`])
  const ran = await headless([...files.flatMap((file) => ['--import', file]), ...exports, '--lang', language, ...more])
  expect({ code: ran.code, stderr: noteless(ran.stderr) }).toEqual({ code: 0, stderr: '' })
  return {
    path,
    text: (kind: string) => readFileSync(path(kind), 'utf8'),
    bytes: (kind: string) => new Uint8Array(readFileSync(path(kind))),
  }
}

type Written = Awaited<ReturnType<typeof written>>

function inventoryOf(out: Written): Inventory {
  const read = readWorkspaceFile(out.text('workspace'))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.inventory
}

const names = (rows: Iterable<{ readonly name: string }>) => [...rows].map(({ name }) => name).sort()
const tables = (inventory: Inventory) => TABLE_NAMES.map((table) => [...inventory[table].values()])
const csvRows = (text: string) =>
  Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data
/** What a leading quote guards is the text behind it. */
const bare = (cell: string | undefined) => (cell ?? '').replace(/^'(?=[=+\-@'])/, '')
const has = (program: string) => spawnSync(program, ['--version']).status === 0
const python = has('python3')
const office = has('soffice')
if (!python)
  console.log('skipped: python3 is not installed, so nothing but our own readers looks at XML, SQL and workbooks')
if (!office) console.log('skipped: LibreOffice is not installed, so nobody else reckons the formulas')

/** Reads XML, zipped XML and SQL with Python's own libraries and says which names it found. */
const READER = `
import json, re, sqlite3, sys, xml.etree.ElementTree as E, zipfile
def local(e): return e.tag.split('}')[-1]
def sheets(path):
    z = zipfile.ZipFile(path); assert z.testzip() is None
    rels = {r.get('Id'): r.get('Target') for r in E.fromstring(z.read('xl/_rels/workbook.xml.rels'))}
    out = {}
    for s in E.fromstring(z.read('xl/workbook.xml')).iter():
        if local(s) != 'sheet': continue
        target = rels[[v for k, v in s.attrib.items() if k.endswith('}id')][0]]
        rows = []
        for row in E.fromstring(z.read('xl/' + target)).iter():
            if local(row) != 'row': continue
            cells = {}
            for c in row:
                text = ''.join(t.text or '' for t in c.iter() if local(t) in ('t', 'v'))
                cells[re.match('[A-Z]+', c.get('r')).group()] = re.sub('_x([0-9A-F]{4})_', lambda m: chr(int(m.group(1), 16)), text)
            rows.append(cells)
        out[s.get('name')] = rows
    return out
def column(rows, header, skip=1):
    at = [k for k, v in rows[0].items() if v == header][0]
    return sorted(r.get(at, '') for r in rows[skip:])
a = json.loads(sys.argv[1]); out = {}
drawio = E.parse(a['drawio']).getroot()
out['drawio'] = sorted(o.get('label') for o in drawio.iter('object') if o.find("mxCell[@vertex='1']") is not None)
ids = {e.get('id') for e in drawio.iter() if e.get('id')}
out['drawioLoose'] = [c.get('id') for c in drawio.iter('mxCell') if c.get('edge') == '1' and not {c.get('source'), c.get('target')} <= ids]
model = E.parse(a['archimate']).getroot()
typ = '{http://www.w3.org/2001/XMLSchema-instance}type'
out['archimate'] = sorted(e[0].text for e in model.iter() if local(e) == 'element' and e.get(typ) not in ('BusinessActor', 'BusinessFunction'))
out['archimateFlows'] = sum(1 for e in model.iter() if local(e) == 'relationship' and e.get(typ) == 'Flow')
db = sqlite3.connect(':memory:'); db.executescript(open(a['sql'], encoding='utf8').read())
out['sql'] = sorted(r[0] for r in db.execute('select name from tools'))
out['sqlFlows'] = db.execute('select count(*) from flows').fetchone()[0]
out['workbook'] = column(list(sheets(a['workbook']).values())[0], 'Name')
out['leanix'] = column(sheets(a['leanix'])['Application'], 'name', 2)
out['turbo'] = column(sheets(a['turbo-ea'])['Application'], 'name')
print(json.dumps(out))
`

interface Found {
  readonly drawio: readonly string[]
  readonly drawioLoose: readonly string[]
  readonly archimate: readonly string[]
  readonly archimateFlows: number
  readonly sql: readonly string[]
  readonly sqlFlows: number
  readonly workbook: readonly string[]
  readonly leanix: readonly string[]
  readonly turbo: readonly string[]
}

function readByPython(out: Written): Found {
  const paths = Object.fromEntries(HEADLESS_KINDS.map((kind) => [kind, out.path(kind)]))
  return JSON.parse(execFileSync('python3', ['-c', READER, JSON.stringify(paths)], { encoding: 'utf8' })) as Found
}

const byCodePoints = (list: readonly string[]) => list.map(bare).sort()

/** Everything that was written holds the same tools and flows, as others read it. */
function same(out: Written): void {
  const inventory = inventoryOf(out)
  const tools = names(inventory.tools.values())
  const list = csvRows(out.text('tools'))
  expect(list.map(({ Name }) => bare(Name)).sort()).toEqual(tools)
  expect(csvRows(out.text('flows'))).toHaveLength(inventory.flows.size)
  expect(csvRows(out.text('departments'))).toHaveLength(inventory.departments.size)
  expect(wellFormed(out.text('map'))).toBeUndefined()
  expect(out.text('map').match(/data-kind="tool"/g)).toHaveLength(tools.length)
  expect(out.text('mermaid')).toMatch(/^flowchart LR\n/)
  expect(out.text('mermaid').match(/^\s+t\d+\[/gm)).toHaveLength(tools.length)
  const report = JSON.parse(out.text('report')) as Report
  expect(report.inventory.tools).toBe(tools.length)
  expect(report.inventory.flows).toBe(inventory.flows.size)

  const graph = readdirSync(out.path('neo4j'))
  const nodes = csvRows(readFileSync(join(out.path('neo4j'), 'tools.csv'), 'utf8'))
  expect(nodes.map(({ name }) => bare(name)).sort()).toEqual(tools)
  const ids = new Set(nodes.map((row) => row['id:ID(Tool)']))
  const flows = csvRows(readFileSync(join(out.path('neo4j'), 'flows.csv'), 'utf8'))
  expect(flows).toHaveLength(inventory.flows.size)
  expect(flows.every((row) => ids.has(row[':START_ID(Tool)']) && ids.has(row[':END_ID(Tool)']))).toBe(true)
  const command = readFileSync(join(out.path('neo4j'), 'load-command.txt'), 'utf8')
  for (const file of graph.filter((name) => name.endsWith('.csv'))) expect(command).toContain(`=${file}`)

  if (!python) return
  const found = readByPython(out)
  for (const kind of ['drawio', 'archimate', 'sql', 'workbook', 'leanix', 'turbo'] as const) {
    expect(byCodePoints(found[kind]), kind).toEqual(tools)
  }
  expect(found.drawioLoose).toEqual([])
  expect([found.archimateFlows, found.sqlFlows]).toEqual([inventory.flows.size, inventory.flows.size])
}

/** What a model has no place for: that a tool is only mentioned, and that nobody said who sends. */
const LOST = ['mentionedOnly', 'directionKnown']

/** Models come back as what they were, but for that. */
function comeBack(out: Written): void {
  const before = inWords(inventoryOf(out), LOST)
  const archi = ['elements', 'relations', 'properties'].map((name) => `${name}.csv`)
  const asRead = (files: readonly (readonly [string, Uint8Array])[]) => inWords(importedTogether(files).after, LOST)
  expect(asRead([['model.xml', out.bytes('archimate')]])).toEqual(before)
  expect(asRead(archi.map((name) => [name, new Uint8Array(readFileSync(join(out.path('archi'), name)))]))).toEqual(
    before,
  )
}

/** LibreOffice reckons every formula, whose values were taken out before; they are the app's own to six decimals. */
function reckoned(out: Written): number {
  const parts = unzipSync(out.bytes('workbook'))
  const formula = /(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>)<v>([^<]*)<\/v>/g
  const own = new Map<string, number>()
  const emptied = Object.entries(parts).map(([name, part]): [string, Uint8Array] => {
    if (!name.startsWith('xl/worksheets/')) return [name, part]
    const xml = strFromU8(part)
    for (const [, , cell, value] of xml.matchAll(formula)) own.set(`${name} ${cell}`, Number(value))
    return [name, strToU8(xml.replace(formula, '$1'))]
  })
  const work = mkdtempSync(join(folder, 'office-'))
  writeFileSync(join(work, 'emptied.xlsx'), zipSync(Object.fromEntries(emptied)))
  execFileSync('soffice', [
    '--headless',
    `-env:UserInstallation=file://${join(work, 'profile')}`,
    ...['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(work, 'out'), join(work, 'emptied.xlsx')],
  ])
  const again = unzipSync(new Uint8Array(readFileSync(join(work, 'out', 'emptied.xlsx'))))
  let compared = 0
  for (const [place, value] of own) {
    const [sheet = '', cell = ''] = place.split(' ')
    const xml = strFromU8(again[sheet] ?? new Uint8Array())
    const found = new RegExp(`<c r="${cell}"[^>]*><f[^>]*>[^<]*</f><v>([^<]*)</v>`).exec(xml)?.[1]
    expect(Number(found), place).toBeCloseTo(value, 6)
    compared += 1
  }
  return compared
}

describe('everything that leaves', () => {
  const companies: readonly (readonly [string, 'de' | 'en', readonly string[]])[] = [
    [
      'muster',
      'de',
      ['anwendungen', 'abteilungen', 'schnittstellen'].map((name) =>
        join(SAMPLES, 'muster-maschinenbau', `${name}.csv`),
      ),
    ],
    [
      'northfield',
      'en',
      ['applications', 'departments', 'integrations'].map((name) =>
        join(SAMPLES, 'northfield-services', `${name}.csv`),
      ),
    ],
    [
      'nexatech',
      'en',
      ['applications', 'organizations', 'interfaces'].map((name) => join(DATA, `nexatech_${name}.csv`)),
    ],
  ]
  for (const [name, language, files] of companies) {
    const there = files.every((file) => existsSync(file))
    if (!there) console.log(`skipped: the real inventory "${name}" is not beside this checkout`)
    describe.skipIf(!there)(name, () => {
      let out: Written
      it('is written in every kind, and others read the same tools and flows', async () => {
        out = await written(name, files, language)
        same(out)
      })
      it('comes back from models as it was', () => comeBack(out))
      it.skipIf(!office)('has formulas that give the app’s own scores elsewhere', () => {
        const compared = reckoned(out)
        const { bundles } = JSON.parse(out.text('report')) as Report
        expect(bundles.length).toBeGreaterThan(0)
        console.log(`${name}: ${compared} formulas reckoned by LibreOffice`)
        expect(compared).toBeGreaterThanOrEqual(bundles.length * 17)
      })
    })
  }

  it('keeps awkward names whole in every kind, and a workspace file comes back equal', async () => {
    const awkward = [
      '=HYPERLINK("http://x")',
      '@SUM(A1)',
      '-3',
      '😀 Größe & Söhne',
      '"]; click t1 "javascript:x"',
      "'); DROP TABLE tools; --",
      '</mxfile><script>',
      'a, b; c/d',
    ]
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
    const list = join(folder, 'awkward.csv')
    writeFileSync(list, ['Name;Abteilung', ...awkward.map((each) => `${cell(each)};IT`)].join('\n'))
    const out = await written('awkward', [list], 'de')
    same(out)
    expect(names(inventoryOf(out).tools.values())).toEqual([...awkward].sort())
    for (const kind of ['map', 'drawio', 'archimate']) expect(out.text(kind)).not.toMatch(/<script/i)
    for (const file of [
      out.path('tools'),
      join(out.path('neo4j'), 'tools.csv'),
      join(out.path('archi'), 'elements.csv'),
    ]) {
      for (const row of Papa.parse<string[]>(readFileSync(file, 'utf8')).data.slice(1)) {
        expect(row.filter((text) => /^[=@]/.test(text))).toEqual([])
      }
    }
    const again = await written('again', [out.path('workspace')], 'de')
    expect(tables(inventoryOf(again))).toEqual(tables(inventoryOf(out)))
    expect(again.text('tools')).toBe(out.text('tools'))
  })

  it('tells nothing that was to be hidden, in any kind', async () => {
    const list = join(folder, 'secrets.csv')
    const head = 'Name;Abteilung;Hersteller;Fachlich verantwortlich;Kosten pro Jahr;Beschreibung;URL;Notizen;Kürzel'
    const secrets = [
      'Geheimwerk',
      'Erika Musterfrau',
      '987654',
      'streng vertrauliche Fusion',
      'srv01.werk.example',
      'Kennwort im Tresor',
      'QX-77',
    ]
    const [vendor, person, cost, about, host, note, extra] = secrets
    const row = (name: string) => `${name};IT;${vendor};${person};${cost} €;${about};https://${host}/x;${note};${extra}`
    writeFileSync(list, [head, row('Alpha'), row(`${vendor} Beta`)].join('\n'))
    const open = await written('open', [list], 'de')
    const out = await written('hidden', [list], 'de', ['--pseudonymise'])
    const all = (from: Written) =>
      HEADLESS_KINDS.map((kind) => {
        if (ENDING[kind] === '')
          return readdirSync(from.path(kind))
            .map((name) => readFileSync(join(from.path(kind), name), 'utf8'))
            .join('\n')
        if (ENDING[kind] !== '.xlsx') return from.text(kind)
        return Object.values(unzipSync(from.bytes(kind)))
          .map((part) => strFromU8(part))
          .join('\n')
      })
    // The control: what is looked for is there when nothing is hidden.
    for (const secret of secrets)
      expect(
        all(open).some((text) => text.includes(secret)),
        secret,
      ).toBe(true)
    for (const [at, text] of all(out).entries()) {
      for (const secret of secrets) expect(text.includes(secret), `${secret} in ${HEADLESS_KINDS[at]}`).toBe(false)
    }
    expect(out.text('tools')).toContain('Alpha')
    expect((JSON.parse(out.text('report')) as Report).pseudonymised).toBe(true)
  })

  it('says in one line what it can’t write, and leaves what was there', async () => {
    const list = join(folder, 'one.csv')
    writeFileSync(list, 'Name\nJira\n')
    const file = join(folder, 'in-the-way')
    writeFileSync(file, 'old')
    const refused = async (...args: readonly string[]) => {
      const ran = await headless(['--import', list, '--lang', 'en', ...args])
      expect(ran.code).not.toBe(0)
      return noteless(ran.stderr).trim().split('\n')
    }
    expect(await refused('--export', `archi=${file}`)).toEqual([expect.stringContaining('in-the-way')])
    expect(readFileSync(file, 'utf8')).toBe('old')
    expect(await refused('--export', `docx=${join(folder, 'x')}`)).toEqual([expect.stringContaining('docx')])
    const broken = join(folder, 'broken.json')
    writeFileSync(broken, '{"format":"toolscape-snapshot","version":1,"sequence":1,"tables":{}}')
    const ran = await headless(['--import', broken, '--export', `sql=${join(folder, 'never.sql')}`, '--lang', 'en'])
    expect(noteless(ran.stderr).trim()).toMatch(/holds no workspace/)
    expect(existsSync(join(folder, 'never.sql'))).toBe(false)
  })
})
