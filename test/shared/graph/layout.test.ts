import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CARD_HEIGHT, CARD_WIDTH, contains, HEADER_HEIGHT, overlaps, type Point } from '../../../shared/graph/geometry'
import type { Graph, PlacedGraph, Rect } from '../../../shared/graph/graph'
import { layout } from '../../../shared/graph/layout'
import { pinAt, pinsOf } from '../../../shared/graph/pins-of'
import { keepTools } from '../../../shared/graph/steps'
import { type Pin, type PinId, pinIdOf } from '../../../shared/inventory/nouns'
import { aCompany, graphOf, inventoryOf } from './a-company'
import { arbitraryArrangement, arbitraryGraph, arbitraryInventory, arbitraryPins, arranged } from './arbitrary-graph'

const NO_PINS: ReadonlyMap<PinId, Pin> = new Map()

function at(placed: PlacedGraph, id: string): Rect {
  const rect = placed.at.get(id)
  if (rect === undefined) throw new Error(`Not placed: ${id}`)
  return rect
}

/** What is wrong with a placed graph, in words; empty when nothing is. */
function faults(placed: PlacedGraph): string[] {
  const found: string[] = []
  const { tools, containers } = placed.graph
  const pairs = (ids: readonly string[]) => {
    ids.forEach((a, index) => {
      for (const b of ids.slice(index + 1)) if (overlaps(at(placed, a), at(placed, b))) found.push(`${a} covers ${b}`)
    })
  }
  for (const above of [undefined, ...containers.map(({ id }) => id)]) {
    pairs([
      ...containers.filter(({ parent }) => parent === above).map(({ id }) => id),
      ...tools.filter(({ container }) => container === above).map(({ id }) => id),
    ])
  }
  for (const [id, container] of [
    ...tools.map((tool) => [tool.id, tool.container] as const),
    ...containers.map((node) => [node.id, node.parent] as const),
  ]) {
    if (container === undefined) continue
    if (!contains(at(placed, container), at(placed, id))) found.push(`${id} is outside of ${container}`)
    const header = { ...at(placed, container), height: HEADER_HEIGHT }
    if (overlaps(header, at(placed, id))) found.push(`${id} covers the name of ${container}`)
  }
  for (const { id } of containers) if (!contains(placed.bounds, at(placed, id))) found.push(`${id} is out of bounds`)
  for (const { x, y } of placed.at.values()) if (!Number.isInteger(x) || !Number.isInteger(y)) found.push('not whole')
  if (placed.at.size !== tools.length + containers.length) found.push('not everything is placed')
  return found
}

function remember(placed: PlacedGraph, pins: ReadonlyMap<PinId, Pin> = NO_PINS): ReadonlyMap<PinId, Pin> {
  return new Map([...pins, ...pinsOf(placed).map((pin) => [pin.id, pin] as const)])
}

/** One department per letter, tools named like "A1". */
function letters(...tools: readonly string[]): Graph {
  const owners = [...new Set(tools.map((name) => name.charAt(0)))]
  return graphOf(
    inventoryOf(
      owners.map((name) => ({ id: name as never, name })),
      tools.map((name) => ({ id: name as never, name, owner: name.charAt(0) as never })),
      [],
    ),
  )
}

const graphWithPins = arbitraryGraph.chain((graph) => arbitraryPins(graph).map((pins) => ({ graph, pins })))

describe('laws', () => {
  test('nothing overlaps, everything lies where it belongs', () => {
    fc.assert(
      fc.property(arbitraryGraph, (graph) => {
        expect(faults(layout(graph, NO_PINS))).toEqual([])
      }),
    )
  })

  test('the same holds whatever was remembered', () => {
    fc.assert(
      fc.property(graphWithPins, ({ graph, pins }) => {
        expect(faults(layout(graph, pins))).toEqual([])
      }),
    )
  })

  test('it is deterministic', () => {
    fc.assert(
      fc.property(graphWithPins, ({ graph, pins }) => {
        expect(layout(graph, pins)).toEqual(layout(graph, pins))
      }),
    )
  })

  test('what is remembered is found again: nothing is placed a second time', () => {
    fc.assert(
      fc.property(graphWithPins, ({ graph, pins }) => {
        const once = layout(graph, pins)
        const again = layout(graph, remember(once, pins))
        expect(again.placedNow).toEqual([])
        expect(again.at).toEqual(once.at)
        expect(again.origins).toEqual(once.origins)
      }),
    )
  })

  test('new tools move no known card within its container but those covered, and no container but those pushed', () => {
    fc.assert(
      fc.property(arbitraryGraph, fc.func(fc.boolean()), (graph, isOld) => {
        const before = layout(
          keepTools(graph, (tool) => isOld(tool.id)),
          NO_PINS,
        )
        const after = layout(graph, remember(before))
        const placed = new Set(after.placedNow)
        const inside = (placement: PlacedGraph, id: string, container: string | undefined) => {
          const [own, outer] = [placement.origins.get(id) ?? at(placement, id), placement.origins.get(container ?? '')]
          return { x: own.x - (outer?.x ?? 0), y: own.y - (outer?.y ?? 0) }
        }
        for (const { id, parent } of before.graph.containers) {
          if (!placed.has(id)) expect(inside(after, id, parent)).toEqual(inside(before, id, parent))
        }
        for (const { id, container } of before.graph.tools) {
          const old = inside(before, id, container)
          if (!placed.has(id)) {
            expect(inside(after, id, container)).toEqual(old)
            continue
          }
          const { x, y } = after.origins.get(container) as Point
          const place = { x: x + old.x, y: y + old.y, width: CARD_WIDTH, height: CARD_HEIGHT }
          const beside = after.graph.containers.filter(({ parent }) => parent === container)
          expect(beside.some((one) => overlaps(at(after, one.id), place))).toBe(true)
        }
      }),
    )
  })

  test('no arrangement moves anything in another one', () => {
    const both = fc.tuple(arbitraryInventory, arbitraryArrangement, arbitraryArrangement)
    fc.assert(
      fc.property(both, ([inventory, one, other]) => {
        const first = layout(arranged(inventory, one), NO_PINS)
        const pins = remember(first)
        const second = layout(arranged(inventory, other), pins)
        expect(faults(second)).toEqual([])
        const again = layout(arranged(inventory, one), remember(second, pins))
        expect(again.placedNow).toEqual([])
        expect(again.at).toEqual(first.at)
      }),
    )
  })
})

