import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { explainBundle } from '../../../shared/analysis/explain-bundle'
import type { CatalogueInputs } from '../../../shared/analysis/findings'
import { judge, judgeAgain, judgeAnew, NOTHING_RECOGNISED } from '../../../shared/analysis/judge'
import { sensitivity } from '../../../shared/analysis/sensitivity'
import { touchedTools } from '../../../shared/analysis/touched-tools'
import { difference } from '../../../shared/inventory/change'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { ToolId } from '../../../shared/inventory/nouns'
import { someInventory, toolId } from './an-inventory'
import { arbitraryInventory } from './arbitrary-inventory'

const TODAY = '2026-01-15'
const findingsOf = (inventory: Inventory, catalogue: CatalogueInputs = NOTHING_RECOGNISED) =>
  judge(inventory, catalogue, TODAY)

const big = { users: 400, annualCost: { minor: 9_000_000, currency: 'EUR' } }
const twoJobs = () =>
  someInventory()
    .job('Tickets', { catalogueId: 'ticketing', domain: 'it-service' })
    .job('Payroll', { domain: 'hr' })
    .job('Drawing', { domain: 'engineering' })
    .tool('OTRS', { does: ['Tickets'], owner: 'IT', ...big })
    .tool('Zendesk', { does: ['Tickets'], owner: 'Sales', ...big, users: 500 })
    .tool('Jira', { does: ['Tickets'], owner: 'Works', ...big })
    .tool('Lexware', { does: ['Payroll'], users: 2 })
    .tool('DATEV', { does: ['Payroll'], users: 1 })

describe('sensitivity', () => {
  it('says how often a bundle is first and among the first three, the same every time', () => {
    const { bundles } = findingsOf(twoJobs().build())
    const standings = sensitivity(bundles)
    expect(standings.get('f:Tickets')?.first).toBeGreaterThan(0.5)
    expect(standings.get('f:Tickets')?.first).toBeLessThan(1)
    expect(standings.get('f:Payroll')?.topThree).toBe(1)
    expect(sensitivity(bundles)).toEqual(standings)
    expect(sensitivity(bundles, 7)).not.toEqual(new Map())
    expect(sensitivity([])).toEqual(new Map())
  })

  test.prop([arbitraryInventory])('somebody is first every time, and three are among the first three', (inventory) => {
    const { bundles } = findingsOf(inventory)
    const standings = [...sensitivity(bundles, 1, 50).values()]
    const all = (of: 'first' | 'topThree') => standings.reduce((sum, each) => sum + each[of], 0)
    expect(all('first')).toBeCloseTo(Math.min(1, bundles.length), 9)
    expect(all('topThree')).toBeCloseTo(Math.min(3, bundles.length), 9)
  })
})

describe('proposeTarget', () => {
  it('prefers what is paid for and fits, and says why', () => {
    const inventory = someInventory()
      .tool('Teams', { does: ['Chat'], functionalFit: 3, users: 10 })
      .tool('Slack', { does: ['Chat'], functionalFit: 2, users: 90, contractEnd: '2027-01-31' })
      .tool('Zulip', { does: ['Chat'], functionalFit: 4, users: 95, status: 'phasing-out' })
      .tool('Outlook')
      .build()
    const suite = { suite: 'Microsoft 365', functions: [] }
    const suites = new Map(['Teams', 'Outlook'].map((name) => [toolId(name), suite]))
    expect(findingsOf(inventory, { ...NOTHING_RECOGNISED, suites }).targets.get('f:Chat')).toEqual({
      tool: 't:Teams',
      reasons: [
        { code: 'owned-suite', weight: 3, value: 'Microsoft 365' },
        { code: 'best-fit', weight: 3, value: 3 },
      ],
      newPlatform: { preferred: false, reasons: [] },
    })
    expect(findingsOf(inventory).targets.get('f:Chat')).toMatchObject({ tool: 't:Slack' })
  })

  it('prefers a new platform when nothing of what is there fits or stays', () => {
    const pair = (facts: object) => {
      const inventory = someInventory()
        .tool('A', { does: ['X'], ...facts })
        .tool('B', { does: ['X'], ...facts })
      return findingsOf(inventory.build()).targets.get('f:X')?.newPlatform
    }
    expect(pair({ functionalFit: 2 })).toEqual({ preferred: true, reasons: ['nothing-fits'] })
    expect(pair({ status: 'phasing-out' })).toEqual({ preferred: true, reasons: ['all-phasing-out'] })
    expect(pair({})).toEqual({ preferred: false, reasons: [] })
  })
})

