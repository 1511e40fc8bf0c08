import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { ALIGNMENTS, alignCards } from '../../../shared/graph/align'
import { containerAt, pinsWhereDropped } from '../../../shared/graph/drop-cards'
import { CARD_HEIGHT, CARD_WIDTH, centre, overlaps } from '../../../shared/graph/geometry'
import { layout } from '../../../shared/graph/layout'
import { pinsOf } from '../../../shared/graph/pins-of'
import type { Department, DepartmentId, Tool, ToolId } from '../../../shared/inventory/nouns'
import { type Pin, pinIdOf } from '../../../shared/inventory/nouns'
import { graphOf, inventoryOf } from './a-company'
import { arbitraryGraph } from './arbitrary-graph'

const chosen = fc
  .tuple(arbitraryGraph, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }))
  .map(([graph, keep]) => ({
    placed: layout(graph, new Map()),
    ids: new Set<string>(graph.tools.filter((_, at) => keep[at]).map(({ id }) => id)),
  }))

describe('aligning cards', () => {
  it('puts the left edges in one line and moves nothing onto anything', () => {
    const tools = ['a', 'b', 'c'].map((id) => ({ id: id as ToolId, name: id, owner: 'd' as DepartmentId }))
    const graph = graphOf(inventoryOf([{ id: 'd' as DepartmentId, name: 'D' }], tools, []))
    const pins = [
      ['a', 24, 64],
      ['b', 300, 64],
      ['c', 500, 300],
    ] as const
    const placed = layout(
      graph,
      new Map([
        [pinIdOf('d'), { id: pinIdOf('d'), x: 0, y: 0 }],
        ...pins.map(([id, x, y]) => [pinIdOf(id, 'd'), { id: pinIdOf(id, 'd'), x, y }] as const),
      ]),
    )
    expect(alignCards(placed, new Set(['a', 'b', 'c']), 'left')).toEqual([
      { id: 'b', x: 24, y: 152 },
      { id: 'c', x: 24, y: 300 },
    ])
    expect(alignCards(placed, new Set(['a', 'c']), 'top')).toEqual([{ id: 'c', x: 500, y: 64 }])
    expect(alignCards(placed, new Set(['a', 'b', 'c']), 'across')).toEqual([{ id: 'b', x: 262, y: 64 }])
    expect(alignCards(placed, new Set(['a']), 'left')).toEqual([])
  })

  test.prop([chosen, fc.constantFrom(...ALIGNMENTS)])(
    'moves only what was chosen, and no card onto another',
    ({ placed, ids }, how) => {
      const moved = alignCards(placed, ids, how)
      const at = new Map(placed.at)
      for (const { id, x, y } of moved) {
        expect(ids.has(id)).toBe(true)
        at.set(id, { x, y, width: CARD_WIDTH, height: CARD_HEIGHT })
      }
      for (const { id: container } of placed.graph.containers) {
        const tools = placed.graph.tools.filter((tool) => tool.container === container)
        const rects = tools.flatMap(({ id }) => at.get(id) ?? [])
        for (const [index, one] of rects.entries()) {
          expect(rects.slice(index + 1).some((other) => overlaps(one, other))).toBe(false)
        }
        const picked = tools.filter(({ id }) => ids.has(id)).flatMap(({ id }) => at.get(id) ?? [])
        if (picked.length < 2) continue
        if (how === 'left') expect(new Set(picked.map(({ x }) => x)).size, container).toBe(1)
        if (how === 'top') expect(new Set(picked.map(({ y }) => y)).size, container).toBe(1)
      }
    },
  )
})

describe('dropping cards on another container', () => {
  test.prop([
    arbitraryGraph,
    fc.nat(39),
    fc.nat(8),
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  ])('moves no card that was there, wherever it falls', (graph, toolAt, containerIndex, [right, down]) => {
    const placed = layout(graph, new Map())
    const tool = graph.tools[toolAt % graph.tools.length]
    const target = graph.containers[containerIndex % graph.containers.length]
    if (tool === undefined || target === undefined || tool.container === target.id) return
    const box = placed.at.get(target.id) ?? { x: 0, y: 0, width: 0, height: 0 }
    const pins = pinsWhereDropped(
      placed,
      [{ id: tool.id, x: box.x + box.width * right, y: box.y + box.height * down }],
      target.id,
    )
    const remembered = new Map<string, Pin>([...pinsOf(placed), ...pins].map((pin) => [pin.id, pin]))
    const next = {
      ...graph,
      tools: graph.tools.map((each) => (each === tool ? { ...each, container: target.id } : each)),
    }
    const after = layout(next, remembered as never)
    for (const { id } of graph.tools) {
      if (id === tool.id) continue
      const [a, b] = [after.at.get(id), placed.at.get(id)]
      // Seen from what it lies in: a box that grew may push another one as a whole.
      const home = graph.tools.find((each) => each.id === id)?.container ?? ''
      const [o, p] = [after.origins.get(home), placed.origins.get(home)]
      expect({ x: (a?.x ?? 0) - (o?.x ?? 0), y: (a?.y ?? 0) - (o?.y ?? 0) }).toEqual({
        x: (b?.x ?? 0) - (p?.x ?? 0),
        y: (b?.y ?? 0) - (p?.y ?? 0),
      })
    }
    if (pins.length > 0) {
      for (const [id, rect] of placed.at)
        if (id !== tool.id && id !== tool.container) expect(after.at.get(id)?.x).toBe(rect.x)
    }
  })

  it('finds the innermost container at a point', () => {
    const departments: Partial<Department>[] = [
      { id: 'd1' as DepartmentId, name: 'Outer' },
      { id: 'd2' as DepartmentId, name: 'Inner', parent: 'd1' as DepartmentId },
    ]
    const tools: Partial<Tool>[] = [
      { id: 'a' as ToolId, name: 'A', owner: 'd1' as DepartmentId },
      { id: 'b' as ToolId, name: 'B', owner: 'd2' as DepartmentId },
    ]
    const placed = layout(graphOf(inventoryOf(departments, tools, [])), new Map())
    const middleOf = (id: string) => centre(placed.at.get(id) ?? { x: 0, y: 0, width: 0, height: 0 })
    expect(containerAt(placed, middleOf('b'))?.id).toBe('d2')
    expect(containerAt(placed, middleOf('a'))?.id).toBe('d1')
    expect(containerAt(placed, { x: -9999, y: 0 })).toBe(undefined)
  })
})
