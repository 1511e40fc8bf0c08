import type { Inventory } from '../../inventory/inventory'
import type { FlowId, ToolId } from '../../inventory/nouns'
import { type Banded, banded, type Figure, sum } from '../bundle-figures'
import { commonCurrency, costOf, hoursOf } from '../item-figures'
import { departmentsByTool } from '../tool-traits'

/** What a landscape amounts to. The same function measures before and after, so the two can be compared. */
export interface LandscapeFigures {
  /** Tools that are not retired. */
  readonly tools: number
  /** Flows that are not retired, between tools that aren't either. */
  readonly flows: number
  readonly flowsByHand: number
  /** Hours a month that people spend carrying data. */
  readonly hours: Banded
  /** Yearly cost in major units of `currency`. */
  readonly cost: Banded
  /** ISO 4217: the one currency that all known costs are in, else EUR. */
  readonly currency: string
  readonly risks: RiskFigures
}

/** How many tools in use carry each risk. */
export interface RiskFigures {
  readonly withoutOwner: number
  /** Retired tools that a flow in use still starts from or ends at. */
  readonly retiredInUse: number
  /** They hold personal data, and nobody said how confidential the data are. */
  readonly personalDataUnclassed: number
  readonly aiUnknown: number
}

/**
 * Counts and sums over everything that is in use. Unknown figures stand in with their published ranges
 * (`bundle-scale.ts`) and are counted; the band's ends add up the ranges' ends.
 * @param currency ISO 4217 code to measure in, so that two landscapes share it; absent: the one of all known costs
 */
export function measureLandscape(inventory: Inventory, currency?: string): LandscapeFigures {
  const tools = [...inventory.tools.values()].filter(({ status }) => status !== 'retired')
  const inUse = new Set(tools.map(({ id }) => id))
  const living = [...inventory.flows.values()].filter(({ status }) => status !== 'retired')
  const flows = living.filter(({ source, target }) => inUse.has(source) && inUse.has(target))
  const shown = currency ?? commonCurrency(tools.flatMap(({ annualCost }) => annualCost ?? []))
  const { costs, hours } = itemFigures(inventory, shown)
  const stillFed = new Set(living.flatMap(({ source, target }) => [source, target]).filter((id) => !inUse.has(id)))
  const departments = departmentsByTool(inventory)
  return {
    tools: tools.length,
    flows: flows.length,
    flowsByHand: flows.filter(({ method }) => method === 'by-hand').length,
    hours: banded([...hours.values()], sum),
    cost: banded([...costs.values()], sum),
    currency: shown,
    risks: {
      withoutOwner: tools.filter(
        (tool) => !tool.businessOwner && !tool.technicalOwner && (departments.get(tool.id)?.size ?? 0) === 0,
      ).length,
      retiredInUse: stillFed.size,
      personalDataUnclassed: tools.filter((tool) => tool.personalData === 'yes' && tool.dataClass === undefined).length,
      aiUnknown: tools.filter(({ ai }) => ai === undefined || ai === 'unknown').length,
    },
  }
}

/** The figure of every tool and flow that counts: yearly cost in major units of the currency, hours a month. */
export interface ItemFigures {
  readonly costs: ReadonlyMap<ToolId, Figure>
  readonly hours: ReadonlyMap<FlowId, Figure>
}

/** What `measureLandscape` adds up, item by item. */
export function itemFigures(inventory: Inventory, currency: string): ItemFigures {
  const costs = new Map<ToolId, Figure>()
  for (const tool of inventory.tools.values()) if (tool.status !== 'retired') costs.set(tool.id, costOf(tool, currency))
  const hours = new Map<FlowId, Figure>()
  for (const flow of inventory.flows.values()) {
    if (flow.status !== 'retired' && costs.has(flow.source) && costs.has(flow.target)) hours.set(flow.id, hoursOf(flow))
  }
  return { costs, hours }
}

/** A band as it is when one is taken from another: the ends cross over. Values may be negative. */
export function minus(a: Banded, b: Banded): Banded {
  return {
    low: a.low - b.high,
    expected: a.expected - b.expected,
    high: a.high - b.low,
    unknown: a.unknown + b.unknown,
  }
}
