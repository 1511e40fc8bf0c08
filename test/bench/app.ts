import { makeProfile, type RunningApp, resize, startApp } from '../e2e/app'
import { emptySpot, firstPicture, framesWatched, type ImportTimes, importInPage, watchFrames } from './in-page'
import { percentile, spreadOf } from './measure'
import { generateLists, type RowOptions } from './rows'
import { LARGE, QUICK, reporter, short, spread } from './table'

const report = reporter()

/** Memory of all its processes together at its most, and the CPU time they used, while some work is done. */
async function watched<T>(
  { electron }: RunningApp,
  work: () => Promise<T>,
): Promise<{ result: T; peakMB: number; cpu: number }> {
  // While the page is busy the answer is sometimes lost on its way; the next one will do.
  const metrics = async (): Promise<{ kB: number; seconds: number }> => {
    const all = await electron
      .evaluate(({ app }) =>
        app.getAppMetrics().map(({ memory, cpu }) => ({
          kB: memory.workingSetSize,
          seconds: (cpu as { cumulativeCPUUsage?: number }).cumulativeCPUUsage ?? Number.NaN,
        })),
      )
      .catch(() => [])
    return { kB: all.reduce((sum, { kB }) => sum + kB, 0), seconds: all.reduce((sum, each) => sum + each.seconds, 0) }
  }
  let busy = true
  let peak = 0
  const before = await metrics()
  const watch = (async () => {
    while (busy) {
      peak = Math.max(peak, (await metrics()).kB)
      await new Promise((done) => setTimeout(done, 200))
    }
  })()
  try {
    const result = await work()
    const after = await metrics()
    return { result, peakMB: peak / 1024, cpu: (after.seconds - before.seconds) * 1000 }
  } finally {
    busy = false
    await watch
  }
}

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

/** The lists are made inside the page: sending them there would take longer than importing them. */
async function dropped(app: RunningApp, options: RowOptions, patience: number): Promise<ImportTimes> {
  const source = `(${importInPage.toString()})((() => {
    const lists = (${generateLists.toString()})(${JSON.stringify(options)})
    const all = [{ name: 'anwendungen.csv', text: lists.tools }, { name: 'schnittstellen.csv', text: lists.flows }]
    return { lists: all.filter(({ text }) => text !== ''), patience: ${patience} }
  })())`
  return (await app.page.evaluate(source)) as ImportTimes
}

const MEASURED = [
  'drop → planned',
  '→ in memory (the footer counts it)',
  '→ on the map',
  '→ saved',
  '→ computed',
  'longest block of the main thread',
  'blocks over 50 ms',
  'TextDecoder alone, in the page',
  'CPU of all processes',
  'memory of all processes at most',
] as const

async function imports(): Promise<void> {
  const plan: readonly [rows: number, runs: number][] = QUICK
    ? [
        [10_000, 1],
        [100_000, 1],
      ]
    : [
        [10_000, 3],
        [100_000, 2],
      ]
  for (const [rows, runs] of plan) {
    const seen: { times: ImportTimes; peakMB: number; cpu: number }[] = []
    for (let run = 0; run < runs; run += 1) {
      const { result, peakMB, cpu } = await withApp((app) =>
        watched(app, () => dropped(app, { rows, seed: 1 }, QUICK ? 60_000 : 180_000)),
      )
      seen.push({ times: result, peakMB, cpu })
    }
    const of = (pick: (times: ImportTimes) => number) => spread(spreadOf(seen.map(({ times }) => pick(times))))
    const values = [
      of((t) => t.planned),
      of((t) => t.inMemory),
      of((t) => t.visible),
      of((t) => t.saved),
      of((t) => t.computed),
      of((t) => t.longest),
      `${of((t) => t.longTasks)}, together ${of((t) => t.longTotal)}`,
      of((t) => t.decoder),
      spread(spreadOf(seen.map(({ cpu }) => cpu))),
      `${spread(spreadOf(seen.map(({ peakMB }) => peakMB)))} MB`,
    ]
    report.add({
      title: `The app: ${rows} rows dropped on the window, ${runs} times, a new profile each`,
      columns: ['what', 'ms since the drop: median (min–max)'],
      rows: MEASURED.map((what, i) => [what, values[i] ?? '']),
      notes: seen.map(({ times }) => times.said),
    })
  }
}

