import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeProfile, ROOT, type RunningApp, resize, startApp } from '../e2e/app'
import { type Block, type CommitTimes, commitInPage, editWatched, firstTable, watchBlocks } from './commit-in-page'
import { firstPicture, framesWatched, watchFrames } from './in-page'
import { emptyNear, panFrom, wheelAt } from './map-moves'
import { percentile, spreadOf } from './measure'
import { blocksOf, type CpuProfile } from './profile'
import { generateLists } from './rows'
import { argument, LARGE, QUICK, reporter, short, spread } from './table'

/** Say what the longest blocks ran; readable with a build that isn't minified. */
const PROFILE = process.argv.includes('--profile')
const SIZES = (argument('sizes') ?? (LARGE ? '10000,100000' : QUICK ? '10000' : '10000,50000')).split(',').map(Number)

const report = reporter()

async function withApp<T>(work: (app: RunningApp) => Promise<T>): Promise<T> {
  const profile = makeProfile()
  const app = await startApp(profile.folder)
  try {
    await resize(app, 1440, 900)
    return await work(app)
  } finally {
    await app.close().catch(() => app.electron.process().kill('SIGKILL'))
    profile.remove()
  }
}

interface Probe {
  heapMB(): Promise<number>
  profiled<T>(what: string, work: () => Promise<T>): Promise<T>
}

