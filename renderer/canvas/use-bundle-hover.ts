import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Bundle, FarMap } from '../../shared/graph/far-bundles'
import { bundleAt } from '../../shared/graph/far-hit'
import type { Point } from '../../shared/graph/geometry'

/** So near must the pointer come to a bundle to be on it, in pixels of the screen. */
const REACH = 6

export interface Hovered {
  readonly bundle: Bundle
  /** Where the pointer is, on the map. */
  readonly at: Point
}

/**
 * The bundle under the pointer, be it an element or painted. A click on it selects it before anything that lies below
 * hears of the click; with a key held it is the cards' own.
 */
export function useBundleHover(
  frame: RefObject<HTMLElement | null>,
  far: FarMap,
  onSelect: (id: string) => void,
): Hovered | undefined {
  const flow = useReactFlow()
  const [hovered, setHovered] = useState<Hovered>()
  const latest = useRef({ far, onSelect })
  latest.current = { far, onSelect }

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const find = ({ target, clientX, clientY }: MouseEvent): Hovered | undefined => {
      if (!(target instanceof Element) || target.closest('.react-flow__panel, [data-link-handle], input') !== null) {
        return undefined
      }
      if (target.closest('.react-flow') === null) return undefined
      const { bundles, routes } = latest.current.far
      const at = flow.screenToFlowPosition({ x: clientX, y: clientY })
      const bundle = bundleAt(bundles, routes, at, REACH / flow.getZoom())
      return bundle === undefined ? undefined : { bundle, at }
    }
    let shown: string | undefined
    // Told only when it changes: the pointer moves with every frame of a pan, which React has no part in.
    const show = (next: Hovered | undefined) => {
      if (next?.bundle.id === shown) return
      shown = next?.bundle.id
      element.toggleAttribute('data-over-bundle', next !== undefined)
      setHovered(next)
    }
    const move = (event: PointerEvent) => show(event.buttons === 0 ? find(event) : undefined)
    const leave = () => show(undefined)
    const click = (event: MouseEvent) => {
      if (event.shiftKey || event.ctrlKey || event.metaKey) return
      const found = find(event)
      if (found === undefined) return
      event.stopPropagation()
      latest.current.onSelect(found.bundle.id)
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('click', click, true)
    return () => {
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('click', click, true)
      element.removeAttribute('data-over-bundle')
    }
  }, [frame, flow])

  return hovered
}