describe('platformAreas', () => {
  it('adds up the bundles of each area, best first, and leaves other domains out', () => {
    const inventory = twoJobs()
      .tool('CATIA', { does: ['Drawing'], ...big })
      .tool('NX', { does: ['Drawing'], ...big })
      .build()
    const { areas, bundles } = findingsOf(inventory)
    const scoreOf = (key: string) => bundles.find(({ functionKey }) => functionKey === key)?.score ?? Number.NaN
    expect(areas.map(({ area, rank, bundles: keys }) => [area, rank, keys])).toEqual([
      ['it-service-operations', 1, ['f:Tickets']],
      ['customer-service', 2, []],
      ['enterprise-services', 3, ['f:Payroll']],
    ])
    expect(areas[0]?.gain).toBeCloseTo(scoreOf('f:Tickets'))
    expect(areas[2]?.gain).toBe(Math.max(0, scoreOf('f:Payroll')))
    expect(areas[0]?.tools).toHaveLength(3)
  })
})

describe('explainBundle', () => {
  it('tells place, terms, distance, steadiness, gaps and target, in the bundle’s own numbers', () => {
    const findings = findingsOf(twoJobs().build())
    const [first, second] = findings.bundles
    if (first === undefined || second === undefined) throw new Error('two bundles')
    const sentences = explainBundle(first, findings)
    expect(sentences.map(({ code }) => code)).toEqual(['place', 'lever', 'effort', 'ahead', 'steady', 'open', 'target'])
    expect(sentences[0]).toMatchObject({ rank: 1, of: 2, score: first.score })
    expect(sentences[3]).toMatchObject({ points: first.score - second.score, next: { functionKey: 'f:Payroll' } })
    expect(explainBundle(second, findings).map(({ code }) => code)).not.toContain('ahead')
  })

  test.prop([arbitraryInventory])('holds nothing that the numbers don’t', (inventory) => {
    const findings = findingsOf(inventory)
    for (const bundle of findings.bundles) {
      for (const sentence of explainBundle(bundle, findings)) {
        if (sentence.code !== 'lever' && sentence.code !== 'effort') continue
        for (const { term, points } of sentence.terms) {
          expect(bundle.terms).toContain(term)
          expect(points).toBe(term.points)
        }
      }
    }
  })
})

