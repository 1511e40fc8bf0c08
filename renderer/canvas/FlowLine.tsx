import { type InternalNode, useInternalNode } from '@xyflow/react'
import { type CSSProperties, memo, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { labelText } from '../../shared/graph/edge-label'
import { type EdgeRoute, edgeRoute, headsOf } from '../../shared/graph/edge-path'
import { ARROW } from '../../shared/graph/geometry'
import type { Rect } from '../../shared/graph/graph'
import type { ArrowHead } from '../../shared/graph/line-drawing'
import { LINE_STYLES } from '../../shared/graph/palette'
import { useT } from '../i18n'
import { useFormats } from '../use-formats'
import css from './Canvas.module.css'
import { useEmphasis } from './emphasis'
import type { Line, MapNode } from './to-flow'

interface Props {
  readonly line: Line
  readonly label: string
  readonly onSelect: (id: string) => void
  /** Where labels are drawn: above the cards, while the lines run below them. */
  readonly labels: Element | null
}

/** A data flow, drawn exactly as the export draws it; while one of its ends is dragged it follows. */
export const FlowLine = memo(function FlowLine({ line, label: description, onSelect, labels }: Props) {
  const { edge } = line
  const { id, source, target } = edge
  const t = useT()
  const formats = useFormats()
  const from = useRect(useInternalNode<MapNode>(source))
  const to = useRect(useInternalNode<MapNode>(target))
  const { selected, dimmed, active } = useEmphasis(id)
  const route = useMemo(() => (from && to ? routeOf(line, from, to) : line.route), [from, to, line])
  const label =
    route.label === undefined
      ? ''
      : labelText(edge, { hours: (hours) => t('common:hoursPerMonth', { hours: formats.number(hours) }) })
  const style = LINE_STYLES[edge.method]
  const colour = { '--line': `var(--flow-${style.kind})` } as CSSProperties
  const flags = {
    'data-selected': selected || undefined,
    'data-dimmed': dimmed || undefined,
    'data-active': active || undefined,
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button can't be drawn as a line
    <g
      className={css.flow}
      data-id={id}
      data-method={edge.method}
      style={colour}
      role="button"
      // The map is one stop for the Tab key, its own keys walk along the lines.
      tabIndex={-1}
      aria-label={description}
      onClick={() => onSelect(id)}
      {...flags}
    >
      <path className={css.flowHit} d={route.path} />
      <path
        className={css.flowLine}
        d={route.path}
        strokeWidth={style.width}
        strokeDasharray={style.dash.join(' ')}
        strokeLinecap={style.round ? 'round' : 'butt'}
      />
      {headsOf(edge, route).map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has two ends, in this order
        <path key={at} className={css.flowHead} d={head(each)} />
      ))}
      {route.label !== undefined &&
        label !== '' &&
        labels !== null &&
        createPortal(
          <div
            className={css.flowLabel}
            data-method={edge.method}
            {...flags}
            style={{ ...colour, transform: `translate(-50%, -50%) translate(${route.label.x}px, ${route.label.y}px)` }}
          >
            {label}
          </div>,
          labels,
        )}
    </g>
  )
})

/** The route that was planned for the whole map, as long as both ends are where it was planned for. */
function routeOf(line: Line, from: Rect, to: Rect): EdgeRoute {
  const planned = same(from, line.from) && same(to, line.to)
  return planned ? line.route : edgeRoute(line.edge, from, to, line.lane)
}

function same(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

function useRect(node: InternalNode<MapNode> | undefined): Rect | undefined {
  const x = node?.internals.positionAbsolute.x
  const y = node?.internals.positionAbsolute.y
  const width = node?.width
  const height = node?.height
  return useMemo(
    () =>
      x === undefined || y === undefined || width === undefined || height === undefined
        ? undefined
        : { x, y, width, height },
    [x, y, width, height],
  )
}

/** A triangle with its tip at the arrow's tip, pointing where the arrow points. */
function head({ tip, toward }: ArrowHead): string {
  const back = { x: tip.x - toward.x * ARROW, y: tip.y - toward.y * ARROW }
  const side = { x: (-toward.y * ARROW) / 2, y: (toward.x * ARROW) / 2 }
  return `M${tip.x},${tip.y}L${back.x + side.x},${back.y + side.y}L${back.x - side.x},${back.y - side.y}Z`
}
