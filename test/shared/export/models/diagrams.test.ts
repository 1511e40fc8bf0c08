import { describe, expect, it } from 'vitest'
import { toDrawio } from '../../../../shared/export/models/to-drawio'
import { toMermaid } from '../../../../shared/export/models/to-mermaid'
import { layout } from '../../../../shared/graph/layout'
import { readXml } from '../../../../shared/import/sources/xml'
import type { Inventory } from '../../../../shared/inventory/inventory'
import { wellFormed } from '../../../fixtures/well-formed'
import { graphOf } from '../../graph/a-company'
import { EVIL, evilCompany, SAMPLES } from './samples'

const WORDS = { departments: 'Abteilungen', flows: 'Datenflüsse', overlaps: 'Überschneidungen', noDepartment: 'Ohne' }

function drawio(inventory: Inventory): string {
  const placed = layout(graphOf(inventory), inventory.pins)
  const [a, b] = [...inventory.tools.keys()].sort()
  const overlaps = [{ tools: [a, b], score: 0.8, kind: 'overlap', reasons: [], proposed: false }] as never
  return toDrawio(placed, inventory, { title: 'Karte "eins"', language: 'de', words: WORDS, overlaps })
}

/** Ids and parents of all cells, and what edges join. */
function cellsOf(text: string) {
  const cells: Record<string, string>[] = []
  let object: string | undefined
  readXml(text, {
    open(name, attributes) {
      if (name === 'object') object = attributes.id
      if (name !== 'mxCell') return
      cells.push({ ...attributes, id: attributes.id ?? object ?? '' })
      object = undefined
    },
    text() {},
    close() {},
  })
  return cells
}

describe('a draw.io file', () => {
  for (const { name, load } of SAMPLES) {
    it(`holds every department, tool and line of ${name}, each in its place`, () => {
      const inventory = load()
      const text = drawio(inventory)
      expect(wellFormed(text)).toBeUndefined()
      const cells = cellsOf(text)
      const ids = new Set(cells.map(({ id }) => id))
      expect(ids.size).toBe(cells.length)
      for (const { parent, id } of cells) if (id !== '0') expect(ids).toContain(parent)
      for (const id of inventory.tools.keys()) expect(ids).toContain(id)
      const edges = cells.filter(({ edge }) => edge === '1')
      expect(edges.length).toBe(graphOf(inventory).edges.length + 1)
      for (const { source, target } of edges) expect(ids.has(source ?? '') && ids.has(target ?? '')).toBe(true)
      expect(cells.filter(({ parent }) => parent === '0').map(({ value }) => value)).toEqual([
        WORDS.departments,
        WORDS.flows,
        WORDS.overlaps,
      ])
    })
  }

  it('stays well-formed and plain text whatever the names hold', () => {
    const text = drawio(evilCompany())
    expect(wellFormed(text)).toBeUndefined()
    expect(text).not.toContain('<img')
    expect(text.match(/html=1/)).toBeNull()
  })
})

describe('a Mermaid flowchart', () => {
  it('has a box for every tool and an arrow for every line', () => {
    for (const { load } of SAMPLES) {
      const inventory = load()
      const graph = graphOf(inventory)
      const text = toMermaid(graph, 'Ohne', ['22.11.2026'])
      expect(text.match(/^ {4}t\d+\["/gm)?.length).toBe(inventory.tools.size)
      expect(text.match(/^ {2}t\d+ \S+/gm)?.length).toBe(graph.edges.length)
      expect(text.match(/^ {2}end$/gm)?.length).toBe(graph.containers.length)
    }
  })

  it('lets no name end its quotes or its line', () => {
    const text = toMermaid(graphOf(evilCompany()), 'Ohne', ['a\nb'])
    const box = /^ {4}t\d+\["[^"<>`|[\]{}%\\]*"\]$/
    const arrow = /^ {2}t\d+ (?:<?-->|<?-\.->|<?==>|---)(?:\|"[^"<>`|[\]{}%\\]*"\|)? t\d+$/
    const lines = text.trimEnd().split('\n').slice(1)
    expect(lines.filter((line) => box.test(line)).length).toBe(EVIL.length)
    const others = lines.filter((line) => !box.test(line) && !arrow.test(line))
    for (const line of others) expect(line).toMatch(/^ {2}(?:subgraph d\d+\["[^"<>`|[\]{}%\\]*"\]|end|%% a b)$/)
  })
})
