import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import css from './Canvas.module.css'
import { packBundles, packScene, type Scene } from './paint'
import type { Bundles, Picture, View } from './paint-picture'
import type { Painted, PaintQuestion } from './paint-worker'

/** So long may packing a scene take of a frame; a large one goes on in the next. */
const SLICE_MS = 7
/** How far around the screen is painted too, as a share of its size, so that a moved map has no empty edge. */
const MARGIN = 0.25

/** A painting: the map as it was seen, with a margin around it. */
interface Painting {
  readonly scene: Scene
  readonly view: View
  readonly ratio: number
}

/**
 * The second painter, for maps with more cards than a page can hold as elements: a canvas under React Flow's own. It
 * follows React Flow's store directly, so that moving the map draws no component. A worker paints, because ten thousand
 * cards take longer than a frame; until its newest painting is there, the last one is shown, moved and scaled to where
 * the map is now.
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
    const worker = new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module' })
    const tell = (question: PaintQuestion) => worker.postMessage(question)
    let frame = 0
    let ticket = 0
    let shown: (Painting & { readonly bitmap: ImageBitmap }) | undefined
    let coming: Painting | undefined
    let packing: { readonly scene: Scene; readonly steps: Generator<void, Picture> } | undefined
    /** The scene that the worker has. */
    let sent: Scene | undefined
    /** The bundles that the worker has or is about to get, and whether they have come since it was last asked. */
    let bundling: { readonly scene: Scene; readonly steps: Generator<void, Bundles>; done: boolean } | undefined
    let anew = false

    const viewNow = (): View => {
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      return { x, y, zoom, width, height }
    }
    const draw = () => {
      frame = 0
      const now = viewNow()
      const ratio = window.devicePixelRatio
      if (sent !== latest.current && coming === undefined) {
        packing ??= { scene: latest.current, steps: packScene(latest.current, sent) }
        const picture = goOn(packing.steps)
        if (picture !== undefined) {
          tell({ picture })
          sent = packing.scene
          packing = undefined
        }
      }
      if (sent !== undefined && packing === undefined && coming === undefined) {
        if (bundling?.scene.placed !== sent.placed || bundling.scene.theme !== sent.theme) {
          bundling = { scene: sent, steps: packBundles(sent), done: false }
        }
      }
      // The first painting doesn't wait for the bundles.
      if (bundling !== undefined && !bundling.done && packing === undefined && shown !== undefined) {
        const bundles = goOn(bundling.steps)
        if (bundles === undefined) ask.current()
        else {
          tell({ bundles })
          bundling.done = true
          anew = true
        }
      }
      const stale = anew || shown?.scene !== sent || shown?.ratio !== ratio || !sameView(shown.view, now)
      if (sent !== undefined && packing === undefined && coming === undefined && stale && now.width > 0) {
        ticket += 1
        coming = { scene: sent, view: now, ratio }
        anew = false
        tell({ ticket, view: withMargin(now), ratio })
      }
      if (shown !== undefined) show(context, element, shown.bitmap, shown, now, ratio)
      if (sent !== latest.current && coming === undefined) ask.current()
    }
    worker.onmessage = ({ data }: MessageEvent<Painted>) => {
      if (coming === undefined || data.ticket !== ticket) return
      shown?.bitmap.close()
      shown = { ...coming, bitmap: data.bitmap }
      element.dataset.painted = 'true'
      coming = undefined
      ask.current()
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
      worker.terminate()
      shown?.bitmap.close()
    }
  }, [store])

  useEffect(() => {
    latest.current = scene
    ask.current()
  }, [scene])

  return <canvas ref={canvas} className={css.painter} aria-hidden />
}

/** Goes on packing until the time is up; gives back what it made when it is complete. */
function goOn<T>(steps: Generator<void, T>): T | undefined {
  const until = performance.now() + SLICE_MS
  do {
    const step = steps.next()
    if (step.done === true) return step.value
  } while (performance.now() < until)
  return undefined
}

function withMargin(view: View): View {
  const [wide, high] = [view.width * MARGIN, view.height * MARGIN]
  return {
    zoom: view.zoom,
    x: view.x + wide,
    y: view.y + high,
    width: view.width + 2 * wide,
    height: view.height + 2 * high,
  }
}

/** Shows a painting where the map is now. */
function show(
  context: CanvasRenderingContext2D,
  element: HTMLCanvasElement,
  bitmap: ImageBitmap,
  { view, ratio: paintedRatio }: Painting,
  now: View,
  ratio: number,
): void {
  const [pixelsWide, pixelsHigh] = [Math.round(now.width * ratio), Math.round(now.height * ratio)]
  // Setting a canvas's size clears it and costs a new buffer, even when nothing changes.
  if (element.width !== pixelsWide || element.height !== pixelsHigh) {
    element.width = pixelsWide
    element.height = pixelsHigh
  }
  const scale = now.zoom / view.zoom
  const left = now.x - (view.x + view.width * MARGIN) * scale
  const top = now.y - (view.y + view.height * MARGIN) * scale
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, pixelsWide, pixelsHigh)
  context.setTransform((scale * ratio) / paintedRatio, 0, 0, (scale * ratio) / paintedRatio, left * ratio, top * ratio)
  context.drawImage(bitmap, 0, 0)
}

function sameView(a: View, b: View): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom && a.width === b.width && a.height === b.height
}
