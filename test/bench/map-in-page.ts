/** Shows the list of tools instead of the map. Sent into the page. */
export async function leaveMap(): Promise<void> {
  document.querySelector<HTMLButtonElement>('nav button[data-screen=inventory]')?.click()
  while (document.querySelector('.react-flow__node') !== null) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Shows the map; milliseconds until its departments stand on it and its cards are painted. Sent into the page. */
export async function firstMap(): Promise<number> {
  const start = performance.now()
  document.querySelector<HTMLButtonElement>('nav button[data-screen=map]')?.click()
  const isThere = () =>
    document.querySelector('.react-flow__node') !== null &&
    (document.querySelector('[data-testid=map][data-large]') === null ||
      document.querySelector('canvas[data-painted]') !== null)
  while (!isThere() && performance.now() - start < 60_000) await new Promise((resolve) => setTimeout(resolve, 1))
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - start
}

/** The middle of the card nearest to this point. Sent into the page. */
export function cardSpot({ x, y }: { x: number; y: number }): { readonly x: number; readonly y: number } | undefined {
  const spots = [...document.querySelectorAll('.react-flow__node-card')].map((card) => {
    const box = card.getBoundingClientRect()
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  })
  const away = (spot: { x: number; y: number }) => Math.hypot(spot.x - x, spot.y - y)
  return spots.sort((a, b) => away(a) - away(b))[0]
}

interface Watched {
  benchDrag?: { readonly latency: number[]; readonly stop: () => void }
}

/** Notes how long it takes from a move of the mouse to the end of the frame that shows it. Sent into the page. */
export function watchDrag(): void {
  const latency: number[] = []
  let since: number | undefined
  const moved = ({ timeStamp }: Event) => {
    if (since !== undefined) return
    since = timeStamp
    requestAnimationFrame(() => {
      // The first task after the frame: by then it has been drawn.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        latency.push(performance.now() - (since ?? 0))
        since = undefined
      }
      port2.postMessage(undefined)
    })
  }
  window.addEventListener('pointermove', moved, true)
  ;(window as Watched).benchDrag = { latency, stop: () => window.removeEventListener('pointermove', moved, true) }
}

/** Sent into the page. */
export function dragLatency(): readonly number[] {
  const watch = (window as Watched).benchDrag
  watch?.stop()
  return watch?.latency ?? []
}