async function million(): Promise<void> {
  const { result, peakMB, cpu } = await withApp((app) =>
    watched(app, () => dropped(app, { rows: 1_000_000, seed: 1, lean: true }, 90_000)),
  )
  report.add({
    title: 'The app: 1,000,000 rows',
    columns: ['what came of it', 'planned', 'longest block', 'CPU', 'memory at most'],
    rows: [[result.said, short(result.planned), short(result.longest), short(cpu), `${short(peakMB)} MB`]],
    notes: ['No time under "planned" means refused; the memory includes the text itself in the page.'],
  })
}

interface Motion {
  readonly what: string
  readonly deltas: readonly number[]
  readonly mounted: number
}

async function motion(app: RunningApp, what: string, move: () => Promise<void>): Promise<Motion> {
  await app.page.evaluate(watchFrames)
  await move()
  return { what, ...(await app.page.evaluate(framesWatched)) }
}

async function wheel({ page }: RunningApp, by: number, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    await page.mouse.wheel(0, by)
    await page.waitForTimeout(16)
  }
  await page.waitForTimeout(150)
}

async function drag({ page }: RunningApp, steps: number): Promise<boolean> {
  const spot = await page.evaluate(emptySpot)
  if (spot === undefined) return false
  await page.mouse.move(spot.x, spot.y)
  await page.mouse.down()
  for (let i = 0; i < steps; i += 1) {
    const angle = (i / steps) * 2 * Math.PI
    await page.mouse.move(spot.x + 220 * Math.sin(angle), spot.y + 140 * Math.sin(2 * angle))
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
  return true
}

async function map(tools: number): Promise<void> {
  await withApp(async (app) => {
    const { page } = app
    const times = await dropped(app, { rows: tools, seed: 3, flows: true, lean: true }, 90_000)
    await page.waitForTimeout(500)
    const pictures: { ms: number; nodes: number; elements: number }[] = []
    for (let i = 0; i < (QUICK ? 2 : 5); i += 1) pictures.push(await page.evaluate(firstPicture))
    await app.command('fit')
    await page.waitForTimeout(600)
    const box = await page.getByTestId('map').boundingBox()
    if (box !== null) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    const steps = QUICK ? 40 : 120
    const seen: Motion[] = [await motion(app, 'nothing moves', () => page.waitForTimeout(1_000))]
    seen.push(await motion(app, 'pan, everything in view', async () => void (await drag(app, steps))))
    if (box !== null) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    seen.push(await motion(app, 'zoom in', () => wheel(app, -120, steps / 4)))
    seen.push(await motion(app, 'pan, close', async () => void (await drag(app, steps))))
    if (box !== null) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    seen.push(await motion(app, 'zoom out', () => wheel(app, 120, steps / 4)))
    const ms = spreadOf(pictures.map((picture) => picture.ms))
    const last = pictures.at(-1)
    report.add({
      title: `The map at ${tools} tools (${times.said})`,
      columns: ['what', 'frame ms: median', 'p95', 'longest', 'frames', 'mounted nodes at most'],
      rows: seen.map(({ what, deltas, mounted }) => [
        what,
        short(percentile(deltas, 0.5)),
        short(percentile(deltas, 0.95)),
        short(Math.max(0, ...deltas)),
        deltas.length,
        mounted,
      ]),
      notes: [
        `first picture with the data in memory: ${spread(ms)} ms, with ${last?.nodes ?? 0} nodes mounted, ${last?.elements ?? 0} elements in the page`,
      ],
    })
  })
}

await imports()
await map(1_000)
await map(3_000)
if (LARGE) await million()
