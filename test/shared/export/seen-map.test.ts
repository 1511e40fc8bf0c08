import { describe, expect, it } from 'vitest'
import { formatsFor } from '../../../renderer/format'
import { lensWords } from '../../../renderer/river/lens'
import { legendEntries, lookWords, seenMap, svgLens } from '../../../shared/export/seen-map'
import { toMapSvg } from '../../../shared/export/to-svg'
import { buildGraph } from '../../../shared/graph/build-graph'
import { layout } from '../../../shared/graph/layout'
import { lensReader } from '../../../shared/graph/lens/reader'
import { PALETTES } from '../../../shared/graph/palette'
import { FIRST_LOOK, type MapLook } from '../../../shared/inventory/map-look'
import type { ToolId } from '../../../shared/inventory/nouns'
import { anInventory } from '../../builders'
import { wordsOf } from './reports/kit'
import { xmlFault } from './well-formed'

// Pictures show what the map shows: colours, marks, dates, what is hidden; and say so.

const TODAY = '2026-11-22'
const inventory = anInventory()
  .department('IT')
  .department('Vertrieb')
  .tool('Jira', { owner: 'IT', status: 'active', users: 400 })
  .tool('Alt', { owner: 'IT', status: 'phasing-out', users: 100, contractEnd: '2026-12-31' })
  .tool('Neu', { owner: 'Vertrieb', status: 'planned', plannedFrom: '2027-01-01' })
  .tool('Rest', { owner: 'Vertrieb' })
  .flow('Jira', 'Alt', { method: 'api' })
  .flow('Jira', 'Neu', { method: 'by-hand' })
  .build()
const extras = { domains: new Map(), functions: new Map() }
const graph = buildGraph(inventory, { overlaps: new Map(), functionNames: new Map(), domains: new Map() })
const placed = layout(graph, new Map())
const reader = lensReader(inventory, extras, TODAY)
const idOf = (name: string) => [...inventory.tools.values()].find((tool) => tool.name === name)?.id as never

const words = (language: 'de' | 'en') => ({
  ...lensWords(language, inventory, undefined, undefined),
  t: wordsOf(language),
  date: formatsFor(language).date,
  toolName: (id: ToolId) => inventory.tools.get(id)?.name,
})

function drawn(parts: Partial<MapLook>, language: 'de' | 'en' = 'de', theme: 'light' | 'dark' = 'light') {
  const look = { ...FIRST_LOOK, ...parts }
  const seen = seenMap(placed, look, reader)
  const said = lookWords(look, seen.landscape, words(language))
  const svg = toMapSvg(seen.placed, {
    theme,
    title: 'Muster',
    date: '22.11.2026',
    told: said.told,
    t: wordsOf(language),
    language,
    formatNumber: formatsFor(language).number,
    lens: svgLens(seen, theme, words(language)),
  })
  expect(xmlFault(svg)).toBeUndefined()
  const card = (name: string) =>
    svg.split(`data-kind="tool" data-id="${String(idOf(name))}"`)[1]?.split('data-kind=')[0] ?? ''
  return { seen, said, svg, card }
}

