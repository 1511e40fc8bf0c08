import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Rect } from '../../shared/graph/graph'
import type { CardIndex } from './card-index'
import css from './Edit.module.css'
import type { Emphasis } from './emphasis'

/** So far the pointer must go before a click with Shift is a rubber band, in pixels. */
const LEAST = 4

interface Props {
  readonly frame: RefObject<HTMLElement | null>
  readonly cards: CardIndex
  readonly emphasis: Emphasis
  readonly onMark: (ids: ReadonlySet<string>) => void
}

/** Shift and dragging over the map's ground marks the cards that the rectangle touches, also the painted ones. */
export function RubberBand({ frame, cards, emphasis, onMark }: Props) {
  const flow = useReactFlow()
  const [band, setBand] = useState<Rect>()
  const latest = useRef({ cards, marked: emphasis.marked, onMark })
  latest.current = { cards, marked: emphasis.marked, onMark }

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    let end: () => void = () => undefined
    const start = (event: MouseEvent) => {
      const { target } = event
      if (!event.shiftKey || event.button !== 0 || !(target instanceof Element)) return
      if (target.closest('.react-flow__pane, .react-flow__node-container') === null) return
      // Neither the map nor a department is dragged along.
      event.stopPropagation()
      event.preventDefault()
      const from = { x: event.clientX, y: event.clientY }
      let rect: Rect | undefined
      const move = ({ clientX, clientY }: MouseEvent) => {
        const [width, height] = [Math.abs(clientX - from.x), Math.abs(clientY - from.y)]
        if (rect === undefined && width < LEAST && height < LEAST) return
        rect = { x: Math.min(clientX, from.x), y: Math.min(clientY, from.y), width, height }
        const { left, top } = element.getBoundingClientRect()
        setBand({ ...rect, x: rect.x - left, y: rect.y - top })
      }
      const up = () => {
        end()
        if (rect === undefined) return
        // The click that ends the drag is not one of its own.
        const swallow = (click: MouseEvent) => click.stopPropagation()
        window.addEventListener('click', swallow, { capture: true, once: true })
        setTimeout(() => window.removeEventListener('click', swallow, true))
        const corner = flow.screenToFlowPosition({ x: rect.x, y: rect.y })
        const zoom = flow.getZoom()
        const found = latest.current.cards.within({ ...corner, width: rect.width / zoom, height: rect.height / zoom })
        latest.current.onMark(new Set([...latest.current.marked, ...found.map(({ id }) => id)]))
      }
      const press = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return
        key.preventDefault()
        key.stopImmediatePropagation()
        end()
      }
      window.addEventListener('mousemove', move)
      window.addEventListener('mouseup', up)
      window.addEventListener('keydown', press, true)
      end = () => {
        window.removeEventListener('mousemove', move)
        window.removeEventListener('mouseup', up)
        window.removeEventListener('keydown', press, true)
        setBand(undefined)
      }
    }
    element.addEventListener('mousedown', start, true)
    return () => {
      end()
      element.removeEventListener('mousedown', start, true)
    }
  }, [frame, flow])

  if (band === undefined) return null
  const { x, y, width, height } = band
  return <div className={css.band} style={{ left: x, top: y, width, height }} />
}
