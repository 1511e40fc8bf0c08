import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import css from './Canvas.module.css'
import { paintSteps, type Scene, type View } from './paint'

/** So long may painting take of a frame; a larger map goes on in the next one. */
const SLICE_MS = 7
/** How far around the screen is painted too, as a share of its size, so that a moved map has no empty edge. */
const MARGIN = 0.25

/** A finished or unfinished painting: the map as it was seen, with a margin around it. */
interface Painting {
  readonly canvas: OffscreenCanvas
  readonly scene: Scene
  readonly view: View
  readonly ratio: number
  readonly steps: Generator<void>
}

/**
 * The second painter, for maps with more cards than a page can hold as elements: a canvas under React Flow's own. It
 * follows React Flow's store directly, so that moving the map draws no component. What takes longer than a slice is
 * painted beside; until it is there the last painting is shown, moved and scaled to where the map is now.
 */
export function Painter({ scene }: { readonly scene: Scene }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const store = useStoreApi()
  const latest = useRef(scene)
  const ask = useRef<() => void>(() => undefined)

  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    let frame = 0
    let shown: Painting | undefined
    let coming: Painting | undefined
    /** The canvas of the painting before, to be painted on again: a new one of its size is megabytes. */
    let spare: OffscreenCanvas | undefined

    const viewNow = (): View => {
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      return { x, y, zoom, width, height }
    }
    const isCurrent = ({ scene: painted, view, ratio }: Painting, now: View) =>
      painted === latest.current && sameView(view, now) && ratio === window.devicePixelRatio

    const draw = () => {
      frame = 0
      const now = viewNow()
      const until = performance.now() + SLICE_MS
      if (coming === undefined && (shown === undefined || !isCurrent(shown, now))) {
        coming = begin(latest.current, now, spare)
        spare = undefined
      }
      if (coming !== undefined && goOn(coming, until)) {
        spare = shown?.canvas
        shown = coming
        coming = undefined
      }
      if (shown !== undefined) show(context, element, shown, now)
      if (coming !== undefined || shown === undefined || !isCurrent(shown, now)) ask.current()
    }
    ask.current = () => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    ask.current()
    const stop = store.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height) {
        ask.current()
      }
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [store])

  useEffect(() => {
    latest.current = scene
    ask.current()
  }, [scene])

  return <canvas ref={canvas} className={css.painter} aria-hidden />
}

function begin(scene: Scene, view: View, spare: OffscreenCanvas | undefined): Painting {
  const ratio = window.devicePixelRatio
  const [wide, high] = [view.width * MARGIN, view.height * MARGIN]
  const around: View = {
    ...view,
    x: view.x + wide,
    y: view.y + high,
    width: view.width + 2 * wide,
    height: view.height + 2 * high,
  }
  const canvas = spare ?? new OffscreenCanvas(1, 1)
  const [pixelsWide, pixelsHigh] = [Math.round(around.width * ratio), Math.round(around.height * ratio)]
  // Setting a canvas's size clears it and costs a new buffer, even when nothing changes.
  if (canvas.width !== pixelsWide || canvas.height !== pixelsHigh) {
    canvas.width = Math.max(1, pixelsWide)
    canvas.height = Math.max(1, pixelsHigh)
  }
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('A canvas without a context')
  return { canvas, scene, view, ratio, steps: paintSteps(context, scene, around, ratio) }
}

/** Paints until the time is up. True when the painting is finished. */
function goOn({ steps }: Painting, until: number): boolean {
  while (performance.now() < until) if (steps.next().done === true) return true
  return false
}

/** Shows a painting where the map is now. */
function show(context: CanvasRenderingContext2D, element: HTMLCanvasElement, painting: Painting, now: View): void {
  const { canvas, view, ratio } = painting
  const [pixelsWide, pixelsHigh] = [Math.round(now.width * ratio), Math.round(now.height * ratio)]
  if (element.width !== pixelsWide || element.height !== pixelsHigh) {
    element.width = pixelsWide
    element.height = pixelsHigh
  }
  const scale = now.zoom / view.zoom
  const left = (now.x - view.x * scale - view.width * MARGIN * scale) * ratio
  const top = (now.y - view.y * scale - view.height * MARGIN * scale) * ratio
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, pixelsWide, pixelsHigh)
  context.setTransform(scale, 0, 0, scale, left, top)
  context.drawImage(canvas, 0, 0)
}

function sameView(a: View, b: View): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom && a.width === b.width && a.height === b.height
}
