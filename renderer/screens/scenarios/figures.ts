import type { Banded } from '../../../shared/analysis/bundle-figures'
import type { Comparison } from '../../../shared/analysis/scenario/compare-scenario'
import type { LandscapeFigures } from '../../../shared/analysis/scenario/measure-landscape'
import type { Formats } from '../../format'
import type { T } from '../../i18n'

const COUNTS = ['tools', 'flows', 'flowsByHand'] as const
const RISKS = ['withoutOwner', 'retiredInUse', 'personalDataUnclassed', 'aiUnknown'] as const
export type FigureCode =
  | (typeof COUNTS)[number]
  | (typeof RISKS)[number]
  | 'hours'
  | 'cost'
  | 'saved'
  | 'oneOff'
  | 'breakEven'
  | 'departments'

/** One figure of a landscape or a scenario, in words. */
export interface Shown {
  readonly text: string
  /** The band, what is unknown, or the difference to today. */
  readonly small?: string | undefined
  /** The difference to today where it counts: better is less. */
  readonly better?: boolean | undefined
}

/** A line of the comparison: what it is today, and what it would be after each scenario. */
export interface FigureLine {
  readonly code: FigureCode
  readonly isRisk: boolean
  readonly today: Shown | undefined
  readonly after: readonly Shown[]
}

interface Speaker {
  readonly t: T
  readonly formats: Formats
}

/** Every figure of the comparisons, line by line. All comparisons must be of one inventory. */
export function figureLines(comparisons: readonly Comparison[], speaker: Speaker): readonly FigureLine[] {
  const [first] = comparisons
  if (first === undefined) return []
  const { formats } = speaker
  const before = first.before
  const money = (value: number) => formats.money({ minor: Math.round(value * 100), currency: before.currency })
  const hours = (value: number) => formats.number(Math.round(value * 10) / 10)
  const count = (code: FigureCode, of: (figures: LandscapeFigures) => number, isRisk: boolean): FigureLine => ({
    code,
    isRisk,
    today: { text: formats.number(of(before)) },
    after: comparisons.map(({ after }) => ({
      text: formats.number(of(after)),
      ...difference(of(after) - of(before), formats.number),
    })),
  })
  const line = (code: FigureCode, today: Shown | undefined, after: (comparison: Comparison) => Shown): FigureLine => ({
    code,
    isRisk: false,
    today,
    after: comparisons.map(after),
  })
  return [
    ...COUNTS.map((code) => count(code, (figures) => figures[code], false)),
    line('hours', banded(before.hours, hours, speaker), ({ after }) => banded(after.hours, hours, speaker)),
    line('cost', banded(before.cost, money, speaker), ({ after }) => banded(after.cost, money, speaker)),
    line('saved', undefined, ({ saved }) => banded(saved, money, speaker)),
    line('oneOff', undefined, ({ oneOff }) => oneOffWords(oneOff, money, speaker)),
    line('breakEven', undefined, (comparison) => breakEvenWords(comparison, speaker)),
    line('departments', undefined, ({ departments }) => ({ text: formats.number(departments.length) })),
    ...RISKS.map((code) => count(code, ({ risks }) => risks[code], true)),
  ]
}

function difference(by: number, words: (value: number) => string): Pick<Shown, 'small' | 'better'> {
  if (by === 0) return {}
  return { small: `${by > 0 ? '+' : '−'}${words(Math.abs(by))}`, better: by < 0 }
}

function banded({ low, expected, high, unknown }: Banded, words: (value: number) => string, { t }: Speaker): Shown {
  const parts = [
    ...(low === high ? [] : [t('scenarios:band', { low: words(low), high: words(high) })]),
    ...(unknown === 0 ? [] : [t('scenarios:unknown', { count: unknown })]),
  ]
  return { text: words(expected), small: parts.length === 0 ? undefined : parts.join(', ') }
}

/** A one-off cost that nobody said isn't zero. */
function oneOffWords({ expected, unknown }: Banded, money: (value: number) => string, { t }: Speaker): Shown {
  if (unknown === 0) return { text: money(expected) }
  const small = t('scenarios:unknown', { count: unknown })
  return expected === 0 ? { text: t('common:unknown'), small } : { text: `≥ ${money(expected)}`, small }
}

function breakEvenWords({ breakEven, oneOff }: Comparison, { t, formats }: Speaker): Shown {
  if (breakEven === undefined) {
    return { text: t('common:unknown'), small: oneOff.unknown > 0 ? t('scenarios:oneOffMissing') : undefined }
  }
  const months = (value: number) => {
    const rounded = Math.ceil(value * 10) / 10
    return t('scenarios:months', { count: rounded === 1 ? 1 : 2, number: formats.number(rounded) })
  }
  const { best, expected, worst } = breakEven
  const text = expected === undefined ? t('scenarios:never') : months(expected)
  if (best === undefined || best === worst) return { text }
  const small =
    worst === undefined
      ? `${t('scenarios:atBest', { months: months(best) })}, ${t('scenarios:atWorstNever')}`
      : t('scenarios:band', { low: months(best), high: months(worst) })
  return { text, small }
}
