import { type OnNodeDrag, useReactFlow } from '@xyflow/react'
import { useCallback, useRef, useState } from 'react'
import { containerAt } from '../../shared/graph/drop-cards'
import type { PlacedGraph } from '../../shared/graph/graph'
import type { CanvasEdits, Moved } from './edits'
import type { MapNode } from './to-flow'

interface Options {
  readonly placed: PlacedGraph
  readonly edits: CanvasEdits | undefined
  readonly marked: ReadonlySet<string>
  /** Puts everything back to where the map has it. */
  readonly restore: () => void
}

/**
 * Dragging: within its container a node moves; a card over another one that takes cards changes to it, and `target` says
 * which. Marked cards go along, also those that are no elements. Escape puts everything back.
 */
export function useCardDrag({ placed, edits, marked, restore }: Options) {
  const flow = useReactFlow<MapNode>()
  const [target, setTarget] = useState<string>()
  const cancelled = useRef(false)
  const stopListening = useRef<() => void>(() => undefined)

  const onDragStart = useCallback(() => {
    cancelled.current = false
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopImmediatePropagation()
      cancelled.current = true
      setTarget(undefined)
      restore()
    }
    stopListening.current()
    window.addEventListener('keydown', press, true)
    stopListening.current = () => window.removeEventListener('keydown', press, true)
  }, [restore])

  const targetAt = useCallback(
    (event: MouseEvent | TouchEvent, node: MapNode) => {
      if (node.type !== 'card' || edits === undefined || !('clientX' in event)) return undefined
      const under = containerAt(placed, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }))
      if (under === undefined || under.id === node.data.tool.container || !edits.dropsOn(under.id)) return undefined
      return under.id
    },
    [placed, edits, flow],
  )

  const onDrag = useCallback<OnNodeDrag<MapNode>>(
    (event, node) => {
      if (!cancelled.current) setTarget(targetAt(event, node))
    },
    [targetAt],
  )

  const onDragStop = useCallback<OnNodeDrag<MapNode>>(
    (event, node) => {
      stopListening.current()
      setTarget(undefined)
      if (cancelled.current) return
      const at = flow.getInternalNode(node.id)?.internals.positionAbsolute
      const before = placed.at.get(node.id)
      // A click without a move is a selection.
      if (at === undefined || before === undefined) return
      const by = { x: at.x - before.x, y: at.y - before.y }
      if (Math.round(by.x) === 0 && Math.round(by.y) === 0) return
      const together = marked.has(node.id) ? marked : new Set([node.id])
      const moved = [...together].flatMap((id): Moved[] => {
        const rect = placed.at.get(id)
        return rect === undefined ? [] : [{ id, x: rect.x + by.x, y: rect.y + by.y }]
      })
      const container = targetAt(event, node)
      const done = container === undefined ? edits?.move(moved) : edits?.drop(moved, container)
      if (done !== true) restore()
    },
    [flow, placed, edits, marked, restore, targetAt],
  )

  return { target, cancelled, onDragStart, onDrag, onDragStop }
}
