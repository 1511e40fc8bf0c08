import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasLabel } from '../../../shared/graph/edge-label'
import { edgeRoute, headsOf, lanesOf } from '../../../shared/graph/edge-path'
import { routeEdges } from '../../../shared/graph/edge-routes'
import { centre, overlaps, type Point } from '../../../shared/graph/geometry'
import type { FlowEdge, PlacedGraph, Rect } from '../../../shared/graph/graph'
import { labelRect } from '../../../shared/graph/label-spot'
import { layout } from '../../../shared/graph/layout'
import { aCompany } from './a-company'
import { arbitraryGraph, arbitraryPins } from './arbitrary-graph'

const edge = (more: Partial<FlowEdge> = {}): FlowEdge => ({
  id: 'e',
  flows: [],
  source: 'a' as never,
  target: 'b' as never,
  method: 'api',
  bothWays: false,
  dataObjects: [],
  parts: [],
  ...more,
})
const card = (x: number, y: number): Rect => ({ x, y, width: 176, height: 64 })

/** Whether a straight piece runs through the inside of a rectangle (a pixel of touching is forgiven). */
function runsThrough(a: Point, b: Point, { x, y, width, height }: Rect): boolean {
  let [from, to] = [0, 1]
  const sides = [
    [a.x - b.x, a.x - x - 1],
    [b.x - a.x, x + width - 1 - a.x],
    [a.y - b.y, a.y - y - 1],
    [b.y - a.y, y + height - 1 - a.y],
  ] as const
  for (const [slope, room] of sides) {
    if (slope === 0 && room < 0) return false
    if (slope < 0) from = Math.max(from, room / slope)
    if (slope > 0) to = Math.min(to, room / slope)
  }
  return from < to
}

/** How many edges run under at least one card that isn't theirs. */
function crossing(placed: PlacedGraph, course: (edge: FlowEdge) => readonly Point[]): number {
  const cards = placed.graph.tools.map(({ id }) => ({ id, rect: placed.at.get(id) as Rect }))
  return placed.graph.edges.filter((one) => {
    const points = course(one)
    return cards.some(
      ({ id, rect }) =>
        id !== one.source &&
        id !== one.target &&
        points.some((point, at) => at > 0 && runsThrough(points[at - 1] as Point, point, rect)),
    )
  }).length
}

describe('one edge', () => {
  test('goes straight between neighbours, arrow at its end', () => {
    const route = edgeRoute(edge(), card(0, 0), card(200, 0), 0)
    expect(route.path).toBe('M176 32L193 32')
    expect(route.arrow).toEqual({ tip: { x: 200, y: 32 }, toward: { x: 1, y: 0 } })
    expect(route).not.toHaveProperty('backArrow')
  })

  test('swings through free space, with two heads when it goes both ways', () => {
    const route = edgeRoute(edge({ bothWays: true, hoursPerMonth: 2 }), card(0, 0), card(600, 300), 0)
    expect(route.path).toContain('C')
    expect(route.label).toEqual({ x: 388, y: 182 })
    expect(route.backArrow?.toward).toEqual({ x: -1, y: 0 })
  })

  test('shown in one direction only, a line planned both ways has the head of that one', () => {
    const both = edge({ bothWays: true, source: 'a' as never, target: 'b' as never })
    const route = edgeRoute(both, card(0, 0), card(600, 0), 0)
    expect(headsOf(both, route)).toHaveLength(2)
    expect(headsOf({ ...both, bothWays: false }, route)).toEqual([route.arrow])
    const back = { ...both, bothWays: false, source: both.target, target: both.source }
    expect(headsOf(back, route)).toEqual([route.backArrow])
  })

  test('leaves room for its label between neighbours', () => {
    const route = edgeRoute(edge({ hoursPerMonth: 5 }), card(0, 0), card(200, 0), 0)
    expect(overlaps(labelRect(route.label as Point), card(0, 0))).toBe(false)
    expect(overlaps(labelRect(route.label as Point), card(200, 0))).toBe(false)
  })

  test('lanes: the same pair side by side, whichever way they go', () => {
    const back = { source: 'b' as never, target: 'a' as never }
    const lanes = lanesOf([
      edge({ id: '1' }),
      edge({ id: '2', ...back }),
      edge({ id: '3' }),
      edge({ id: '4', target: 'c' as never }),
    ])
    expect(Object.fromEntries(lanes)).toEqual({ '1': 0, '2': 1, '3': -1, '4': 0 })
    expect(edgeRoute(edge(), card(0, 0), card(200, 0), 1).path).toBe('M176 42L193 42')
  })

  test('is always drawable, wherever its ends lie', () => {
    const place = fc.integer({ min: -400, max: 400 })
    fc.assert(
      fc.property(
        place,
        place,
        fc.integer({ min: -3, max: 3 }),
        fc.boolean(),
        fc.boolean(),
        (x, y, lane, both, self) => {
          const target = self ? ('a' as never) : ('b' as never)
          const route = edgeRoute(edge({ bothWays: both, target, hoursPerMonth: 1 }), card(0, 0), card(x, y), lane)
          expect(route.path).toMatch(/^M[-\d.]+ [-\d.]+[CL][-\d. LQ]+$/)
          const { x: left, y: top } = route.label as Point
          expect(Number.isFinite(left + top)).toBe(true)
        },
      ),
    )
  })
})

describe('all edges', () => {
  test('have a route, whatever the layout', () => {
    const graphs = arbitraryGraph.chain((graph) => arbitraryPins(graph).map((pins) => layout(graph, pins)))
    fc.assert(
      fc.property(graphs, (placed) => {
        const routes = routeEdges(placed)
        expect([...routes.keys()]).toEqual(placed.graph.edges.map(({ id }) => id))
        for (const { path } of routes.values()) expect(path).not.toMatch(/NaN|undefined|Infinity/)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    [120, 12, 60],
    [600, 24, 900],
  ])('of a freshly placed company of %i tools run under no foreign card', (tools, departments, flows) => {
    const placed = layout(aCompany(tools, departments, flows).graph, new Map())
    const routes = routeEdges(placed)
    const middle = (id: string) => centre(placed.at.get(id) as Rect)
    const before = crossing(placed, ({ source, target }) => [middle(source), middle(target)])
    const after = crossing(placed, ({ id }) => routes.get(id)?.points ?? [])
    expect(before).toBeGreaterThan(flows / 4)
    expect(after).toBe(0)
  })

  test('labels lie on no card and not on each other', () => {
    const placed = layout(aCompany(120, 12, 60).graph, new Map())
    const routes = routeEdges(placed)
    const labels = placed.graph.edges.flatMap(({ id }) => {
      const label = routes.get(id)?.label
      return label === undefined ? [] : [labelRect(label)]
    })
    const wanted = placed.graph.edges.filter(hasLabel).length
    expect(labels.length).toBeGreaterThan(wanted * 0.9)
    const cards = placed.graph.tools.map(({ id }) => placed.at.get(id) as Rect)
    expect(labels.filter((label) => cards.some((one) => overlaps(label, one)))).toEqual([])
    expect(labels.filter((label, at) => labels.slice(at + 1).some((other) => overlaps(label, other)))).toEqual([])
  })
})
