import type { PictureSize } from '../../shared/export/picture-size'
import { readDrawing } from '../../shared/export/svg-drawing'
import { paintDrawing } from './paint-drawing'

export interface PictureQuestion {
  readonly svg: string
  readonly size: PictureSize
  /** What lies under the picture; absent: nothing. */
  readonly ground?: string
}

/** PNG bytes; nothing when the SVG isn't one of ours and must be left to an SVG reader. */
export interface PictureAnswer {
  readonly bytes?: Uint8Array<ArrayBuffer>
}

// One picture per worker: the memory of 64 megapixels goes with it. What fails reaches the page as an error of the worker.
self.onmessage = ({ data }: MessageEvent<PictureQuestion>) => {
  void picture(data).catch((error: unknown) => reportError(error))
}

async function picture({ svg, size, ground }: PictureQuestion): Promise<void> {
  const drawing = readDrawing(svg)
  if (drawing === undefined) {
    self.postMessage({} satisfies PictureAnswer)
    return
  }
  const canvas = new OffscreenCanvas(size.width, size.height)
  // Never read back: drawn by the processor, like everything where there is no graphics card.
  const context = canvas.getContext('2d', { alpha: ground === undefined, willReadFrequently: true })
  if (context === null) throw new Error('A canvas without a context')
  if (ground !== undefined) {
    context.fillStyle = ground
    context.fillRect(0, 0, size.width, size.height)
  }
  paintDrawing(drawing, context, size.scale)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  self.postMessage({ bytes } satisfies PictureAnswer, { transfer: [bytes.buffer] })
}