/** What only the protocol of the browser's own tools can say: the heap after a collection, and what ran when. */
async function probeOf({ page }: RunningApp): Promise<Probe> {
  const session = await page.context().newCDPSession(page)
  return {
    heapMB: async () => {
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      return usedSize / 2 ** 20
    },
    profiled: async (what, work) => {
      if (!PROFILE) return work()
      await session.send('Profiler.enable')
      await session.send('Profiler.setSamplingInterval', { interval: 500 })
      await session.send('Profiler.start')
      const result = await work()
      const { profile } = (await session.send('Profiler.stop')) as { profile: CpuProfile }
      const folder = join(ROOT, 'test-results', 'profiles')
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${what.replaceAll(/\W+/g, '-')}.cpuprofile`), JSON.stringify(profile))
      for (const { ms, through, inside } of blocksOf(profile, 40).slice(0, 8)) {
        console.log(`  [${what}] ${short(ms)} ms: ${through.join(' > ')}\n      in: ${inside.join(', ')}`)
      }
      return result
    },
  }
}

/** The lists are made inside the page: sending them there would take longer than importing them. */
async function committed({ page }: RunningApp, rows: number): Promise<CommitTimes> {
  const source = `(${commitInPage.toString()})((() => {
    const lists = (${generateLists.toString()})(${JSON.stringify({ rows, seed: 3, flows: true, lean: true })})
    const all = [{ name: 'anwendungen.csv', text: lists.tools }, { name: 'schnittstellen.csv', text: lists.flows }]
    return { lists: all, patience: 400_000 }
  })())`
  return (await page.evaluate(source)) as CommitTimes
}

function blocksText(blocks: readonly Block[]): string {
  if (blocks.length === 0) return 'none'
  const longest = [...blocks].sort((a, b) => b.duration - a.duration)
  const named = longest.slice(0, 6).map(({ start, duration }) => `${short(duration)} at ${short(start)}`)
  return `${blocks.length}, together ${short(blocks.reduce((sum, { duration }) => sum + duration, 0))}: ${named.join('; ')}`
}

async function editCell(app: RunningApp, text: string) {
  const { page } = app
  const cell = page.locator('[data-row] td[data-column=vendor]').nth(3)
  await cell.click()
  await page.keyboard.type(text)
  await page.evaluate(watchBlocks)
  await page.keyboard.press('Enter')
  return page.evaluate(editWatched, text)
}

async function frames(app: RunningApp, what: string, move: () => Promise<void>) {
  await app.page.evaluate(watchFrames)
  await move()
  const { deltas, mounted } = await app.page.evaluate(framesWatched)
  if (deltas.length < 10) return [what, 'not moved: no empty spot to drag it by'] as const
  const numbers = [percentile(deltas, 0.5), percentile(deltas, 0.95), Math.max(0, ...deltas)].map(short)
  return [what, `${numbers.join(' / ')} of ${deltas.length} frames, ${mounted} nodes mounted`] as const
}

async function moves(app: RunningApp): Promise<(readonly [string, string])[]> {
  const { page } = app
  await app.command('fit')
  await page.waitForTimeout(600)
  const box = await page.getByTestId('map').boundingBox()
  if (box === null) return []
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const spot = await page.evaluate(emptyNear, middle)
  if (spot === undefined) return []
  const pan = () => panFrom(page, spot)
  const seen = [await frames(app, 'frame ms: pan, everything in view (median / p95 / longest)', pan)]
  seen.push(await frames(app, 'frame ms: zoom in', () => wheelAt(page, spot, -120)))
  // What was free stays under the pointer while the map grows around it.
  seen.push(await frames(app, 'frame ms: pan, close', pan))
  seen.push(await frames(app, 'frame ms: zoom out', () => wheelAt(page, spot, 120)))
  return seen
}

type Row = readonly [what: string, value: string]

function commitRows(times: CommitTimes): readonly Row[] {
  return [
    ['drop → planned', short(times.planned)],
    ['blocks of the main thread while planning', blocksText(times.planBlocks)],
    ['stored and visible: drop → planned and click → saved', short(times.planned + times.saved)],
    ['click → in memory (the footer counts it)', short(times.inMemory)],
    ['click → map', short(times.map)],
    ['click → map with its cards painted', short(times.painted)],
    ['click → saved', short(times.saved)],
    ['click → everything saved and computed', short(times.settled)],
    ['blocks of the main thread since the click', blocksText(times.blocks)],
  ]
}

async function edits(app: RunningApp, probe: Probe, rows: number): Promise<readonly Row[]> {
  const seen: Awaited<ReturnType<typeof editCell>>[] = []
  for (let i = 0; i < 3; i += 1) {
    seen.push(await probe.profiled(`edit ${rows} ${i}`, () => editCell(app, `Probe ${i}`)))
  }
  const of = (pick: (edit: (typeof seen)[number]) => number) => spread(spreadOf(seen.map(pick)))
  return [
    ['cell edit: Enter → shown, of 3', of(({ shown }) => shown)],
    ['cell edit: Enter → saved', of(({ saved }) => saved)],
    ['cell edit: shown as unsaved → saved', of(({ written }) => written)],
    ['cell edit: Enter → computed', of(({ settled }) => settled)],
    ...seen.map(({ blocks }, i): Row => [`cell edit ${i + 1}: blocks`, blocksText(blocks)]),
  ]
}

async function pictures({ page }: RunningApp, probe: Probe, rows: number): Promise<readonly Row[]> {
  const seen: number[] = []
  for (let i = 0; i < 3; i += 1) {
    seen.push((await probe.profiled(`picture ${rows} ${i}`, () => page.evaluate(firstPicture))).ms)
  }
  return [['map: click → picture, of 3', spread(spreadOf(seen))]]
}

/** What was seen until something failed is reported too: a window that gave up is a result. */
async function company(rows: number): Promise<void> {
  const found: Row[] = []
  let said = ''
  try {
    await withApp(async (app) => {
      const { page } = app
      const probe = await probeOf(app)
      const before = await probe.heapMB()
      const times = await probe.profiled(`commit ${rows}`, () => committed(app, rows))
      said = times.said
      found.push(...commitRows(times))
      const after = await probe.heapMB()
      const table = await probe.profiled(`table ${rows}`, () => page.evaluate(firstTable))
      const onTable = await probe.heapMB()
      found.push(['heap before, after, with the table', `${[before, after, onTable].map(short).join(', ')} MB`])
      found.push(['table: click → first rows', short(table)])
      await page.waitForTimeout(1_000)
      found.push(...(await edits(app, probe, rows)))
      found.push(...(await pictures(app, probe, rows)))
      found.push(...(await probe.profiled(`move ${rows}`, () => moves(app))))
    })
  } catch (error) {
    found.push(['did not go on', String(error).split('\n')[0] ?? ''])
  }
  report.add({
    title: `After the commit: ${rows} rows with flows (${said})`,
    columns: ['what', 'ms'],
    rows: found.map(([what, value]) => [what, value]),
  })
}

for (const rows of SIZES) await company(rows)
