import { wholeLabel } from '../graph/edge-label'
import { type EdgeRoute, headsOf } from '../graph/edge-path'
import { ARROW, LABEL_HEIGHT, LABEL_WIDTH } from '../graph/geometry'
import type { FlowEdge } from '../graph/graph'
import type { ArrowHead } from '../graph/line-drawing'
import { LINE_STYLES, type LineStyle } from '../graph/palette'
import { fitText, textWidth } from '../graph/text-width'
import type { Brush } from './svg-brush'
import { px, xml, xmlId } from './svg-text'

/** Lines that matter more lie on top of the others. */
const ORDER: readonly LineStyle['kind'][] = ['unknown', 'file', 'api', 'hand']
/** A label that doesn't fit is set smaller before it is cut. */
const LABEL_SIZES = [11, 10, 9] as const
const LABEL_ROOM = LABEL_WIDTH - 8

/**
 * All flows. An edge that stands for several flows is drawn once, within one nested group per flow, so that each flow
 * can be found by its id.
 */
export function flowsSvg(
  edges: readonly FlowEdge[],
  routes: ReadonlyMap<string, EdgeRoute>,
  names: ReadonlyMap<string, string>,
  brush: Brush,
): string[] {
  const groups = ORDER.map((): string[] => [])
  for (const edge of edges) {
    const group = groups[ORDER.indexOf(LINE_STYLES[edge.method].kind)]
    group?.push(flowSvg(edge, routes.get(edge.id) as EdgeRoute, names, brush))
  }
  return groups.flat()
}

function flowSvg(edge: FlowEdge, route: EdgeRoute, names: ReadonlyMap<string, string>, brush: Brush): string {
  const open = edge.flows.map((id) => `<g data-kind="flow" data-id="${xmlId(id)}">`).join('')
  const colour = brush.palette[LINE_STYLES[edge.method].kind]
  const heads = headsOf(edge, route)
    .map((head) => headPath(head, edge))
    .join('')
  return [
    open,
    `<title>${xml(description(edge, names, brush))}</title>`,
    `<path d="${route.path}" fill="none" stroke="${colour}"${strokeAttributes(LINE_STYLES[edge.method])}/>`,
    `<path d="${heads}" fill="${colour}"/>`,
    '</g>'.repeat(edge.flows.length),
  ].join('')
}

/** Width, dashes and caps of a line as SVG attributes. */
export function strokeAttributes({ width, dash, round }: LineStyle): string {
  const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`
  return ` stroke-width="${width}"${dashes}${round ? ' stroke-linecap="round"' : ''}`
}

function headPath({ tip, toward }: ArrowHead, edge: FlowEdge): string {
  const half = LINE_STYLES[edge.method].width * 0.6 + 3
  const [bx, by] = [tip.x - toward.x * ARROW, tip.y - toward.y * ARROW]
  const [sx, sy] = [-toward.y * half, toward.x * half]
  return `M${px(tip.x)} ${px(tip.y)}L${px(bx + sx)} ${px(by + sy)}L${px(bx - sx)} ${px(by - sy)}Z`
}

function description(edge: FlowEdge, names: ReadonlyMap<string, string>, brush: Brush): string {
  const { t } = brush
  const arrow = edge.bothWays ? '⇄' : '→'
  const ends = `${names.get(edge.source) ?? ''} ${arrow} ${names.get(edge.target) ?? ''}`
  const methods = edge.parts.map(({ method, flows }) => `${times(flows.length)}${t(`common:method.${method}`)}`)
  const count = edge.flows.length > 1 ? [t('common:count.flows', { count: edge.flows.length })] : []
  const hours = edge.hoursPerMonth === undefined ? [] : [brush.hours(edge.hoursPerMonth)]
  const data = edge.dataObjects.length === 0 ? [] : [edge.dataObjects.join(', ')]
  return [ends, ...count, methods.join(', '), ...hours, ...data].join(' · ')
}

function times(count: number): string {
  return count > 1 ? `${count}× ` : ''
}

/** The labels, drawn on top of everything. */
export function flowLabelsSvg(
  edges: readonly FlowEdge[],
  routes: ReadonlyMap<string, EdgeRoute>,
  brush: Brush,
): string[] {
  return edges.flatMap((edge) => {
    const label = routes.get(edge.id)?.label
    const full = label === undefined ? '' : wholeLabel(edge, brush)
    if (label === undefined || full === '') return []
    const colour = brush.palette[LINE_STYLES[edge.method].kind]
    const size = LABEL_SIZES.find((one) => textWidth(full, one, true) <= LABEL_ROOM) ?? 9
    const text = fitText(full, LABEL_ROOM, size, true)
    const width = Math.min(LABEL_WIDTH, textWidth(text, size, true) + 14)
    const { x, y } = label
    return [
      `<rect x="${px(x - width / 2)}" y="${px(y - LABEL_HEIGHT / 2)}" width="${px(width)}" height="${LABEL_HEIGHT}" rx="9" fill="${brush.palette.panel}" stroke="${colour}"/>`,
      `<text x="${px(x)}" y="${px(y + 4)}" font-size="${size}" font-weight="600" text-anchor="middle" fill="${colour}">${xml(text)}</text>`,
    ]
  })
}
