import { CHIP_GAP, CHIP_PADDING, CHIP_SIZE, chipsFor, chipWidth } from '../graph/chips'
import { CARD_HEIGHT, CARD_WIDTH } from '../graph/geometry'
import type { Rect, ToolNode } from '../graph/graph'
import { UNKNOWN_MARK } from '../graph/lens/size-marks'
import { domainColour } from '../graph/palette'
import { fitText, textWidth } from '../graph/text-width'
import type { Brush } from './svg-brush'
import { px, xml, xmlId } from './svg-text'

const LEFT = 16
const RIGHT = CARD_WIDTH - 10
const NAME_SIZE = 13
const SMALL = 11
const BETWEEN = 6
const RINGS_WIDTH = 16

/** What a look says of a card. */
export interface CardLook {
  readonly colour: string
  /** What isn't known is told by more than its grey. */
  readonly unknown: boolean
  /** Diameter of the mark whose area says something; of an unknown value none. */
  readonly mark: number | 'unknown' | undefined
  /** How many tools that it has flows with are hidden. */
  readonly hidden: number
  /** Against today, when the map is seen at another date. */
  readonly change: 'arrived' | 'gone' | undefined
}

/** One tool as a card: name, function, users, badges, and the stripe of its domain, or what a look says. */
export function cardSvg(tool: ToolNode, { x, y }: Rect, ringed: boolean, brush: Brush, look?: CardLook): string {
  const { palette } = brush
  const retired = tool.status === 'retired'
  const stripe = look?.colour ?? (retired ? palette.unknown : domainColour(tool.domain, brush.theme))
  const gone = look?.change === 'gone'
  return [
    `<g data-kind="tool" data-id="${xmlId(tool.id)}" transform="translate(${px(x)} ${px(y)})">`,
    `<title>${xml(description(tool, brush, look))}</title>`,
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" rx="10"${frameOf(tool, brush, look)}/>`,
    look?.mark === undefined ? '' : markSvg(look.mark, brush),
    ringed ? ringSvg(palette.overlap) : '',
    look?.unknown
      ? `<path d="M2 12v40" stroke="${stripe}"${gone ? ' stroke-opacity="0.4"' : ''} stroke-width="4" stroke-dasharray="3 3"/>`
      : `<rect y="12" width="4" height="40" rx="2" fill="${stripe}"${gone ? ' fill-opacity="0.4"' : ''}/>`,
    nameSvg(tool.name, retired || gone, gone ? 400 : 600, brush),
    jobSvg(tool, brush),
    footSvg(tool, brush, look),
    '</g>',
  ].join('')
}

function frameOf(tool: ToolNode, { palette }: Brush, look: CardLook | undefined): string {
  if (look?.change === 'gone') return ` fill="none" stroke="${palette.muted}" stroke-width="2" stroke-dasharray="6 4"`
  const fill = ` fill="${tool.status === 'retired' ? palette.canvas : palette.panel}"`
  if (look?.change === 'arrived') return `${fill} stroke="${palette.accent}" stroke-width="2"`
  if (tool.mentionedOnly) return `${fill} stroke="${palette.faint}" stroke-dasharray="4 3"`
  return `${fill} stroke="${palette.hairline}"`
}

/** The circle at the right of a card, behind its text. */
function markSvg(mark: number | 'unknown', { palette }: Brush): string {
  const diameter = mark === 'unknown' ? UNKNOWN_MARK : mark
  const radius = Math.max(0.5, diameter / 2 - 0.75)
  const place = `cx="${px(CARD_WIDTH - 6 - diameter / 2)}" cy="${CARD_HEIGHT / 2}" r="${px(radius)}"`
  return `<circle ${place}${markLook(mark === 'unknown', palette)}/>`
}

/** How marks are painted, on cards and in the legend. */
export function markLook(unknown: boolean, { ink, muted }: Brush['palette']): string {
  const line = ` stroke="${muted}" stroke-opacity="0.6" stroke-width="1.5"`
  return unknown ? ` fill="none"${line} stroke-dasharray="3 2"` : ` fill="${ink}" fill-opacity="0.12"${line}`
}

/** The ring around a card that overlaps with another one. */
function ringSvg(colour: string): string {
  const [width, height] = [CARD_WIDTH + 8, CARD_HEIGHT + 8]
  return `<rect x="-4" y="-4" width="${width}" height="${height}" rx="13" fill="none" stroke="${colour}" stroke-width="2"/>`
}

/** What isn't there any more is struck through, as on the map: words that say so keep the ink of all others. */
function nameSvg(name: string, over: boolean, weight: 400 | 600, { palette }: Brush): string {
  const width = RIGHT - LEFT
  // A long name is set a little smaller before it's cut.
  const size = [NAME_SIZE, NAME_SIZE - 1, SMALL].find((one) => textWidth(name, one, true) <= width) ?? SMALL
  const struck = over ? ' text-decoration="line-through"' : ''
  const ink = over ? palette.faint : palette.ink
  const shown = xml(fitText(name, width, size, true))
  return `<text x="${LEFT}" y="23" font-size="${size}" font-weight="${weight}" fill="${ink}"${struck}>${shown}</text>`
}

