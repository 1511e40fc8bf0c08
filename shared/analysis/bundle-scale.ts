import type { EffortCode, LeverCode } from './findings'

export type TermCode = LeverCode | EffortCode

/** How many points each term can give at most, by side. A user may move them; each side is scaled back to 100. */
export type BundleWeights = Readonly<Record<TermCode, number>>

/**
 * Lever: what a platform is bought for (fewer tools, money) and the work it ends carry a third each; people and departments
 * that then share one process a quarter; risks the rest. Effort: people first, then plumbing, then paper.
 */
export const BUNDLE_WEIGHTS: BundleWeights = {
  'tools-replaced': 15,
  'cost-freed': 22,
  'hours-freed': 15,
  'interfaces-removed': 9,
  'double-entry-ended': 7,
  'departments-joined': 15,
  'users-joined': 9,
  'risks-closed': 8,
  'users-to-move': 30,
  'flows-to-rewire': 22,
  'data-to-migrate': 10,
  'contract-lock-in': 15,
  criticality: 15,
  attachment: 8,
}

/**
 * The value at which a term gives half of its points: `points = weight × value / (value + HALF)`. Absolute: it says
 * what counts as much in a mid-sized company, not what is much in this inventory. Efforts have larger halves than the
 * levers of the same unit, so that effort grows slower: moving 200 people is common, being stuck for 18 months is not.
 * Units: tools, EUR a year, hours a month, flows, data objects, departments (beyond the first), users, risks; users,
 * flows, data objects, months, level 1–4, level 1–4.
 */
export const HALF: Readonly<Record<TermCode, number>> = {
  'tools-replaced': 3,
  'cost-freed': 50_000,
  'hours-freed': 20,
  'interfaces-removed': 5,
  'double-entry-ended': 3,
  'departments-joined': 3,
  'users-joined': 200,
  'risks-closed': 5,
  'users-to-move': 500,
  'flows-to-rewire': 15,
  'data-to-migrate': 10,
  'contract-lock-in': 18,
  criticality: 3,
  attachment: 3,
}

/** What an unknown figure is taken for. Low and high make the band, expected the value. */
export interface Range {
  readonly low: number
  readonly expected: number
  readonly high: number
}

export const UNKNOWN: Readonly<
  Record<
    | 'cost'
    | 'users'
    | 'hoursByHand'
    | 'hoursMaybe'
    | 'departments'
    | 'flows'
    | 'months'
    | 'level'
    | 'data'
    | 'doubled'
    | 'risk',
    Range
  >
> = {
  /** EUR a year for one tool. */
  cost: { low: 0, expected: 10_000, high: 60_000 },
  users: { low: 0, expected: 25, high: 250 },
  /** Hours a month for one flow that is re-keyed by hand. */
  hoursByHand: { low: 0, expected: 4, high: 16 },
  /** For one by file, by e-mail or in a way that nobody named. */
  hoursMaybe: { low: 0, expected: 1, high: 8 },
  /** Departments that a tool adds when nobody is known to use it. */
  departments: { low: 0, expected: 0.5, high: 1 },
  /** Flows of a tool that no flow names: it may have none, or nobody was asked. */
  flows: { low: 0, expected: 1, high: 4 },
  /** Months until a contract of unknown length ends. */
  months: { low: 0, expected: 6, high: 24 },
  level: { low: 1, expected: 2, high: 4 },
  /** Data objects of a tool of which no data are known. */
  data: { low: 0, expected: 2, high: 8 },
  /** Data objects that such a tool keeps a second time. */
  doubled: { low: 0, expected: 0.25, high: 2 },
  /** Risks that a question nobody has answered for a tool may hide (is there AI in it? personal data?). */
  risk: { low: 0, expected: 0.25, high: 1 },
}

/**
 * Rough value of one unit of a currency in EUR, as of 2025-12, rounded. Only for points and for adding up several
 * currencies; a sum in a single currency is shown in that currency. A cost in any other currency counts as unknown.
 */
export const EUR_PER: Readonly<Record<string, number>> = {
  EUR: 1,
  USD: 0.86,
  GBP: 1.14,
  CHF: 1.07,
  SEK: 0.09,
  NOK: 0.085,
  DKK: 0.134,
  PLN: 0.236,
  CZK: 0.041,
  HUF: 0.0026,
  RON: 0.196,
  JPY: 0.0055,
  CNY: 0.122,
  INR: 0.0096,
  CAD: 0.62,
  AUD: 0.56,
  SGD: 0.66,
  BRL: 0.16,
  TRY: 0.02,
}

/** Domain of the weights: every code, side by side. */
export const LEVER_CODES = [
  'tools-replaced',
  'cost-freed',
  'hours-freed',
  'interfaces-removed',
  'departments-joined',
  'users-joined',
  'double-entry-ended',
  'risks-closed',
] as const satisfies readonly LeverCode[]
export const EFFORT_CODES = [
  'users-to-move',
  'flows-to-rewire',
  'data-to-migrate',
  'contract-lock-in',
  'criticality',
  'attachment',
] as const satisfies readonly EffortCode[]

/** The weights with each side scaled to add up to 100. A side of nothing but zeros (or worse) gives no points. */
export function scaledWeights(weights: Partial<BundleWeights>): BundleWeights {
  const scaled: Record<TermCode, number> = { ...BUNDLE_WEIGHTS }
  for (const side of [LEVER_CODES, EFFORT_CODES]) {
    const given = side.map((code) => Math.max(0, weights[code] ?? BUNDLE_WEIGHTS[code]))
    const sum = given.reduce((total, each) => total + each, 0)
    for (const [i, code] of side.entries()) scaled[code] = sum === 0 ? 0 : ((given[i] ?? 0) / sum) * 100
  }
  return scaled
}
