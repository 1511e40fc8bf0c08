import type { DroppedList } from './in-page'

/** A stretch in which the main thread answered nothing, from 50 ms on. Milliseconds; `start` counts from the act. */
export interface Block {
  readonly start: number
  readonly duration: number
}

/** What the page says of an import after its plan. Milliseconds since the click on the button. */
export interface CommitTimes {
  /** Since the drop, the others since the click. */
  readonly planned: number
  readonly inMemory: number
  readonly map: number
  /** The cards, which are painted on a large map. */
  readonly painted: number
  readonly saved: number
  readonly settled: number
  readonly blocks: readonly Block[]
  /** Since the drop, until a second after the plan. */
  readonly planBlocks: readonly Block[]
  readonly said: string
}

/** Drops lists on the window, waits for the plan, clicks and watches what follows. Sent into the page. */
export async function commitInPage({
  lists,
  patience,
}: {
  lists: readonly DroppedList[]
  patience: number
}): Promise<CommitTimes> {
  const transfer = new DataTransfer()
  for (const { name, text } of lists) transfer.items.add(new File([text], name))
  let start = performance.now()
  const until = async (ready: () => boolean): Promise<number> => {
    while (!ready()) {
      if (performance.now() - start > patience) return Number.NaN
      await new Promise((resolve) => setTimeout(resolve, 4))
    }
    return performance.now() - start
  }
  const status = () => document.querySelector<HTMLElement>('[data-testid=saved]')?.dataset
  const button = () => document.querySelector<HTMLButtonElement>('[data-testid=import-commit]')
  const count = () => document.querySelector('footer span')?.textContent ?? ''
  const old = count()
  const target = document.querySelector('footer') ?? document.body
  const seen: PerformanceEntry[] = []
  const observer = new PerformanceObserver((entries) => seen.push(...entries.getEntries()))
  observer.observe({ type: 'longtask' })
  const blocksSince = (from: number): Block[] =>
    seen
      .filter(({ startTime, duration }) => startTime + duration > from)
      .map(({ startTime, duration }) => ({ start: startTime - from, duration }))
  const dropped = performance.now()
  target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  const planned = await until(() => button()?.disabled === false)
  const none = { inMemory: NaN, map: NaN, painted: NaN, saved: NaN, settled: NaN }
  const nothing = { planned, ...none, blocks: [], planBlocks: [], said: '' }
  if (Number.isNaN(planned)) return nothing
  // Whatever the plan left to be done must not be counted with the commit.
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const planBlocks = blocksSince(dropped)
  start = performance.now()
  const clicked = start
  button()?.click()
  const inMemory = until(() => count() !== old)
  const map = until(() => document.querySelector('.react-flow__node') !== null)
  const painted = until(() => document.querySelector('canvas[data-painted]') !== null)
  await inMemory
  const saved = until(() => status()?.saved === 'true')
  await Promise.all([map, saved])
  // A Change of the map's own follows (the places), then what is worked out from it.
  const quiet = async (): Promise<number> => {
    for (;;) {
      const at = await until(() => status()?.saved === 'true' && status()?.computing === 'false')
      if (Number.isNaN(at)) return at
      await new Promise((resolve) => setTimeout(resolve, 300))
      if (status()?.saved === 'true' && status()?.computing === 'false') return at
    }
  }
  const settled = await quiet()
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  observer.disconnect()
  const blocks = blocksSince(clicked)
  return {
    planned,
    inMemory: await inMemory,
    map: await map,
    painted: await painted,
    saved: await saved,
    settled,
    blocks,
    planBlocks,
    said: count(),
  }
}

interface Watching {
  benchWatch?: {
    readonly seen: PerformanceEntry[]
    readonly observer: PerformanceObserver
    readonly status: MutationObserver
    start: number
    /** When it first said so. */
    unsaved?: number
    saved?: number
  }
}

/** Begins to note blocks; what follows is counted from the next press of Enter. Sent into the page. */
export function watchBlocks(): void {
  const seen: PerformanceEntry[] = []
  const observer = new PerformanceObserver((entries) => seen.push(...entries.getEntries()))
  observer.observe({ type: 'longtask' })
  const says = document.querySelector<HTMLElement>('[data-testid=saved]')
  const status = new MutationObserver(() => {
    if (says?.dataset.saved === 'false') watch.unsaved ??= performance.now()
    else if (watch.unsaved !== undefined) watch.saved ??= performance.now()
  })
  if (says !== null) status.observe(says, { attributes: true })
  const watch: NonNullable<Watching['benchWatch']> = { seen, observer, status, start: performance.now() }
  ;(window as Watching).benchWatch = watch
  const press = ({ key }: KeyboardEvent) => {
    if (key !== 'Enter') return
    watch.start = performance.now()
    window.removeEventListener('keydown', press, true)
  }
  window.addEventListener('keydown', press, true)
}

/** Waits until a cell shows the text and until all is saved and computed. Sent into the page. */
export async function editWatched(text: string): Promise<{
  /** From the moment it says that something isn't saved to the one in which all is: what writing takes. */
  readonly written: number
  readonly shown: number
  readonly saved: number
  readonly settled: number
  readonly blocks: readonly Block[]
}> {
  const watch = (window as Watching).benchWatch
  if (watch === undefined) throw new Error('Nothing is being watched')
  const until = async (ready: () => boolean): Promise<number> => {
    while (!ready()) {
      if (performance.now() - watch.start > 120_000) return Number.NaN
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    return performance.now() - watch.start
  }
  const status = () => document.querySelector<HTMLElement>('[data-testid=saved]')?.dataset
  const cells = () => [...document.querySelectorAll<HTMLElement>('td[data-column]:not([data-editing])')]
  const shown = await until(() => cells().some((cell) => cell.textContent === text))
  const saved = await until(() => status()?.saved === 'true')
  const written = (watch.saved ?? NaN) - (watch.unsaved ?? NaN)
  await new Promise((resolve) => setTimeout(resolve, 30))
  const settled = await until(() => status()?.saved === 'true' && status()?.computing === 'false')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  watch.observer.disconnect()
  watch.status.disconnect()
  const blocks = watch.seen.map(({ startTime, duration }) => ({ start: startTime - watch.start, duration }))
  return { written, shown, saved, settled, blocks: blocks.filter(({ start, duration }) => start + duration > 0) }
}

/** Shows the table and waits for its first painted row. Sent into the page. */
export async function firstTable(): Promise<number> {
  const start = performance.now()
  document.querySelector<HTMLButtonElement>('nav button[data-screen=inventory]')?.click()
  while (document.querySelector('[data-row]') === null && performance.now() - start < 60_000) {
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - start
}
