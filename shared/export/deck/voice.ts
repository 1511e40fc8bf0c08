import { inCurrency } from '../../analysis/item-figures'
import type { Inventory } from '../../inventory/inventory'
import type { Tool } from '../../inventory/nouns'
import type { Translate } from '../svg-brush'
import type { DeckInput } from './deck-input'
import { newSlide, type Slide, type SlideTexts } from './slide'
import { accentOf, legibleOn } from './theme-xml'

export type CountNoun = 'tools' | 'departments' | 'functions' | 'flows' | 'users' | 'overlaps'

/** Costs that were said, added up in one currency, and how many tools said none. */
export interface KnownCost {
  readonly major: number
  readonly currency: string
  readonly known: number
  readonly unknown: number
}

/** How a deck speaks: words, numbers and names in its language, and slides that carry its footer. */
export interface Voice {
  readonly t: Translate
  readonly language: 'de' | 'en'
  /** A number with at most one decimal. */
  number(value: number): string
  /** An amount in major units, whole. */
  money(major: number, currency: string): string
  /** "1.234 Tools". */
  counted(noun: CountNoun, count: number): string
  /** A key with `count` for its plural and `n` for the number as it is written. */
  plural(key: string, count: number, values?: Readonly<Record<string, string | number>>): string
  percent(part: number, whole: number): string
  /** An ISO date as it is written; any other text as it is. */
  date(iso: string): string
  /** "84.000 €", "at least 84.000 €" or nothing when no cost is known. */
  cost(cost: KnownCost): string | undefined
  functionName(key: string): string
  slide(title: string, cover?: { readonly lead: string }): Slide
}

export function voiceOf({ findings, options }: DeckInput): Voice {
  const { t, language, formatNumber, formatMoney, company, date } = options
  const number = (value: number) => formatNumber(Math.round(value * 10) / 10 + 0)
  const money = (major: number, currency: string) => formatMoney(Math.round(major) * 100, currency)
  const names: SlideTexts['names'] = {
    title: t('deck:part.title'),
    lead: t('deck:part.lead'),
    footer: t('deck:part.footer'),
    number: t('deck:part.number'),
    note: t('deck:part.note'),
  }
  const accent = accentOf(company?.colour)
  const ink = { lang: language === 'de' ? ('de-DE' as const) : ('en-GB' as const), onAccent: legibleOn(accent) }
  return {
    t,
    language,
    number,
    money,
    counted: (noun, count) => t(`common:count.${noun}`, { count }).replace(String(count), () => number(count)),
    plural: (key, count, values = {}) => t(key, { count, n: number(count), ...values }),
    percent: (part, whole) => {
      const share = whole === 0 ? 0 : Math.round((part / whole) * 100)
      return language === 'de' ? `${number(share)} %` : `${number(share)}%`
    },
    date(iso) {
      const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
      if (year === undefined) return iso
      return language === 'de' ? `${day}.${month}.${year}` : `${day}/${month}/${year}`
    },
    cost({ major, currency, known, unknown }) {
      if (known === 0) return undefined
      const amount = money(major, currency)
      return unknown === 0 ? amount : t('deck:atLeast', { value: amount })
    },
    functionName: (key) => findings.assigned.functions.get(key)?.name[language] ?? key,
    slide: (title, cover) => {
      const footer = [company?.name ?? '', date].filter((part) => part !== '').join(' · ')
      const more = cover === undefined ? {} : { layout: 'cover' as const, lead: cover.lead }
      return newSlide({ title, footer, names, ...more }, ink)
    },
  }
}

/** Adds up what is known. A cost in a currency without a published rate counts as unknown. */
export function knownCost(tools: readonly Tool[], currency: string): KnownCost {
  let major = 0
  let known = 0
  for (const { annualCost } of tools) {
    const amount = annualCost === undefined ? undefined : inCurrency(annualCost, currency)
    if (amount === undefined) continue
    major += amount
    known += 1
  }
  return { major, currency, known, unknown: tools.length - known }
}

/** A row's name, or its id where the row is gone. */
export function nameOf<I extends string>(rows: ReadonlyMap<I, { readonly name: string }>, id: I): string {
  return rows.get(id)?.name ?? id
}

/** Tools in use: everything that isn't retired. */
export function toolsInUse(inventory: Inventory): readonly Tool[] {
  return [...inventory.tools.values()].filter(({ status }) => status !== 'retired')
}

/** Orders by a number, largest first, then by name and id. */
export function byMost<T extends { readonly id: string; readonly name: string }>(
  of: (row: T) => number,
): (a: T, b: T) => number {
  return (a, b) => of(b) - of(a) || byName(a, b)
}

export function byName(
  a: { readonly id: string; readonly name: string },
  b: { readonly id: string; readonly name: string },
) {
  const [x, y] = [a.name.toLowerCase(), b.name.toLowerCase()]
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
