import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../../shared/graph/build-graph'
import { COMPANY_WIDE, NO_DEPARTMENT } from '../../../shared/graph/graph'
import { keepIdentity } from '../../../shared/graph/keep-identity'
import { applySteps, keepTools, matching, onlyMethods } from '../../../shared/graph/steps'
import { aCompany, graphOf, inventoryOf } from './a-company'

const company = inventoryOf(
  [
    { id: 'd1' as never, name: 'Sales' },
    { id: 'd2' as never, name: 'IT' },
    { id: 'd3' as never, name: 'Field', parent: 'd1' as never },
    { id: 'd4' as never, name: 'Empty' },
  ],
  [
    { id: 't1' as never, name: 'Jira', owner: 'd2' as never, annualCost: { minor: 100, currency: 'EUR' } },
    { id: 't2' as never, name: 'CRM', owner: 'd1' as never, status: 'active' },
    { id: 't3' as never, name: 'Maps', owner: 'd3' as never, status: 'retired' },
    { id: 't4' as never, name: 'Zoom' },
    { id: 't5' as never, name: 'Asana', owner: 'd2' as never, annualCost: { minor: 50, currency: 'EUR' } },
  ],
  [
    { id: 'w1' as never, source: 't1' as never, target: 't2' as never, hoursPerMonth: 2 },
    { id: 'w2' as never, source: 't1' as never, target: 't2' as never, hoursPerMonth: 3 },
    { id: 'w3' as never, source: 't2' as never, target: 't1' as never },
    { id: 'w4' as never, source: 't1' as never, target: 't2' as never, method: 'file' },
    { id: 'w5' as never, source: 't4' as never, target: 't3' as never, method: 'by-hand' },
    { id: 'w6' as never, source: 't3' as never, target: 't4' as never, method: 'by-hand', bothWays: true },
  ],
)

describe('buildGraph', () => {
  const graph = graphOf(company)

  test('containers in each other and by name, those without tools left out, "none" last', () => {
    expect(graph.containers.map(({ id, parent, toolCount }) => [id, parent, toolCount])).toEqual([
      ['d2', undefined, 2],
      ['d1', undefined, 2],
      ['d3', 'd1', 1],
      [NO_DEPARTMENT, undefined, 1],
    ])
    expect(graph.containers[2]?.path).toEqual(['Sales'])
    expect(graph.containers[0]?.annualCost).toEqual(new Map([['EUR', 150]]))
  })

  test('tools by container and name', () => {
    expect(graph.tools.map((tool) => tool.name)).toEqual(['Asana', 'Jira', 'CRM', 'Maps', 'Zoom'])
    expect(graph.tools.filter((tool) => tool.withoutOwner).map((tool) => tool.name)).toEqual(['Zoom'])
  })

  test('flows between the same two tools become one edge, by its most manual method', () => {
    expect(
      graph.edges.map(({ id, flows, method, bothWays, hoursPerMonth }) => [id, flows, method, bothWays, hoursPerMonth]),
    ).toEqual([
      ['t1|t2', ['w4', 'w1', 'w2', 'w3'], 'file', true, 5],
      ['t3|t4', ['w5', 'w6'], 'by-hand', true, undefined],
    ])
    expect(graph.edges[0]?.parts.map(({ method, flows, senders }) => [method, flows, senders])).toEqual([
      ['file', ['w4'], ['t1']],
      ['api', ['w1', 'w2', 'w3'], ['t1', 't2']],
    ])
  })

  test('a method that is not known gives way to every known one', () => {
    const both = inventoryOf(
      [],
      [{ id: 'a' as never }, { id: 'b' as never }],
      [
        { id: 'w1' as never, source: 'b' as never, target: 'a' as never, method: 'unknown' },
        { id: 'w2' as never, source: 'b' as never, target: 'a' as never, method: 'api' },
      ],
    )
    expect(graphOf(both).edges).toMatchObject([{ method: 'api', source: 'b', target: 'a', bothWays: false }])
  })

  test('every flow is on exactly one edge', () => {
    const { inventory, graph: large } = aCompany(300, 12, 900)
    expect(large.edges.flatMap((edge) => edge.flows).sort()).toEqual([...inventory.flows.keys()].sort())
  })

  test('a flow without an end is a broken promise', () => {
    const broken = inventoryOf(
      [],
      [{ id: 't1' as never }],
      [{ id: 'w' as never, source: 't1' as never, target: 'x' as never }],
    )
    expect(() => graphOf(broken)).toThrow('an end that does not exist')
  })

  test('a department without tools of its own is there for those below', () => {
    const tree = inventoryOf(
      [
        { id: 'a' as never, name: 'A' },
        { id: 'b' as never, name: 'B', parent: 'a' as never },
        { id: 'c' as never, name: 'C', parent: 'b' as never },
        { id: 'd' as never, name: 'D', parent: 'gone' as never },
      ],
      [
        { id: 't1' as never, owner: 'c' as never, annualCost: { minor: 5, currency: 'EUR' } },
        { id: 't2' as never, owner: 'd' as never },
      ],
      [],
    )
    expect(graphOf(tree).containers.map(({ id, path, toolCount }) => [id, path, toolCount])).toEqual([
      ['a', [], 1],
      ['b', ['A'], 1],
      ['c', ['A', 'B'], 1],
      ['d', [], 1],
    ])
    expect(graphOf(tree).containers[0]?.annualCost).toEqual(new Map([['EUR', 5]]))
  })

  test('tools that nobody owns and several use are company-wide', () => {
    const use = (tool: string, ...departments: readonly string[]) =>
      departments.map((department) => ({ id: `${tool}${department}`, tool, department }) as never)
    const shared = inventoryOf(
      ['a', 'b', 'c', 'd'].map((id) => ({ id: id as never, name: id.toUpperCase() })),
      [{ id: 't1' as never }, { id: 't2' as never }, { id: 't3' as never, owner: 'a' as never }],
      [],
      [...use('t1', 'd', 'b', 'c'), ...use('t2', 'b', 'c'), ...use('t3', 'a', 'b', 'c', 'd')],
    )
    const { containers, tools } = graphOf(shared)
    expect(containers.map(({ id, toolCount }) => [id, toolCount])).toEqual([
      ['a', 1],
      [COMPANY_WIDE, 1],
      [NO_DEPARTMENT, 1],
    ])
    expect(tools.map(({ id, usedBy }) => [id, usedBy.map(({ name }) => name)])).toEqual([
      ['t3', ['B', 'C', 'D']],
      ['t1', ['B', 'C', 'D']],
      ['t2', ['B', 'C']],
    ])
  })

  test('a loop of departments ends the path', () => {
    const loop = inventoryOf(
      [
        { id: 'a' as never, name: 'A', parent: 'b' as never },
        { id: 'b' as never, name: 'B', parent: 'a' as never },
      ],
      [{ id: 't' as never, owner: 'a' as never }],
      [],
    )
    expect(graphOf(loop).containers.map(({ id, path, toolCount }) => [id, path, toolCount])).toEqual([
      ['b', [], 1],
      ['a', ['B'], 1],
    ])
  })
})

