import { departmentsByTool } from '../../analysis/tool-traits'
import type { DeckInput } from './deck-input'
import type { Slide } from './slide'
import { toolsInUse, type Voice } from './voice'

/** How many of all said something. */
interface Known {
  readonly label: string
  readonly part: number
  readonly whole: number
}

const BAR_TOP = 352

/** The first page: whose software, when, and what everything that follows is based on. */
export function coverPage({ inventory, findings, options }: DeckInput, voice: Voice): Slide {
  const { t, number, counted } = voice
  const company = options.company?.name.trim() ?? ''
  const title = company === '' ? t('deck:cover.untitled') : company
  const slide = voice.slide(title, { lead: `${t('deck:cover.lead')} · ${options.date}` })
  const facts = [
    counted('tools', inventory.tools.size),
    counted('departments', inventory.departments.size),
    counted('flows', inventory.flows.size),
    counted('overlaps', findings.overlaps.length),
  ]
  slide.text({ x: 76, y: 214, width: 820, height: 20 }, t('deck:cover.basis'), [
    { text: t('deck:cover.basis'), size: 13, bold: true },
  ])
  facts.forEach((fact, i) => {
    const [amount = '', ...noun] = fact.split(' ')
    slide.box(
      { x: 76 + i * 208, y: 240, width: 196, height: 62 },
      {
        name: fact,
        shape: 'roundRect',
        fill: 'canvas',
        stroke: { colour: 'hairline', width: 1 },
        text: [
          { text: amount, size: 22, bold: true, align: 'center' },
          { text: noun.join(' '), size: 12, colour: 'muted', align: 'center' },
        ],
      },
    )
  })
  slide.text({ x: 76, y: 324, width: 820, height: 20 }, t('deck:cover.known'), [
    { text: t('deck:cover.known'), size: 13, bold: true },
  ])
  knownShares(inventory, findings, voice).forEach(({ label, part, whole }, i) => {
    const y = BAR_TOP + i * 20
    const share = whole === 0 ? 0 : part / whole
    slide.text({ x: 76, y, width: 250, height: 16 }, label, [{ text: label, size: 11 }], 'ctr')
    slide.box({ x: 334, y: y + 3, width: 320, height: 10 }, { name: `${label}: 100`, fill: 'hairline' })
    if (share > 0) {
      slide.box(
        { x: 334, y: y + 3, width: 320 * share, height: 10 },
        { name: `${label}: ${voice.percent(part, whole)}`, fill: 'accent' },
      )
    }
    const of = t('deck:cover.of', { part: number(part), whole: number(whole), percent: voice.percent(part, whole) })
    slide.text({ x: 664, y, width: 232, height: 16 }, of, [{ text: of, size: 11, colour: 'muted' }], 'ctr')
  })
  const filters = (options.filters ?? []).filter((filter) => filter.trim() !== '')
  const scope =
    filters.length === 0 ? t('deck:cover.noFilters') : t('deck:cover.filters', { filters: filters.join(' · ') })
  const caution = t('deck:cover.caution')
  slide.text({ x: 76, y: 482, width: 820, height: 44 }, t('deck:part.note'), [
    { text: scope, size: 10, bold: filters.length > 0 },
    { text: caution, size: 10, colour: 'muted', before: 2 },
  ])
  return slide
}

/** What was said of how many; retired tools and flows are left out. */
function knownShares(
  inventory: DeckInput['inventory'],
  findings: DeckInput['findings'],
  { t }: Voice,
): readonly Known[] {
  const tools = toolsInUse(inventory)
  const inUse = new Set(tools.map(({ id }) => id))
  const departments = departmentsByTool(inventory)
  const withJob = new Set(findings.assigned.assignments.map(({ tool }) => tool))
  const carried = [...inventory.flows.values()].filter(
    ({ method, status, source, target }) =>
      (method === 'by-hand' || method === 'e-mail' || method === 'file') &&
      status !== 'retired' &&
      inUse.has(source) &&
      inUse.has(target),
  )
  const share = (label: string, has: (tool: (typeof tools)[number]) => boolean): Known => ({
    label: t(`deck:cover.${label}`),
    part: tools.filter(has).length,
    whole: tools.length,
  })
  return [
    share('departments', ({ id }) => (departments.get(id)?.size ?? 0) > 0),
    share('job', ({ id }) => withJob.has(id)),
    share('users', ({ users }) => users !== undefined),
    share('cost', ({ annualCost }) => annualCost !== undefined),
    share('contract', ({ contractEnd }) => contractEnd !== undefined),
    {
      label: t('deck:cover.hours'),
      part: carried.filter(({ hoursPerMonth }) => hoursPerMonth !== undefined).length,
      whole: carried.length,
    },
  ]
}
