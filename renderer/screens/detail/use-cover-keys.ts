import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { closeCover } from '../../ui-state'

/**
 * Escape takes the cover away, unless a field inside took the key for itself. Listens before anything beneath the cover
 * does when the focus is outside, and after the fields when it is inside. Whatever had the focus beneath gets it back.
 */
export function useCoverKeys(panel: RefObject<HTMLElement | null>): void {
  const before = useRef<Element>(undefined)
  useLayoutEffect(() => {
    before.current ??= document.activeElement ?? undefined
    return () => {
      const had = before.current
      // What lies beneath can't take the focus before it is uncovered.
      requestAnimationFrame(() => {
        if (had instanceof HTMLElement && had.isConnected && document.activeElement === document.body) {
          had.focus({ preventScroll: true })
        }
      })
    }
  }, [])
  useEffect(() => {
    const isInside = (target: EventTarget | null) =>
      target instanceof Element && panel.current?.contains(target) === true
    const isDialog = (target: EventTarget | null) =>
      target instanceof Element && target.closest('[role=dialog]') !== null
    const early = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || isInside(event.target) || isDialog(event.target)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      closeCover()
    }
    // React's own listeners have run by the time the key reaches the document's root.
    const late = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !isInside(event.target)) return
      event.preventDefault()
      closeCover()
    }
    window.addEventListener('keydown', early, true)
    document.addEventListener('keydown', late)
    return () => {
      window.removeEventListener('keydown', early, true)
      document.removeEventListener('keydown', late)
    }
  }, [panel])
}
