import fc from 'fast-check'
import i18next from 'i18next'
import { describe, expect, test } from 'vitest'
import { type MapSvgOptions, toMapSvg } from '../../../shared/export/to-svg'
import type { Graph } from '../../../shared/graph/graph'
import { layout } from '../../../shared/graph/layout'
import { resources } from '../../../shared/strings/resources'
import { aCompany, graphOf, inventoryOf } from '../graph/a-company'
import { arbitraryGraph } from '../graph/arbitrary-graph'
import { xmlFault } from './well-formed'

function options(language: 'de' | 'en', more: Partial<MapSvgOptions> = {}): MapSvgOptions {
  const i18n = i18next.createInstance()
  void i18n.init({ lng: language, resources, ns: Object.keys(resources.en), interpolation: { escapeValue: false } })
  const t = i18n.t as unknown as (key: string, values?: object) => unknown
  const numbers = new Intl.NumberFormat(language)
  return {
    theme: 'light',
    title: 'Muster GmbH',
    language,
    t: (key, values) => String(t(key, values)),
    formatNumber: (value) => numbers.format(value),
    ...more,
  }
}

const draw = (graph: Graph, language: 'de' | 'en' = 'en', more: Partial<MapSvgOptions> = {}) =>
  toMapSvg(layout(graph, new Map()), options(language, more))

const idsOf = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`data-kind="${kind}" data-id="([^"]*)"`, 'g'))].map((found) => found[1]).sort()

const HOSTILE = [
  '<script>alert(1)</script>',
  'a & b',
  '"\'',
  ']]>',
  '\u0000\u0008\uFFFF',
  '\uD800',
  'x\uDC00y',
  '&amp;',
  '\n\t',
]

