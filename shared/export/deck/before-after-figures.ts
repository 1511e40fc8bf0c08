import type { Banded } from '../../analysis/bundle-figures'
import type { Comparison } from '../../analysis/scenario/compare-scenario'
import { CONTENT, type Slide } from './slide'
import type { Voice } from './voice'

export interface FiguresSaid {
  /** What of the figures is unknown; empty when nothing is. */
  readonly note: string
}

const GAP = 10
const HEIGHT = 62

/** Five figures in a row: counts before and after, hours and money with their bands. */
export function figuresStrip(slide: Slide, comparison: Comparison, voice: Voice): FiguresSaid {
  const { before, after, saved, hoursFreed } = comparison
  const { t, number } = voice
  const change = (from: number, to: number) => `${number(from)} → ${number(to)}`
  const money = (value: number) => voice.money(value, before.currency)
  const figures: readonly (readonly [string, string])[] = [
    [t('common:noun.tools'), change(before.tools, after.tools)],
    [t('common:noun.flows'), change(before.flows, after.flows)],
    [t('deck:change.byHand'), change(before.flowsByHand, after.flowsByHand)],
    [t('deck:change.hoursFreed'), bandOf(hoursFreed, number, t)],
    [t('deck:change.saved'), bandOf(saved, money, t)],
  ]
  const width = (CONTENT.width - GAP * (figures.length - 1)) / figures.length
  figures.forEach(([label, value], i) => {
    slide.box(
      { x: CONTENT.x + i * (width + GAP), y: CONTENT.y, width, height: HEIGHT },
      {
        name: `${label}: ${value}`,
        shape: 'roundRect',
        fill: 'tint',
        inset: [6, 3],
        text: [
          { text: value, size: 15, bold: true, align: 'center' },
          { text: label, size: 10, align: 'center', before: 2 },
        ],
      },
    )
  })
  return {
    note: [
      saved.unknown > 0 ? voice.plural('deck:change.costUnknown', saved.unknown) : '',
      hoursFreed.unknown > 0 ? voice.plural('deck:change.hoursUnknown', hoursFreed.unknown) : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  }
}

function bandOf({ low, high }: Banded, write: (value: number) => string, t: Voice['t']): string {
  return write(low) === write(high) ? write(high) : t('analysis:band', { low: write(low), high: write(high) })
}
