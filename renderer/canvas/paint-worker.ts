import { type Bundles, type Picture, PicturePainter, type View } from './paint-picture'

/** What differs in the picture, or a view of it to be painted. */
export type PaintQuestion =
  | { readonly picture: Partial<Picture> }
  | { readonly bundles: Bundles }
  | { readonly ticket: number; readonly view: View; readonly ratio: number }

export interface Painted {
  readonly ticket: number
  readonly bitmap: ImageBitmap
}

const painter = new PicturePainter()
const canvas = new OffscreenCanvas(1, 1)

self.onmessage = ({ data }: MessageEvent<PaintQuestion>) => {
  if ('picture' in data) {
    painter.take(data.picture)
    return
  }
  if ('bundles' in data) {
    painter.takeBundles(data.bundles)
    return
  }
  const { ticket, view, ratio } = data
  canvas.width = Math.max(1, Math.round(view.width * ratio))
  canvas.height = Math.max(1, Math.round(view.height * ratio))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('A canvas without a context')
  painter.paint(context, view, ratio)
  const bitmap = canvas.transferToImageBitmap()
  self.postMessage({ ticket, bitmap } satisfies Painted, { transfer: [bitmap] })
}
