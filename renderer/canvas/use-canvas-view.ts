import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type Ref, type RefObject, useCallback, useEffect, useImperativeHandle } from 'react'
import type { PlacedGraph, Rect } from '../../shared/graph/graph'
import { FIT, motion } from './motion'

/** Pixels around the whole map when all of it is shown; below it the legend's height is added. */
const MARGIN = 24

/** The part of the map that is on the screen: to be remembered, and to be shown again. */
export interface CanvasView {
  /** In the map's units. */
  readonly area: () => Rect
  /** Brings this part of the map on the screen, whatever the screen's shape; absent: everything. */
  readonly show: (area?: Rect) => void
  readonly zoomIn: () => void
  readonly zoomOut: () => void
}

interface Options {
  readonly frame: RefObject<HTMLElement | null>
  readonly placed: PlacedGraph
  readonly selected: string | undefined
  /** Count up to show everything, or to bring the selected node into the middle. */
  readonly fitRequest: number
  readonly focusRequest: number
  readonly view: Ref<CanvasView> | undefined
}

/** Which part of the map shows. Gives back what shows all of the map, above the legend. */
export function useCanvasView({ frame, placed, selected, fitRequest, focusRequest, view }: Options) {
  const flow = useReactFlow()
  const store = useStoreApi()
  const showAll = useCallback(
    (duration: number) => {
      const legend =
        frame.current?.querySelector('[data-legend] [data-testid=legend]')?.getBoundingClientRect().height ?? 0
      const [around, below] = [`${MARGIN}px`, `${MARGIN + Math.round(legend)}px`] as [`${number}px`, `${number}px`]
      void flow.fitView({ ...FIT, duration, padding: { top: around, right: around, bottom: below, left: around } })
    },
    [flow, frame],
  )

  useImperativeHandle(
    view,
    () => ({
      area: () => {
        const { transform, width, height } = store.getState()
        const [x, y, zoom] = transform
        return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
      },
      show: (area) => {
        if (area === undefined) showAll(motion())
        else void flow.fitBounds(area, { padding: 0, duration: motion() })
      },
      zoomIn: () => void flow.zoomIn({ duration: motion() }),
      zoomOut: () => void flow.zoomOut({ duration: motion() }),
    }),
    [flow, store, showAll],
  )

  useEffect(() => {
    if (fitRequest > 0) showAll(motion())
  }, [fitRequest, showAll])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new request moves the view, not every new selection
  useEffect(() => {
    const rect = selected === undefined ? undefined : placed.at.get(selected)
    if (focusRequest === 0 || rect === undefined) return
    const zoom = Math.max(flow.getZoom(), 0.9)
    void flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom, duration: motion() })
  }, [focusRequest])

  return showAll
}
