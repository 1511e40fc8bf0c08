import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chipsFor, chipWidth } from '../../../shared/graph/chips'
import { flowLayers } from '../../../shared/graph/flow-layers'
import type { FlowEdge } from '../../../shared/graph/graph'
import { layout } from '../../../shared/graph/layout'
import { neighbourhood } from '../../../shared/graph/neighbourhood'
import { pinsOf } from '../../../shared/graph/pins-of'
import { pinsToForget } from '../../../shared/graph/tidy'
import { inventoryOf } from './a-company'
import { arbitraryArrangement, arbitraryInventory, arranged } from './arbitrary-graph'

const edge = (source: string, target: string, bothWays = false): FlowEdge =>
  ({ id: `${source}${target}`, source, target, bothWays }) as unknown as FlowEdge
const letters = (names: string) => [...names]

describe('by direction', () => {
  test('everything stands right of what it gets data from', () => {
    const layers = flowLayers(letters('abcd'), [edge('a', 'b'), edge('b', 'c'), edge('a', 'c'), edge('d', 'c')])
    expect(Object.fromEntries(layers)).toEqual({ a: 0, b: 1, c: 2, d: 0 })
  })

  test('a circle is broken where it leads back; an edge both ways says nothing', () => {
    const layers = flowLayers(letters('abcx'), [edge('a', 'b'), edge('b', 'c'), edge('c', 'a'), edge('x', 'b', true)])
    expect(Object.fromEntries(layers)).toEqual({ a: 0, b: 1, c: 2, x: 0 })
  })

  test('without circles every edge leads to the right, as long as there is room for the layers', () => {
    const edges = fc
      .array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 60 })
      .map((pairs) =>
        pairs.filter(([a, b]) => a !== b).map(([a, b]) => edge(`t${Math.min(a, b)}`, `t${Math.max(a, b)}`)),
      )
    const ids = Array.from({ length: 21 }, (_, at) => `t${at}`)
    fc.assert(
      fc.property(edges, (list) => {
        const layers = flowLayers(ids, list)
        for (const { source, target } of list) {
          expect(layers.get(source) as number).toBeLessThan(layers.get(target) as number)
        }
      }),
    )
  })

  test('on the map sources are left of what they feed', () => {
    const inventory = inventoryOf(
      [],
      letters('abcd').map((id) => ({ id: id as never, name: id })),
      [
        { id: '1' as never, source: 'c' as never, target: 'a' as never },
        { id: '2' as never, source: 'a' as never, target: 'b' as never },
      ],
    )
    const { at, graph } = layout(arranged(inventory, { by: 'direction' }), new Map())
    const x = (id: string) => at.get(id)?.x ?? Number.NaN
    expect(x('c')).toBeLessThan(x('a'))
    expect(x('a')).toBeLessThan(x('b'))
    expect(graph.containers.map(({ id, toolCount }) => [id, toolCount])).toEqual([
      ['dir:all', 3],
      ['dir:none', 1],
    ])
  })
})

describe('around one tool', () => {
  const edges = [edge('a', 'm'), edge('m', 'z'), edge('b', 'a'), edge('z', 'y'), edge('m', 'o', true), edge('q', 'r')]

  test('what it gets data from is left, what it gives data to is right', () => {
    expect(Object.fromEntries(neighbourhood(edges, 'm', 1))).toEqual({ m: 0, a: -1, z: 1, o: 1 })
    expect(Object.fromEntries(neighbourhood(edges, 'm', 4))).toEqual({ m: 0, a: -1, b: -2, z: 1, y: 2, o: 1 })
  })

  test('only its neighbourhood is on the map, and a tool that is gone has none', () => {
    const inventory = inventoryOf(
      [],
      letters('amzq').map((id) => ({ id: id as never, name: id })),
      [{ id: '1' as never, source: 'a' as never, target: 'm' as never }],
    )
    const around = (tool: string) => arranged(inventory, { by: 'around', tool: tool as never, depth: 2 })
    expect(around('m').tools.map(({ id }) => id)).toEqual(['a', 'm'])
    expect(around('m').containers).toMatchObject([{ id: 'around:m', name: 'm', toolCount: 2 }])
    expect(around('gone')).toEqual({ containers: [], tools: [], edges: [] })
  })
})

describe('by function', () => {
  test('functions lie in their domains, what has none comes last', () => {
    const inventory = inventoryOf(
      [],
      Array.from({ length: 10 }, (_, at) => ({ id: `t${at}` as never, name: `T${at}` })),
      [],
    )
    const { containers } = arranged(inventory, { by: 'function' })
    expect(containers.map(({ id, kind, parent, toolCount }) => [id, kind, parent, toolCount])).toEqual([
      ['fn:job0', 'function', undefined, 3],
      ['dom:area 0', 'domain', undefined, 3],
      ['fn:job2', 'function', 'dom:area 0', 3],
      ['dom:area 1', 'domain', undefined, 2],
      ['fn:job1', 'function', 'dom:area 1', 2],
      ['fn:', 'function', undefined, 2],
    ])
  })
})

describe('tidying up', () => {
  test('everything: as if nothing had been remembered', () => {
    fc.assert(
      fc.property(arbitraryInventory, arbitraryArrangement, (inventory, arrangement) => {
        const graph = arranged(inventory, arrangement)
        const forget = new Set<string>(pinsToForget(graph))
        const pins = new Map(pinsOf(layout(graph, new Map())).map((pin) => [pin.id, pin]))
        expect([...pins.keys()].filter((id) => !forget.has(id))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('a selection: what lies in it, and nothing else', () => {
    const inventory = inventoryOf(
      [
        { id: 'A' as never, name: 'A' },
        { id: 'B' as never, name: 'B', parent: 'A' as never },
        { id: 'C' as never, name: 'C' },
      ],
      [
        { id: 'a' as never, owner: 'A' as never },
        { id: 'b' as never, owner: 'B' as never },
        { id: 'c' as never, owner: 'C' as never },
      ],
      [],
    )
    const graph = arranged(inventory, { by: 'department' })
    expect(pinsToForget(graph, new Set(['A']))).toEqual(['B@A', 'a@A', 'b@B'])
    expect(pinsToForget(graph, new Set(['c']))).toEqual(['c@C'])
  })
})

describe('chips', () => {
  test('as many as fit, the others counted', () => {
    expect(chipsFor(['HR', 'IT'])).toEqual({ shown: ['HR', 'IT'], more: 0 })
    expect(chipsFor(['HR', 'Kundenservice', 'IT'])).toEqual({ shown: ['HR'], more: 2 })
    expect(chipsFor(['Qualitätsmanagement', 'IT'])).toMatchObject({
      shown: [expect.stringMatching(/^Qual.*…$/)],
      more: 1,
    })
  })

  test('never wider than their room, nobody lost', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 12 }), (names) => {
        const { shown, more } = chipsFor(names)
        expect(shown.length + more).toBe(names.length)
        const texts = [...shown, ...(more > 0 ? [`+${more}`] : [])]
        expect(texts.reduce((sum, text) => sum + chipWidth(text) + 3, -3)).toBeLessThanOrEqual(84)
      }),
    )
  })
})
