import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { bundleFlows, routeBundles } from '../../../shared/graph/far-bundles'
import { farUnits } from '../../../shared/graph/far-units'
import type { Rect } from '../../../shared/graph/graph'
import { Heap } from '../../../shared/graph/heap'
import { layout } from '../../../shared/graph/layout'
import { obstaclesFrom } from '../../../shared/graph/obstacles'
import { layStreets, type Way } from '../../../shared/graph/streets'
import { aCompany } from './a-company'
import { arbitraryGraph } from './arbitrary-graph'

/** How many boxes the inside of a way runs through. */
function crossed({ points }: Way, boxes: readonly Rect[]): number {
  const field = obstaclesFrom(boxes)
  return points.slice(1).reduce((sum, to, at) => sum + field.crossed(points[at] as never, to), 0)
}

describe('streets between boxes', () => {
  const boxes = arbitraryGraph.map((graph) => [...farUnits(layout(graph, new Map())).rects.values()])

  test.prop([boxes])('lead from every box of a fresh map to every other one, through none', (all) => {
    const { waysFrom } = layStreets(all)
    for (const from of all.keys()) {
      const wayTo = waysFrom(from)
      for (const to of all.keys()) {
        if (from === to) continue
        const way = wayTo(to)
        expect(way).toBeDefined()
        expect(crossed(way as Way, all)).toBe(0)
        for (const [at, point] of (way?.points ?? []).entries()) {
          const before = way?.points[at - 1] ?? point
          expect(before.x === point.x || before.y === point.y).toBe(true)
        }
      }
    }
  })

  it('go around what stands between', () => {
    const box = (x: number, y: number): Rect => ({ x, y, width: 200, height: 100 })
    const all = [box(0, 0), box(376, 0), box(752, 0)]
    const way = layStreets(all).waysFrom(0)(2) as Way
    expect(crossed(way, all)).toBe(0)
    expect([way.points[0], way.points.at(-1)]).toEqual([
      { x: 100, y: 0 },
      { x: 852, y: 0 },
    ])
  })

  it('keep the bundles of a large company off its departments', () => {
    const placed = layout(aCompany(1000, 24, 1500).graph, new Map())
    const units = farUnits(placed)
    const bundles = bundleFlows(placed.graph, units)
    const routes = routeBundles(units, bundles)
    const through = bundles.filter(({ id, source, target }) => {
      const others = [...units.rects].flatMap(([unit, rect]) => (unit === source || unit === target ? [] : [rect]))
      return crossed({ points: routes.get(id)?.points ?? [], cost: 0 }, others) > 0
    })
    expect(through).toEqual([])
  })
})

describe('a heap', () => {
  test.prop([fc.array(fc.tuple(fc.nat(20), fc.nat(9)))])('gives back what was put in, the cheapest first', (put) => {
    const heap = new Heap()
    for (const [item, cost] of put) heap.push(item, cost)
    const taken: number[] = []
    for (let next = heap.pop(); next !== undefined; next = heap.pop()) taken.push(next)
    const sorted = [...put].sort((a, b) => a[1] - b[1] || a[0] - b[0])
    expect(taken).toEqual(sorted.map(([item]) => item))
  })
})
