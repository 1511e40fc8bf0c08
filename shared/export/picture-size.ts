export type Scale = 1 | 2 | 3 | 4

/** What a picture may measure: above it Chromium draws nothing at all, or runs out of memory. */
export const MOST_PIXELS = 64_000_000
export const MOST_SIDE = 16_384

export interface PictureSize {
  /** Whole pixels. */
  readonly width: number
  readonly height: number
  /** The scale it is drawn at: the wanted one, or less where a limit says so. */
  readonly scale: number
  /** Which limit made it smaller: the number of pixels, or the longer side. */
  readonly reduced?: 'pixels' | 'side'
  /** That limit, as it is told to people: millions of pixels, or pixels. */
  readonly limit?: number
}

/** Width and height of a picture, in pixels. */
export interface Sides {
  readonly width: number
  readonly height: number
}

/** How large an SVG says it is. Throws when it doesn't state its width and height in pixels. */
export function sidesOf(svg: string): Sides {
  const open = /<svg\b[^>]*>/.exec(svg)?.[0] ?? ''
  const [width, height] = ['width', 'height'].map((side) =>
    Number(new RegExp(`\\s${side}="([0-9.]+)"`).exec(open)?.[1]),
  )
  if (width === undefined || height === undefined || !(width > 0) || !(height > 0)) {
    throw new Error('The picture does not say how large it is')
  }
  return { width, height }
}

/**
 * How large a PNG of this SVG becomes at a scale of 1–4, within 64 megapixels and 16,384 pixels a side. The proportions
 * stay. Throws when the SVG doesn't state its width and height in pixels.
 */
export function pictureSize(svg: string, wanted: Scale): PictureSize {
  return scaledSize(sidesOf(svg), wanted)
}

/** The same from the width and height of the SVG. */
export function scaledSize({ width, height }: Sides, wanted: Scale): PictureSize {
  const bySide = MOST_SIDE / Math.max(width, height)
  const byPixels = Math.sqrt(MOST_PIXELS / (width * height))
  const scale = Math.min(wanted, bySide, byPixels)
  const size = {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
    scale,
  }
  if (scale === wanted) return size
  return bySide < byPixels
    ? { ...size, reduced: 'side', limit: MOST_SIDE }
    : { ...size, reduced: 'pixels', limit: MOST_PIXELS / 1_000_000 }
}
