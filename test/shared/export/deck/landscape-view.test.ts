import { describe, expect, it } from 'vitest'
import { landscapePage } from '../../../../shared/export/deck/landscape-page'
import { overlapGroups } from '../../../../shared/export/deck/overlap-groups'
import { voiceOf } from '../../../../shared/export/deck/voice'
import { filledOnly } from '../../../../shared/export/look-filters'
import { buildGraph } from '../../../../shared/graph/build-graph'
import { showOnly } from '../../../../shared/graph/lens/show-only'
import type { ToolId } from '../../../../shared/inventory/nouns'
import { wellFormed } from '../../../fixtures/well-formed'
import { sample } from '../reports/kit'
import { inputFor } from './deck-kit'
import { all, readXml, wordsOf } from './read-deck'

const inventory = sample('muster-maschinenbau')
const input = inputFor(inventory, 'de')

/** The landscape page of what is left of the map when only these tools show. */
function pageOf(
  shown: (id: ToolId) => boolean,
  more: { filters?: readonly string[]; gone?: ReadonlySet<string> } = {},
) {
  const whole = buildGraph(inventory, { overlaps: new Map(), functionNames: new Map(), domains: new Map() })
  const { graph } = showOnly(whole, new Set([...inventory.tools.keys()].filter(shown)))
  const view = {
    graph: filledOnly(graph),
    colours: new Map(graph.tools.map(({ id }) => [id, '#123456'] as const)),
    legend: {
      title: 'Status',
      entries: [
        { colour: '#123456', unknown: false, label: 'aktiv', count: 1_234 },
        { colour: '#654321', unknown: true, label: 'unbekannt', count: 2 },
        ...Array.from({ length: 60 }, (_, at) => ({
          colour: '#AABBCC',
          unknown: false,
          label: `Wert ${at}`,
          count: at,
        })),
      ],
    },
    gone: more.gone ?? new Set<string>(),
    byDepartment: true,
    told: ['Nach Abteilung', 'Farbe: Status'],
    filters: more.filters ?? [],
  }
  const shaped = { ...input, options: { ...input.options, view } }
  const text = landscapePage(shaped, voiceOf(shaped)).xml()
  expect(wellFormed(text)).toBeUndefined()
  return { text, words: wordsOf(readXml(text)), frames: all(readXml(text), 'a:off'), view }
}

describe('the landscape page of a look', () => {
  it('has its tools and no others, in its colours, with what the colours mean and what is filtered', () => {
    const kept = [...inventory.tools.values()].filter(
      ({ owner, status }) => owner !== undefined && status === 'planned',
    )
    expect(kept.length).toBeGreaterThan(2)
    const { text, words } = pageOf((id) => kept.some((tool) => tool.id === id), { filters: ['Status nur geplant'] })
    for (const { name } of kept) expect(words).toContain(name.slice(0, 12))
    for (const { name, status } of inventory.tools.values())
      if (status === 'active') expect(text).not.toContain(`name="${name}"`)
    for (const word of ['aktiv 1.234', 'unbekannt 2', 'Farbe: Status', 'Status nur geplant'])
      expect(words).toContain(word)
    expect(text.match(/srgbClr val="123456"/g)?.length).toBeGreaterThanOrEqual(kept.length)
    // Sixty colours have no room: how many are left out is said.
    expect(words).toMatch(/\+ \d+ weitere/)
  })

  it('draws what has gone as a ghost, and doesn’t count it', () => {
    const [first] = [...inventory.tools.values()].filter(
      ({ owner, status }) => owner !== undefined && status === 'planned',
    )
    const shown = (id: ToolId) => inventory.tools.get(id)?.status === 'planned'
    const [before, after] = [pageOf(shown), pageOf(shown, { gone: new Set([first?.id ?? '']) })]
    const count = (words: string) => Number(/(\d+) Tools?/.exec(words)?.[1])
    expect(count(after.words)).toBe(count(before.words) - 1)
    expect(after.text.match(/prstDash val="dash"/g)).toHaveLength(
      (before.text.match(/prstDash val="dash"/g)?.length ?? 0) + 1,
    )
  })

  it('says when nothing passes', () => {
    expect(pageOf(() => false).words).toContain('Nichts passt zu allen Filtern.')
  })
})

describe('the groups of overlaps', () => {
  it('are of one job, or of one product: what a suite contains joins nothing', () => {
    const pair = (a: string, b: string, kind: 'in-suite' | 'same-product') =>
      ({
        tools: [a, b],
        kind,
        score: 0.6,
        proposed: false,
        reasons: [{ code: 'in-suite', weight: 0.6, value: 'X' }],
      }) as never
    const ids = [...inventory.tools.keys()]
    const [a = '', b = '', c = '', d = ''] = ids
    const groups = overlapGroups(inventory, [
      pair(a, b, 'in-suite'),
      pair(b, c, 'in-suite'),
      pair(c, d, 'same-product'),
    ])
    expect(groups.map(({ tools }) => [...tools])).toEqual([[c, d]])
  })
})
