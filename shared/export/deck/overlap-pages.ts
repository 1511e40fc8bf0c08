import type { Overlap } from '../../analysis/findings'
import type { DeckInput } from './deck-input'
import { type DeckGroup, overlapGroups } from './overlap-groups'
import { CONTENT, type Slide } from './slide'
import { nameOf, type Voice } from './voice'

const MOST_GROUPS = 11
const MOST_PAIRS = 11

/** Where the same is done twice: the groups, and the pairs with their reasons. */
export function overlapPages(input: DeckInput, voice: Voice): readonly Slide[] {
  const { findings, inventory } = input
  const { t } = voice
  const groups = overlapGroups(inventory, findings.overlaps)
  const [first] = groups
  if (first === undefined && findings.overlaps.some(({ verdict }) => verdict !== 'justified')) {
    return [pairsPage(input, voice)]
  }
  if (first === undefined) {
    const slide = voice.slide(t('deck:overlaps.none'))
    slide.text(CONTENT, t('deck:overlaps.none'), [{ text: t('deck:overlaps.noneWhy'), size: 16, colour: 'muted' }])
    return [slide]
  }
  return [groupsPage(input, voice, groups, first), pairsPage(input, voice)]
}

function groupsPage({ inventory }: DeckInput, voice: Voice, groups: readonly DeckGroup[], first: DeckGroup): Slide {
  const { t, counted } = voice
  const slide = voice.slide(headlineOf(first, inventory, voice))
  const shown = groups.slice(0, MOST_GROUPS)
  slide.table(CONTENT, {
    name: t('deck:overlaps.groups'),
    size: 10,
    lines: 2,
    columns: [
      { header: t('deck:column.job'), share: 20 },
      { header: t('common:noun.tools'), share: 30 },
      { header: t('common:noun.departments'), share: 22 },
      { header: t('deck:column.cost'), share: 17, align: 'right' },
      { header: t('deck:column.why'), share: 21 },
    ],
    rows: shown.map((group) => [
      { text: jobOf(group, inventory, voice), bold: true },
      `${voice.number(group.tools.length)}: ${group.tools.map((id) => nameOf(inventory.tools, id)).join(', ')}`,
      group.departments.length === 0
        ? t('common:unknown')
        : `${voice.number(group.departments.length)}: ${group.departments.map((id) => nameOf(inventory.departments, id)).join(', ')}`,
      voice.cost(group.cost) ?? t('common:unknown'),
      group.reasons.map((code) => t(`analysis:reason.${code}`, { value: t('analysis:aSuite') })).join(', '),
    ]),
  })
  const unknown = new Set(shown.flatMap(({ tools }) => tools))
  const silent = [...unknown].filter((id) => inventory.tools.get(id)?.annualCost === undefined).length
  slide.note(
    [
      shown.length < groups.length ? voice.plural('deck:overlaps.moreGroups', groups.length - shown.length) : '',
      silent > 0 ? t('deck:overlaps.costUnknown', { tools: counted('tools', silent) }) : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  )
  return slide
}

/** "7 Tools für Ticketing in 4 Abteilungen kosten 84.000 € im Jahr", as far as it is known. */
function headlineOf(group: DeckGroup, inventory: DeckInput['inventory'], voice: Voice): string {
  if (group.functionKey === undefined) {
    const names = group.tools.map((id) => nameOf(inventory.tools, id)).join(', ')
    return voice.plural('deck:overlaps.headlineProduct', group.tools.length, { names })
  }
  const cost = voice.cost(group.cost)
  const where = group.departments.length > 0 ? 'In' : ''
  return voice.t(`deck:overlaps.headline${where}${cost === undefined ? '' : 'Cost'}`, {
    tools: voice.counted('tools', group.tools.length),
    job: jobOf(group, inventory, voice),
    departments: voice.counted('departments', group.departments.length),
    cost: cost ?? '',
  })
}

function jobOf({ functionKey, tools }: DeckGroup, inventory: DeckInput['inventory'], voice: Voice): string {
  if (functionKey !== undefined) return voice.functionName(functionKey)
  const [tool] = tools
  return tool === undefined ? '' : nameOf(inventory.tools, tool)
}

function pairsPage({ inventory, findings }: DeckInput, voice: Voice): Slide {
  const { t } = voice
  const open = findings.overlaps.filter(({ verdict }) => verdict !== 'justified')
  const justified = findings.overlaps.length - open.length
  const slide = voice.slide(voice.plural('deck:overlaps.pairs', open.length))
  const shown = open.slice(0, MOST_PAIRS)
  slide.table(CONTENT, {
    name: t('deck:overlaps.pairsTable'),
    size: 10,
    lines: 2,
    columns: [
      { header: t('deck:column.pair'), share: 32 },
      { header: t('deck:column.kind'), share: 18 },
      { header: t('deck:column.reasons'), share: 42 },
      { header: t('deck:column.strength'), share: 10, align: 'right' },
    ],
    rows: shown.map((overlap) => [
      { text: overlap.tools.map((id) => nameOf(inventory.tools, id)).join(' + '), bold: true },
      `${t(`analysis:kind.${overlap.kind}`)}${overlap.proposed ? ` (${t('analysis:proposed')})` : ''}`,
      reasonsOf(overlap, voice),
      voice.percent(overlap.score, 1),
    ]),
  })
  slide.note(
    [
      open.length > shown.length ? voice.plural('deck:overlaps.morePairs', open.length - shown.length) : '',
      justified > 0 ? voice.plural('deck:overlaps.justified', justified) : '',
      t('deck:overlaps.strength'),
    ]
      .filter((part) => part !== '')
      .join(' '),
  )
  return slide
}

function reasonsOf({ reasons }: Overlap, voice: Voice): string {
  return reasons
    .map(({ code, value, functionKeys }) => {
      if (code === 'in-suite') return voice.t(`analysis:reason.${code}`, { value })
      const names = functionKeys?.map((key) => voice.functionName(key)).join(', ') ?? value
      return names === '' ? voice.t(`analysis:reason.${code}`) : `${voice.t(`analysis:reason.${code}`)}: ${names}`
    })
    .join(' · ')
}
