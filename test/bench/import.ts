import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { decodeCsv } from '../../renderer/files/csv-codec'
import { guessKind, guessMapping } from '../../shared/import/guess-mapping'
import { planImport } from '../../shared/import/plan-import'
import { readDrafts } from '../../shared/import/read-drafts'
import type { DecodedFile } from '../../shared/import/table'
import { idSource } from '../../shared/inventory/ids'
import { EMPTY_INVENTORY } from '../../shared/inventory/inventory'
import { type Case, inTurn } from './measure'
import { generateLists } from './rows'
import { argument, QUICK, reporter, short, TIMING_COLUMNS, timingRows } from './table'

const NAME = 'anwendungen.csv'
const PEER = 'PapaParse to arrays'
const SEED = 1

const bytesOf = (rows: number): Uint8Array => new TextEncoder().encode(generateLists({ rows, seed: SEED }).tools)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const mappingOf = ({ table }: DecodedFile) => guessMapping(table, guessKind(table, NAME))
const readOf = (decoded: DecodedFile, mapping: ReturnType<typeof mappingOf>) =>
  readDrafts(decoded.table, mapping, { fileName: NAME, defaultCurrency: 'EUR' })

function planOf(decoded: DecodedFile, mapping: ReturnType<typeof mappingOf>, read: ReturnType<typeof readOf>) {
  const asked = { kind: mapping.kind, fileName: NAME, rows: decoded.table.rows.length, ...read }
  return planImport(EMPTY_INVENTORY, asked, idSource(1))
}

function whole(bytes: Uint8Array) {
  const decoded = decodeCsv(NAME, bytes)
  const mapping = mappingOf(decoded)
  return planOf(decoded, mapping, readOf(decoded, mapping))
}

const whatAlone: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  'the bytes alone': (bytes) => bytes.length,
  'TextDecoder only': textOf,
  [PEER]: (bytes) => Papa.parse<string[]>(textOf(bytes), { delimiter: ';', header: false }),
  'our decode': (bytes) => decodeCsv(NAME, bytes),
  'our decode, map, read, plan': whole,
}

function cases(bytes: Uint8Array): readonly Case[] {
  const decoded = decodeCsv(NAME, bytes)
  const mapping = mappingOf(decoded)
  const read = readOf(decoded, mapping)
  const peers = Object.entries(whatAlone).slice(1)
  return [
    ...peers.map(([name, work]): Case => ({ name, run: () => work(bytes) })),
    { name: '  of which map', run: () => mappingOf(decoded) },
    { name: '  of which read', run: () => readOf(decoded, mapping) },
    { name: '  of which plan', run: () => planOf(decoded, mapping, read) },
  ]
}

/** What one way needs at most, in a process of its own: megabytes of resident memory. */
function peakOf(name: string, rows: number): number {
  const args = ['--expose-gc', fileURLToPath(import.meta.url), '--alone', name, '--rows', String(rows)]
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().split('\n').at(-1))
}

async function main(): Promise<void> {
  const alone = argument('alone')
  if (alone !== undefined) {
    const bytes = bytesOf(Number(argument('rows')))
    const held = whatAlone[alone]?.(bytes)
    console.log(held === undefined ? 'nothing' : 'done')
    console.log(process.resourceUsage().maxRSS / 1024)
    return
  }
  const report = reporter()
  const plans: [number, number, number][] = QUICK
    ? [
        [1_000, 5, 2],
        [10_000, 3, 1],
        [100_000, 1, 0],
      ]
    : [
        [1_000, 21, 5],
        [10_000, 9, 2],
        [100_000, 3, 1],
      ]
  for (const [rows, rounds, warmups] of plans) {
    const bytes = bytesOf(rows)
    const { added, updated, unchanged, issues } = whole(bytes)
    report.add({
      title: `Import core, ${rows} rows × 17 columns, ${short(bytes.length / 2 ** 20)} MB, ${rounds} rounds in turn`,
      columns: TIMING_COLUMNS,
      rows: timingRows(await inTurn(cases(bytes), rounds, warmups), PEER),
      notes: [
        `${added} added + ${updated} updated + ${unchanged} unchanged + ${issues.length} issues = ${added + updated + unchanged + issues.length} rows`,
      ],
    })
  }
  const rows = QUICK ? 10_000 : 100_000
  const base = peakOf('the bytes alone', rows)
  report.add({
    title: `Memory at its most, ${rows} rows, each in a process of its own`,
    columns: ['what', 'MB resident', 'above the bytes alone'],
    rows: Object.keys(whatAlone).map((name) => {
      const peak = name === 'the bytes alone' ? base : peakOf(name, rows)
      return [name, short(peak), short(peak - base)]
    }),
  })
}

await main()
