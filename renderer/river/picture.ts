import type { Scale } from '../../shared/bridge'
import { type PictureSize, pictureSize } from '../../shared/export/picture-size'
import { fail, ok, type Result } from '../../shared/result'
import { paintedPicture } from './painted-picture'

export interface PngOptions {
  readonly scale: Scale
  /** Without it whatever the picture leaves open becomes white. */
  readonly transparent?: boolean
}

export interface Picture extends PictureSize {
  readonly bytes: Uint8Array
}

/**
 * An SVG file as PNG bytes. At most 64 megapixels and 16,384 pixels a side: a picture that would be larger is drawn
 * smaller, and `reduced` says why (`pictureRemark` in words). A map of ours is painted in a worker; any other SVG is
 * only ever looked at as an image: nothing in it can run or load.
 */
export async function pngOf(
  svg: string,
  options: PngOptions,
): Promise<Result<Picture, { readonly code: 'picture-failed' }>> {
  const size = pictureSize(svg, options.scale)
  const painted = await paintedPicture(svg, size, options.transparent === true ? undefined : '#ffffff')
  if (painted !== undefined) return ok({ ...size, bytes: painted })
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image(size.width, size.height)
    image.src = address
    // Off the main thread as far as the browser can.
    await image.decode()
    const canvas = new OffscreenCanvas(size.width, size.height)
    const context = canvas.getContext('2d', { alpha: options.transparent === true })
    if (context === null) return fail({ code: 'picture-failed' })
    if (options.transparent !== true) {
      context.fillStyle = '#ffffff'
      context.fillRect(0, 0, size.width, size.height)
    }
    await drawInStrips(image, context, size)
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    return ok({ ...size, bytes: new Uint8Array(await blob.arrayBuffer()) })
  } catch {
    // The image can't be decoded or there is no memory for the canvas: DOMExceptions with no code worth telling apart.
    return fail({ code: 'picture-failed' })
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Pixels that are drawn at a time. Between two strips the window can answer; a large map takes seconds in all. */
const STRIP_PIXELS = 2_000_000

async function drawInStrips(
  image: HTMLImageElement,
  context: OffscreenCanvasRenderingContext2D,
  { width, height }: PictureSize,
): Promise<void> {
  const step = Math.max(1, Math.ceil(STRIP_PIXELS / width))
  for (let top = 0; top < height; top += step) {
    const strip = new OffscreenCanvas(width, Math.min(step, height - top))
    strip.getContext('2d')?.drawImage(image, 0, -top, width, height)
    context.drawImage(strip, 0, top)
    await new Promise((resolve) => setTimeout(resolve))
  }
}
