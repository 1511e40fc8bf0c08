import type { DataObjectId, DepartmentId, Flow, Tool, ToolId } from '../inventory/nouns'
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
import { isOpenRisk, RISK_FIELDS, risks } from './bundle-risks'
import { HALF, LEVER_CODES, type TermCode, UNKNOWN } from './bundle-scale'
import type { BundleTerm, Gap, OpenField } from './findings'
import { commonCurrency, costOf, hoursOf, rateOf } from './item-figures'

/** A bundle before its terms are worked out. `staying`: how many of its tools stay whatever happens. */
export interface BundleParts {
  readonly tools: readonly Tool[]
  readonly staying: number
  readonly departments: readonly DepartmentId[]
  /** Every flow that touches one of the tools, once, sorted by id. */
  readonly flows: readonly Flow[]
  /** Retired tools of the same job that are still in use. */
  readonly lingering: readonly Tool[]
}

/** A term together with the points at the two ends of its band. */
export interface PointedTerm {
  readonly term: BundleTerm
  readonly lowPoints: number
  readonly highPoints: number
}

/**
 * The fourteen terms of a bundle, each `points = weight × value / (value + half)` (`bundle-scale.ts`). In every term that is
 * about replacing, the biggest one stays: the dearest contract, the tool with most users, most flows, the longest
 * contract, the highest criticality (with `staying` > 1 that many). An unknown figure stands in with its published range.
 */
