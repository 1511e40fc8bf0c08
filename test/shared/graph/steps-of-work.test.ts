import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { routeEdges, routeSteps } from '../../../shared/graph/edge-routes'
import { bundleFlows, routeBundles } from '../../../shared/graph/far-bundles'
import { type FarWords, farTextSteps, farTexts } from '../../../shared/graph/far-labels'
import { farUnits } from '../../../shared/graph/far-units'
import { countFlows, hoursByHand } from '../../../shared/graph/flow-facts'
import { layout } from '../../../shared/graph/layout'
import { Candidates } from '../../../shared/graph/line-candidates'
import { FLOW_METHODS } from '../../../shared/inventory/nouns'
import { aCompany } from './a-company'

function count(steps: Generator<void, unknown>): number {
  let made = 0
  while (steps.next().done !== true) made += 1
  return made
}

describe('long work goes on in steps', () => {
  const { graph } = aCompany(1_200, 30, 2_400)
  const placed = layout(graph, new Map())

  it('a few hundred lines are routed in one', () => {
    expect(count(routeSteps(placed))).toBeGreaterThan((2 * graph.edges.length) / 250)
  })

  it('gives the same routes whatever else is routed in between', () => {
    const other = layout(aCompany(60, 4, 90, 7).graph, new Map())
    const steps = routeSteps(placed)
    for (;;) {
      const step = steps.next()
      if (step.done === true) {
        expect([...step.value]).toEqual([...routeEdges(placed)])
        break
      }
      routeEdges(other)
    }
  })

  it('a hundred labels seen from far away are fitted in one', () => {
    const units = farUnits(placed)
    const bundles = bundleFlows(graph, units)
    const routes = routeBundles(units, bundles)
    const words: FarWords = { name: ({ name }) => name, count: () => '1', bundle: ({ flows }) => [String(flows)] }
    expect(bundles.length).toBeGreaterThan(200)
    expect(count(farTextSteps(placed, units, bundles, routes, 0.2, words))).toBeGreaterThanOrEqual(bundles.length / 100)
    expect(farTexts(placed, units, bundles, routes, 0.2, words).labels.length).toBeGreaterThan(0)
  })
})

test.prop([fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 })])(
  'takes ways from the cheapest to the dearest',
  (costs) => {
    const candidates = new Candidates()
    candidates.clear()
    for (const [at, cost] of costs.entries()) {
      candidates.add(cost)
      candidates.point(at, -at)
      candidates.point(cost, at)
    }
    const taken: number[] = []
    for (let way = candidates.takeCheapest(); way >= 0; way = candidates.takeCheapest()) {
      taken.push(candidates.cost(way))
      expect(candidates.pointsOf(way)).toEqual([
        { x: way, y: way === 0 ? -0 : -way },
        { x: costs[way], y: way },
      ])
    }
    expect(taken).toEqual([...costs].sort((a, b) => a - b))
  },
)

test.prop([fc.integer({ min: 1, max: 9 }), fc.subarray([...FLOW_METHODS])])(
  'counts flows and hours as one would by hand',
  (seed, methods) => {
    const { edges } = aCompany(30, 3, 60, seed).graph
    const parts = edges.flatMap((edge) => edge.parts)
    const wanted = parts.filter(({ method }) => methods.includes(method))
    expect(countFlows(edges, methods)).toBe(wanted.reduce((sum, { flows }) => sum + flows.length, 0))
    const hours = parts.flatMap(({ method, hoursPerMonth }) => (method === 'by-hand' ? (hoursPerMonth ?? []) : []))
    expect(hoursByHand(edges)).toBe(hours.length === 0 ? undefined : hours.reduce((a, b) => a + b))
  },
)
