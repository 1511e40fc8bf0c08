import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { firstView } from '../../../shared/graph/first-view'
import { contains } from '../../../shared/graph/geometry'
import type { PlacedGraph, Rect } from '../../../shared/graph/graph'
import { layout } from '../../../shared/graph/layout'
import { aCompany } from './a-company'
import { arbitraryGraph } from './arbitrary-graph'

const ZOOM = 0.35
const held = ({ graph, at }: PlacedGraph, area: Rect) =>
  graph.tools.filter(({ id }) => contains(area, at.get(id) as Rect)).length
const size = fc.record({ width: fc.integer({ min: 80, max: 2000 }), height: fc.integer({ min: 60, max: 1200 }) })

describe('where the map begins', () => {
  test.prop([arbitraryGraph, size])('all of it where names can be read in all of it', (graph, screen) => {
    const placed = layout(graph, new Map())
    const fits =
      placed.bounds.width * ZOOM <= screen.width &&
      placed.bounds.height * ZOOM <= screen.height &&
      graph.tools.length > 0
    const area = firstView(placed, screen, ZOOM)
    if (fits) expect(area).toBeUndefined()
    if (area === undefined) return
    expect(area.width * ZOOM).toBeCloseTo(screen.width)
    expect(area.height * ZOOM).toBeCloseTo(screen.height)
    expect(held(placed, area)).toBeGreaterThanOrEqual(graph.tools.length * 0.25)
    expect(firstView(placed, screen, ZOOM)).toEqual(area)
  })

  it('the fullest part of a company that is too large for that, the whole of one that is much too large', () => {
    const screen = { width: 820, height: 560 }
    const some = layout(aCompany(150, 12, 150).graph, new Map())
    const area = firstView(some, screen, ZOOM) as Rect
    const count = held(some, area)
    for (const { x, y } of some.at.values()) expect(held(some, { ...area, x, y })).toBeLessThanOrEqual(count)
    expect(firstView(layout(aCompany(3000, 60, 3000).graph, new Map()), screen, ZOOM)).toBeUndefined()
  })

  it('nothing to show: no part of it', () => {
    const empty = layout({ containers: [], tools: [], edges: [] }, new Map())
    expect(firstView(empty, { width: 800, height: 600 }, ZOOM)).toBeUndefined()
  })
})
