import fc from 'fast-check'
import { buildGraph } from '../../../shared/graph/build-graph'
import type { Graph } from '../../../shared/graph/graph'
import type { ToolJob } from '../../../shared/graph/group-tools'
import type { Inventory } from '../../../shared/inventory/inventory'
import { ARRANGEMENT_KINDS, type Arrangement } from '../../../shared/inventory/map-look'
import type { Department, DepartmentId, Flow, FlowId, Tool, ToolId } from '../../../shared/inventory/nouns'
import { FLOW_METHODS, type Pin, type PinId, pinIdOf } from '../../../shared/inventory/nouns'
import { inventoryOf } from './a-company'

/** A few departments in each other (circles included), up to forty tools, flows (loops included) and usages. */
export const arbitraryInventory: fc.Arbitrary<Inventory> = fc
  .record({
    departments: fc.array(fc.record({ name: fc.string({ maxLength: 30 }), parent: fc.nat(16) }), {
      minLength: 1,
      maxLength: 8,
    }),
    tools: fc.array(fc.record({ name: fc.string({ maxLength: 20 }), owner: fc.nat(8) }), {
      minLength: 1,
      maxLength: 40,
    }),
    flows: fc.array(
      fc.record({
        source: fc.nat(39),
        target: fc.nat(39),
        method: fc.constantFrom(...FLOW_METHODS),
        hoursPerMonth: fc.option(fc.nat(99), { nil: undefined }),
        bothWays: fc.boolean(),
      }),
      { maxLength: 40 },
    ),
    usages: fc.array(fc.record({ tool: fc.nat(39), department: fc.nat(7) }), { maxLength: 40 }),
  })
  .map(({ departments, tools, flows, usages }) => {
    const tool = (index: number) => `t${index % tools.length}` as ToolId
    return inventoryOf(
      departments.map(({ name, parent }, at): Partial<Department> => {
        const above = parent < departments.length ? { parent: `d${parent}` as DepartmentId } : {}
        return { id: `d${at}` as DepartmentId, name, ...above }
      }),
      tools.map(({ name, owner }, at): Partial<Tool> => {
        const home = owner < departments.length ? { owner: `d${owner}` as DepartmentId } : {}
        return { id: `t${at}` as ToolId, name, ...home }
      }),
      flows.map(({ source, target, method, hoursPerMonth, bothWays }, at): Partial<Flow> => {
        const hours = hoursPerMonth === undefined ? {} : { hoursPerMonth }
        return { id: `w${at}` as FlowId, source: tool(source), target: tool(target), method, bothWays, ...hours }
      }),
      usages.map((usage, at) => ({
        id: `u${at}` as never,
        tool: tool(usage.tool),
        department: `d${usage.department % departments.length}` as DepartmentId,
      })),
    )
  })

/** Jobs of all tools but every fifth, some in domains. */
export function someJobs(inventory: Inventory): ReadonlyMap<ToolId, ToolJob> {
  return new Map(
    [...inventory.tools.keys()].flatMap((id, at): [ToolId, ToolJob][] => {
      if (at % 5 === 4) return []
      const domain = at % 3 === 0 ? {} : { domain: `area ${at % 2}` }
      return [[id, { key: `job${at % 3}`, name: `Job ${at % 3}`, ...domain }]]
    }),
  )
}

export const arbitraryArrangement: fc.Arbitrary<Arrangement> = fc.oneof(
  ...ARRANGEMENT_KINDS.map((by): fc.Arbitrary<Arrangement> => {
    if (by !== 'around') return fc.constant({ by })
    return fc.constantFrom(1, 2, 3, 4).map((depth) => ({ by, tool: 't0' as ToolId, depth: depth as 1 }))
  }),
)

/** The graph of an inventory in an arrangement, with jobs for the one by function. */
export function arranged(inventory: Inventory, arrangement: Arrangement): Graph {
  const nothing = { overlaps: new Map(), functionNames: new Map(), domains: new Map() }
  return buildGraph(inventory, { ...nothing, jobs: someJobs(inventory) }, arrangement)
}

/** Graphs of such inventories, in any arrangement. */
export const arbitraryGraph: fc.Arbitrary<Graph> = fc
  .tuple(arbitraryInventory, arbitraryArrangement)
  .map(([inventory, arrangement]) => arranged(inventory, arrangement))

/** Pins of some of a graph's nodes, anywhere, overlapping or not. */
export function arbitraryPins(graph: Graph): fc.Arbitrary<ReadonlyMap<PinId, Pin>> {
  const ids = [
    ...graph.containers.map(({ id, parent }) => pinIdOf(id, parent)),
    ...graph.tools.map(({ id, container }) => pinIdOf(id, container)),
  ]
  const place = fc.integer({ min: -1500, max: 1500 })
  return fc
    .array(fc.option(fc.record({ x: place, y: place }), { nil: undefined }), {
      minLength: ids.length,
      maxLength: ids.length,
    })
    .map((places) => {
      const pins = places.flatMap((at, index): Pin[] => (at === undefined ? [] : [{ id: ids[index] as PinId, ...at }]))
      return new Map(pins.map((pin) => [pin.id, pin]))
    })
}
