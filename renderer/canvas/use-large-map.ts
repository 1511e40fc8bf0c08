import { useStoreApi, type Viewport } from '@xyflow/react'
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PlacedGraph, Rect } from '../../shared/graph/graph'
import { indexCards } from './card-index'

/** From so many tools on, cards are elements only where they can be read (PERFORMANCE.md section 4). */
export const LARGE = 400
/** How far around the screen cards are kept ready, as a share of its size. */
const MARGIN = 0.25
/** So many cards become elements in one frame; until then their painted likeness shows. */
const CARDS_PER_FRAME = 8

const NONE: ReadonlySet<string> = new Set()

/** Whether cards and lines are painted. */
export function isLarge({ graph }: PlacedGraph): boolean {
  return graph.tools.length > LARGE
}

/**
 * Which cards of a large map stand on it as elements: from near those on the screen and a margin around it, from farther
 * away none. `follow` is called with every move of the view and changes the set only when the screen leaves the margin;
 * then a few cards come with every frame, those in the middle first.
 */
export function useLargeMap(placed: PlacedGraph, near: number) {
  const large = isLarge(placed)
  const cards = useMemo(() => indexCards(placed), [placed])
  const [mounted, setMounted] = useState<ReadonlySet<string>>(NONE)
  const covered = useRef<Rect | undefined>(undefined)
  const coming = useRef(0)
  const store = useStoreApi()

  /** Brings these cards on the map, in this order, and takes away the others. */
  const bring = useCallback((ids: readonly string[]) => {
    cancelAnimationFrame(coming.current)
    const step = (shown: ReadonlySet<string>): ReadonlySet<string> => {
      const fresh = ids.filter((id) => !shown.has(id)).slice(0, CARDS_PER_FRAME)
      const kept = ids.filter((id) => shown.has(id))
      return fresh.length === 0 && kept.length === shown.size ? shown : new Set([...kept, ...fresh])
    }
    let frames = Math.ceil(ids.length / CARDS_PER_FRAME)
    const work = () => {
      startTransition(() => setMounted(step))
      frames -= 1
      if (frames > 0) coming.current = requestAnimationFrame(work)
    }
    work()
  }, [])
  useEffect(() => () => cancelAnimationFrame(coming.current), [])

  const follow = useCallback(
    ({ x, y, zoom }: Viewport, anew = false) => {
      if (!large) return
      if (zoom < near) {
        if (covered.current === undefined && !anew) return
        covered.current = undefined
        bring([])
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
      const middle = { x: shown.x + shown.width / 2, y: shown.y + shown.height / 2 }
      const far = (id: string) => {
        const rect = placed.at.get(id) ?? around
        return Math.hypot(rect.x + rect.width / 2 - middle.x, rect.y + rect.height / 2 - middle.y)
      }
      const found = cards.within(around).map(({ id }) => ({ id, far: far(id) }))
      bring(found.sort((a, b) => a.far - b.far).map(({ id }) => id))
    },
    [large, near, cards, placed, store, bring],
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