function jobSvg(tool: ToolNode, { palette, t }: Brush): string {
  let right = RIGHT
  let badge = ''
  if (tool.ai === 'embedded' || tool.ai === 'dedicated') {
    const word = t('map:ai')
    badge = `<text x="${RIGHT}" y="39" font-size="${SMALL}" font-weight="700" text-anchor="end" fill="${palette.accent}">${xml(word)}</text>`
    right -= textWidth(word, SMALL, true) + BETWEEN
  }
  if (tool.usedBy.length > 0) {
    const { shown, more } = chipsFor(tool.usedBy.map(({ name }) => name))
    for (const text of [...shown, ...(more > 0 ? [`+${more}`] : [])].reverse()) {
      const width = chipWidth(text)
      badge += `<rect x="${right - width}" y="29" width="${width}" height="14" rx="6" fill="none" stroke="${palette.hairline}"/>`
      badge += `<text x="${right - width + CHIP_PADDING}" y="39.5" font-size="${CHIP_SIZE}" fill="${palette.muted}">${xml(text)}</text>`
      right -= width + CHIP_GAP
    }
    right -= BETWEEN - CHIP_GAP
  }
  const job = fitText(jobOf(tool), right - LEFT, SMALL)
  return `${job === '' ? '' : `<text x="${LEFT}" y="39" font-size="${SMALL}" fill="${palette.muted}">${xml(job)}</text>`}${badge}`
}

/** Bottom line: users or status at the left, "no owner" and the sign of overlaps at the right. */
function footSvg(tool: ToolNode, brush: Brush, look: CardLook | undefined): string {
  const { palette, t, number } = brush
  let right = RIGHT
  let svg = ''
  if (tool.overlaps > 0) {
    svg += `<g fill="none" stroke="${palette.overlap}" stroke-width="1.5"><circle cx="${right - 11}" cy="50" r="4.25"/><circle cx="${right - 5}" cy="50" r="4.25"/></g>`
    right -= RINGS_WIDTH + BETWEEN
  }
  if (look !== undefined && look.hidden > 0) {
    const word = `+${number(look.hidden)}`
    const width = textWidth(word, SMALL, true) + 8
    svg += `<rect x="${px(right - width)}" y="43" width="${px(width)}" height="14" rx="7" fill="${palette.ink}" fill-opacity="0.09"/>`
    svg += `<text x="${px(right - 4)}" y="54" font-size="${SMALL}" font-weight="600" text-anchor="end" fill="${palette.ink}">${word}</text>`
    right -= width + BETWEEN
  }
  if (look?.change !== undefined) {
    const word = t(`mapLook:${look.change}`)
    const ink = look.change === 'gone' ? palette.ink : palette.accent
    svg += `<text x="${px(right)}" y="54" font-size="${SMALL}" font-weight="700" text-anchor="end" fill="${ink}">${xml(word)}</text>`
    right -= textWidth(word, SMALL, true) + BETWEEN
  }
  if (tool.withoutOwner) {
    const word = t('map:withoutOwner')
    svg += `<text x="${px(right)}" y="54" font-size="${SMALL}" font-weight="700" text-anchor="end" fill="${palette.warning}">${xml(word)}</text>`
    right -= textWidth(word, SMALL, true) + BETWEEN
  }
  let left = ''
  for (const fact of facts(tool, brush)) {
    const longer = left === '' ? fact : `${left} · ${fact}`
    if (textWidth(longer, SMALL) <= right - LEFT) left = longer
  }
  return left === ''
    ? svg
    : `<text x="${LEFT}" y="54" font-size="${SMALL}" fill="${palette.faint}">${xml(left)}</text>${svg}`
}

function facts(tool: ToolNode, { t, users: usersText }: Brush): readonly string[] {
  const users = tool.users === undefined ? undefined : usersText(tool.users)
  const status = tool.status === undefined || tool.status === 'active' ? undefined : t(`common:status.${tool.status}`)
  const mentioned = tool.mentionedOnly ? t('common:status.mentionedOnly') : undefined
  return [status, mentioned, users].filter((fact) => fact !== undefined)
}

function jobOf(tool: ToolNode): string {
  return [...(tool.partOf === undefined ? [] : [tool.partOf]), ...tool.functions].join(' · ')
}

function description(tool: ToolNode, brush: Brush, look: CardLook | undefined): string {
  const { t } = brush
  return [
    tool.name,
    jobOf(tool),
    ...facts(tool, brush),
    tool.withoutOwner ? t('map:withoutOwner') : '',
    tool.ai === 'embedded' || tool.ai === 'dedicated' ? t(`common:ai.${tool.ai}`) : '',
    tool.usedBy.length > 0 ? t('map:usedBy', { names: tool.usedBy.map(({ name }) => name).join(', ') }) : '',
    tool.overlaps > 0 ? t('map:overlapsWith', { count: tool.overlaps }) : '',
    look?.change === undefined ? '' : t(`mapLook:${look.change}`),
    look !== undefined && look.hidden > 0 ? t('mapLook:hiddenBeside', { count: look.hidden }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