describe('known nodes', () => {
  test('a new tool goes into a hole and moves nothing', () => {
    const before = layout(letters('A1', 'A2', 'A3', 'B1', 'B2', 'C1'), NO_PINS)
    const after = layout(letters('A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'C1'), remember(before))
    expect(after.placedNow).toEqual(['A4'])
    for (const [id, rect] of before.at) expect(after.at.get(id)).toEqual(rect)
  })

  test('a new department finds a free place and moves nothing', () => {
    const before = layout(letters('A1', 'B1', 'C1'), NO_PINS)
    const after = layout(letters('A1', 'B1', 'C1', 'D1', 'D2'), remember(before))
    expect(after.placedNow).toEqual(['D', 'D1', 'D2'])
    for (const [id, rect] of before.at) expect(after.at.get(id)).toEqual(rect)
  })

  test('a container that grows pushes only what it covers, by no more than it must', () => {
    const few = letters('A1', 'A2', 'B1', 'C1')
    const start = layout(few, NO_PINS)
    const spread = new Map(remember(start))
    const a = at(start, 'A')
    const put = (id: string, x: number, y: number) => spread.set(pinIdOf(id), { id: pinIdOf(id), x, y })
    put('A', 0, 0)
    put('B', a.width + 8, 0)
    put('C', a.width + 2000, 0)
    const before = layout(few, spread)
    expect(before.placedNow).toEqual([])
    const many = letters('A1', 'A2', ...Array.from({ length: 14 }, (_, n) => `A${n + 10}`), 'B1', 'C1')
    const after = layout(many, spread)
    expect(at(after, 'A').x).toBe(0)
    expect(after.placedNow).toContain('B')
    expect(after.placedNow).not.toContain('C')
    expect(at(after, 'C')).toEqual(at(before, 'C'))
    // Up is the shortest way out.
    expect(at(after, 'B')).toMatchObject({ x: a.width + 8, y: -at(after, 'B').height - 24 })
    expect(at(after, 'B1').x - at(after, 'B').x).toBe(at(before, 'B1').x - at(before, 'B').x)
  })

  test('a card dragged out to the upper left lets its container grow there; its origin stays', () => {
    const graph = letters('A1', 'A2', 'A3')
    const before = layout(graph, NO_PINS)
    const card = at(before, 'A1')
    const dragged = pinAt(before, 'A1', { x: card.x - 500, y: card.y - 300 })
    const after = layout(graph, new Map([...remember(before), [dragged.id, dragged]]))
    expect(after.placedNow).toEqual([])
    expect(after.origins.get('A')).toEqual(before.origins.get('A'))
    expect(at(after, 'A2')).toEqual(at(before, 'A2'))
    expect(at(after, 'A1')).toMatchObject({ x: card.x - 500, y: card.y - 300 })
    expect(faults(after)).toEqual([])
    const back = pinAt(after, 'A', { x: at(after, 'A').x + 40, y: at(after, 'A').y })
    expect(back).toEqual({ id: 'A', x: (before.origins.get('A')?.x ?? 0) + 40, y: before.origins.get('A')?.y })
  })

  test('of two cards remembered at the same place the later one by id gives way', () => {
    const graph = letters('A1', 'A2', 'A3')
    const pin = (id: string, x: number, y: number): Pin => ({ id: pinIdOf(id, 'A'), x, y })
    const pins = [{ id: pinIdOf('A'), x: 0, y: 0 }, pin('A1', 24, 64), pin('A2', 30, 70), pin('A3', 424, 64)]
    const placed = layout(graph, new Map(pins.map((one) => [one.id, one])))
    expect(placed.placedNow).toEqual(['A2'])
    expect(at(placed, 'A1')).toMatchObject({ x: 24, y: 64 })
    expect(at(placed, 'A2')).toMatchObject({ x: 224, y: 64 })
    expect(at(placed, 'A3')).toMatchObject({ x: 424, y: 64 })
  })
})

describe('a new map', () => {
  test('is empty when there is nothing', () => {
    expect(layout({ containers: [], tools: [], edges: [] }, NO_PINS).bounds).toEqual({
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    })
  })

  test.each([
    [120, 12, 60],
    [1000, 24, 1500],
  ])('of %i tools is wider than high and well filled', (tools, departments, flows) => {
    const placed = layout(aCompany(tools, departments, flows).graph, NO_PINS)
    const { width, height } = placed.bounds
    const filled = placed.graph.containers.reduce(
      (sum, { id }) => sum + at(placed, id).width * at(placed, id).height,
      0,
    )
    expect(width / height).toBeGreaterThan(1.1)
    expect(width / height).toBeLessThan(2.4)
    expect(filled / (width * height)).toBeGreaterThan(0.45)
  })
})
