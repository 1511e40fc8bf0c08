import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import css from './Canvas.module.css'
import { packBundles, packCards, packLines, type Scene } from './paint'
import { giveBackDesk, takeDesk } from './paint-desk'
import type { Bundles, Picture, View } from './paint-picture'

/** So long may packing a scene take of a frame; a large one goes on in the next. */
const SLICE_MS = 7
/** How far around the screen is painted too, as a share of its size, so that a moved map has no empty edge. */
const MARGIN = 0.25
/** While the map moves, a painting does as long as it reaches so far beyond the screen and is scaled by less than this. */
const LEAST_MARGIN = 0.05
const MOST_SCALED = 1.25

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
 * the map is now. The first painting waits neither for the lines nor for the bundles.
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
    const desk = takeDesk()
    let frame = 0
    let shown: (Painting & { readonly bitmap: ImageBitmap }) | undefined
    let coming: Painting | undefined
    let packing: { readonly scene: Scene; readonly what: Packed; readonly steps: Steps<Partial<Picture>> } | undefined
    let bundling: { readonly scene: Scene; readonly steps: Steps<Bundles> } | undefined
    /** The worker has got something since it was last asked. */
    let anew = false
    let last: View | undefined

    const viewNow = (): View => {
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      return { x, y, zoom, width, height }
    }
    const pack = () => {
      const { cards, lines } = desk.has
      if (packing === undefined && cards !== latest.current) {
        const [scene, first] = [latest.current, cards === undefined]
        const steps = first ? packCards(scene, undefined) : packScene(scene, cards, lines)
        packing = { scene, what: first ? 'cards' : 'all', steps }
      } else if (packing === undefined && cards !== undefined && cards !== lines && shown !== undefined) {
        packing = { scene: cards, what: 'lines', steps: packLines(cards, lines) }
      }
      if (packing === undefined) return
      const picture = goOn(packing.steps)
      if (picture === undefined) return
      desk.tell({ picture })
      if (packing.what !== 'lines') desk.has.cards = packing.scene
      if (packing.what !== 'cards') desk.has.lines = packing.scene
      packing = undefined
      anew = true
    }
    const bundle = () => {
      const { cards, bundles } = desk.has
      // The first painting doesn't wait for the bundles.
      if (packing !== undefined || cards === undefined || shown === undefined) return
      if (bundles?.placed === cards.placed && bundles.theme === cards.theme) return
      if (bundling?.scene.placed !== cards.placed || bundling.scene.theme !== cards.theme) {
        bundling = { scene: cards, steps: packBundles(cards) }
      }
      const made = goOn(bundling.steps)
      if (made === undefined) return
      desk.tell({ bundles: made })
      desk.has.bundles = bundling.scene
      bundling = undefined
      anew = true
    }
    const isComplete = () =>
      desk.has.cards === latest.current && desk.has.lines === latest.current && desk.has.bundles !== undefined
    const draw = () => {
      frame = 0
      const now = viewNow()
      const ratio = window.devicePixelRatio
      const moving = last !== undefined && !sameView(last, now)
      last = now
      pack()
      bundle()
      const { cards } = desk.has
      if (cards !== undefined && coming === undefined && now.width > 0) {
        const stale = anew || shown?.scene !== cards || shown.ratio !== ratio || !sameView(shown.view, now)
        // Painting takes longer than a frame: as long as the map moves, the last one is moved as far as it goes.
        if (stale && (anew || !moving || shown === undefined || !reaches(shown.view, now))) {
          coming = { scene: cards, view: now, ratio }
          anew = false
          desk.ask(withMargin(now), ratio)
        }
      }
      if (shown !== undefined) show(context, element, shown.bitmap, shown, now, ratio)
      if (moving || packing !== undefined || bundling !== undefined || (shown !== undefined && !isComplete())) {
        ask.current()
      }
    }
    desk.onPainted = (bitmap) => {
      if (coming === undefined) {
        bitmap.close()
        return
      }
      shown?.bitmap.close()
      shown = { ...coming, bitmap }
      element.dataset.painted = 'true'
      coming = undefined
      ask.current()
    }
    ask.current = () => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    draw()
    const stop = store.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height) {
        ask.current()
      }
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
      giveBackDesk(desk)
      shown?.bitmap.close()
    }
  }, [store])

  useEffect(() => {
    latest.current = scene
    ask.current()
  }, [scene])

  return <canvas ref={canvas} className={css.painter} aria-hidden />
}

type Steps<T> = Generator<void, T>
type Packed = 'cards' | 'lines' | 'all'

function* packScene(scene: Scene, cards: Scene | undefined, lines: Scene | undefined): Steps<Partial<Picture>> {
  return { ...(yield* packCards(scene, cards)), ...(yield* packLines(scene, lines)) }
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

/** Whether a painting of the one view does for the other while the map moves. */
function reaches(painted: View, now: View): boolean {
  const scale = now.zoom / painted.zoom
  if (scale > MOST_SCALED || scale * MOST_SCALED < 1) return false
  const { x, y, width, height } = withMargin(painted)
  const left = now.x - x * scale
  const top = now.y - y * scale
  const [wide, high] = [now.width * LEAST_MARGIN, now.height * LEAST_MARGIN]
  return (
    left <= -wide &&
    top <= -high &&
    left + width * scale >= now.width + wide &&
    top + height * scale >= now.height + high
  )
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
