import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { bundleFlows, routeBundles } from '../../../shared/graph/far-bundles'
import { bundleAt, bundleParts, bundlesAt, nextBundle } from '../../../shared/graph/far-hit'
import { farUnits } from '../../../shared/graph/far-units'
import { layout } from '../../../shared/graph/layout'
import { arbitraryGraph, arbitraryPins } from './arbitrary-graph'

const seen = arbitraryGraph.chain((graph) =>
  arbitraryPins(graph).map((pins) => {
    const placed = layout(graph, pins)
    const units = farUnits(placed)
    const bundles = bundleFlows(graph, units)
    return { placed, units, bundles, routes: routeBundles(units, bundles) }
  }),
)

describe('the bundle at a point', () => {
  test.prop([seen, fc.nat(20), fc.double({ min: 0, max: 1, noNaN: true })])(
    'is found anywhere along its line, or one that runs there too',
    ({ bundles, routes }, which, part) => {
      fc.pre(bundles.length > 0)
      const bundle = bundles[which % bundles.length]
      const points = routes.get(bundle?.id ?? '')?.points ?? []
      const at = Math.min(points.length - 2, Math.floor(part * (points.length - 1)))
      const [from, to] = [points[at], points[at + 1]]
      if (from === undefined || to === undefined) throw new Error('A bundle without a line')
      const point = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
      const found = bundleAt(bundles, routes, point, 1)
      expect(found).toBeDefined()
      if (found?.id !== bundle?.id) {
        // It lies at least as near as the other one does.
        expect(bundleAt([found as never], routes, point, 0.01)).toBe(found)
      }
    },
  )

  test.prop([seen])('is none where no line comes near', ({ placed: { bounds }, bundles, routes }) => {
    const far = { x: bounds.x - 5000, y: bounds.y - 5000 }
    expect(bundleAt(bundles, routes, far, 100)).toBeUndefined()
  })

  it('is the nearest one, with the reach as the limit', () => {
    const bundle = (id: string) => ({ id, source: 'a', target: 'b', flows: 1, byHand: 0 })
    const line = (y: number) => ({
      path: '',
      points: [
        { x: 0, y },
        { x: 100, y },
      ],
    })
    const bundles = [bundle('upper'), bundle('lower')]
    const routes = new Map([
      ['upper', line(0)],
      ['lower', line(10)],
    ])
    const at = (x: number, y: number, reach: number) => bundleAt(bundles, routes, { x, y }, reach)?.id
    expect([at(50, 3, 6), at(50, 7, 6), at(50, 5, 6), at(50, 17, 6), at(103, 4, 6), at(105, 4, 6)]).toEqual([
      'upper',
      'lower',
      'upper',
      undefined,
      'upper',
      undefined,
    ])
  })
})

describe('what a bundle stands for', () => {
  test.prop([seen])('are just the lines with its flows', ({ placed, bundles }) => {
    const lines = new Set<string>()
    for (const { id, source, target, flows } of bundles) {
      const parts = bundleParts(placed, id)
      expect([parts?.source, parts?.target]).toEqual([source, target])
      expect(parts?.edges.reduce((sum, edge) => sum + edge.flows.length, 0)).toBe(flows)
      for (const edge of parts?.edges ?? []) {
        expect(lines.has(edge.id)).toBe(false)
        lines.add(edge.id)
      }
    }
    expect(bundleParts(placed, 'nothing|of the kind')).toBeUndefined()
  })

  test.prop([seen, fc.constantFrom(1 as const, -1 as const)])(
    'can be walked through from a department, each once',
    ({ bundles, units }, by) => {
      for (const unit of units.rects.keys()) {
        const own = bundlesAt(bundles, unit)
        const walked: string[] = []
        for (let at = nextBundle(bundles, unit, undefined, by); walked.length < own.length; ) {
          walked.push(at as string)
          at = nextBundle(bundles, unit, at, by)
        }
        expect(new Set(walked)).toEqual(new Set(own.map(({ id }) => id)))
        if (own.length === 0) expect(nextBundle(bundles, unit, undefined, by)).toBeUndefined()
      }
    },
  )
})