export function bundleTerms(parts: BundleParts, facts: BundleFacts): readonly PointedTerm[] {
  const { tools, staying, departments, flows, lingering } = parts
  const members = new Set(tools.map(({ id }) => id))
  const without = sumWithoutLargest(staying)
  const make = (
    code: TermCode,
    unit: BundleTerm['unit'],
    value: Banded,
    options: {
      flows?: readonly Flow[]
      currency?: string
      half?: number
      gaps?: readonly Gap[]
      dataObjects?: readonly DataObjectId[]
      tools?: readonly Tool[]
    } = {},
  ): PointedTerm => {
    const half = options.half ?? HALF[code]
    const weight = facts.weights[code]
    const pointsAt = (figure: number) => (weight * figure) / (figure + half)
    const { low, expected, high, unknown } = value
    const term: BundleTerm = {
      side: (LEVER_CODES as readonly TermCode[]).includes(code) ? 'lever' : 'effort',
      code,
      value: expected,
      unit,
      ...(options.currency === undefined ? {} : { currency: options.currency }),
      points: pointsAt(expected),
      weight,
      half,
      low,
      high,
      unknown,
      gaps: options.gaps?.filter((gap) => gap.tools.length + gap.flows.length > 0) ?? [],
      tools: options.flows === undefined ? (options.tools ?? tools).map(({ id }) => id) : [],
      flows: (options.flows ?? []).map(({ id }) => id),
      dataObjects: options.dataObjects ?? [],
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

  const attached = tools.map(({ id }): Figure => facts.attachment.get(id) ?? UNKNOWN.level)
  const kept = tools.map(({ id }): Figure => facts.data.get(id)?.size ?? UNKNOWN.data)
  const doubled = doubledData(tools, facts)
  const lacking = (field: OpenField, isOpen: (tool: Tool) => boolean): readonly Gap[] => [
    { field, tools: tools.filter(isOpen).map(({ id }) => id), flows: [] },
  ]
  const noUsers = lacking('users', (tool) => usersOf(tool, facts) === undefined)
  const noData = lacking('dataObjects', ({ id }) => !facts.data.has(id))
  const noHours = carried.filter((flow) => typeof hoursOf(flow) !== 'number').map(({ id }) => id)
  const open: Partial<Record<TermCode, readonly Gap[]>> = {
    'cost-freed': lacking('annualCost', ({ annualCost }) => rateOf(annualCost?.currency) === undefined),
    'hours-freed': [{ field: 'hoursPerMonth', tools: [], flows: noHours }],
    'departments-joined': lacking('usages', ({ id }) => (facts.departments.get(id)?.size ?? 0) === 0),
    'flows-to-rewire': lacking('flows', ({ id }) => !facts.flows.has(id)),
    'contract-lock-in': lacking('contractEnd', (tool) => lockInOf(tool, facts.today) === undefined),
    criticality: lacking('criticality', ({ criticality }) => criticality === undefined),
    attachment: lacking('attachment', ({ id }) => !facts.attachment.has(id)),
    'risks-closed': RISK_FIELDS.flatMap((field) => lacking(field, (tool) => isOpenRisk(tool, field))),
  }
  return [
    make('tools-replaced', 'tools', exactly(tools.length - staying)),
    make('cost-freed', 'money-per-year', banded(costs, without), { currency, half, gaps: open['cost-freed'] ?? [] }),
    make('hours-freed', 'hours-per-month', banded(carried.map(hoursOf), sum), {
      flows: carried,
      gaps: open['hours-freed'] ?? [],
    }),
    make('interfaces-removed', 'flows', exactly(removed.length), { flows: removed }),
    make('double-entry-ended', 'data-objects', doubled.value, { gaps: noData, dataObjects: doubled.dataObjects }),
    make('departments-joined', 'departments', joined(tools, departments, facts), {
      gaps: open['departments-joined'] ?? [],
    }),
    make('users-joined', 'users', banded(users, sum), { gaps: noUsers }),
    make('risks-closed', 'risks', risks(tools, lingering, staying), {
      gaps: open['risks-closed'] ?? [],
      tools: [...tools, ...lingering],
    }),
    make('users-to-move', 'users', banded(users, without), { gaps: noUsers }),
    make('flows-to-rewire', 'flows', banded(rewired, without), { flows: outer, gaps: open['flows-to-rewire'] ?? [] }),
    make('data-to-migrate', 'data-objects', banded(kept, without), { gaps: noData }),
    make('contract-lock-in', 'months', banded(months, longest), { gaps: open['contract-lock-in'] ?? [] }),
    make('criticality', 'level', banded(levels, longest), { gaps: open.criticality ?? [] }),
    make('attachment', 'level', banded(attached, longest), { gaps: open.attachment ?? [] }),
  ]
}

/** Yearly costs in the one currency they are all known in, otherwise in EUR, with the half-value in that currency. */
function costsOf(tools: readonly Tool[]): { currency: string; half: number; costs: readonly Figure[] } {
  const currency = commonCurrency(tools.flatMap(({ annualCost }) => annualCost ?? []))
  const costs = tools.map((tool) => costOf(tool, currency))
  return { currency, half: HALF['cost-freed'] / (rateOf(currency) ?? 1), costs }
}

/** Departments beyond the first that would share one process; a tool nobody is known to use adds a range. */
function joined(tools: readonly Tool[], departments: readonly DepartmentId[], facts: BundleFacts): Banded {
  const unknown = tools.filter(({ id }) => (facts.departments.get(id)?.size ?? 0) === 0).length
  const at = (each: number) => Math.max(0, departments.length + unknown * each - 1)
  const { low, expected, high } = UNKNOWN.departments
  return { low: at(low), expected: at(expected), high: at(high), unknown }
}

/**
 * Data objects that two or more of the tools keep, each entered twice. A tool of which no data are known may keep
 * others' data a second time; where no tool's data are known, the first has nothing to repeat.
 */
function doubledData(
  tools: readonly Tool[],
  facts: BundleFacts,
): { readonly value: Banded; readonly dataObjects: readonly DataObjectId[] } {
  const times = new Map<DataObjectId, number>()
  let unknown = 0
  for (const { id } of tools) {
    const data = facts.data.get(id)
    if (data === undefined) unknown++
    for (const each of data ?? []) times.set(each, (times.get(each) ?? 0) + 1)
  }
  const dataObjects = [...times].flatMap(([id, count]) => (count > 1 ? [id] : [])).sort()
  const repeating = unknown === tools.length ? unknown - 1 : unknown
  const at = (each: number) => dataObjects.length + repeating * each
  const { low, expected, high } = UNKNOWN.doubled
  return { value: { low: at(low), expected: at(expected), high: at(high), unknown }, dataObjects }
}
