import { useStoreApi, type Viewport } from '@xyflow/react'
import { startTransition, useCallback, useMemo, useRef, useState } from 'react'
import type { PlacedGraph, Rect } from '../../shared/graph/graph'
import { indexCards } from './card-index'

/** From so many tools on, cards are elements only where they can be read (PERFORMANCE.md section 4). */
export const LARGE = 400
/** How far around the screen cards are kept ready, as a share of its size. */
const MARGIN = 0.4

const NONE: ReadonlySet<string> = new Set()

/** Whether cards and lines are painted. */
export function isLarge({ graph }: PlacedGraph): boolean {
  return graph.tools.length > LARGE
}

/**
 * Which cards of a large map stand on it as elements: from near those on the screen and a margin around it, from farther
 * away none. `follow` is called with every move of the view and changes the set only when the screen leaves the margin.
 */
export function useLargeMap(placed: PlacedGraph, near: number) {
  const large = isLarge(placed)
  const cards = useMemo(() => indexCards(placed), [placed])
  const [mounted, setMounted] = useState<ReadonlySet<string>>(NONE)
  const covered = useRef<Rect | undefined>(undefined)
  const store = useStoreApi()

  const follow = useCallback(
    ({ x, y, zoom }: Viewport, anew = false) => {
      if (!large) return
      if (zoom < near) {
        covered.current = undefined
        startTransition(() => setMounted((shown) => (shown.size === 0 ? shown : NONE)))
        return
      }
      const { width, height } = store.getState()
      const shown: Rect = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
      if (!anew && covered.current !== undefined && holds(covered.current, shown)) return
      const [wide, high] = [shown.width * MARGIN, shown.height * MARGIN]
      const around = {
        x: shown.x - wide,
        y: shown.y - high,
        width: shown.width + 2 * wide,
        height: shown.height + 2 * high,
      }
      covered.current = around
      startTransition(() => setMounted(new Set(cards.within(around).map(({ id }) => id))))
    },
    [large, near, cards, store],
  )
  return { large, cards, mounted, follow }
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  )
}
