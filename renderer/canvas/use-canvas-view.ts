import { useReactFlow, useStoreApi, type Viewport } from '@xyflow/react'
import { type Ref, type RefObject, useCallback, useEffect, useImperativeHandle, useRef } from 'react'
import { firstView } from '../../shared/graph/first-view'
import type { PlacedGraph, Rect } from '../../shared/graph/graph'
import { FAR } from './distance'
import { FIT, motion } from './motion'

/** Pixels around the whole map when all of it is shown; below it the legend's height is added. */
const MARGIN = 24

/** What was on the screen when the map was left: a part of it, or all of it whatever the screen's size. */
export type LeftView = Viewport | 'all'

/** Just near enough for names to be read. */
const FIRST_ZOOM = FAR * 1.03

/** The part of the map that is on the screen: to be remembered, and to be shown again. */
export interface CanvasView {
  /** In the map's units. */
  readonly area: () => Rect
  /** Brings this part of the map on the screen, whatever the screen's shape; absent: everything. */
  readonly show: (area?: Rect) => void
  readonly zoomIn: () => void
  readonly zoomOut: () => void
}

export interface Viewing {
  readonly frame: RefObject<HTMLElement | null>
  readonly placed: PlacedGraph
  readonly selected: string | undefined
  /** Count up to show everything, or to bring the selected node into the middle. */
  readonly fitRequest: number
  readonly focusRequest: number
  readonly view: Ref<CanvasView> | undefined
  /** What was on the screen when the map was left, and who remembers it when it is left again. */
  readonly begin: LeftView | undefined
  readonly onLeave: (left: LeftView) => void
}

/** Which part of the map shows. Gives back what shows all of it, or the part to begin with, clear of what lies over it. */
export function useCanvasView(viewing: Viewing) {
  const { frame, placed, selected, fitRequest, focusRequest, view, begin, onLeave } = viewing
  const flow = useReactFlow()
  const store = useStoreApi()
  /** Somebody has looked elsewhere, or asked for a certain part or for all: from then on only they move the view. */
  const chosen = useRef<'part' | 'all'>(undefined)
  /** What lies over the map at its upper and lower edge, in pixels. */
  const covered = useCallback(() => {
    const heightOf = (selector: string) =>
      Math.round(frame.current?.parentElement?.querySelector(selector)?.getBoundingClientRect().height ?? 0)
    return {
      above: MARGIN + heightOf('[data-testid=shown-bar]'),
      below: MARGIN + heightOf('[data-legend] [data-testid=legend]'),
    }
  }, [frame])
  const showAll = useCallback(
    (duration: number) => {
      const { above, below } = covered()
      const px = (length: number): `${number}px` => `${length}px`
      const padding = { top: px(above), right: px(MARGIN), bottom: px(below), left: px(MARGIN) }
      void flow.fitView({ ...FIT, duration, padding })
    },
    [flow, covered],
  )
  const showAllNow = useCallback(() => {
    chosen.current = 'all'
    showAll(motion())
  }, [showAll])
  const latest = useRef(placed)
  latest.current = placed
  /** The part of the map to begin with, as long as nobody has chosen another one. */
  const showFirst = useCallback(() => {
    const { width, height } = store.getState()
    if (chosen.current !== undefined || width === 0) return
    if (begin !== undefined) {
      chosen.current = begin === 'all' ? 'all' : 'part'
      if (begin === 'all') showAll(0)
      else void flow.setViewport(begin)
      return
    }
    const { above, below } = covered()
    const area = firstView(latest.current, { width: width - 2 * MARGIN, height: height - above - below }, FIRST_ZOOM)
    if (area === undefined) showAll(0)
    else void flow.setViewport({ x: MARGIN - area.x * FIRST_ZOOM, y: above - area.y * FIRST_ZOOM, zoom: FIRST_ZOOM })
  }, [flow, store, covered, showAll, begin])

  useEffect(
    () => () => {
      if (chosen.current !== undefined) onLeave(chosen.current === 'all' ? 'all' : flow.getViewport())
    },
    [flow, onLeave],
  )

  useEffect(() => {
    const stage = frame.current?.parentElement
    if (!stage) return
    const choose = () => {
      chosen.current = 'part'
    }
    const inputs = ['pointerdown', 'wheel', 'keydown'] as const
    for (const input of inputs) stage.addEventListener(input, choose, true)
    // The legend grows when more is known than when the map was opened.
    const observer = new ResizeObserver(showFirst)
    const legend = frame.current?.querySelector('[data-legend]')
    if (legend) observer.observe(legend)
    return () => {
      for (const input of inputs) stage.removeEventListener(input, choose, true)
      observer.disconnect()
    }
  }, [frame, showFirst])

  useImperativeHandle(
    view,
    () => ({
      area: () => {
        const { transform, width, height } = store.getState()
        const [x, y, zoom] = transform
        return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
      },
      show: (area) => {
        if (area === undefined) showAllNow()
        else {
          chosen.current = 'part'
          void flow.fitBounds(area, { padding: 0, duration: motion() })
        }
      },
      zoomIn: () => void flow.zoomIn({ duration: motion() }),
      zoomOut: () => void flow.zoomOut({ duration: motion() }),
    }),
    [flow, store, showAllNow],
  )

  // What was asked for before this map was there has been answered by another one.
  const begun = useRef(fitRequest)
  useEffect(() => {
    if (fitRequest === begun.current) return
    showAllNow()
  }, [fitRequest, showAllNow])

  useStandStill(frame)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new request moves the view, not every new selection
  useEffect(() => {
    const rect = selected === undefined ? undefined : placed.at.get(selected)
    if (focusRequest === 0 || rect === undefined) return
    chosen.current = 'part'
    const zoom = Math.max(flow.getZoom(), 0.9)
    void flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom, duration: motion() })
  }, [focusRequest])

  return { showAll: showAllNow, showFirst }
}

/** When what stands above the map gets another height, the map stays where it is on the screen. */
function useStandStill(frame: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow()
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    let before = element.getBoundingClientRect().top
    const observer = new ResizeObserver(() => {
      const { top } = element.getBoundingClientRect()
      const by = top - before
      before = top
      const { x, y, zoom } = flow.getViewport()
      if (by !== 0) void flow.setViewport({ x, y: y - by, zoom })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame, flow])
}
