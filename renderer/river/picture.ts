import { type PictureSize, pictureSize, type Scale } from '../../shared/export/picture-size'
import { fail, ok, type Result } from '../../shared/result'

export interface PictureOptions {
  readonly scale: Scale
  /** Without it whatever the picture leaves open becomes white. */
  readonly transparent?: boolean
}

export interface Picture extends PictureSize {
  readonly bytes: Uint8Array
}

/**
 * An SVG file as PNG bytes. At most 64 megapixels and 16,384 pixels a side: a picture that would be larger is drawn
 * smaller, and `reduced` says why (`pictureRemark` in words). The SVG is only ever looked at as an image: nothing in it can run or load.
 */
export async function pngOf(
  svg: string,
  options: PictureOptions,
): Promise<Result<Picture, { readonly code: 'picture-failed' }>> {
  const size = pictureSize(svg, options.scale)
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
    context.drawImage(image, 0, 0, size.width, size.height)
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    return ok({ ...size, bytes: new Uint8Array(await blob.arrayBuffer()) })
  } catch {
    // The image can't be decoded or there is no memory for the canvas: DOMExceptions with no code worth telling apart.
    return fail({ code: 'picture-failed' })
  } finally {
    URL.revokeObjectURL(address)
  }
}
