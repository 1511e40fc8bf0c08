import type { Level } from '../../inventory/nouns'
import { addMonths, isDate } from './dates'

/** The lower ends of the bands of each attribute that is a number; the last band is open. */
export const BANDS = {
  users: [0, 10, 50, 200, 1000],
  /** Whole units of the currency. */
  annualCost: [0, 1000, 10_000, 50_000, 200_000],
  /** Per cent of the points of `completenessOf`. */
  completeness: [0, 25, 50, 75, 100],
  flows: [0, 1, 5, 10],
  noticeMonths: [0, 2, 4, 7, 13],
} as const satisfies Readonly<Record<string, readonly number[]>>
export type BandAttribute = keyof typeof BANDS

/** What a band is called in filters: its lower end and the last whole number in it, `10..49`; the last one is `1000..`. */
export function bandKeys(attribute: BandAttribute): readonly string[] {
  return KEYS[attribute]
}

const KEYS = Object.fromEntries(
  Object.entries(BANDS).map(([attribute, ends]: [string, readonly number[]]) => [
    attribute,
    ends.map((from, index) => `${from}..${ends[index + 1] === undefined ? '' : Number(ends[index + 1]) - 1}`),
  ]),
) as unknown as Readonly<Record<BandAttribute, readonly string[]>>

/** The key of the band that a number lies in. What is below the first band counts to it. */
export function bandOf(attribute: BandAttribute, value: number): string {
  const ends: readonly number[] = BANDS[attribute]
  let index = 0
  while (index + 1 < ends.length && value >= Number(ends[index + 1])) index += 1
  return bandKeys(attribute)[index] as string
}

/** The two ends of a band's key; `to` is absent for the open one. Undefined for what is no band's key. */
export function bandEnds(key: string): { readonly from: number; readonly to?: number } | undefined {
  const found = /^(\d+)\.\.(\d*)$/.exec(key)
  if (found === null) return undefined
  return found[2] === '' ? { from: Number(found[1]) } : { from: Number(found[1]), to: Number(found[2]) }
}

/** Contract ends by how soon they come: past, within 3 months, within 12, later. */
export const CONTRACT_BANDS = ['overdue', '3', '12', 'later'] as const
export type ContractBand = (typeof CONTRACT_BANDS)[number]

/** When a contract ends, seen from `today`; its last day still counts as coming. Undefined for what is no date. */
export function contractBand(contractEnd: string, today: string): ContractBand | undefined {
  if (!isDate(contractEnd)) return undefined
  if (contractEnd < today) return 'overdue'
  if (contractEnd <= addMonths(today, 3)) return '3'
  return contractEnd <= addMonths(today, 12) ? '12' : 'later'
}

export const TIME_QUADRANTS = ['invest', 'tolerate', 'migrate', 'eliminate'] as const
export type TimeQuadrant = (typeof TIME_QUADRANTS)[number]

/**
 * The TIME method (Gartner): both fits on four steps, cut at 2.5. High and high: invest; high functional, low technical
 * fit: migrate; low functional, high technical: tolerate; low and low: eliminate. Undefined where one of them is unknown.
 */
export function timeQuadrant(functional: Level | undefined, technical: Level | undefined): TimeQuadrant | undefined {
  if (functional === undefined || technical === undefined) return undefined
  if (functional > 2.5) return technical > 2.5 ? 'invest' : 'migrate'
  return technical > 2.5 ? 'tolerate' : 'eliminate'
}
