import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import writeExcel from 'write-excel-file/node'
import { decodeCsv } from '../../renderer/files/csv-codec'
import { decodeText, sniffEncoding } from '../../renderer/files/text-encoding'
import type { Table } from '../../shared/import/table'
import { generateLists } from '../bench/rows'
import { arbInput, type Seed } from './arbitrary'
import { arbFormats, type Parts } from './formats'
import { type FuzzInput, fromKept, type Regression, toKept, type Violation } from './input'
import { Lane } from './lane'
import { minimise } from './minimise'

const LANES = 2
const BATCH = 100
/** After a failure so many smaller inputs are tried by fast-check before our own minimiser takes over. */
const SHRINKS = 60

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
const root = resolve(argument('root') ?? '.')
const inputs = Number(argument('inputs') ?? 10_000)
const seed = Number(argument('seed') ?? Date.now() % 1_000_000_000)
/** No huge cells: finds other faults faster while one that huge cells hit is still open. */
const modest = process.argv.includes('--modest')
const kept = join(root, 'test/fuzz/regressions.json')

function seedsIn(folder: string): readonly Seed[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.csv'))
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(folder, file))
      const encoding = sniffEncoding(bytes)
      return { name: file.split(/[\\/]/).at(-1) ?? file, text: decodeText(bytes, encoding) }
    })
}

interface Found {
  readonly violation: Violation
  readonly seed: number
  readonly input: FuzzInput
  times: number
}

const real = seedsIn(join(root, '../shared/data'))
const generated = generateLists({ rows: 60, seed: 7, flows: true })
const seeds: readonly Seed[] = [
  ...real,
  ...seedsIn(join(root, 'assets/samples')),
  { name: 'list.csv', text: generated.tools },
  { name: 'flows.csv', text: generated.flows },
]
console.log(`${inputs} inputs, --seed ${seed}, from ${seeds.length} lists and from nothing`)
if (real.length === 0) console.log('The real inventories (../shared/data) are not here: samples only')

/** A workbook of a list's first rows, written by a library as other programs would. */
async function writtenWorkbook({ header, rows }: Table): Promise<Parts> {
  const cells = [header, ...rows.slice(0, 30)].map((row) =>
    row.map((value) => ({ type: String, value: value.replace(/[^\t\n\u0020-\ud7ff]/g, '') })),
  )
  const bytes = await (await writeExcel(cells as never, { sheet: 'Tools' })).toBuffer()
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}

const tables = seeds.map(({ name, text }) => decodeCsv(name, new TextEncoder().encode(text)).table)
const workbooks = await Promise.all(tables.slice(0, 5).map(writtenWorkbook))
const arbAny = fc.oneof(
  { weight: 3, arbitrary: arbInput(seeds, !modest) },
  { weight: 2, arbitrary: arbFormats(tables, workbooks) },
)

const found = new Map<string, Found>()
const worker = fileURLToPath(new URL('./worker.mjs', import.meta.url))
let begun = 0
let done = 0
let shrunk = 0

async function lane(): Promise<Lane> {
  const mine = new Lane(worker)
  while (begun < inputs) {
    const runs = Math.min(BATCH, inputs - begun)
    const batchSeed = seed + begun
    begun += runs
    await batch(mine, batchSeed, runs)
    if (Math.floor(done / 500) > Math.floor((done - runs) / 500)) console.log(`${done} inputs, ${found.size} faults`)
  }
  mine.close()
  return mine
}

async function batch(mine: Lane, batchSeed: number, runs: number): Promise<void> {
  let failing: string | undefined
  let budget = SHRINKS
  /** Of this batch alone: the other lane counts up `done` at the same time. */
  let ran = 0
  let smallest: FuzzInput | undefined
  let first: Violation | undefined
  const property = fc.asyncProperty(arbAny, async (input) => {
    if (failing === undefined) {
      done += 1
      ran += 1
    } else {
      if (budget <= 0) return true
      budget -= 1
      shrunk += 1
    }
    const violation = await mine.ask(input)
    if (violation === undefined) return true
    const known = found.get(violation.signature)
    if (known !== undefined && failing === undefined) known.times += 1
    if (known !== undefined || (failing !== undefined && violation.signature !== failing)) return true
    failing = violation.signature
    smallest = input
    first = violation
    return false
  })
  await fc.check(property, { seed: batchSeed, numRuns: runs })
  if (smallest === undefined || first === undefined) return
  const { signature } = first
  const input = await minimise(smallest, async (candidate) => (await mine.ask(candidate))?.signature === signature)
  const violation = (await mine.ask(input)) ?? first
  if (!found.has(signature)) {
    found.set(signature, { violation, seed: batchSeed, input, times: 1 })
    console.log(
      `\nFAULT (seed ${batchSeed}): ${violation.law}\n  ${violation.message}\n  ${JSON.stringify(toKept(input)).slice(0, 700)}\n`,
    )
  }
  // What the failure cut off of this batch is run under the next seed.
  const left = runs - ran
  if (left > 0) await batch(mine, batchSeed + 500_000_000, left)
}

const regressions: readonly Regression[] = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : []
const known = new Lane(worker)
for (const each of regressions) {
  const violation = await known.ask(fromKept(each.input))
  if (violation === undefined) {
    if (each.open) console.log(`No longer broken, take its "open" mark away: ${each.found}`)
    continue
  }
  console.log(`Known and still there: ${each.found}`)
  found.set(violation.signature, { violation, seed: each.seed, input: fromKept(each.input), times: 0 })
}
const before = new Set(found.keys())
known.close()
const start = performance.now()
const lanes = await Promise.all(Array.from({ length: LANES }, lane))
const seconds = ((performance.now() - start) / 1000).toFixed(0)
const fresh = [...found].filter(([signature]) => !before.has(signature)).map(([, each]) => each)
const { slowest } = lanes.reduce((a, b) => (a.slowest.ms > b.slowest.ms ? a : b))
console.log(
  `${done} inputs in ${seconds} s (and ${shrunk} smaller ones), ${fresh.length} new faults, ${before.size} known ones. ` +
    `Slowest: ${slowest.ms.toFixed(0)} ms for ${slowest.bytes} bytes of ${slowest.name}`,
)
for (const { violation, times } of found.values()) console.log(`  ${times} × ${violation.signature}`)
const asRegressions = fresh.map(
  (each): Regression => ({
    found: each.violation.signature,
    seed: each.seed,
    open: true,
    input: toKept(each.input),
  }),
)
mkdirSync(join(root, 'test-results'), { recursive: true })
writeFileSync(
  join(root, 'test-results/fuzz.json'),
  `${JSON.stringify({ seed, inputs: done, faults: asRegressions }, null, 2)}\n`,
)
if (process.argv.includes('--keep') && fresh.length > 0) {
  writeFileSync(kept, `${JSON.stringify([...regressions, ...asRegressions], null, 2)}\n`)
  console.log('Kept in test/fuzz/regressions.json, marked as open')
}
process.exitCode = fresh.length > 0 ? 1 : 0
