import { useStore } from '@xyflow/react'
import { memo, useContext, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { containerName } from '../../shared/graph/container-name'
import { type Bundle, bundleStyle } from '../../shared/graph/far-bundles'
import type { FarWords } from '../../shared/graph/far-labels'
import type { PlacedGraph } from '../../shared/graph/graph'
import { useT } from '../i18n'
import { useFormats } from '../use-formats'
import { FAR, farStep } from './distance'
import css from './Far.module.css'
import { LensContext } from './lens'
import { useFarMap } from './use-far-map'
import { useFarTexts } from './use-far-texts'
import { isLarge } from './use-large-map'

interface Props {
  readonly placed: PlacedGraph
  /** Where it is said how many texts have no room. */
  readonly notes: Element | null
}

/** What is written on the map seen from far away. Only this is drawn again while the zoom factor changes. */
export const FarNames = memo(function FarNames(props: Props) {
  const zoom = useStore(({ transform: [, , factor] }) => (factor < FAR ? farStep(factor) : undefined))
  return zoom === undefined ? null : <Texts {...props} zoom={zoom} />
})

/**
 * Seen from far away: each department's name and count, and the flows bundled from department to department, as large as
 * on paper whatever the zoom. Only texts that fit beside each other are drawn.
 */
function Texts({ placed, zoom, notes }: Props & { readonly zoom: number }) {
  const t = useT()
  const formats = useFormats()
  const { hiddenIn } = useContext(LensContext)
  const far = useFarMap(placed)
  const { bundles, routes } = far
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
  // On a large map the painter has them: a thousand lines as elements would hold every frame up.
  const painted = isLarge(placed)
  const lines = useMemo(
    () => (painted ? [] : byStyle(bundles, (id) => routes.get(id)?.path ?? '')),
    [painted, bundles, routes],
  )
  const byId = useMemo(() => new Map(bundles.map((bundle) => [bundle.id, bundle])), [bundles])
  return (
    <div className={css.far} aria-hidden data-testid="far">
      <svg className={css.bundles} role="presentation">
        {lines.map(({ style: { kind, width, dash, round }, path }) => (
          <path
            key={`${kind} ${width} ${dash}`}
            d={path}
            stroke={`var(--flow-${kind})`}
            strokeLinecap={round ? 'round' : 'butt'}
            style={{ strokeWidth: onScreen(width), strokeDasharray: dash.map(onScreen).join(' ') }}
          />
        ))}
      </svg>
      {labels.map(({ id, x, y, width, text }) => (
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
        <div key={id} className={css.farName} data-inside={inside || undefined} style={{ left: x, top: y }}>
          {text} <small>{count}</small>
        </div>
      ))}
      {notes !== null && skipped > 0 && createPortal(t('mapScreen:labelsHidden', { count: skipped }), notes)}
    </div>
  )
}

/** A length in pixels of the screen, whatever the zoom. */
function onScreen(pixels: number): string {
  return `calc(${pixels}px * var(--inverse-zoom))`
}

/** Bundles of one look as one path: few elements, however many bundles. */
function byStyle(bundles: readonly Bundle[], pathOf: (id: string) => string) {
  const groups = new Map<string, { readonly style: ReturnType<typeof bundleStyle>; path: string }>()
  for (const bundle of bundles) {
    const style = bundleStyle(bundle)
    const key = `${style.kind} ${style.width} ${style.dash}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { style, path: pathOf(bundle.id) })
    else group.path += pathOf(bundle.id)
  }
  return [...groups.values()]
}
