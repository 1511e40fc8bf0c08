import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { BUNDLES, listRows, outerRow } from '../../../../renderer/screens/map/list-rows'
import { within } from '../../../../shared/graph/container-tree'
import { layout } from '../../../../shared/graph/layout'
import { aCompany } from '../../../shared/graph/a-company'
import { arbitraryGraph } from '../../../shared/graph/arbitrary-graph'

describe('the map as a list', () => {
  test.prop([arbitraryGraph])(
    'has every container and tool once, in its container, and every line at both its ends',
    (graph) => {
      const placed = layout(graph, new Map())
      const open = new Map([...graph.tools.map(({ id }) => [id as string, true] as const), [BUNDLES, true]])
      const rows = listRows(placed, [], open)
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
      expect(rows.flatMap((row) => (row.kind === 'container' ? [row.container.id] : [])).sort()).toEqual(
        graph.containers.map(({ id }) => id).sort(),
      )
      expect(rows.flatMap((row) => (row.kind === 'tool' ? [row.tool.id] : [])).sort()).toEqual(
        graph.tools.map(({ id }) => id).sort(),
      )
      const ends = graph.edges.flatMap(({ id, source, target }) =>
        [...new Set([source, target])].map((end) => `${end}/${id}`),
      )
      expect(rows.flatMap((row) => (row.kind === 'flow' ? [row.key] : [])).sort()).toEqual(ends.sort())
      for (const [at, row] of rows.entries()) {
        expect(row.place >= 1 && row.place <= row.siblings).toBe(true)
        const outer = rows[outerRow(rows, at)]
        if (row.level === 1) expect(outer).toBe(row)
        else expect(outer?.level).toBe(row.level - 1)
        if (row.kind === 'tool') expect(outer?.key).toBe(row.tool.container)
      }
      // What a container says of its tools is what lies in it.
      for (const { id, toolCount } of graph.containers) {
        const inside = within(graph.containers, id)
        expect(graph.tools.filter((tool) => inside.has(tool.container)).length).toBe(toolCount)
      }
    },
  )

  test.prop([arbitraryGraph, fc.nat(40)])('holds back what lies in a closed row, and nothing else', (graph, at) => {
    const placed = layout(graph, new Map())
    const all = listRows(placed, [], new Map())
    const closed = graph.containers[at % graph.containers.length]?.id ?? ''
    const left = listRows(placed, [], new Map([[closed, false]]))
    const from = all.findIndex(({ key }) => key === closed)
    const level = all[from]?.level ?? 0
    const inside = all.slice(from + 1).findIndex((row) => row.level <= level)
    const gone = inside < 0 ? all.length - from - 1 : inside
    expect(left.map(({ key }) => key)).toEqual(
      [...all.slice(0, from + 1), ...all.slice(from + 1 + gone)].map(({ key }) => key),
    )
  })

  it('lists 10,000 tools without opening any', () => {
    const { graph } = aCompany(10_000, 60, 15_000)
    const rows = listRows(layout(graph, new Map()), [], new Map())
    expect(rows.filter(({ kind }) => kind === 'tool').length).toBe(10_000)
    expect(rows.filter(({ kind }) => kind === 'flow').length).toBe(0)
  })
})
