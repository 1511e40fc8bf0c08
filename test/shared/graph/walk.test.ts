import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { centre } from '../../../shared/graph/geometry'
import type { PlacedGraph } from '../../../shared/graph/graph'
import { layout } from '../../../shared/graph/layout'
import { showOnly } from '../../../shared/graph/lens/show-only'
import { DIRECTIONS, type Direction, firstCard, nextLine, step } from '../../../shared/graph/walk'
import { graphOf, inventoryOf } from './a-company'
import { arbitraryGraph } from './arbitrary-graph'

/** Four cards around one in the middle; the one far to the right is joined to it, the one above is not. */
function cross(): PlacedGraph {
  const tools = ['m', 'l', 'r', 'far', 'u'].map((id) => ({ id: id as never, name: id, owner: 'd' as never }))
  const flows = [
    { id: 'w1' as never, source: 'm' as never, target: 'far' as never },
    { id: 'w2' as never, source: 'l' as never, target: 'm' as never },
  ]
  const graph = graphOf(inventoryOf([{ id: 'd' as never, name: 'D' }], tools, flows))
  const places = { m: [0, 0], l: [-300, 0], r: [250, 0], far: [900, 100], u: [400, -90] } as const
  const at = new Map(Object.entries(places).map(([id, [x, y]]) => [id, { x, y, width: 176, height: 64 }] as const))
  return { graph, at, origins: new Map(), placedNow: [], bounds: { x: 0, y: 0, width: 0, height: 0 } }
}

describe('a walk with the arrow keys', () => {
  it.each<[Direction, boolean, string | undefined]>([
    ['right', false, 'far'],
    ['right', true, 'r'],
    ['left', false, 'l'],
    ['up', false, 'u'],
    ['down', false, 'far'],
  ])('goes %s (nearest: %s) to %s', (direction, nearest, expected) => {
    expect(step(cross(), 'm', direction, nearest)).toBe(expected)
  })

  it('ends where nothing lies that way, and begins at the top left', () => {
    expect(step(cross(), 'l', 'left')).toBe(undefined)
    expect(step(cross(), undefined, 'left')).toBe('u')
    expect(firstCard(cross(), 'd')).toBe('u')
  })

  it('goes round the lines of a card', () => {
    const placed = cross()
    const [one, two] = placed.graph.edges.map(({ id }) => id)
    expect(nextLine(placed, 'm', undefined, 1)).toBe(one)
    expect(nextLine(placed, 'm', one, 1)).toBe(two)
    expect(nextLine(placed, 'm', two, 1)).toBe(one)
    expect(nextLine(placed, 'm', one, -1)).toBe(two)
    expect(nextLine(placed, 'r', undefined, 1)).toBe(undefined)
  })

  const shownSome = fc
    .tuple(arbitraryGraph, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }))
    .map(([graph, keep]): PlacedGraph => {
      const all = layout(graph, new Map())
      const shown = new Set(graph.tools.filter((_, at) => keep[at]).map(({ id }) => id))
      return { ...all, graph: showOnly(graph, shown).graph }
    })

  test.prop([shownSome])(
    'always reaches something on that side when there is anything, and only what is shown',
    (placed) => {
      const middle = (id: string) => centre(placed.at.get(id) ?? { x: 0, y: 0, width: 0, height: 0 })
      const shown = placed.graph.tools.map(({ id }) => id)
      for (const from of shown) {
        const here = middle(from)
        for (const direction of DIRECTIONS) {
          const lies = (id: string) => {
            const { x, y } = middle(id)
            return { left: x < here.x, right: x > here.x, up: y < here.y, down: y > here.y }[direction]
          }
          for (const nearest of [false, true]) {
            const reached = step(placed, from, direction, nearest)
            if (reached === undefined) expect(shown.filter(lies)).toEqual([])
            else expect(shown.includes(reached) && lies(reached)).toBe(true)
          }
        }
      }
      expect(firstCard(placed) === undefined).toBe(shown.length === 0)
    },
  )

  test.prop([shownSome])('reaches every card on foot', (placed) => {
    const shown = placed.graph.tools.map(({ id }) => id)
    const reached = new Set<string>(shown.slice(0, 1))
    for (const id of reached) {
      for (const direction of DIRECTIONS) {
        const next = step(placed, id, direction, true)
        if (next !== undefined) reached.add(next)
      }
    }
    expect(reached.size).toBe(shown.length)
  })
})
