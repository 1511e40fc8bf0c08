import fc from 'fast-check'
import type { Graph } from '../../../shared/graph/graph'
import type { Department, DepartmentId, Flow, FlowId, Tool, ToolId } from '../../../shared/inventory/nouns'
import { FLOW_METHODS, type Pin, type PinId, pinIdOf } from '../../../shared/inventory/nouns'
import { graphOf, inventoryOf } from './a-company'

/** Graphs with a few departments (one of them "none"), up to forty tools and flows between them, loops included. */
export const arbitraryGraph: fc.Arbitrary<Graph> = fc
  .record({
    departments: fc.array(fc.string({ maxLength: 30 }), { minLength: 1, maxLength: 8 }),
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
  })
  .map(({ departments, tools, flows }) =>
    graphOf(
      inventoryOf(
        departments.map((name, at): Partial<Department> => ({ id: `d${at}` as DepartmentId, name })),
        tools.map(({ name, owner }, at): Partial<Tool> => {
          const home = owner < departments.length ? { owner: `d${owner}` as DepartmentId } : {}
          return { id: `t${at}` as ToolId, name, ...home }
        }),
        flows.map(({ source, target, method, hoursPerMonth, bothWays }, at): Partial<Flow> => {
          const end = (index: number) => `t${index % tools.length}` as ToolId
          const hours = hoursPerMonth === undefined ? {} : { hoursPerMonth }
          return { id: `w${at}` as FlowId, source: end(source), target: end(target), method, bothWays, ...hours }
        }),
      ),
    ),
  )

/** Pins of some of a graph's nodes, anywhere, overlapping or not. */
export function arbitraryPins(graph: Graph): fc.Arbitrary<ReadonlyMap<PinId, Pin>> {
  const ids = [
    ...graph.containers.map(({ id }) => pinIdOf(id)),
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
