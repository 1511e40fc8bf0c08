/** What the page itself says of an import. Milliseconds since the drop, the waiting for a click left out. */
export interface ImportTimes {
  readonly planned: number
  readonly inMemory: number
  readonly visible: number
  readonly saved: number
  readonly computed: number
  /** TextDecoder alone on the same bytes, in the same page. */
  readonly decoder: number
  readonly longest: number
  readonly longTasks: number
  readonly longTotal: number
  readonly said: string
}

export interface DroppedList {
  readonly name: string
  readonly text: string
}

/** Drops lists on the window, imports them at once when the button allows it, and watches. Sent into the page. */
export async function importInPage({
  lists,
  patience,
}: {
  lists: readonly DroppedList[]
  patience: number
}): Promise<ImportTimes> {
  const files = lists.map(({ name, text }) => new File([text], name))
  const bytes = await files[0]?.arrayBuffer()
  const before = performance.now()
  new TextDecoder().decode(bytes)
  const decoder = performance.now() - before
  const blocks: number[] = []
  const observer = new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) blocks.push(duration)
  })
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  await new Promise((resolve) => setTimeout(resolve, 300))
  observer.observe({ type: 'longtask' })
  const start = performance.now()
  const until = async (ready: () => boolean): Promise<number> => {
    while (!ready()) {
      if (performance.now() - start > patience) return Number.NaN
      await new Promise((resolve) => setTimeout(resolve, 4))
    }
    return performance.now() - start
  }
  const saved = () => document.querySelector<HTMLElement>('[data-testid=saved]')
  const button = () => document.querySelector<HTMLButtonElement>('[data-testid=import-commit]')
  const said = () => (document.querySelector('[role=alert]')?.textContent ?? '').slice(0, 200)
  const count = () => document.querySelector('footer span')?.textContent ?? ''
  const old = count()
  const target = document.querySelector('footer') ?? document.body
  target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  const planned = await until(() => button()?.disabled === false)
  let inMemory = Number.NaN
  let visible = Number.NaN
  let stored = Number.NaN
  let computed = Number.NaN
  if (!Number.isNaN(planned)) {
    button()?.click()
    inMemory = await until(() => count() !== old)
    const done = (async () => {
      stored = await until(() => saved()?.dataset.saved === 'true')
    })()
    visible = await until(() => document.querySelector('.react-flow__node') !== null)
    await done
    computed = await until(() => saved()?.dataset.computing === 'false' && saved()?.dataset.saved === 'true')
  }
  await new Promise((resolve) => setTimeout(resolve, 200))
  observer.disconnect()
  const text = Number.isNaN(planned)
    ? [
        said(),
        document.querySelector('#import-why')?.textContent ?? '',
        document.querySelector('main')?.textContent ?? '',
      ]
        .join(' | ')
        .slice(0, 300)
    : count()
  return {
    planned,
    inMemory,
    visible,
    saved: stored,
    computed,
    decoder,
    longest: Math.max(0, ...blocks),
    longTasks: blocks.length,
    longTotal: blocks.reduce((a, b) => a + b, 0),
    said: text,
  }
}

/** Shows another screen, then the map again, and waits for its first painted node. Sent into the page. */
export async function firstPicture(): Promise<{
  readonly ms: number
  readonly nodes: number
  readonly elements: number
}> {
  const show = (screen: string) =>
    document.querySelector<HTMLButtonElement>(`nav button[data-screen=${screen}]`)?.click()
  show('inventory')
  while (document.querySelector('.react-flow__node') !== null) await new Promise((resolve) => setTimeout(resolve, 5))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const start = performance.now()
  show('map')
  // On a large map the cards are painted, a moment after their departments are there.
  const isThere = () =>
    document.querySelector('.react-flow__node') !== null &&
    (document.querySelector('[data-testid=map][data-large]') === null ||
      document.querySelector('canvas[data-painted]') !== null)
  while (!isThere() && performance.now() - start < 60_000) await new Promise((resolve) => setTimeout(resolve, 1))
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return {
    ms: performance.now() - start,
    nodes: document.querySelectorAll('.react-flow__node').length,
    elements: document.querySelectorAll('*').length,
  }
}

interface Watched {
  benchFrames?: { stop: boolean; readonly deltas: number[]; readonly mounted: number[] }
}

/** Begins to note the time between frames and the number of mounted nodes. Sent into the page. */
export function watchFrames(): void {
  const watch = { stop: false, deltas: [] as number[], mounted: [] as number[] }
  ;(window as Watched).benchFrames = watch
  let last = performance.now()
  const frame = (now: number) => {
    watch.deltas.push(now - last)
    last = now
    if (watch.deltas.length % 10 === 0) watch.mounted.push(document.getElementsByClassName('react-flow__node').length)
    if (!watch.stop) requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

/** Ends it and hands over what was noted; the first frames are those of beginning. Sent into the page. */
export function framesWatched(): { readonly deltas: readonly number[]; readonly mounted: number } {
  const watch = (window as Watched).benchFrames
  if (watch === undefined) return { deltas: [], mounted: 0 }
  watch.stop = true
  return { deltas: watch.deltas.slice(2), mounted: Math.max(0, ...watch.mounted) }
}
