import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import css from './Canvas.module.css'
import { paint, type Scene } from './paint'

/**
 * The second painter, for maps with more cards than a page can hold as elements: a canvas under React Flow's own, drawn
 * anew whenever the view moves. It follows React Flow's store directly, so that moving the map draws no component.
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
    const draw = () => {
      frame = 0
      const { transform, width, height } = store.getState()
      const ratio = window.devicePixelRatio
      const [pixelsWide, pixelsHigh] = [Math.round(width * ratio), Math.round(height * ratio)]
      // Setting a canvas's size clears it and costs a new buffer, even when nothing changes.
      if (element.width !== pixelsWide || element.height !== pixelsHigh) {
        element.width = pixelsWide
        element.height = pixelsHigh
      }
      const [x, y, zoom] = transform
      paint(context, latest.current, { x, y, zoom, width, height }, ratio)
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
