/** So long may work go on before the window gets a turn: half of a frame. */
const SLICE_MS = 8

const channel = typeof MessageChannel === 'undefined' ? undefined : new MessageChannel()
const waiting: (() => void)[] = []
if (channel !== undefined) channel.port1.onmessage = () => waiting.shift()?.()

/** Resolves in a task of its own: input and drawing that wait come first. Timers would be slowed down in a hidden window. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    if (channel === undefined) setTimeout(resolve)
    else {
      waiting.push(resolve)
      channel.port2.postMessage(undefined)
    }
  })
}

/**
 * For long work in the window's thread: `await pause()` between its steps takes no time until a slice is used up, and
 * then lets the window have a turn.
 */
export function pacer(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined
    return breathe().then(() => {
      since = performance.now()
    })
  }
}
