import type { Inventory } from '../../inventory/inventory'
import type { DepartmentId } from '../../inventory/nouns'
import type { Scenario } from '../../inventory/scenario'
import { type Banded, banded, exactly, type Figure, sum } from '../bundle-figures'
import { inCurrency } from '../item-figures'
import { itemFigures, type LandscapeFigures, measureLandscape, minus } from './measure-landscape'
import type { Simulation } from './simulate-scenario'

/** What a scenario changes, in units people know. `after` and `before` come from the same measure on two inventories. */
export interface Comparison {
  readonly before: LandscapeFigures
  readonly after: LandscapeFigures
  /** Yearly cost before minus after, in major units of `before.currency`; negative when it costs more. */
  readonly saved: Banded
  /** Hours a month before minus after. */
  readonly hoursFreed: Banded
  /** Sum of the one-off costs that were said, in `before.currency`; `unknown` counts the bundles that said none. */
  readonly oneOff: Banded
  /**
   * Months until the savings have paid the one-off cost: at the best, expected and at the worst. Absent where the
   * one-off cost isn't known for every bundle; `undefined` at an end at which it never pays.
   */
  readonly breakEven?: { readonly best?: number; readonly expected?: number; readonly worst?: number }
  readonly departments: readonly DepartmentId[]
}

/**
 * Before and after of a scenario. Tools that are there before and after count with the same figure on both sides, so an
 * unknown cost of a tool that nobody touches does not widen what is saved.
 */
export function compareScenario(inventory: Inventory, scenario: Scenario, simulation: Simulation): Comparison {
  const before = measureLandscape(inventory)
  const after = measureLandscape(simulation.after, before.currency)
  const were = itemFigures(inventory, before.currency)
  const are = itemFigures(simulation.after, before.currency)
  const saved = minus(changedSum(were.costs, are.costs), changedSum(are.costs, were.costs))
  const said = scenario.bundles.map(({ oneOffCost }) => {
    return oneOffCost === undefined ? undefined : inCurrency(oneOffCost, before.currency)
  })
  const known = said.filter((each) => each !== undefined)
  const total = known.reduce((sum, each) => sum + each, 0)
  const oneOff: Banded = { ...exactly(total), unknown: said.length - known.length }
  return {
    before,
    after,
    saved,
    hoursFreed: minus(changedSum(were.hours, are.hours), changedSum(are.hours, were.hours)),
    oneOff,
    ...(oneOff.unknown > 0 || said.length === 0 ? {} : { breakEven: breakEvenOf(total, saved) }),
    departments: simulation.departments,
  }
}

function breakEvenOf(oneOff: number, saved: Banded): NonNullable<Comparison['breakEven']> {
  const months = (yearly: number) => (oneOff === 0 ? 0 : yearly > 0 ? (oneOff / yearly) * 12 : undefined)
  const [best, expected, worst] = [months(saved.high), months(saved.expected), months(saved.low)]
  return {
    ...(best === undefined ? {} : { best }),
    ...(expected === undefined ? {} : { expected }),
    ...(worst === undefined ? {} : { worst }),
  }
}

/** The sum of the figures that the other side hasn't, or has otherwise. */
function changedSum<K>(figures: ReadonlyMap<K, Figure>, other: ReadonlyMap<K, Figure>): Banded {
  return banded(
    [...figures].flatMap(([id, figure]) => (isSame(figure, other.get(id)) ? [] : [figure])),
    sum,
  )
}

function isSame(a: Figure, b: Figure | undefined): boolean {
  if (typeof a === 'number' || typeof b === 'number' || b === undefined) return a === b
  return a.low === b.low && a.expected === b.expected && a.high === b.high
}
