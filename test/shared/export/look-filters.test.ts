import { describe, expect, it } from 'vitest'
import { filteredBy, filterWords } from '../../../shared/export/look-filters'
import { buildGraph } from '../../../shared/graph/build-graph'
import type { PlacedGraph } from '../../../shared/graph/graph'
import type { AttributeFilter } from '../../../shared/inventory/map-look'
import { anInventory } from '../../builders'

const inventory = anInventory()
  .department('IT')
  .tool('Jira', { owner: 'IT', status: 'active', tags: ['a', 'b'], extra: { Ort: 'Ulm' } })
  .tool('Alt', { status: 'retired' })
  .tool('Neu')
  .flow('Jira', 'Alt', { method: 'api' })
  .flow('Jira', 'Neu', { method: 'by-hand' })
  .build()
const graph = buildGraph(inventory, { overlaps: new Map(), functionNames: new Map(), domains: new Map() })
const placed = { graph, at: new Map() } as unknown as PlacedGraph

const names = (filters: readonly AttributeFilter[]) =>
  filteredBy(placed, { filters }, inventory)
    .graph.tools.map(({ name }) => name)
    .sort()

describe('the filters of a look', () => {
  it('keep, leave out, and know what is unknown', () => {
    expect(names([])).toEqual(['Alt', 'Jira', 'Neu'])
    expect(names([{ attribute: 'status', values: ['retired'], without: true }])).toEqual(['Jira', 'Neu'])
    expect(names([{ attribute: 'status', values: ['', 'active'] }])).toEqual(['Jira', 'Neu'])
    expect(names([{ attribute: 'tags', values: ['b'] }])).toEqual(['Jira'])
    expect(names([{ attribute: 'extra:Ort', values: ['Ulm'] }])).toEqual(['Jira'])
    expect(names([{ attribute: 'constructor', values: [''] }])).toEqual(['Alt', 'Jira', 'Neu'])
    const both = { filters: [{ attribute: 'status', values: ['retired'], without: true as const }], methods: [] }
    expect(filteredBy(placed, both, inventory).graph.edges).toEqual([])
    expect(filteredBy(placed, { filters: [] }, inventory)).toBe(placed)
  })

  it('are named in words, each of them', () => {
    const t = (key: string, values?: Readonly<Record<string, string | number>>) =>
      `${key.split('.').at(-1)} ${Object.values(values ?? {}).join(' = ')}`.trim()
    const look = {
      filters: [
        { attribute: 'status', values: ['retired', ''], without: true as const },
        { attribute: 'owner', values: [...inventory.departments.keys()] },
        { attribute: 'extra:Ort', values: ['Ulm'] },
      ],
      methods: ['by-hand', 'file'] as const,
    }
    expect(filterWords(look, inventory, { language: 'de', t })).toEqual([
      'without Status = abgeschaltet, common:unknown',
      'only Abteilung = IT',
      'only Ort = Ulm',
      'flows Von Hand, Datei',
    ])
    expect(filterWords({ filters: [] }, inventory, { language: 'en', t })).toEqual([])
  })
})
