import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {} from '../../renderer/files/bridge'
import { encodeDeck } from '../../renderer/files/deck-write'
import type { PictureAnswer, PictureQuestion } from '../../renderer/river/picture-worker'
import { toDeckParts } from '../../shared/export/deck/to-deck'
import { pictureSize } from '../../shared/export/picture-size'
import { toMapPageHtml } from '../../shared/export/reports/to-map-page-html'
import { toMapSvg } from '../../shared/export/to-svg'
import { routeEdges } from '../../shared/graph/edge-routes'
import { layout } from '../../shared/graph/layout'
import { makeProfile, ROOT, type RunningApp, resize, startApp } from '../e2e/app'
import { inputOf, sample, wordsOf } from '../shared/export/reports/kit'
import { aCompany } from '../shared/graph/a-company'
import { importInPage } from './in-page'
import { type Case, inTurn, spreadOf } from './measure'
import { generateLists } from './rows'
import { QUICK, reporter, short, spread, TIMING_COLUMNS, timingRows } from './table'

const SIZES = [
  [300, 15],
  [1_000, 20],
  [3_000, 40],
  [5_000, 60],
] as const
const ROUNDS = QUICK ? 1 : 3

const report = reporter()
const t = wordsOf('de')

function mapOf(tools: number, departments: number): () => string {
  const placed = layout(aCompany(tools, departments, tools * 1.5).graph, new Map())
  const routes = routeEdges(placed)
  const options = { theme: 'light', title: 'Landschaft', t, language: 'de', formatNumber: String, routes } as const
  return () => toMapSvg(placed, options)
}

async function texts(): Promise<void> {
  const made = new Map<string, number>()
  const cases: Case[] = SIZES.map(([tools, departments]) => {
    const map = mapOf(tools, departments)
    const name = `SVG of ${tools} tools`
    return { name, run: () => made.set(name, map().length) }
  })
  for (const [name, language] of [
    ['muster-maschinenbau', 'de'],
    ['northfield-services', 'en'],
  ] as const) {
    const { inventory, findings, date, formatNumber, formatMoney, t } = inputOf(sample(name), language)
    const options = { language, date, t, formatNumber, formatMoney, company: { name } }
    const what = `deck of ${name}`
    const run = () => made.set(what, encodeDeck(toDeckParts({ inventory, findings, options })).length)
    cases.push({ name: what, run })
  }
  const timings = await inTurn(cases, QUICK ? 5 : 15, 2)
  report.add({
    title: `Texts and the deck, ${QUICK ? 5 : 15} rounds in turn`,
    columns: [...TIMING_COLUMNS.slice(0, 3), 'kB'],
    rows: timingRows(timings, timings[0]?.name ?? '').map((row, at) => [
      ...row.slice(0, 3),
      Math.round((made.get(timings[at]?.name ?? '') ?? 0) / 1000),
    ]),
  })
}

/** Milliseconds and bytes, as the page sees them. */
interface Made {
  readonly ms: number
  readonly bytes: number
  /** Of the milliseconds: what writing the PNG takes, with the picture painted. */
  readonly encode?: number
  readonly failed?: string
}

/** CPU milliseconds of all processes of the app since it started. */
const cpuOf = ({ electron }: RunningApp): Promise<number> =>
  electron.evaluate(({ app }) =>
    app.getAppMetrics().reduce((sum, { cpu }) => sum + (cpu.cumulativeCPUUsage ?? Number.NaN) * 1000, 0),
  )

async function printed({ page }: RunningApp, html: string, paper: 'A3' | 'A0'): Promise<Made> {
  return page.evaluate(
    async ([html, paper]) => {
      const start = performance.now()
      const made = await window.bridge.printPdf(html, { paper, landscape: true })
      const ms = performance.now() - start
      return made.ok ? { ms, bytes: made.value.length } : { ms, bytes: 0, failed: made.error.code }
    },
    [html, paper] as const,
  )
}

/** The app's own way: its worker paints the picture. */
async function painted({ page }: RunningApp, svg: string): Promise<Made> {
  const worker = readdirSync(join(ROOT, 'dist/renderer/assets')).find((file) => file.startsWith('picture-worker-'))
  const question: PictureQuestion = { svg, size: pictureSize(svg, 2), ground: '#ffffff' }
  return page.evaluate(
    async ([address, question]) => {
      const start = performance.now()
      const worker = new Worker(address, { type: 'module' })
      const { bytes } = await new Promise<PictureAnswer>((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = (event) => reject(new Error(event.message))
        worker.postMessage(question)
      })
      const ms = performance.now() - start
      worker.terminate()
      const { width, height } = question.size
      const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true })
      if (bytes === undefined || context === null) return { ms, bytes: 0, failed: 'not painted' }
      context.drawImage(await createImageBitmap(new Blob([bytes], { type: 'image/png' })), 0, 0)
      context.getImageData(0, 0, 1, 1)
      const before = performance.now()
      await context.canvas.convertToBlob({ type: 'image/png' })
      return { ms, bytes: bytes.length, encode: performance.now() - before }
    },
    [`./assets/${worker}`, question] as const,
  )
}