describe('a picture of a look', () => {
  it('has the colours that the map has, in its theme, with a legend that counts what shows', () => {
    const { seen, card, svg } = drawn({ colourBy: 'status' })
    expect(legendEntries(seen, 'light', words('de')).map(({ label, count }) => [label, count])).toEqual([
      ['geplant', 1],
      ['aktiv', 1],
      ['in Ablösung', 1],
      ['unbekannt', 1],
    ])
    const [planned] = seen.groups.groups
    expect(card('Neu')).toContain(`fill="${planned?.colour[0]}"`)
    expect(drawn({ colourBy: 'status' }, 'de', 'dark').card('Neu')).toContain(`fill="${planned?.colour[1]}"`)
    expect(card('Rest')).toContain('stroke-dasharray="3 3"')
    expect(svg).toContain('>Status<')
    const some = drawn({ colourBy: 'status', filters: [{ attribute: 'status', values: ['active'] }] })
    expect(legendEntries(some.seen, 'light', words('de')).map(({ label }) => label)).toEqual(['aktiv'])
  })

  it('has circles whose areas are proportional, and says what they mean', () => {
    const { card, svg } = drawn({ sizeBy: 'users' })
    const radius = (name: string) => Number(/<circle [^>]*cy="32" r="([0-9.]+)"/.exec(card(name))?.[1])
    // The line is drawn within the area.
    expect(((radius('Jira') + 0.75) / (radius('Alt') + 0.75)) ** 2).toBeCloseTo(4, 1)
    expect(card('Rest')).toMatch(/<circle [^>]*stroke-dasharray/)
    expect(drawn({}).card('Rest')).not.toContain('<circle')
    for (const word of ['>Nutzer<', '>400<', '>100<', '>unbekannt<', '>2<']) expect(svg).toContain(word)
  })

  it('shows the landscape at a date: what has come, what has gone without its flows, and both counted', () => {
    const { card, svg, said } = drawn({ at: '2027-02-01' })
    expect(card('Neu')).toContain('neu')
    expect(card('Neu')).toContain(PALETTES.light.accent)
    expect(card('Alt')).toMatch(/ (?:fill|stroke)-opacity="0.4".* text-decoration="line-through">Alt</)
    expect(svg.match(/data-kind="flow"/g)).toHaveLength(1)
    expect(said.told).toContain('Landschaft am 01.02.2027: +1 −1 gegenüber heute')
    // A ghost is no tool of that day.
    expect(svg).toContain('>3 Tools · 1 Datenfluss')
    const today = drawn({ at: TODAY })
    expect(today.svg).not.toContain(`data-id="${String(idOf('Neu'))}"`)
  })

  it('counts what is hidden where the map counts it', () => {
    const { card, svg } = drawn({ filters: [{ attribute: 'status', values: ['active'] }] })
    expect(card('Jira')).toContain('>+2<')
    expect(svg).toContain('1 Tool (+1)')
    expect(svg).toContain('0 Tools (+2)')
    expect(drawn({}).card('Jira')).not.toContain('>+')
  })

  it('says how it is arranged, coloured, sized and of when, in both languages', () => {
    const look: MapLook = {
      ...FIRST_LOOK,
      arrangement: { by: 'around', tool: idOf('Jira'), depth: 2 },
      colourBy: 'cost',
      sizeBy: 'criticality',
      filters: [{ attribute: 'status', values: ['active'] }],
    }
    expect(lookWords(look, undefined, words('de'))).toEqual({
      told: ['Rund um Jira', 'Farbe: Kosten im Jahr', 'Größe: Kritikalität'],
      filters: ['Status nur aktiv'],
    })
    expect(lookWords(look, undefined, words('en')).told).toEqual([
      'Around Jira',
      'Colour: Cost per year',
      'Size: Criticality',
    ])
    expect(lookWords(FIRST_LOOK, undefined, words('en'))).toEqual({
      told: ['By department', 'Colour: Domain'],
      filters: [],
    })
  })

  it('never cuts a filter off, however many there are', () => {
    const told = Array.from({ length: 40 }, (_, at) => `Merkmal ${at} nur Wert ${at}`)
    const svg = toMapSvg(placed, {
      theme: 'light',
      title: 'Muster',
      told: [told.join('; ')],
      t: wordsOf('de'),
      language: 'de',
      formatNumber: String,
    })
    const text = [...svg.matchAll(/>([^<>]+)<\/text>/g)].map((found) => found[1]).join(' ')
    for (const each of told) expect(text).toContain(each)
    expect(text.split('data-kind')[0]).not.toContain('…')
  })

  it('reads filters from what the map shows, and colours from the copy that hides', () => {
    const bare = { ...inventory, tools: new Map([...inventory.tools].map(([id, { users: _, ...tool }]) => [id, tool])) }
    const look: MapLook = { ...FIRST_LOOK, colourBy: 'users', filters: [{ attribute: 'users', values: ['200..999'] }] }
    const seen = seenMap(placed, look, lensReader(bare, extras, TODAY), reader)
    expect(seen.placed.graph.tools.map(({ name }) => name)).toEqual(['Jira'])
    expect(seen.groups.groups.map(({ values }) => values)).toEqual([['']])
  })
})
