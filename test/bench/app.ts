import { makeProfile, type RunningApp, resize, startApp } from '../e2e/app'
import { type ImportTimes, importInPage } from './in-page'
import { spreadOf } from './measure'
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

await imports()
if (LARGE) await million()
