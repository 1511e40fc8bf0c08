import { join } from 'node:path'
import { _electron, type CDPSession, type Page } from 'playwright-core'
import { layout } from '../../shared/graph/layout'
import type { Inventory } from '../../shared/inventory/inventory'
import { makeProfile, type RunningApp, resize, startApp } from '../e2e/app'
import { type Drawn, drawnSince, installReactWatch } from '../e2e/react-watch'
import { aCompany } from '../shared/graph/a-company'
import { framesWatched, watchFrames } from './in-page'
import { cardSpot, dragLatency, firstMap, leaveMap, watchDrag } from './map-in-page'
import { heldMB } from './map-memory'
import { emptyNear, type Frames, move, panFrom, wheelAt } from './map-moves'
import { percentile, spreadOf } from './measure'
import { cpuOf } from './process-cpu'
import { argument, QUICK, reporter, short, spread } from './table'

const SIZES = (argument('sizes') ?? (QUICK ? '10000' : '1000,3000,10000')).split(',').map(Number)
const DEPARTMENTS = new Map([
  [1_000, 20],
  [3_000, 40],
])
const report = reporter()

/** The most that each gate allows; they hold on any machine. */
const MOST_MOUNTED = 500

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20
}

/** One candidate's figures. */
interface Seen {
  readonly name: string
  readonly first: string
  readonly heap: number
  readonly pan: Frames
  readonly zoomIn: Frames
  readonly panClose: Frames
  readonly zoomOut: Frames
}

const EMPTY: Frames = { deltas: [], cpu: Number.NaN }