describe('the picture', () => {
  test('has every tool, department and flow by its id, in both themes and languages', () => {
    const { graph, inventory } = aCompany(120, 12, 200)
    for (const theme of ['light', 'dark'] as const) {
      for (const language of ['de', 'en'] as const) {
        const svg = draw(graph, language, { theme })
        expect(xmlFault(svg)).toBeUndefined()
        expect(idsOf(svg, 'tool')).toEqual([...inventory.tools.keys()].sort())
        expect(idsOf(svg, 'department')).toEqual(graph.containers.map(({ id }) => id as string).sort())
        expect(idsOf(svg, 'flow')).toEqual([...inventory.flows.keys()].sort())
        expect(svg).not.toMatch(/NaN|undefined|(?:map|common):/)
      }
    }
  })

  test('takes the colours of a look, says what they mean, and names the filters', () => {
    const { graph, inventory } = aCompany(12, 3, 6)
    const [first, second] = [...inventory.tools.keys()]
    if (first === undefined || second === undefined) throw new Error('No tools')
    const lens = {
      colours: new Map([...inventory.tools.keys()].map((id) => [id, id === first ? '#a1b2c3' : '#c3b2a1'])),
      unknown: new Set([first]),
      title: 'Contract end',
      entries: [
        { colour: '#c3b2a1', unknown: false, label: 'later', count: 1234 },
        { colour: '#a1b2c3', unknown: true, label: 'un<known', count: 1 },
      ],
    }
    const svg = draw(graph, 'de', { lens, told: ['Status: aktiv'], date: '31.12.2026' })
    expect(xmlFault(svg)).toBeUndefined()
    const words = [...svg.matchAll(/>([^<>]+)<\/text>/g)].map((found) => found[1])
    for (const word of ['Contract end', 'later', '1.234', 'un&lt;known', '31.12.2026 · Status: aktiv']) {
      expect(words).toContain(word)
    }
    const card = (id: string) => svg.split(`data-kind="tool" data-id="${id}"`)[1]?.split('</g>')[0] ?? ''
    expect(card(first)).toMatch(/stroke="#a1b2c3"[^>]*stroke-dasharray/)
    expect(card(second)).toContain('fill="#c3b2a1"')
  })

  test('speaks the language, plurals and numbers included', () => {
    const graph = graphOf(
      inventoryOf(
        [{ id: 'd' as never, name: 'Vertrieb' }],
        [
          { id: 'a' as never, name: 'CRM', owner: 'd' as never, users: 1 },
          { id: 'b' as never, name: 'ERP', owner: 'd' as never, users: 12345, mentionedOnly: true },
        ],
        [{ id: 'w' as never, source: 'a' as never, target: 'b' as never, method: 'by-hand', hoursPerMonth: 1234.5 }],
      ),
    )
    const german = draw(graph, 'de')
    for (const words of [
      '>1 Nutzer<',
      '12.345 Nutzer',
      '>2 Tools<',
      '1.234,5 h / Monat',
      'Von Hand',
      'nur erwähnt',
      '1 Datenfluss ',
    ]) {
      expect(german).toContain(words)
    }
    const english = draw(graph, 'en')
    for (const words of [
      '>1 user<',
      '12,345 users',
      '1,234.5 h / month',
      'By hand',
      'mentioned only',
      '1 data flow ',
    ]) {
      expect(english).toContain(words)
    }
  })

  test('is well-formed whatever people called their things', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...HOSTILE),
      fc.string().map((s) => `\uD83D${s}\u0001`),
    )
    fc.assert(
      fc.property(arbitraryGraph, fc.infiniteStream(text), (graph, texts) => {
        const next = () => texts.next().value as string
        const renamed: Graph = {
          containers: graph.containers.map((node) => ({ ...node, name: next(), path: [next()] })),
          tools: graph.tools.map((tool) => ({
            ...tool,
            name: next(),
            partOf: next(),
            functions: [next()],
            domain: next(),
          })),
          edges: graph.edges.map((edge) => ({ ...edge, dataObjects: [next()] })),
        }
        const svg = draw(renamed, 'en', { title: next(), date: next() })
        expect(xmlFault(svg)).toBeUndefined()
        expect(svg).not.toMatch(/<script|<image|href/)
      }),
      { numRuns: 60 },
    )
  })

  test('the check itself finds faults', () => {
    expect(xmlFault('<a><b/></a>')).toBeUndefined()
    for (const bad of [
      '<a>',
      '<a></b>',
      '<a x="1" x="2"/>',
      '<a>&</a>',
      '<a b=c/>',
      '<a>\u0001</a>',
      '<a/>x',
      '<a><</a>',
    ]) {
      expect(xmlFault(bad), bad).toBeDefined()
    }
  })

  test('draws departments in each other, the outer ones below, and who else uses a tool', () => {
    const graph = graphOf(
      inventoryOf(
        [
          { id: 'a' as never, name: 'Company' },
          { id: 'b' as never, name: 'Sales', parent: 'a' as never },
          { id: 'c' as never, name: 'HR', parent: 'a' as never },
        ],
        [
          { id: 't1' as never, name: 'CRM', owner: 'b' as never },
          { id: 't2' as never, name: 'Payroll', owner: 'c' as never },
        ],
        [
          { id: 'w1' as never, source: 't1' as never, target: 't2' as never, method: 'api' },
          { id: 'w2' as never, source: 't2' as never, target: 't1' as never, method: 'by-hand', hoursPerMonth: 4 },
        ],
        [{ id: 'u' as never, tool: 't1' as never, department: 'c' as never }],
      ),
    )
    const svg = draw(graph)
    expect(xmlFault(svg)).toBeUndefined()
    expect([...svg.matchAll(/data-kind="department" data-id="(\w)"/g)].map((found) => found[1])).toEqual([
      'a',
      'c',
      'b',
    ])
    expect(svg).toContain('Used by HR')
    expect(svg.match(/data-kind="flow"/g)).toHaveLength(2)
    expect(svg.match(/stroke-dasharray="0.1 5"/g)).toHaveLength(2)
    expect(svg).toContain('>2× 4 h / month<')
    expect(svg).toContain('CRM ⇄ Payroll · 2 data flows · By hand, API')
  })

  test('draws rings and pins only where they were asked for', () => {
    const { graph } = aCompany(20, 4, 10)
    const plain = draw(graph)
    const marked = draw(graph, 'en', {
      pins: new Map([
        ['t1', 1],
        ['d0', 2],
        ['gone', 3],
      ]),
      overlaps: [{ tools: ['t1', 't2'] as never }],
    })
    const rings = (svg: string) => svg.match(/stroke="#B4237A" stroke-width="2"/g)?.length ?? 0
    expect([rings(plain), rings(marked)]).toEqual([0, 2])
    expect(marked.match(/Start here: place/g)).toHaveLength(2)
  })

  test('of nothing is still a picture', () => {
    expect(xmlFault(draw({ containers: [], tools: [], edges: [] }))).toBeUndefined()
  })
})
