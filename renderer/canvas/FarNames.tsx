import { memo, type RefObject, useContext, useEffect, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { containerName } from '../../shared/graph/container-name'
import type { Bundle } from '../../shared/graph/far-bundles'
import { bundlesAt } from '../../shared/graph/far-hit'
import { type FarWords, farTexts } from '../../shared/graph/far-labels'
import type { PlacedGraph } from '../../shared/graph/graph'
import { useT } from '../i18n'
import { useFormats } from '../use-formats'
import { isBundled } from './distance'
import { EmphasisContext } from './emphasis'
import css from './Far.module.css'
import { FarBundles } from './FarBundles'
import { LensContext } from './lens'
import { useFarMap } from './use-far-map'
import { isLarge } from './use-large-map'

interface Props {
  readonly placed: PlacedGraph
  /** The smallest zoom factor that the texts must fit at. */
  readonly zoom: number
  /** Where it is said how many texts have no room. */
  readonly notes: Element | null
  readonly frame: RefObject<HTMLElement | null>
  readonly onSelect: (id: string) => void
}

const NONE: readonly Bundle[] = []

/**
 * Seen from far away: each department's name and count, and the flows bundled from department to department, as large as
 * on paper whatever the zoom. Only texts that fit beside each other are drawn.
 */
export const FarNames = memo(function FarNames({ placed, zoom, notes, frame, onSelect }: Props) {
  const t = useT()
  const formats = useFormats()
  const { hiddenIn } = useContext(LensContext)
  const { selected, related } = useContext(EmphasisContext)
  const far = useFarMap(placed)
  const { units, bundles, routes } = far
  /** What of the bundles the selection touches: a department's own ones, or the one that is selected. */
  const bright = useMemo(() => brightBundles(bundles, units.of, selected), [bundles, units, selected])
  const dimmed = related !== undefined
  useEffect(() => {
    frame.current?.toggleAttribute('data-bright', bright.length > 0)
    return () => frame.current?.removeAttribute('data-bright')
  }, [frame, bright])
  const words = useMemo<FarWords>(
    () => ({
      name: (container) => containerName(container, t),
      count: ({ id, toolCount }) => {
        const hidden = hiddenIn.get(id) ?? 0
        const shown = formats.number(toolCount - hidden)
        return hidden === 0 ? shown : `${shown} +${formats.number(hidden)}`
      },
      bundle: ({ flows, byHand }) => {
        const count = formats.number(flows)
        if (byHand === 0) return [count]
        return [t('mapScreen:bundle', { flows: count, percent: formats.percent(byHand / flows) }), count]
      },
    }),
    [t, formats, hiddenIn],
  )
  const { names, labels, skipped } = useMemo(
    () => farTexts(placed, units, bundles, routes, zoom, words),
    [placed, units, bundles, routes, zoom, words],
  )
  // What steps back says nothing: its words couldn't be read.
  const told = dimmed ? labels.filter(({ id }) => bright.some((bundle) => bundle.id === id)) : labels
  const byId = new Map(bundles.map((bundle) => [bundle.id, bundle]))
  return (
    <div className={css.far} aria-hidden data-testid="far">
      {isBundled(placed.graph) && (
        <FarBundles
          far={far}
          containers={placed.graph.containers}
          painted={isLarge(placed)}
          dimmed={dimmed}
          bright={bright}
          selected={selected}
          frame={frame}
          onSelect={onSelect}
        />
      )}
      {told.map(({ id, x, y, width, text }) => (
        <div
          key={id}
          className={css.bundleLabel}
          data-by-hand={(byId.get(id)?.byHand ?? 0) > 0 || undefined}
          style={{ left: x, top: y, width }}
        >
          {text}
        </div>
      ))}
      {names.map(({ id, x, y, text, count, inside }) => (
        <div
          key={id}
          className={css.farName}
          data-inside={inside || undefined}
          data-dimmed={(dimmed && !related.has(id)) || undefined}
          style={{ left: x, top: y }}
        >
          {text} <small>{count}</small>
        </div>
      ))}
      {notes !== null && skipped > 0 && createPortal(t('mapScreen:labelsHidden', { count: skipped }), notes)}
    </div>
  )
})

function brightBundles(bundles: readonly Bundle[], unitOf: ReadonlyMap<string, string>, selected: string | undefined) {
  if (selected === undefined) return NONE
  const unit = unitOf.get(selected)
  const found = unit === selected ? bundlesAt(bundles, unit) : bundles.filter(({ id }) => id === selected)
  return found.length === 0 ? NONE : found
}
