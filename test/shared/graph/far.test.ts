import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bundle, bundleFlows, bundleStyle, routeBundles } from '../../../shared/graph/far-bundles'
import { FAR_LABEL_SIZE, FAR_NAME_SIZE, type FarText, farTexts } from '../../../shared/graph/far-labels'
import { farUnits } from '../../../shared/graph/far-units'
import { overlaps } from '../../../shared/graph/geometry'
import type { PlacedGraph, Rect } from '../../../shared/graph/graph'
import { layout } from '../../../shared/graph/layout'
import { textWidth } from '../../../shared/graph/text-width'
import { aCompany, graphOf, inventoryOf } from './a-company'
import { arbitraryGraph, arbitraryPins } from './arbitrary-graph'

const words = {
  name: ({ name, id }: { readonly name: string; readonly id: string }) => name || id,
  count: ({ toolCount }: { readonly toolCount: number }) => String(toolCount),
  bundle: ({ flows, byHand }: Bundle) => [`${flows} · ${byHand} by hand`, String(flows)],
}

function far(placed: PlacedGraph, zoom: number) {
  const units = farUnits(placed)
  const bundles = bundleFlows(placed.graph, units)
  const routes = routeBundles(units, bundles)
  return { units, bundles, routes, ...farTexts(placed, units, bundles, routes, zoom, words) }
}

const areaOf = ({ x, y, width }: FarText, zoom: number): Rect => ({ x, y, width: width / zoom, height: 16 / zoom })
const graphWithPins = arbitraryGraph.chain((graph) => arbitraryPins(graph).map((pins) => layout(graph, pins)))

describe('seen from far away', () => {
  test('no text covers another one, none is wider than its room, and what has no room is counted', () => {
    fc.assert(
      fc.property(graphWithPins, fc.double({ min: 0.04, max: 0.34, noNaN: true }), (placed, zoom) => {
        const { names, labels, bundles, skipped } = far(placed, zoom)
        const areas = [...names, ...labels].map((text) => areaOf(text, zoom))
        expect(areas.filter((one, at) => areas.slice(at + 1).some((other) => overlaps(one, other)))).toEqual([])
        expect(skipped).toBe(placed.graph.containers.length + bundles.length - names.length - labels.length)
        for (const { text, width } of names) expect(textWidth(text, FAR_NAME_SIZE, true)).toBeLessThan(width)
        for (const { text, width } of labels) expect(textWidth(text, FAR_LABEL_SIZE, true)).toBeLessThan(width)
      }),
    )
  })

  test('every flow is in one bundle, or stays within one unit', () => {
    fc.assert(
      fc.property(graphWithPins, (placed) => {
        const { units, bundles, routes } = far(placed, 0.2)
        const home = new Map<string, string | undefined>(
          placed.graph.tools.map(({ id, container }) => [id, units.of.get(container)]),
        )
        const between = placed.graph.edges.filter(({ source, target }) => home.get(source) !== home.get(target))
        const flows = between.reduce((sum, edge) => sum + edge.flows.length, 0)
        expect(bundles.reduce((sum, bundle) => sum + bundle.flows, 0)).toBe(flows)
        for (const { path } of routes.values()) expect(path).not.toMatch(/NaN|undefined|Infinity/)
      }),
    )
  })

  test('a bundle knows the share carried by hand, and looks it', () => {
    const tool = (id: string, owner: string) => ({ id: id as never, name: id, owner: owner as never })
    const flow = (id: string, source: string, target: string, method: 'by-hand' | 'api') =>
      ({ id, source, target, method }) as never
    const graph = graphOf(
      inventoryOf(
        ['A', 'B', 'C'].map((id) => ({ id: id as never, name: id })),
        [tool('a', 'A'), tool('b1', 'B'), tool('b2', 'B'), tool('c', 'C')],
        [
          flow('1', 'a', 'b1', 'by-hand'),
          flow('2', 'b2', 'a', 'api'),
          flow('3', 'a', 'b1', 'api'),
          flow('4', 'a', 'c', 'api'),
          flow('5', 'b1', 'b2', 'by-hand'),
        ],
      ),
    )
    const { bundles } = far(layout(graph, new Map()), 0.3)
    expect(bundles).toEqual([
      { id: 'A|B', source: 'A', target: 'B', flows: 3, byHand: 1 },
      { id: 'A|C', source: 'A', target: 'C', flows: 1, byHand: 0 },
    ])
    const kinds = [0, 1, 2, 3].map((byHand) => bundleStyle({ ...(bundles[0] as Bundle), byHand }))
    expect(kinds.map(({ kind, round }) => [kind, round])).toEqual([
      ['file', false],
      ['hand', false],
      ['hand', true],
      ['hand', true],
    ])
  })

  test('a department above all others is opened: those in it are seen by themselves', () => {
    const graph = graphOf(
      inventoryOf(
        [
          { id: 'top' as never, name: 'Company' },
          ...['A', 'B'].map((id) => ({ id: id as never, name: id, parent: 'top' as never })),
          { id: 'A1' as never, name: 'A1', parent: 'A' as never },
        ],
        ['top', 'A', 'B', 'A1', 'B', 'B'].map((owner, at) => ({ id: `t${at}` as never, owner: owner as never })),
        [],
      ),
    )
    const { units } = far(layout(graph, new Map()), 0.3)
    expect([...units.rects.keys()].sort()).toEqual(['A', 'B', 'top'])
    expect(Object.fromEntries(units.of)).toEqual({ top: 'top', A: 'A', A1: 'A', B: 'B' })
  })

  test('the departments of a company of 1,000 tools are all named when the whole of it is on the screen', () => {
    const placed = layout(aCompany(1000, 24, 1500).graph, new Map())
    const { names } = far(placed, 1100 / placed.bounds.width)
    expect(names).toHaveLength(placed.graph.containers.length)
  })
})
