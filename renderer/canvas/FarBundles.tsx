import { memo, type RefObject, useMemo } from 'react'
import { type Bundle, bundleStyle, type FarMap } from '../../shared/graph/far-bundles'
import type { ContainerNode } from '../../shared/graph/graph'
import { useT } from '../i18n'
import { useFormats } from '../use-formats'
import { bundleWords } from './bundle-words'
import css from './Far.module.css'
import { useBundleHover } from './use-bundle-hover'

/** What shows a line where others and cards lie below it, in pixels on both sides. */
const HALO = 2

interface Props {
  readonly far: FarMap
  readonly containers: readonly ContainerNode[]
  /** On a large map the painter has the lines: a thousand of them as elements would hold every frame up. */
  readonly painted: boolean
  /** Something is selected: the bundles step back, except for those it touches. */
  readonly dimmed: boolean
  readonly bright: readonly Bundle[]
  readonly selected: string | undefined
  readonly frame: RefObject<HTMLElement | null>
  readonly onSelect: (id: string) => void
}

/** The lines of the bundles, the one under the pointer with words to it, and those that the selection touches. */
export const FarBundles = memo(function FarBundles(props: Props) {
  const { far, containers, painted, dimmed, bright, selected, frame, onSelect } = props
  const t = useT()
  const formats = useFormats()
  const { bundles, routes } = far
  const hovered = useBundleHover(frame, far, onSelect)
  const pathOf = (id: string) => routes.get(id)?.path ?? ''
  const lines = useMemo(
    () => (painted ? [] : byStyle(bundles, (id) => routes.get(id)?.path ?? '')),
    [painted, bundles, routes],
  )
  const shown = bundles.find(({ id }) => id === selected)
  const words = hovered === undefined ? undefined : bundleWords(hovered.bundle, containers, t, formats)
  return (
    <>
      <svg className={css.bundles} data-dimmed={dimmed || undefined} role="presentation">
        {lines.map(({ style, path }) => (
          <Line key={`${style.kind} ${style.width} ${style.dash}`} style={style} path={path} />
        ))}
      </svg>
      <svg className={css.bundles} role="presentation">
        {bright.map((bundle) => (
          <Line key={bundle.id} style={bundleStyle(bundle)} path={pathOf(bundle.id)} />
        ))}
        {[shown, hovered?.bundle.id === selected ? undefined : hovered?.bundle].map(
          (bundle, at) =>
            bundle !== undefined && (
              // biome-ignore lint/suspicious/noArrayIndexKey: the selected one and the one under the pointer
              <g key={at} data-bundle={bundle.id} data-selected={bundle.id === selected || undefined}>
                <path className={css.glow} d={pathOf(bundle.id)} style={{ strokeWidth: onScreen(10) }} />
                <Line style={bundleStyle(bundle)} path={pathOf(bundle.id)} />
              </g>
            ),
        )}
      </svg>
      {hovered !== undefined && words !== undefined && (
        <div className={css.tip} data-testid="bundle-tip" style={{ left: hovered.at.x, top: hovered.at.y }}>
          <b>{words.name}</b>
          {words.detail}
        </div>
      )}
    </>
  )
})

/** One look of line, with a halo: where it runs over a box it is seen all the same. */
function Line({ style, path }: { readonly style: ReturnType<typeof bundleStyle>; readonly path: string }) {
  const { kind, width, dash, round } = style
  return (
    <>
      <path className={css.halo} d={path} style={{ strokeWidth: onScreen(width + 2 * HALO) }} />
      <path
        d={path}
        stroke={`var(--flow-${kind})`}
        strokeLinecap={round ? 'round' : 'butt'}
        style={{ strokeWidth: onScreen(width), strokeDasharray: dash.map(onScreen).join(' ') }}
      />
    </>
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