/** The same moves for everybody: pan with everything in view, zoom in on a free spot, pan there, zoom out. */
async function moves(page: Page, pid: number, box: Box, onFree: boolean) {
  const watched = async (work: () => Promise<void>): Promise<Frames> => {
    const before = cpuOf(pid)
    await page.evaluate(watchFrames)
    await work()
    const { deltas } = await page.evaluate(framesWatched)
    return { deltas, cpu: (cpuOf(pid) - before) / Math.max(1, deltas.length) }
  }
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const spot = onFree ? await page.evaluate(emptyNear, middle) : middle
  if (spot === undefined) return { pan: EMPTY, zoomIn: EMPTY, panClose: EMPTY, zoomOut: EMPTY, spot }
  const pan = await watched(() => panFrom(page, spot))
  const zoomIn = await watched(() => wheelAt(page, spot, -120))
  await page.waitForTimeout(500)
  // What was free stays under the pointer while the map grows around it.
  const panClose = await watched(() => panFrom(page, spot))
  const zoomOut = await watched(() => wheelAt(page, spot, 120))
  return { pan, zoomIn, panClose, zoomOut, spot }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The company as the two lists that an import would read. */
function listsOf({ departments, tools, flows }: Inventory): { readonly name: string; readonly text: string }[] {
  const name = (id: string) => `${tools.get(id as never)?.name ?? ''} ${id.slice(1)}`
  const rows = [...tools.values()].map(({ id, owner, users, status }) =>
    [name(id), owner === undefined ? '' : (departments.get(owner)?.name ?? ''), users ?? '', status ?? ''].join(';'),
  )
  const between = [...flows.values()].map(({ source, target, method, hoursPerMonth }) =>
    [name(source), name(target), method, hoursPerMonth ?? ''].join(';'),
  )
  return [
    { name: 'applications.csv', text: ['Application;Department;Users;Status', ...rows].join('\n') },
    { name: 'interfaces.csv', text: ['Source;Target;Transfer;Hours per month', ...between].join('\n') },
  ]
}

async function ours(inventory: Inventory, tools: number): Promise<{ readonly seen: Seen; readonly box: Box }> {
  const profile = makeProfile()
  let app: RunningApp | undefined
  try {
    app = await startApp(profile.folder)
    const { page } = app
    await resize(app, 1440, 900)
    await page.evaluate(dropLists, listsOf(inventory))
    await page.locator('[data-testid=import-commit]:not([disabled])').click({ timeout: 120_000 })
    await page.getByTestId('import-commit').waitFor({ state: 'detached', timeout: 120_000 })
    await page.waitForSelector('[data-testid=saved][data-saved=true][data-computing=false]', { timeout: 240_000 })
    // A new page with the data of the old one: React is watched from its beginning, and the map has not been shown yet.
    await page.addInitScript(installReactWatch)
    await page.evaluate(leaveMap)
    await page.reload()
    await page.waitForSelector('[data-testid=saved]')
    await page.evaluate(leaveMap)
    await page.waitForSelector('[data-testid=saved][data-computing=false]', { timeout: 240_000 })
    await page.waitForTimeout(2_000)
    const session = await page.context().newCDPSession(page)
    const before = await heapOf(session)
    const pictures: number[] = []
    for (let i = 0; i < (QUICK ? 3 : 5); i += 1) {
      pictures.push(await page.evaluate(firstMap))
      if (i === 0) await page.waitForTimeout(3_000)
      await page.evaluate(leaveMap)
      await page.waitForTimeout(800)
    }
    await page.evaluate(firstMap)
    await page.waitForTimeout(3_000)
    const heap = (await heapOf(session)) - before
    await app.command('fit')
    await page.waitForTimeout(1_000)
    const box = await page.getByTestId('map').boundingBox()
    if (box === null) throw new Error('There is no map')
    const pid = app.electron.process().pid ?? 0
    const gates = await gatesOf(page, box)
    await app.command('fit')
    await page.waitForTimeout(1_000)
    const { pan, zoomIn, panClose, zoomOut } = await moves(page, pid, box, true)
    const first = `${short(pictures[0] ?? Number.NaN)}, then ${spread(spreadOf(pictures.slice(1)))}`
    addGates(tools, gates)
    return { seen: { name: 'ours', first, heap, pan, zoomIn, panClose, zoomOut }, box }
  } finally {
    await app?.close().catch(() => app?.electron.process().kill('SIGKILL'))
    profile.remove()
  }
}

/** Drops lists on the window. Sent into the page. */
function dropLists(lists: readonly { readonly name: string; readonly text: string }[]): void {
  const transfer = new DataTransfer()
  for (const { name, text } of lists) transfer.items.add(new File([text], name))
  const target = document.querySelector('footer') ?? document.body
  target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
}

interface Gates {
  readonly panFar: Drawn
  readonly mounted: number
  readonly elements: number
  readonly drag: Drawn
  readonly latency: readonly number[]
  readonly dragFrames: readonly number[]
}

/** What is counted and not timed, and the drag of a card. */
async function gatesOf(page: Page, box: Box): Promise<Gates> {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const spot = (await page.evaluate(emptyNear, middle)) ?? middle
  await page.mouse.move(spot.x, spot.y)
  await page.mouse.down()
  await move(page, { x: spot.x + 10, y: spot.y + 10 })
  await page.evaluate(drawnSince)
  for (let i = 0; i < 40; i += 1) await move(page, { x: spot.x + 10 + 3 * i, y: spot.y + 10 + i })
  const panFar = await page.evaluate(drawnSince)
  await page.mouse.up()
  await wheelAt(page, spot, -120)
  await page.waitForTimeout(1_500)
  const mounted = await page.evaluate(() => document.querySelectorAll('.react-flow__node').length)
  const elements = await page.evaluate(() => document.querySelectorAll('[data-testid=map] *').length)
  const card = await page.evaluate(cardSpot, middle)
  if (card === undefined) throw new Error('There is no card to drag')
  await page.mouse.move(card.x, card.y)
  await page.mouse.down()
  await move(page, { x: card.x + 6, y: card.y + 6 })
  await page.evaluate(drawnSince)
  await page.evaluate(watchDrag)
  await page.evaluate(watchFrames)
  for (let i = 0; i < 60; i += 1) {
    const angle = (i / 60) * 2 * Math.PI
    await move(page, { x: card.x + 60 * Math.sin(angle), y: card.y + 40 * Math.sin(2 * angle) })
  }
  const { deltas } = await page.evaluate(framesWatched)
  const latency = await page.evaluate(dragLatency)
  const drag = await page.evaluate(drawnSince)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return { panFar, mounted, elements, drag, latency, dragFrames: deltas }
}

function addGates(tools: number, { panFar, mounted, elements, drag, latency, dragFrames }: Gates): void {
  const holds = (value: number, most: number) => (value <= most ? 'holds' : 'BROKEN')
  report.add({
    title: `Gates of the map at ${tools} tools (they hold on any machine), and the drag of a card`,
    columns: ['what', 'measured', 'at most', ''],
    rows: [
      ['nodes mounted, close by', mounted, MOST_MOUNTED, holds(mounted, MOST_MOUNTED)],
      ['elements of the map, close by', elements, '–', ''],
      ['commits of React in 40 frames of a pan, everything in view', panFar.commits, 0, holds(panFar.commits, 0)],
      ['nodes drawn again in one frame of a drag, at most', drag.mostNodes, 1, holds(drag.mostNodes, 1)],
      ['drag: event → frame, ms: median', short(percentile(latency, 0.5)), '16 (goal)', ''],
      ['drag: event → frame, ms: p95', short(percentile(latency, 0.95)), '33 (goal)', ''],
      ['drag: frame ms, median / p95', framesText(dragFrames), '', ''],
    ],
  })
}

const framesText = (deltas: readonly number[]) =>
  deltas.length < 10 ? '–' : `${short(percentile(deltas, 0.5))} / ${short(percentile(deltas, 0.95))}`

async function peer(name: string, graph: PeerGraph, { width, height }: Box): Promise<Seen> {
  const folder = argument('peers') ?? ''
  const env: Record<string, string> = { BENCH_PAGE: join(folder, 'index.html') }
  for (const [key, value] of Object.entries(process.env)) {
    if (value !== undefined && key !== 'ELECTRON_RUN_AS_NODE') env[key] = value
  }
  const electron = await _electron.launch({
    executablePath: process.env.TOOLSCAPE_ELECTRON ?? '',
    args: [folder, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env,
  })
  try {
    const page = await electron.firstWindow({ timeout: 60_000 })
    await page.waitForFunction(() => 'showPeer' in window, undefined, { timeout: 30_000 })
    const session = await page.context().newCDPSession(page)
    await page.evaluate((given) => Object.assign(window, { given }), graph)
    const before = await heapOf(session)
    const first = await page.evaluate(
      async ([which, w, h]) => {
        const { showPeer, given } = window as unknown as {
          showPeer: (...all: unknown[]) => Promise<number>
          given: unknown
        }
        return showPeer(which, given, w, h)
      },
      [name, width, height] as const,
    )
    await page.waitForTimeout(1_500)
    const heap = (await heapOf(session)) - before
    const box = { x: 0, y: 0, width, height }
    const pid = electron.process().pid ?? 0
    const { pan, zoomIn, panClose, zoomOut } = await moves(page, pid, box, false)
    return { name, first: short(first), heap, pan, zoomIn, panClose, zoomOut }
  } finally {
    await electron.close().catch(() => electron.process().kill('SIGKILL'))
  }
}

interface PeerGraph {
  readonly boxes: readonly (Box & { readonly id: string; readonly name: string })[]
  readonly cards: readonly (Box & { readonly id: string; readonly name: string })[]
  readonly lines: readonly { readonly id: string; readonly source: string; readonly target: string }[]
}

for (const tools of SIZES) {
  const { inventory, graph } = aCompany(tools, DEPARTMENTS.get(tools) ?? 60, Math.round(tools * 1.5))
  const placed = layout(graph, new Map())
  const boxOf = ({ id, name }: { readonly id: string; readonly name: string }) => {
    const rect = placed.at.get(id)
    return rect === undefined ? [] : [{ id, name, ...rect }]
  }
  const given: PeerGraph = {
    boxes: graph.containers.flatMap(boxOf),
    cards: graph.tools.flatMap(boxOf),
    lines: graph.edges.map(({ id, source, target }) => ({ id, source, target })),
  }
  const mine = await ours(inventory, tools)
  const all = [mine.seen]
  for (const name of argument('peers') === undefined ? [] : ['React Flow', 'vis-network', 'cytoscape']) {
    try {
      all.push(await peer(name, given, mine.box))
    } catch (error) {
      const [first] = [`failed: ${String(error).split('\n')[0]}`]
      all.push({ ...{ name, first, heap: Number.NaN }, pan: EMPTY, zoomIn: EMPTY, panClose: EMPTY, zoomOut: EMPTY })
    }
  }
  report.add({
    title: `The map at ${tools} tools, ${graph.edges.length} lines, ${graph.containers.length} departments: frame ms (median / p95), CPU ms of all processes per frame`,
    columns: [
      'what',
      'first picture ms',
      'heap MB',
      'pan',
      'CPU',
      'zoom in',
      'CPU',
      'pan, close',
      'CPU',
      'zoom out',
      'CPU',
    ],
    rows: all.map(({ name, first, heap, pan, zoomIn, panClose, zoomOut }) => [
      ...[name, first, short(heap)],
      ...[pan, zoomIn, panClose, zoomOut].flatMap(({ deltas, cpu }) => [framesText(deltas), short(cpu)]),
    ]),
    notes: [
      'ours: the first picture ever of this page, then of coming back to the map; heap: what showing the map adds',
      `ours: graph, places and routes are in memory whether the map shows or not: ${short(await heldMB(placed))} MB`,
    ],
  })
}

// The channel by which long work lets the window have its turns would keep the process alive.
process.exit(0)