/** The browser's way: the SVG as an image upon a canvas, all at once. */
async function drawn({ page }: RunningApp, svg: string): Promise<Made> {
  return page.evaluate(
    async ([svg, { width, height }]) => {
      const start = performance.now()
      const image = new Image(width, height)
      image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
      await image.decode()
      const canvas = new OffscreenCanvas(width, height)
      canvas.getContext('2d', { alpha: false })?.drawImage(image, 0, 0, width, height)
      const { size } = await canvas.convertToBlob({ type: 'image/png' })
      return { ms: performance.now() - start, bytes: size }
    },
    [svg, pictureSize(svg, 2)] as const,
  )
}

async function inApp(app: RunningApp): Promise<void> {
  for (const [tools, departments] of QUICK ? [SIZES[0], SIZES[3]] : SIZES) {
    const svg = mapOf(tools, departments)()
    const page = { title: 'Landschaft', date: '', language: 'de', t } as const
    const { width, height } = pictureSize(svg, 2)
    const ways: readonly (readonly [string, () => Promise<Made>])[] = [
      ['PDF, one A3', () => printed(app, toMapPageHtml(svg, { ...page, paper: 'A3' }), 'A3')],
      ['PDF, nine A3', () => printed(app, toMapPageHtml(svg, { ...page, paper: 'A0', tiled: true }), 'A3')],
      [`PNG ${width} × ${height}, ours`, () => painted(app, svg)],
      [`PNG ${width} × ${height}, SVG as image`, () => drawn(app, svg)],
    ]
    const seen = ways.map((): (Made & { cpu: number })[] => [])
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let step = 0; step < ways.length; step += 1) {
        const at = (step + round) % ways.length
        const before = await cpuOf(app)
        const made = await ways[at]?.[1]()
        if (made !== undefined) seen[at]?.push({ ...made, cpu: (await cpuOf(app)) - before })
      }
    }
    report.add({
      title: `Paper and pictures of ${tools} tools, ${tools * 1.5} flows, ${ROUNDS} rounds in turn`,
      columns: ['what', 'wall ms: median (min–max)', 'CPU ms', 'of it PNG writing', 'kB'],
      rows: ways.map(([name], at) => {
        const of = (pick: (made: Made & { cpu: number }) => number) => spreadOf((seen[at] ?? []).map(pick))
        const failed = seen[at]?.find((made) => made.failed !== undefined)?.failed
        return [
          name,
          failed ?? spread(of(({ ms }) => ms)),
          // The hidden window that prints is gone by now, and its process's time with it.
          name.startsWith('PDF') ? '–' : short(of(({ cpu }) => cpu).median),
          short(of(({ encode }) => encode ?? Number.NaN).median),
          Math.round(of(({ bytes }) => bytes).median / 1000),
        ]
      }),
    })
  }
}

/** The map on the screen, photographed by a library: 300 tools, all of them elements. */
async function photographed(app: RunningApp): Promise<void> {
  const library = join(ROOT, 'test/bench/node_modules/html-to-image/dist/html-to-image.js')
  let code: string
  try {
    code = readFileSync(library, 'utf8')
  } catch {
    console.log('html-to-image is not installed: npm ci in test/bench')
    return
  }
  const { page } = app
  const patience = 120_000
  await page.evaluate(
    `(${importInPage.toString()})((() => {
      const lists = (${generateLists.toString()})({ rows: 300, seed: 3, flows: true, lean: true })
      return { lists: [{ name: 'a.csv', text: lists.tools }, { name: 'b.csv', text: lists.flows }], patience: ${patience} }
    })())`,
  )
  await app.command('fit')
  await page.waitForTimeout(500)
  await page.evaluate(code)
  const rows: (readonly (string | number)[])[] = []
  for (const how of ['toSvg', 'toPng'] as const) {
    const before = await cpuOf(app)
    const made = await page.evaluate(async (how): Promise<Made> => {
      type Library = Record<'toSvg' | 'toPng', (element: Element, options: object) => Promise<string>>
      const { htmlToImage } = window as unknown as { htmlToImage: Library }
      const element = document.querySelector('.react-flow__viewport')
      if (element === null) return { ms: Number.NaN, bytes: 0, failed: 'no map' }
      const start = performance.now()
      try {
        const text = await htmlToImage[how](element, { skipFonts: true, pixelRatio: 2 })
        return { ms: performance.now() - start, bytes: text.length }
      } catch (error) {
        return { ms: performance.now() - start, bytes: 0, failed: String(error) }
      }
    }, how)
    const cpu = (await cpuOf(app)) - before
    rows.push([`html-to-image ${how}`, made.failed ?? short(made.ms), short(cpu), Math.round(made.bytes / 1000)])
  }
  const elements = await page.locator('.react-flow__node').count()
  report.add({
    title: `The map of 300 tools photographed off the screen (${elements} nodes in the page), once`,
    columns: ['what', 'wall ms', 'CPU ms', 'kB'],
    rows,
  })
}

await texts()
const profile = makeProfile()
const app = await startApp(profile.folder)
try {
  await resize(app, 1440, 900)
  await inApp(app)
  await photographed(app)
} finally {
  await app.close().catch(() => app.electron.process().kill('SIGKILL'))
  profile.remove()
}
