import { useReactFlow } from '@xyflow/react'
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Point } from '../../shared/graph/geometry'
import type { PlacedGraph, ToolNode } from '../../shared/graph/graph'
import type { ToolId } from '../../shared/inventory/nouns'
import { useT } from '../i18n'
import canvas from './Canvas.module.css'
import type { CardIndex } from './card-index'
import css from './Edit.module.css'

interface Props {
  readonly frame: RefObject<HTMLElement | null>
  readonly placed: PlacedGraph
  readonly cards: CardIndex
  readonly selected: string | undefined
  readonly onDraw: (source: ToolId, target: ToolId) => void
}

interface Drawing {
  readonly to: Point
  readonly target?: ToolNode | undefined
}

/**
 * A handle on the card under the pointer, or on the selected one, from which a line is drawn to another card, be that an
 * element or painted. There is one handle, whatever the number of cards. Escape ends it without a line.
 */
export function LinkHandle({ frame, placed, cards, selected, onDraw }: Props) {
  const t = useT()
  const flow = useReactFlow()
  const [over, setOver] = useState<string>()
  const [drawing, setDrawing] = useState<Drawing>()
  const end = useRef<() => void>(() => undefined)
  const latest = useRef({ cards, onDraw })
  latest.current = { cards, onDraw }

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const enter = ({ target, buttons }: PointerEvent) => {
      if (buttons !== 0 || !(target instanceof Element) || target.closest('[data-link-handle]') !== null) return
      setOver(target.closest<HTMLElement>('.react-flow__node-card')?.dataset.id)
    }
    element.addEventListener('pointerover', enter)
    return () => {
      element.removeEventListener('pointerover', enter)
      end.current()
    }
  }, [frame])

  const isCard = (id: string | undefined) => id !== undefined && placed.graph.tools.some((tool) => tool.id === id)
  const id = isCard(over) ? over : isCard(selected) ? selected : undefined
  const rect = id === undefined ? undefined : placed.at.get(id)
  if (id === undefined || rect === undefined) return null
  const from = { x: rect.x + rect.width, y: rect.y + rect.height / 2 }

  const start = (event: ReactPointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    let drawn: Drawing | undefined
    const move = ({ clientX, clientY }: PointerEvent) => {
      const to = flow.screenToFlowPosition({ x: clientX, y: clientY })
      const target = latest.current.cards.at(to.x, to.y)
      drawn = { to, target: target?.id === id ? undefined : target }
      setDrawing(drawn)
    }
    const up = () => {
      end.current()
      if (drawn?.target !== undefined) latest.current.onDraw(id as ToolId, drawn.target.id)
    }
    const press = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return
      key.preventDefault()
      key.stopImmediatePropagation()
      end.current()
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('keydown', press, true)
    end.current = () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('keydown', press, true)
      setDrawing(undefined)
    }
  }

  const box = drawing?.target === undefined ? undefined : placed.at.get(drawing.target.id)
  return (
    <>
      {drawing !== undefined && (
        <svg className={`${canvas.lines} ${css.over}`} role="presentation">
          <path className={css.draft} d={`M${from.x},${from.y}L${drawing.to.x},${drawing.to.y}`} />
        </svg>
      )}
      {box !== undefined && (
        <div className={css.aim} style={{ left: box.x, top: box.y, width: box.width, height: box.height }} />
      )}
      <div
        className={`${css.handle} nopan nodrag`}
        data-link-handle
        data-drawing={drawing !== undefined || undefined}
        data-testid="link-handle"
        title={t('mapEdit:draw')}
        style={{ left: from.x, top: from.y }}
        onPointerDown={start}
      />
    </>
  )
}
