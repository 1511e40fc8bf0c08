import type { Pilot, Scenario } from '../../inventory/scenario'
import type { DeckInput } from './deck-input'
import { CONTENT, type Slide } from './slide'
import type { Voice } from './voice'

const MOST_CARDS = 3

/** A card per planned pilot; without any, an empty one for the first bundle, to be filled in together. */
export function pilotPages({ inventory, findings }: DeckInput, voice: Voice): readonly Slide[] {
  const open = [...inventory.scenarios.values()].filter(({ carriedOut }) => carriedOut === undefined)
  const planned = open.filter((scenario): scenario is Scenario & { pilot: Pilot } => scenario.pilot !== undefined)
  if (planned.length > 0) {
    const left = planned.length - MOST_CARDS
    const note = left > 0 ? voice.plural('deck:pilot.more', left) : ''
    return planned.slice(0, MOST_CARDS).map(({ name, pilot }) => card(name, pilot, note, voice))
  }
  const name = findings.bundles[0]?.name[voice.language]
  return name === undefined ? [] : [card(name, undefined, voice.t('deck:pilot.empty'), voice)]
}

function card(name: string, pilot: Pilot | undefined, note: string, voice: Voice): Slide {
  const { t } = voice
  const slide = voice.slide(t(pilot === undefined ? 'deck:pilot.headlineEmpty' : 'deck:pilot.headline', { name }))
  const amount = (value: number | undefined) => {
    if (value === undefined) return ''
    const unit = pilot?.unit?.trim() ?? ''
    return unit === '' ? voice.number(value) : `${voice.number(value)} ${unit}`
  }
  const rows: readonly (readonly [string, string])[] = [
    ['status', pilot === undefined ? '' : t(`deck:pilot.is.${pilot.status}`)],
    ['measure', pilot?.measure ?? ''],
    ['unit', pilot?.unit ?? ''],
    ['baseline', amount(pilot?.baseline)],
    ['criterion', amount(pilot?.criterion)],
    ['direction', pilot?.direction === undefined ? '' : t(`deck:pilot.${pilot.direction}`)],
    ['date', pilot?.date === undefined ? '' : voice.date(pilot.date)],
    ['owner', pilot?.owner ?? ''],
    ['scalingTrigger', pilot?.scalingTrigger ?? ''],
    ['stopTrigger', pilot?.stopTrigger ?? ''],
    ['measured', amount(pilot?.measured)],
  ]
  slide.table(CONTENT, {
    name: t('deck:pilot.card'),
    size: 11.5,
    lines: 2,
    bare: true,
    columns: [
      { header: '', share: 30 },
      { header: '', share: 70 },
    ],
    rows: rows.map(([field, value]) => [
      { text: t(`deck:pilot.${field}`), bold: true, fill: 'tint' },
      { text: value, fill: 'panel' },
    ]),
  })
  slide.note(note)
  return slide
}
