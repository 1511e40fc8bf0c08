import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../../../shared/graph/build-graph'
import { LENS_ATTRIBUTES } from '../../../../shared/graph/lens/attributes'
import { choose, chosen, filterChoices, filterTools, toggleValues } from '../../../../shared/graph/lens/filter-tools'
import { showOnly } from '../../../../shared/graph/lens/show-only'
import type { AttributeFilter } from '../../../../shared/inventory/map-look'
import { anInventory } from '../../../builders'
import { arbFiltered, arbRichInventory, NO_EXTRAS, readerOf } from './lens-kit'

const company = anInventory()
  .tool('Jira', { owner: 'IT', users: 60, tags: ['agile', 'old'], usedBy: ['HR'], vendor: 'Atlassian' })
  .tool('Zendesk', { owner: 'Service', users: 38, status: 'retired', extra: { Site: 'Ulm' } })
  .tool('Inbox', { users: 3, extra: { Site: 'Bonn' } })
  .tool('List', {})
  .flow('Jira', 'Zendesk')
  .flow('Zendesk', 'Jira', { method: 'file' })
  .flow('Inbox', 'Zendesk')
  .flow('Inbox', 'List')
  .build()
const names = (filters: readonly AttributeFilter[]) =>
  [...filterTools(readerOf(company), filters)].map((id) => company.tools.get(id)?.name)
const owner = (name: string) => [...company.departments.values()].find((each) => each.name === name)?.id ?? '?'

describe('filters', () => {
  test('keep the tools of which one value is asked for; unknown is asked for by name', () => {
    expect(names([{ attribute: 'owner', values: [owner('IT'), ''] }])).toEqual(['Jira', 'Inbox', 'List'])
    expect(names([{ attribute: 'tags', values: ['old'] }])).toEqual(['Jira'])
    expect(names([{ attribute: 'usedBy', values: [owner('HR')] }])).toEqual(['Jira'])
    expect(names([{ attribute: 'users', values: ['10..49', '0..9'] }])).toEqual(['Zendesk', 'Inbox'])
    expect(names([{ attribute: 'extra:Site', values: ['Ulm'] }])).toEqual(['Zendesk'])
  })

  test('can be turned round, and all must agree', () => {
    const notRetired: AttributeFilter = { attribute: 'status', values: ['retired'], without: true }
    expect(names([notRetired])).toEqual(['Jira', 'Inbox', 'List'])
    expect(names([notRetired, { attribute: 'extra:Site', values: ['Ulm', 'Bonn'] }])).toEqual(['Inbox'])
  })

  test('offer values with counts: bands in order, unknown last, what the other filters leave', () => {
    const offered = (filters: readonly AttributeFilter[], attribute: string) =>
      filterChoices(readerOf(company), filters, attribute).map(({ value, count }) => `${value || '?'}:${count}`)
    expect(offered([], 'users')).toEqual(['0..9:1', '10..49:1', '50..199:1', '?:1'])
    expect(offered([{ attribute: 'users', values: ['0..9', '200..999'] }], 'users')).toContain('200..999:0')
    expect(offered([{ attribute: 'extra:Site', values: ['Ulm'] }], 'users')).toEqual([
      '0..9:0',
      '10..49:1',
      '50..199:0',
      '?:0',
    ])
  })

  test('are chosen one value at a time, and go with their last value', () => {
    const one = toggleValues([], 'status', ['active'])
    expect(one).toEqual([{ attribute: 'status', values: ['active'] }])
    const two = toggleValues(one, 'status', ['retired'])
    expect(chosen(two, 'status')).toEqual(['active', 'retired'])
    expect(toggleValues(toggleValues(two, 'status', ['active']), 'status', ['retired'])).toEqual([])
    const without: AttributeFilter = { attribute: 'status', values: ['retired'], without: true }
    expect(toggleValues([without], 'status', ['active'])).toEqual([
      without,
      { attribute: 'status', values: ['active'] },
    ])
    expect(choose([without], 'status', [])).toEqual([without])
  })

  test('hidden tools are counted at their container and at their neighbours', () => {
    const graph = buildGraph(company, { overlaps: new Map(), functionNames: new Map(), domains: NO_EXTRAS.domains })
    const shown = filterTools(readerOf(company), [{ attribute: 'users', values: ['50..199', '0..9'] }])
    const { graph: left, hidden } = showOnly(graph, shown)
    expect(left.tools.map(({ name }) => name)).toEqual(['Jira', 'Inbox'])
    expect(left.containers.map(({ name }) => name)).toEqual(graph.containers.map(({ name }) => name))
    expect(Object.fromEntries(hidden.containers)).toEqual({ [owner('Service')]: 1, _none: 1 })
    const [jira, , inbox] = [...company.tools.keys()]
    // Two flows, drawn as one line, lead from Jira to one hidden tool, and one each from the inbox to two.
    expect([...hidden.neighbours]).toEqual([
      [jira, 1],
      [inbox, 2],
    ])
    expect(hidden).toMatchObject({ tools: 2, edges: 3 })
  })
})

