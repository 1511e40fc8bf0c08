import { type Banded, banded, sum } from '../../analysis/bundle-figures'
import type { Findings } from '../../analysis/findings'
import { itemFigures } from '../../analysis/scenario/measure-landscape'
import { departmentsByTool } from '../../analysis/tool-traits'
import type { Inventory } from '../../inventory/inventory'
import type { Tool, ToolId } from '../../inventory/nouns'

/** What the management summary counts. Tools and flows that are retired are left out everywhere. */
export interface SummaryFigures {
  readonly tools: number
  readonly departments: number
  readonly flows: number
  /** Tools that share at least one job with another one: the members of the bundles. */
  readonly doubled: {
    readonly tools: readonly ToolId[]
    readonly jobs: number
    /** How many of them are in bundles by unaccepted proposals only. */
    readonly proposed: number
    /** Known yearly cost of these tools: minor units by currency. */
    readonly cost: ReadonlyMap<string, number>
  }
  readonly cost: { readonly known: ReadonlyMap<string, number>; readonly tools: number }
  readonly byHand: {
    readonly flows: number
    /** Hours a month that the lists state, and of how many flows. */
    readonly known: number
    readonly knownFlows: number
    /** With the published range (`UNKNOWN.hoursByHand`) for each flow that doesn't say. */
    readonly hours: Banded
    /** Flows of which nobody said how the data travel. */
    readonly methodUnknown: number
  }
  readonly ai: {
    readonly dedicated: readonly Tool[]
    readonly embedded: readonly Tool[]
    readonly unknown: number
    /** Tools with AI that hold personal data, or of which nobody said. */
    readonly personal: number
    readonly personalUnknown: number
  }
  readonly withoutOwner: number
}

/** Counts what the summary says. Nothing unknown is counted as zero: it is counted as unknown, beside. */
export function summaryFigures(inventory: Inventory, findings: Findings): SummaryFigures {
  const tools = [...inventory.tools.values()].filter(({ status }) => status !== 'retired')
  const inUse = new Map(tools.map((tool) => [tool.id, tool]))
  const flows = [...inventory.flows.values()].filter(
    ({ status, source, target }) => status !== 'retired' && inUse.has(source) && inUse.has(target),
  )
  const carried = flows.filter(({ method }) => method === 'by-hand')
  const stated = carried.flatMap(({ hoursPerMonth }) => hoursPerMonth ?? [])
  const { hours } = itemFigures(inventory, 'EUR')
  const doubled = doubledTools(findings)
  const withAi = tools.filter(({ ai }) => ai === 'dedicated' || ai === 'embedded')
  const departments = departmentsByTool(inventory)
  return {
    tools: tools.length,
    departments: inventory.departments.size,
    flows: flows.length,
    doubled: {
      tools: doubled,
      jobs: findings.bundles.length,
      proposed: doubled.length - acceptedIn(findings).size,
      cost: costsOf(doubled.flatMap((id) => inUse.get(id) ?? [])),
    },
    cost: { known: costsOf(tools), tools: tools.filter(({ annualCost }) => annualCost !== undefined).length },
    byHand: {
      flows: carried.length,
      known: sum(stated),
      knownFlows: stated.length,
      hours: banded(
        carried.flatMap(({ id }) => hours.get(id) ?? []),
        sum,
      ),
      methodUnknown: flows.filter(({ method }) => method === 'unknown').length,
    },
    ai: {
      dedicated: withAi.filter(({ ai }) => ai === 'dedicated'),
      embedded: withAi.filter(({ ai }) => ai === 'embedded'),
      unknown: tools.filter(({ ai }) => ai === undefined || ai === 'unknown').length,
      personal: withAi.filter(({ personalData }) => personalData === 'yes').length,
      personalUnknown: withAi.filter(({ personalData }) => personalData === undefined || personalData === 'unknown')
        .length,
    },
    withoutOwner: tools.filter(
      ({ id, businessOwner, technicalOwner }) =>
        !businessOwner && !technicalOwner && (departments.get(id)?.size ?? 0) === 0,
    ).length,
  }
}

/** Known yearly costs added up: minor units by currency. */
export function costsOf(tools: readonly Tool[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { annualCost } of tools) {
    if (annualCost === undefined) continue
    sums.set(annualCost.currency, (sums.get(annualCost.currency) ?? 0) + annualCost.minor)
  }
  return sums
}

function doubledTools({ bundles }: Findings): readonly ToolId[] {
  return [...new Set(bundles.flatMap(({ tools }) => tools))]
}

/** The members of bundles whose job somebody stated. */
function acceptedIn({ bundles, assigned }: Findings): ReadonlySet<ToolId> {
  const members = new Map(bundles.map(({ functionKey, tools }) => [functionKey, new Set(tools)]))
  const accepted = assigned.assignments.filter(
    ({ state, functionKey, tool }) => state === 'accepted' && members.get(functionKey)?.has(tool) === true,
  )
  return new Set(accepted.map(({ tool }) => tool))
}