describe('steps', () => {
  const graph = graphOf(company)

  test('statuses: tools go, with their flows and empty containers', () => {
    const shown = keepTools(graph, ({ status }) => status === undefined)
    expect(shown.tools.map((tool) => tool.id)).toEqual(['t5', 't1', 't4'])
    expect(shown.containers.map(({ id }) => id)).toEqual(['d2', NO_DEPARTMENT])
    const kept = keepTools(graph, ({ status }) => status === 'retired')
    expect(kept.containers.map(({ id, toolCount }) => [id, toolCount])).toEqual([
      ['d1', 1],
      ['d3', 1],
    ])
    expect(shown.edges).toEqual([])
  })

  test('methods and texts', () => {
    const files = onlyMethods(new Set(['file'] as const))(graph).edges
    expect(files).toMatchObject([{ id: 't1|t2', flows: ['w4'], method: 'file', bothWays: false }])
    expect(files[0]).not.toHaveProperty('hoursPerMonth')
    expect(onlyMethods(new Set(['file', 'by-hand'] as const))(graph).edges.map(({ flows }) => flows.length)).toEqual([
      1, 2,
    ])
    expect(matching('  JI ')(graph).tools.map((tool) => tool.name)).toEqual(['Jira'])
    expect(matching('sales')(graph).tools.map((tool) => tool.name)).toEqual(['CRM', 'Maps'])
    const [container] = matching('asana')(graph).containers
    expect(container).toMatchObject({ toolCount: 1 })
    expect(container).not.toHaveProperty('annualCost')
  })

  test('what changes nothing keeps the graph itself', () => {
    expect(applySteps(graph, [matching(''), onlyMethods(new Set(['api', 'file', 'by-hand'] as const))])).toBe(graph)
  })

  test('keepIdentity keeps every node that is equal', () => {
    expect(keepIdentity(graph, graphOf(company))).toBe(graph)
    const overlaps = new Map([['t1' as never, 2]])
    const next = keepIdentity(graph, buildGraph(company, { overlaps, functionNames: new Map(), domains: new Map() }))
    expect(next.tools.map((tool, at) => tool === graph.tools[at])).toEqual([true, false, true, true, true])
    expect(next.edges).toBe(graph.edges)
  })
})
