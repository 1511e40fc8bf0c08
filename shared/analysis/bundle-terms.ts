import type { DepartmentId, Flow, Tool, ToolId } from '../inventory/nouns'
import { type BundleFacts, lockInOf, usersOf } from './bundle-facts'
import {
  type Banded,
  banded,
  exactly,
  type Figure,
  largestWithoutLargest,
  sum,
  sumWithoutLargest,
} from './bundle-figures'
import { EUR_PER, HALF, LEVER_CODES, type Range, type TermCode, UNKNOWN } from './bundle-scale'
import type { BundleTerm } from './findings'
import { majorUnits } from './money'

/** A bundle before its terms are worked out. `staying`: how many of its tools stay whatever happens. */
export interface BundleParts {
  readonly tools: readonly Tool[]
  readonly staying: number
  readonly departments: readonly DepartmentId[]
  /** Every flow that touches one of the tools, once, sorted by id. */
  readonly flows: readonly Flow[]
}

/** A term together with the points at the two ends of its band. */
export interface PointedTerm {
  readonly term: BundleTerm
  readonly lowPoints: number
  readonly highPoints: number
}

/**
 * The ten terms of a bundle, each `points = weight × value / (value + half)` (`bundle-scale.ts`). In every term that is
 * about replacing, the biggest one stays: the dearest contract, the tool with most users, most flows, the longest
 * contract, the highest criticality (with `staying` > 1 that many). An unknown figure stands in with its published range.
 */
export function bundleTerms(parts: BundleParts, facts: BundleFacts): readonly PointedTerm[] {
  const { tools, staying, departments, flows } = parts
  const members = new Set(tools.map(({ id }) => id))
  const without = sumWithoutLargest(staying)
  const make = (
    code: TermCode,
    unit: BundleTerm['unit'],
    value: Banded,
    options: { flows?: readonly Flow[]; currency?: string; half?: number } = {},
  ): PointedTerm => {
    const half = options.half ?? HALF[code]
    const pointsAt = (figure: number) => (facts.weights[code] * figure) / (figure + half)
    const { low, expected, high, unknown } = value
    const term: BundleTerm = {
      side: (LEVER_CODES as readonly TermCode[]).includes(code) ? 'lever' : 'effort',
      code,
      value: expected,
      unit,
      ...(options.currency === undefined ? {} : { currency: options.currency }),
      points: pointsAt(expected),
      low,
      high,
      unknown,
      tools: options.flows === undefined ? tools.map(({ id }) => id) : [],
      flows: (options.flows ?? []).map(({ id }) => id),
    }
    return { term, lowPoints: pointsAt(low), highPoints: pointsAt(high) }
  }

  const inner = flows.filter(({ source, target }) => members.has(source) && members.has(target))
  const incoming = flows.filter(({ source, target, bothWays }) => {
    return members.has(target) || (bothWays === true && members.has(source))
  })
  const carried = incoming.filter((flow) => hoursOf(flow) !== 0)
  const isInner = new Set(inner)
  const isIncoming = new Set(incoming)
  const removed = flows.filter((flow) => isInner.has(flow) || (flow.method === 'by-hand' && isIncoming.has(flow)))
  const outer = flows.filter((flow) => !isInner.has(flow) && flow.method !== 'by-hand')
  const outerOf = new Map<ToolId, number>()
  for (const { source, target } of outer) {
    for (const end of [source, target]) outerOf.set(end, (outerOf.get(end) ?? 0) + 1)
  }
  const users = tools.map((tool) => usersOf(tool, facts) ?? UNKNOWN.users)
  const rewired = tools.map(({ id }): Figure => {
    return facts.flows.has(id) ? (outerOf.get(id) ?? 0) : UNKNOWN.flows
  })
  const { currency, half, costs } = costsOf(tools)
  const months = tools.map((tool): Figure => lockInOf(tool, facts.today) ?? UNKNOWN.months)
  const levels = tools.map(({ criticality }): Figure => criticality ?? UNKNOWN.level)
  const longest = largestWithoutLargest(staying)

  return [
    make('tools-replaced', 'tools', exactly(tools.length - staying)),
    make('cost-freed', 'money-per-year', banded(costs, without), { currency, half }),
    make('hours-freed', 'hours-per-month', banded(carried.map(hoursOf), sum), { flows: carried }),
    make('interfaces-removed', 'flows', exactly(removed.length), { flows: removed }),
    make('departments-joined', 'departments', joined(tools, departments, facts)),
    make('users-joined', 'users', banded(users, sum)),
    make('users-to-move', 'users', banded(users, without)),
    make('flows-to-rewire', 'flows', banded(rewired, without), { flows: outer }),
    make('contract-lock-in', 'months', banded(months, longest)),
    make('criticality', 'level', banded(levels, longest)),
  ]
}

/**
 * Hours a month that people spend on a flow: what the list says; otherwise none for API, middleware and database, and
 * a published range for by hand, and a smaller one for file, e-mail and unknown.
 */
function hoursOf({ hoursPerMonth, method }: Flow): Figure {
  if (hoursPerMonth !== undefined) return hoursPerMonth
  if (method === 'by-hand') return UNKNOWN.hoursByHand
  return method === 'api' || method === 'middleware' || method === 'database' ? 0 : UNKNOWN.hoursMaybe
}

/** Yearly costs in the one currency they are all known in, otherwise in EUR, with the half-value in that currency. */
function costsOf(tools: readonly Tool[]): { currency: string; half: number; costs: readonly Figure[] } {
  const known = new Set(
    tools.map(({ annualCost }) => annualCost?.currency).filter((code) => rateOf(code) !== undefined),
  )
  const currency = (known.size === 1 ? [...known][0] : undefined) ?? 'EUR'
  const rate = rateOf(currency) ?? 1
  const { low, expected, high } = UNKNOWN.cost
  const unknown: Range = { low: low / rate, expected: expected / rate, high: high / rate }
  const costs = tools.map(({ annualCost }): Figure => {
    const own = rateOf(annualCost?.currency)
    if (annualCost === undefined || own === undefined) return unknown
    return annualCost.currency === currency ? majorUnits(annualCost) : (majorUnits(annualCost) * own) / rate
  })
  return { currency, half: HALF['cost-freed'] / rate, costs }
}

function rateOf(currency: string | undefined): number | undefined {
  return currency !== undefined && Object.hasOwn(EUR_PER, currency) ? EUR_PER[currency] : undefined
}

/** Departments beyond the first that would share one process; a tool nobody is known to use adds a range. */
function joined(tools: readonly Tool[], departments: readonly DepartmentId[], facts: BundleFacts): Banded {
  const unknown = tools.filter(({ id }) => (facts.departments.get(id)?.size ?? 0) === 0).length
  const at = (each: number) => Math.max(0, departments.length + unknown * each - 1)
  const { low, expected, high } = UNKNOWN.departments
  return { low: at(low), expected: at(expected), high: at(high), unknown }
}
