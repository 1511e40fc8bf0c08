import { formatsFor } from '../../../renderer/format'
import { lensExtras, lensWords } from '../../../renderer/river/lens'
import { lookWords, seenMap, svgLens } from '../../../shared/export/seen-map'
import { type MapSvgOptions, toMapSvg } from '../../../shared/export/to-svg'
import { buildGraph } from '../../../shared/graph/build-graph'
import { layout } from '../../../shared/graph/layout'
import { lensReader } from '../../../shared/graph/lens/reader'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { MapLook } from '../../../shared/inventory/map-look'
import type { Tool } from '../../../shared/inventory/nouns'
import { findingsOf, wordsOf } from './reports/kit'

const TODAY = '2026-06-15'

/** Seen after some tools have come and others have gone, with marks, and with a filter that hides a part. */
export const FULL_LOOK: MapLook = {
  arrangement: { by: 'department' },
  colourBy: 'contractEnd',
  sizeBy: 'users',
  filters: [{ attribute: 'users', values: ['200..999'], without: true }],
  overlaps: true,
  at: '2028-01-01',
}

/** The same company, of which every fifth tool is still to come and every fifth one goes, before `FULL_LOOK`'s date. */
export function changing(inventory: Inventory): Inventory {
  const changed = [...inventory.tools].map(([id, tool], at): [typeof id, Tool] => {
    if (at % 5 === 1) return [id, { ...tool, status: 'planned', plannedFrom: '2027-03-01' }]
    if (at % 5 === 3) return [id, { ...tool, status: 'phasing-out', contractEnd: '2027-06-30' }]
    return [id, tool]
  })
  return { ...inventory, tools: new Map(changed) }
}

/** A map with everything on it that a look can put there, rings and pins included. */
export function lookedAt(inventory: Inventory, look: MapLook, more: Partial<MapSvgOptions> = {}): string {
  const { language = 'de', theme = 'light' } = more
  const findings = findingsOf(inventory)
  const extras = lensExtras(findings)
  const graph = buildGraph(inventory, {
    overlaps: findings.overlapCount,
    functionNames: new Map(),
    domains: extras.domains,
  })
  const seen = seenMap(layout(graph, inventory.pins), look, lensReader(inventory, extras, TODAY))
  const formats = formatsFor(language)
  const words = {
    ...lensWords(language, inventory, findings, 'EUR'),
    t: wordsOf(language),
    date: formats.date,
    toolName: () => undefined,
  }
  const said = lookWords(look, seen.landscape, words)
  return toMapSvg(seen.placed, {
    theme,
    title: 'Toolscape',
    date: formats.date(TODAY),
    told: [...said.told, ...said.filters],
    t: words.t,
    language,
    formatNumber: formats.number,
    formatMoney: (minor, currency) => formats.money({ minor, currency }),
    overlaps: findings.overlaps.filter(({ score }) => score >= 0.6),
    pins: new Map(findings.bundles.slice(0, 5).map(({ rank, tools }) => [tools[0] as string, rank])),
    lens: svgLens(seen, theme, words),
    ...more,
  })
}
