import type { SizeAttribute } from '../../inventory/map-look'
import type { Tool, ToolId } from '../../inventory/nouns'
import { countFlows, type LensReader } from './reader'

/** The diameter of the largest mark, in the map's units: it fits the height of a card. */
export const LARGEST_MARK = 52
/** The diameter of the mark of an unknown value: a dashed circle without an area that would mean something. */
export const UNKNOWN_MARK = 14

export interface SizeMarks {
  /** Diameter of each tool's mark, in the map's units; its area is proportional to the value. Known and above zero. */
  readonly diameters: ReadonlyMap<ToolId, number>
  /** Tools of which the value isn't known, or can't be compared (a cost in another currency than the usual one). */
  readonly unknown: ReadonlySet<ToolId>
  /** Values to explain the areas by, the largest first, in the unit of the attribute (whole units of `currency`). */
  readonly samples: readonly { readonly value: number; readonly diameter: number }[]
  readonly currency?: string
}

/** The size of each tool's mark. Cards never change their size: places stay where they are. */
export function sizeMarks(reader: LensReader, sizeBy: SizeAttribute): SizeMarks {
  const { inventory, currency } = reader
  const flows = countFlows(inventory)
  const read = (tool: Tool): number | undefined => {
    switch (sizeBy) {
      case 'users':
        return tool.users
      case 'cost':
        return tool.annualCost?.currency === currency && tool.annualCost ? tool.annualCost.minor / 100 : undefined
      case 'flows':
        return flows().get(tool.id) ?? 0
      case 'criticality':
        return tool.criticality
    }
  }
  const values = new Map<ToolId, number>()
  const unknown = new Set<ToolId>()
  let largest = 0
  for (const tool of inventory.tools.values()) {
    const value = read(tool)
    if (value === undefined) unknown.add(tool.id)
    else if (value > 0) {
      values.set(tool.id, value)
      largest = Math.max(largest, value)
    }
  }
  const diameter = (value: number) => LARGEST_MARK * Math.sqrt(value / largest)
  const diameters = new Map([...values].map(([id, value]) => [id, diameter(value)]))
  const steps = sizeBy === 'criticality' ? [4, 2, 1] : [largest, roundDown(largest / 4), roundDown(largest / 25)]
  const samples = [...new Set(steps)]
    .filter((value) => value > 0 && value <= largest)
    .map((value) => ({ value, diameter: diameter(value) }))
  return { diameters, unknown, samples, ...(sizeBy === 'cost' && currency !== undefined ? { currency } : {}) }
}

/** The next lower number with one digit that isn't zero; 0 below one. */
function roundDown(value: number): number {
  if (value < 1) return 0
  const unit = 10 ** Math.floor(Math.log10(value))
  return Math.floor(value / unit) * unit
}
