import { describe, expect, it } from 'vitest'
import { lensWords } from '../../../renderer/river/lens'
import { filledOnly, filterWords, isTelling } from '../../../shared/export/look-filters'
import { seenMap } from '../../../shared/export/seen-map'
import { buildGraph } from '../../../shared/graph/build-graph'
import type { Graph, PlacedGraph } from '../../../shared/graph/graph'
import { lensReader } from '../../../shared/graph/lens/reader'
import { type AttributeFilter, FIRST_LOOK, type MapLook } from '../../../shared/inventory/map-look'
import { anInventory } from '../../builders'
import { wordsOf } from './reports/kit'

const inventory = anInventory()
  .department('IT')
  .tool('Jira', { owner: 'IT', status: 'active', users: 60, tags: ['a', 'b'], extra: { Ort: 'Ulm' } })
  .tool('Alt', { status: 'retired' })
  .tool('Neu')
  .flow('Jira', 'Alt', { method: 'api' })
  .flow('Jira', 'Neu', { method: 'by-hand' })
  .build()
const graph = buildGraph(inventory, { overlaps: new Map(), functionNames: new Map(), domains: new Map() })
const reader = lensReader(inventory, { domains: new Map(), functions: new Map() }, '2026-11-22')
const placed = { graph, at: new Map() } as unknown as PlacedGraph

const words = { ...lensWords('de', inventory, undefined, undefined), t: wordsOf('de') }

const seen = (look: Partial<MapLook>) => seenMap(placed, { ...FIRST_LOOK, ...look }, reader)
const names = (filters: readonly AttributeFilter[]) =>
  seen({ filters })
    .placed.graph.tools.map(({ name }) => name)
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
    expect(seen(both).placed.graph.edges).toEqual([])
    expect(seen({}).placed).toBe(placed)
  })

  it('leave containers in which nothing shows to the map, which says what they hide, and to nothing else', () => {
    const { placed: part, hiddenIn } = seen({ filters: [{ attribute: 'status', values: ['active'] }] })
    const ids = (graph: Graph) => graph.containers.map(({ id }) => id)
    expect(ids(part.graph)).toEqual(ids(graph))
    expect([...hiddenIn.values()]).toEqual([2])
    expect(ids(filledOnly(part.graph))).toEqual([...inventory.departments.keys()])
    expect(filledOnly(graph)).toBe(graph)
  })

  it('are named in words, each of them', () => {
    const look = {
      filters: [
        { attribute: 'status', values: ['retired', ''], without: true as const },
        { attribute: 'owner', values: [...inventory.departments.keys()] },
        { attribute: 'extra:Ort', values: ['Ulm'] },
      ],
      methods: ['by-hand', 'file'] as const,
    }
    expect(filterWords(look, words)).toEqual([
      'Status ohne abgeschaltet, unbekannt',
      'Abteilung nur IT',
      'Ort nur Ulm',
      'Datenflüsse nur Von Hand, Datei',
    ])
    expect(filterWords({ filters: [] }, words)).toEqual([])
  })

  it('read figures as the map does: by bands', () => {
    expect(names([{ attribute: 'users', values: ['50..199'] }])).toEqual(['Jira'])
    expect(filterWords({ filters: [{ attribute: 'users', values: ['50..199'] }] }, words)).toEqual([
      'Nutzer nur 50–199',
    ])
  })

  it('are named without what a copy for others hides', () => {
    const filters = [
      { attribute: 'vendor', values: ['Atlassian'] },
      { attribute: 'extra:Ort', values: ['Ulm'] },
      { attribute: 'status', values: ['active'] },
    ]
    const told = filterWords({ filters }, words, isTelling)
    expect(told).toEqual(['Hersteller nur …', 'Ort nur …', 'Status nur aktiv'])
  })
})
