import type { Drawing, DrawnOutline, DrawnText, Shape } from '../../shared/export/svg-drawing'
import { LinePainter } from './paint-lines'

export type Context = OffscreenCanvasRenderingContext2D

/** Where a line through a struck word lies and how thick it is, in shares of the letters' size. */
const STRIKE = { above: 0.32, thickness: 0.07 } as const

/**
 * Paints the shapes of a map as an SVG reader would, so many times as large, upon what the canvas holds. The upper left
 * corner of the picture comes to the canvas's own.
 */
export function paintDrawing({ view, font, pieces }: Drawing, context: Context, scale: number): void {
  const lines = new LinePainter(context, scale)
  // Letters as an SVG reader sets them: not bent to the grid of pixels.
  context.textRendering = 'geometricPrecision'
  const moved = (shape: Shape) => {
    const [x, y] = [(shape.dx - view.x) * scale, (shape.dy - view.y) * scale]
    context.setTransform(scale * shape.zoom, 0, 0, scale * shape.zoom, x, y)
    return { x, y }
  }
  for (const { shapes } of pieces) {
    for (const shape of shapes) {
      const origin = moved(shape)
      if (shape.kind === 'text') paintText(shape, font, context)
      else paintOutline(shape, context, () => lines.paint(shape, origin, () => void moved(shape)))
    }
  }
}

function paintOutline(shape: DrawnOutline, context: Context, line: () => boolean): void {
  const { fill, stroke, strokeWidth, dash, round } = shape
  if (shape.kind === 'path' && fill === undefined && line()) return
  const path = shape.kind === 'path' ? new Path2D(shape.d) : undefined
  if (path === undefined) trace(shape, context)
  if (fill !== undefined) {
    context.fillStyle = fill
    if (path === undefined) context.fill()
    else context.fill(path)
  }
  if (stroke === undefined || strokeWidth === 0) return
  context.strokeStyle = stroke
  context.lineWidth = strokeWidth
  context.lineCap = round ? 'round' : 'butt'
  context.setLineDash([...dash])
  if (path === undefined) context.stroke()
  else context.stroke(path)
}

function trace(shape: DrawnOutline, context: Context): void {
  context.beginPath()
  if (shape.kind === 'circle') context.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI)
  else if (shape.kind === 'rect' && shape.rx > 0) {
    const { x, y, width, height } = shape
    context.roundRect(x, y, width, height, Math.min(shape.rx, width / 2, height / 2))
  } else if (shape.kind === 'rect') context.rect(shape.x, shape.y, shape.width, shape.height)
}

function paintText(
  { x, y, text, size, weight, anchor, fill, struck }: DrawnText,
  font: string,
  context: Context,
): void {
  context.font = `${weight} ${size}px ${font}`
  context.fillStyle = fill
  const width = anchor === 'start' && !struck ? 0 : context.measureText(text).width
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
  context.fillText(text, left, y)
  if (struck) context.fillRect(left, y - STRIKE.above * size, width, STRIKE.thickness * size)
}
