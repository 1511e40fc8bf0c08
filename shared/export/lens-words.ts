import { CURRENCY_PREFIX, EXTRA_PREFIX, LENS_ATTRIBUTES, type LensAttribute, UNKNOWN } from '../graph/lens/attributes'
import { bandEnds } from '../graph/lens/bands'
import type { ColourGroup } from '../graph/lens/colour-groups'
import type { AttributeFilter } from '../inventory/map-look'
import type { Translate } from './svg-brush'

/** What the values of a look are written with. */
export interface LensWords {
  readonly t: Translate
  readonly number: (value: number) => string
  /** 0–1. */
  readonly percent: (share: number) => string
  /** Whole units of a currency. */
  readonly money: (value: number, currency: string) => string
  readonly currency: string | undefined
  /** Names of departments, functions and domains by what filters call them. */
  readonly nameOf: (attribute: 'owner' | 'usedBy' | 'functions' | 'domain', value: string) => string | undefined
}

const LISTED: ReadonlySet<string> = new Set(LENS_ATTRIBUTES)
const LEVELS: ReadonlySet<string> = new Set(['criticality', 'functionalFit', 'technicalFit'])

/** What an attribute is called; an unmapped column as its list has it. */
export function attributeWords(attribute: string, { t }: Pick<LensWords, 't'>): string {
  if (attribute.startsWith(EXTRA_PREFIX)) return attribute.slice(EXTRA_PREFIX.length)
  return LISTED.has(attribute) ? t(`mapLook:attribute.${attribute}`) : attribute
}

/** A value of an attribute in words, as filters name it. */
export function valueWords(attribute: string, value: string, words: LensWords): string {
  const { t, number } = words
  if (value === UNKNOWN) return t('common:unknown')
  switch (attribute as LensAttribute) {
    case 'owner':
    case 'usedBy':
    case 'functions':
    case 'domain':
      return words.nameOf(attribute as 'owner', value) ?? value
    case 'status':
    case 'hosting':
    case 'ai':
      return t(`common:${attribute}.${value}`)
    case 'fit':
    case 'contractEnd':
    case 'dataClass':
    case 'personalData':
    case 'known':
      return t(`mapLook:value.${attribute}.${value}`)
    case 'users':
    case 'flows':
      return bandWords(value, t, number)
    case 'noticeMonths':
      return t('mapLook:band.months', { range: bandWords(value, t, number) })
    case 'completeness':
      // Nothing is more than complete.
      return bandWords(value === '100..' ? '100..100' : value, t, number, (per) => words.percent(per / 100))
    case 'annualCost': {
      if (value.startsWith(CURRENCY_PREFIX)) {
        return t('mapLook:band.currency', { currency: value.slice(CURRENCY_PREFIX.length) })
      }
      return bandWords(value, t, number, (amount) => words.money(amount, words.currency ?? 'EUR'))
    }
    default:
      return LEVELS.has(attribute) ? t('common:unit.level', { number: value }) : value
  }
}

/** A filter in words: the attribute and the first values of it. */
export function filterWords({ attribute, values, without }: AttributeFilter, words: LensWords): string {
  const first = values
    .slice(0, 2)
    .map((value) => valueWords(attribute, value, words))
    .join(', ')
  const told = values.length > 2 ? words.t('mapLook:more', { first, count: values.length - 2 }) : first
  const key = without === true ? 'mapLook:filterNot' : 'mapLook:filterOf'
  return words.t(key, { attribute: attributeWords(attribute, words), values: told })
}

/** A group of one colour in words. */
export function groupWords(attribute: string, { values, others }: ColourGroup, words: LensWords): string {
  if (!others) return valueWords(attribute, values[0] ?? UNKNOWN, words)
  if (attribute === 'owner') return words.t('mapLook:otherDepartments', { count: values.length })
  return values.length === 1 ? valueWords(attribute, values[0] as string, words) : words.t('mapLook:otherCurrencies')
}

/** `10–49`, `1,000 and more`; the lower end plain where only the upper one needs its unit. */
function bandWords(
  key: string,
  t: Translate,
  plain: (value: number) => string,
  full: (value: number) => string = plain,
): string {
  const ends = bandEnds(key)
  if (ends === undefined) return key
  const { from, to } = ends
  if (to === undefined) return t('mapLook:band.open', { from: full(from) })
  if (from === to) return full(from)
  return from === 0 && full !== plain
    ? t('mapLook:band.below', { to: full(to + 1) })
    : t('mapLook:band.range', { from: plain(from), to: full(to) })
}
