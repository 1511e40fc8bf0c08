import { useStore } from '@xyflow/react'
import { memo, type RefObject, useContext, useEffect, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { containerName } from '../../shared/graph/container-name'
import type { Bundle } from '../../shared/graph/far-bundles'
import { bundlesAt } from '../../shared/graph/far-hit'
import type { FarWords } from '../../shared/graph/far-labels'
import type { PlacedGraph } from '../../shared/graph/graph'
import { useT } from '../i18n'
import { useFormats } from '../use-formats'
import { FAR, farStep, isBundled } from './distance'
import { EmphasisContext } from './emphasis'
import css from './Far.module.css'
import { FarBundles } from './FarBundles'
import { LensContext } from './lens'
import { useFarMap } from './use-far-map'
import { useFarTexts } from './use-far-texts'
import { isLarge } from './use-large-map'

interface Props {
  readonly placed: PlacedGraph
  /** Where it is said how many texts have no room. */
  readonly notes: Element | null
  readonly frame: RefObject<HTMLElement | null>
  readonly onSelect: (id: string) => void
}

const NONE: readonly Bundle[] = []

/** What is written on the map seen from far away. Only this is drawn again while the zoom factor changes. */
export const FarNames = memo(function FarNames(props: Props) {
  const zoom = useStore(({ transform: [, , factor] }) => (factor < FAR ? farStep(factor) : undefined))
  return zoom === undefined ? null : <Texts {...props} zoom={zoom} />
})

/**
 * Seen from far away: each department's name and count, and the flows bundled from department to department, as large as
 * on paper whatever the zoom. Only texts that fit beside each other are drawn.
 */
function Texts({ placed, zoom, notes, frame, onSelect }: Props & { readonly zoom: number }) {
  const t = useT()
  const formats = useFormats()
  const { hiddenIn } = useContext(LensContext)
  const { selected, related } = useContext(EmphasisContext)
  const far = useFarMap(placed)
  const { units, bundles } = far
  /** What of the bundles the selection touches: a department's own ones, or the one that is selected. */
  const bright = useMemo(() => brightBundles(bundles, units.of, selected), [bundles, units, selected])
  const dimmed = related !== undefined
  useEffect(() => {
    frame.current?.toggleAttribute('data-bright', bright.length > 0)
    return () => frame.current?.removeAttribute('data-bright')
  }, [frame, bright])
  const words = useMemo<FarWords>(() => {
    const said = new Map<string, readonly string[]>()
    return {
      name: (container) => containerName(container, t),
      count: ({ id, toolCount }) => {
        const hidden = hiddenIn.get(id) ?? 0
        const shown = formats.number(toolCount - hidden)
        return hidden === 0 ? shown : `${shown} +${formats.number(hidden)}`
      },
      // Bundles with as many flows say the same, and are asked for every zoom factor.
      bundle: ({ flows, byHand }) => {
        const key = `${flows} ${byHand}`
        const known = said.get(key)
        if (known !== undefined) return known
        const count = formats.number(flows)
        const percent = formats.percent(byHand / flows)
        const texts = byHand === 0 ? [count] : [t('mapScreen:bundle', { flows: count, percent }), count]
        said.set(key, texts)
        return texts
      },
    }
  }, [t, formats, hiddenIn])
  const { names, labels, skipped } = useFarTexts(placed, far, zoom, words)
  // What steps back says nothing: its words couldn't be read.
  const told = dimmed ? labels.filter(({ id }) => bright.some((bundle) => bundle.id === id)) : labels
  const byId = useMemo(() => new Map(bundles.map((bundle) => [bundle.id, bundle])), [bundles])
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
}

function brightBundles(bundles: readonly Bundle[], unitOf: ReadonlyMap<string, string>, selected: string | undefined) {
  if (selected === undefined) return NONE
  const unit = unitOf.get(selected)
  const found = unit === selected ? bundlesAt(bundles, unit) : bundles.filter(({ id }) => id === selected)
  return found.length === 0 ? NONE : found
}
