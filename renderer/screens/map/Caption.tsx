import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import { type RefObject, useEffect, useRef } from 'react'
import { viewsInOrder } from '../../../shared/inventory/edit-view'
import type { CanvasView } from '../../canvas/use-canvas-view'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { endPresentation, forgetPresentation, showPresented, stepBy, usePresentation } from './presentation'
import css from './Views.module.css'

/** Above the map while views are presented: title, note, and where in the walk we are. */
export function Caption({ canvas }: { readonly canvas: RefObject<CanvasView | null> }) {
  const t = useT()
  const views = viewsInOrder(useInventory())
  const presented = usePresentation(({ view }) => view)
  const at = views.findIndex(({ id }) => id === presented)
  const view = views[at]
  const section = useRef<HTMLElement>(null)
  useWalk(canvas)

  useEffect(() => {
    section.current?.focus()
    return forgetPresentation
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each view is shown when its turn comes
  useEffect(() => showPresented(canvas.current), [presented, canvas])

  if (view === undefined) return null
  return (
    <section
      className={css.caption}
      ref={section}
      tabIndex={-1}
      aria-label={t('mapLook:presentation.label')}
      data-testid="caption"
    >
      <div aria-live="polite">
        <h2>{view.name}</h2>
        {view.note !== undefined && <p>{view.note}</p>}
      </div>
      <span className={css.walk}>
        <ActionIcon
          variant="default"
          aria-label={t('mapLook:presentation.previous')}
          disabled={at === 0}
          onClick={() => stepBy(-1)}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        {t('mapLook:presentation.place', { place: at + 1, count: views.length })}
        <ActionIcon
          variant="default"
          aria-label={t('mapLook:presentation.next')}
          disabled={at === views.length - 1}
          onClick={() => stepBy(1)}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          aria-label={t('mapLook:presentation.end')}
          onClick={() => endPresentation(canvas.current)}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </span>
    </section>
  )
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  Enter: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Backspace: -1,
  Home: -Infinity,
  End: Infinity,
}

/** The keys of a presentation, and its end when the system ends the full screen. */
function useWalk(canvas: RefObject<CanvasView | null>): void {
  useEffect(() => {
    let full = document.fullscreenElement !== null
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const by = STEPS[event.key]
      // A button that has the focus keeps its keys.
      if ((event.key === ' ' || event.key === 'Enter') && event.target instanceof HTMLButtonElement) return
      if (event.key !== 'Escape' && by === undefined) return
      event.preventDefault()
      event.stopPropagation()
      if (by === undefined) endPresentation(canvas.current)
      else stepBy(by)
    }
    const change = () => {
      if (full && document.fullscreenElement === null) endPresentation(canvas.current)
      full = document.fullscreenElement !== null
    }
    // The screen has another shape now: the same part of the map is to fill it.
    let timer = 0
    const resize = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => showPresented(canvas.current), 100)
    }
    window.addEventListener('keydown', press, true)
    window.addEventListener('resize', resize)
    document.addEventListener('fullscreenchange', change)
    resize()
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('keydown', press, true)
      window.removeEventListener('resize', resize)
      document.removeEventListener('fullscreenchange', change)
    }
  }, [canvas])
}