describe('judgeAgain', () => {
  test.prop([arbitraryInventory, arbitraryInventory])('concludes what judging anew would', (from, to) => {
    const functions = new Map([...from.functions, ...to.functions])
    const departments = new Map([...from.departments, ...to.departments])
    const [before, after] = [
      { ...from, functions, departments },
      { ...to, functions, departments },
    ]
    const { kept } = judgeAnew({ inventory: before, catalogue: NOTHING_RECOGNISED, today: TODAY })
    const touched = touchedTools(difference(before, after))
    const ids = touched === 'all' ? new Set([...before.tools.keys(), ...after.tools.keys()]) : touched
    const again = judgeAgain(kept, { inventory: after, catalogue: NOTHING_RECOGNISED, today: TODAY }, ids)
    expect(again.findings).toEqual(findingsOf(after))
  })

  test.prop([arbitraryInventory, fc.array(fc.tuple(fc.nat(13), fc.nat(5)), { minLength: 1, maxLength: 4 })])(
    'concludes after one edit after the other what judging anew would, recognition and suites included',
    (inventory, edits) => {
      let now = inventory
      let { kept } = judgeAnew({ inventory: now, catalogue: recognised(now), today: TODAY }, 5)
      for (const [at, kind] of edits) {
        const before = now
        now = edited(now, toolId(String(at)), kind)
        const touched = touchedTools(difference(before, now))
        if (touched === 'all') throw new Error('one tool')
        const input = { inventory: now, catalogue: recognised(now), today: TODAY }
        const again = judgeAgain(kept, input, touched, 5)
        expect(again.findings).toEqual(judgeAnew(input, 5).findings)
        kept = again.kept
      }
    },
  )

  it('leaves the bundles and groups alone that an edit doesn’t touch', () => {
    const before = twoJobs().build()
    const first = judgeAnew({ inventory: before, catalogue: NOTHING_RECOGNISED, today: TODAY })
    const after = edited(before, toolId('OTRS'), 3)
    const input = { inventory: after, catalogue: NOTHING_RECOGNISED, today: TODAY }
    const { findings } = judgeAgain(first.kept, input, new Set([toolId('OTRS')]))
    const payroll = (of: typeof findings) => of.bundles.find(({ functionKey }) => functionKey === 'f:Payroll')
    const tickets = (of: typeof findings) => of.bundles.find(({ functionKey }) => functionKey === 'f:Tickets')
    expect(payroll(findings)).toBe(payroll(first.findings))
    expect(tickets(findings)).not.toEqual(tickets(first.findings))
    expect(findings.groups.some((group) => first.findings.groups.includes(group))).toBe(true)
  })

  it('knows which tools a change touches', () => {
    const before = twoJobs()
      .data('Customer', 'OTRS')
      .flow('OTRS', 'Jira')
      .verdict('justified', 'Lexware', 'DATEV')
      .build()
    const touched = (change: Partial<Inventory>) => touchedTools(difference(before, { ...before, ...change }))
    expect(touched({ flows: new Map() })).toEqual(new Set(['t:OTRS', 't:Jira']))
    expect(touched({ verdicts: new Map() })).toEqual(new Set(['t:Lexware', 't:DATEV']))
    expect(touched({ dataObjects: new Map() })).toEqual(new Set(['t:OTRS']))
    expect(touched({ functions: new Map() })).toBe('all')
    expect(touched({})).toEqual(new Set())
  })
})

/** One edit of a tool: another job, users, status, name or nothing of it left; a new one where there is none. */
function edited(inventory: Inventory, id: ToolId, kind: number): Inventory {
  const tools = new Map(inventory.tools)
  const [job] = inventory.functions.keys()
  const tool = tools.get(id)
  if (tool === undefined) tools.set(id, { id, name: 'Beta', functions: job === undefined ? [] : [job] })
  else if (kind === 0) tools.delete(id)
  else if (kind === 1) tools.set(id, { ...tool, functions: [] })
  else if (kind === 2) tools.set(id, { ...tool, status: tool.status === 'retired' ? 'active' : 'retired' })
  else if (kind === 3) tools.set(id, { ...tool, users: 7_000, criticality: 4 })
  else if (kind === 4) tools.set(id, { ...tool, name: 'Gamma' })
  else tools.set(id, { ...tool, functions: job === undefined ? [] : [job] })
  const usages = new Map([...inventory.usages].filter(([, usage]) => tools.has(usage.tool)))
  const flows = new Map([...inventory.flows].filter(([, { source, target }]) => tools.has(source) && tools.has(target)))
  return { ...inventory, tools, usages, flows }
}

/** What a catalogue would say, by the tools' names. */
function recognised(inventory: Inventory): CatalogueInputs {
  const of = (name: string) => [...inventory.tools.values()].filter((tool) => tool.name.startsWith(name))
  return {
    proposals: new Map(
      [...of('Alpha'), ...of('Gamma')].map(({ id, name }) => [
        id,
        [{ catalogueId: `job-${name}` }, { catalogueId: 'crm' }],
      ]),
    ),
    functions: new Map(
      ['crm', 'chat', 'job-Alpha', 'job-Gamma'].map((id) => [id, { name: { de: id, en: id }, domain: 'hr' }]),
    ),
    products: new Map(of('Beta').map(({ id }) => [id, 'Delta'])),
    suites: new Map(of('Gamma').map(({ id }) => [id, { suite: 'Gamma One', functions: ['chat', 'crm'] }])),
  }
}