describe('laws of filters', () => {
  property.prop([arbFiltered])('shown and hidden are all, in every container and altogether', (made) => {
    const { inventory, reader, filters } = made
    const graph = buildGraph(inventory, { overlaps: new Map(), functionNames: new Map(), domains: new Map() })
    const { graph: shown, hidden } = showOnly(graph, filterTools(reader, filters))
    expect(shown.tools.length + hidden.tools).toBe(graph.tools.length)
    expect(shown.edges.length + hidden.edges).toBe(graph.edges.length)
    expect([...hidden.containers.values()].reduce((sum, count) => sum + count, 0)).toBe(hidden.tools)
    for (const { id, toolCount } of graph.containers) {
      const left = shown.tools.filter(({ container }) => container === id).length
      expect(left + (hidden.containers.get(id) ?? 0)).toBe(toolCount)
    }
    const ids = new Set(shown.tools.map(({ id }) => id))
    for (const { id } of shown.tools) {
      const near = new Set(
        graph.edges
          .filter(({ source, target }) => source === id || target === id)
          .map(({ source, target }) => (source === id ? target : source))
          .filter((other) => !ids.has(other)),
      )
      expect(hidden.neighbours.get(id) ?? 0).toBe(near.size)
    }
  })

  property.prop([arbFiltered])('a filter turned round keeps just the others, and order does not matter', (made) => {
    const { reader, filters } = made
    const all = reader.inventory.tools.size
    for (const filter of filters) {
      if (filter.values.length === 0) continue
      const { without, ...kept } = filter
      const turned = without ? kept : { ...kept, without: true as const }
      expect(filterTools(reader, [filter]).size + filterTools(reader, [turned]).size).toBe(all)
    }
    expect(filterTools(reader, [...filters].reverse())).toEqual(filterTools(reader, filters))
  })

  test('chooses in the place of every filter of the attribute', () => {
    const twice = [
      { attribute: 'ai', values: [] },
      { attribute: 'ai', values: ['dedicated'] },
    ]
    expect(choose(twice, 'ai', ['none'])).toEqual([{ attribute: 'ai', values: ['none'] }])
    expect(choose(twice, 'ai', [])).toEqual([])
  })

  property.prop([arbFiltered, fc.constantFrom(...LENS_ATTRIBUTES, 'extra:Site')])(
    'a choice shows as many tools as it says',
    ({ reader, filters }, attribute) => {
      for (const { value, count } of filterChoices(reader, filters, attribute)) {
        expect(filterTools(reader, choose(filters, attribute, [value])).size).toBe(count)
      }
    },
  )

  property.prop([arbRichInventory, fc.constantFrom(...LENS_ATTRIBUTES)])(
    'choosing every value on offer hides nothing',
    (inventory, attribute) => {
      const reader = readerOf(inventory)
      const values = filterChoices(reader, [], attribute).map(({ value }) => value)
      expect(filterTools(reader, choose([], attribute, values)).size).toBe(inventory.tools.size)
    },
  )
})
