import type { PictureSize } from '../../shared/export/picture-size'
import type { PictureAnswer, PictureQuestion } from './picture-worker'

/**
 * A map of ours as PNG bytes, painted in a worker so that the window answers meanwhile. Undefined when the SVG holds
 * anything else than such a map, or no worker can be had: then it must be drawn as an image.
 */
export function paintedPicture(
  svg: string,
  size: PictureSize,
  ground: string | undefined,
): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const worker = started()
    if (worker === undefined) return resolve(undefined)
    const end = (bytes: Uint8Array | undefined) => {
      worker.terminate()
      resolve(bytes)
    }
    worker.onmessage = ({ data }: MessageEvent<PictureAnswer>) => end(data.bytes)
    // Not started, or no memory for its canvas.
    worker.onerror = (event) => {
      event.preventDefault()
      end(undefined)
    }
    const question: PictureQuestion = { svg, size, ...(ground === undefined ? {} : { ground }) }
    worker.postMessage(question)
  })
}

/** A worker, where its script has an address: a page that holds the code itself has none. */
function started(): Worker | undefined {
  try {
    return new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return undefined
  }
}
