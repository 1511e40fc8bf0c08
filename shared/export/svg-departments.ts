import { containerName } from '../graph/container-name'
import { GUTTER, HEADER_HEIGHT } from '../graph/geometry'
import type { ContainerNode, Rect } from '../graph/graph'
import { fitText, textWidth } from '../graph/text-width'
import { byCodeUnits } from '../inventory/code-units'
import type { Brush } from './svg-brush'
import { px, xml, xmlId } from './svg-text'

const NAME_SIZE = 14
const COUNT_SIZE = 12
const BASELINE = 26

/**
 * One department: its frame, its name and how much is in it, of which so many are hidden. Cards and lines are drawn on
 * top.
 */
export function departmentSvg(node: ContainerNode, rect: Rect, brush: Brush, hidden = 0): string {
  const { palette, t } = brush
  const { x, y, width, height } = rect
  const name = containerName(node, t)
  const inner = width - 2 * GUTTER
  const shownTools = t('common:count.tools', { count: node.toolCount - hidden })
  const count = hidden === 0 ? shownTools : `${shownTools} (+${hidden})`
  // A sum would count what isn't shown.
  const cost = hidden === 0 ? costText(node, brush) : ''
  const nameWidth = textWidth(name, NAME_SIZE, true)
  const full = cost === '' ? count : `${count} · ${cost}`
  const right = nameWidth + GUTTER + textWidth(full, COUNT_SIZE) <= inner ? full : count
  const shown = fitText(name, inner - textWidth(right, COUNT_SIZE) - GUTTER / 2, NAME_SIZE, true)
  const said = [...(cost === '' ? [] : [cost]), ...(hidden === 0 ? [] : [t('mapLook:hiddenIn', { count: hidden })])]
  const title = [[...node.path, name].join(' › '), ...said].join(' · ')
  return [
    `<g data-kind="department" data-id="${xmlId(node.id)}"><title>${xml(title)}</title>`,
    `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="14" fill="${node.path.length % 2 === 1 ? palette.canvas : palette.panel}" stroke="${palette.hairline}"/>`,
    `<path d="M${px(x)} ${px(y + HEADER_HEIGHT)}h${px(width)}" stroke="${palette.hairline}"/>`,
    `<text x="${px(x + GUTTER)}" y="${px(y + BASELINE)}" font-size="${NAME_SIZE}" font-weight="600" fill="${palette.ink}">${xml(shown)}</text>`,
    `<text x="${px(x + width - GUTTER)}" y="${px(y + BASELINE)}" font-size="${COUNT_SIZE}" text-anchor="end" fill="${palette.muted}">${xml(right)}</text>`,
    '</g>',
  ].join('')
}

function costText({ annualCost }: ContainerNode, { money }: Brush): string {
  if (annualCost === undefined || money === undefined) return ''
  return [...annualCost]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([currency, minor]) => money(minor, currency))
    .join(' + ')
}
