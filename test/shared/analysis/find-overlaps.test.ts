import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { assignFunctions } from '../../../shared/analysis/assign-functions'
import {
  allOverlaps,
  findOverlaps,
  overlapOf,
  overlapSteps,
  overlapsOfTool,
} from '../../../shared/analysis/find-overlaps'
import type { CatalogueInputs, Overlap } from '../../../shared/analysis/findings'
import { judge, NOTHING_RECOGNISED } from '../../../shared/analysis/judge'
import { overlapGroups } from '../../../shared/analysis/overlap-groups'
import { overlapModel } from '../../../shared/analysis/overlap-model'
import { emptyWeighed } from '../../../shared/analysis/overlap-reasons'
import { CROWD, CROWDED_FROM, MOST } from '../../../shared/analysis/overlap-scale'
import { updateOverlaps } from '../../../shared/analysis/update-overlaps'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { DataObjectId, Flow, FlowId, Judgement, Tool, ToolId } from '../../../shared/inventory/nouns'
import { company } from '../../bench/company'
import { reversed, someInventory, toolId } from './an-inventory'
import { arbitraryInventory } from './arbitrary-inventory'

function overlapsOf(inventory: Inventory, products: ReadonlyMap<ToolId, string> = new Map()) {
  return judge(inventory, { ...NOTHING_RECOGNISED, products }, '2026-01-01').overlaps
}

describe('findOverlaps', () => {
  it('calls two tools redundant when they do one job for a department they share', () => {
    const inventory = someInventory()
      .tool('Slack', { does: ['Chat'], owner: 'IT' })
      .tool('Teams', { does: ['Chat'], owner: 'Sales', usedBy: ['IT'] })
      .build()
    expect(overlapsOf(inventory)).toEqual([
      {
        tools: ['t:Slack', 't:Teams'],
        kind: 'redundant',
        score: 0.55,
        proposed: false,
        reasons: [
          { code: 'same-function', weight: 0.45, value: 'Chat', functionKeys: ['f:Chat'] },
          { code: 'same-departments', weight: 0.1, value: 'IT', departments: ['d:IT'] },
        ],
      },
    ])
  })

  it('calls it an overlap when nobody is known to use one of them', () => {
    const inventory = someInventory()
      .tool('Slack', { does: ['Chat'], owner: 'IT' })
      .tool('Teams', { does: ['Chat'] })
    expect(overlapsOf(inventory.build())).toMatchObject([{ kind: 'overlap', score: 0.45 }])
  })

  it('sees one product under two names, by edition or by recognition, but not in parts of different systems', () => {
    const inventory = someInventory()
      .tool('Jira')
      .tool('Jira Cloud (neu)')
      .tool('Kreuz und quer')
      .tool('Kennzeichen 1')
      .tool('Kennzeichen 2')
      .tool('API', { id: 'api1', partOf: 'Shop' })
      .tool('API', { id: 'api2', partOf: 'Lager' })
      .build()
    const products = new Map([
      [toolId('Jira'), 'Jira Software'],
      [toolId('Kreuz und quer'), 'Jira Software'],
    ])
    const found = overlapsOf(inventory, products)
    expect(found.map(({ tools, kind, score }) => [...tools, kind, score])).toEqual([
      ['t:Jira', 't:Jira Cloud (neu)', 'same-product', 0.7],
      ['t:Jira', 't:Kreuz und quer', 'same-product', 0.7],
    ])
  })

  it('weighs a job shared by suites less than one shared by specialists', () => {
    const jobs = ['A', 'B', 'C', 'D', 'E']
    const score = (one: string[], other: string[]) => {
      return overlapsOf(someInventory().tool('X', { does: one }).tool('Y', { does: other }).build())[0]?.score
    }
    expect(score(['A'], ['A'])).toBeCloseTo(0.45)
    expect(score(['A'], jobs)).toBeCloseTo(0.45 * (0.6 + 0.4 / 5))
    expect(score(jobs, ['A', 'F', 'G', 'H', 'I'])).toBeUndefined()
  })

  it('leaves out retired tools and pairs that somebody called not the same, and lists what somebody judged', () => {
    const inventory = someInventory()
      .tool('Old', { does: ['Chat'], status: 'retired' })
      .tool('Slack', { does: ['Chat'] })
      .tool('Teams', { does: ['Chat'], status: 'planned' })
      .tool('Zulip', { does: ['Chat'] })
      .tool('Stift')
      .verdict('not-the-same', 'Slack', 'Zulip')
      .verdict('redundant', 'Stift', 'Slack')
      .build()
    expect(overlapsOf(inventory).map(({ tools, kind, verdict }) => [...tools, kind, verdict])).toEqual([
      ['t:Slack', 't:Teams', 'overlap', undefined],
      ['t:Teams', 't:Zulip', 'overlap', undefined],
      ['t:Slack', 't:Stift', 'redundant', 'redundant'],
    ])
    expect(Object.fromEntries(judge(inventory, NOTHING_RECOGNISED, '2026-01-01').overlapCount)).toEqual({
      't:Slack': 2,
      't:Teams': 2,
      't:Zulip': 1,
      't:Stift': 1,
    })
  })

  it('has columns of weights that each add up to 1', () => {
    for (const column of Object.values(MOST)) {
      expect(Object.values(column).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    }
  })

  test.prop([arbitraryInventory])(
    'reasons add up, scores stay within 0 and 1, order of rows is nothing',
    (inventory) => {
      const overlaps = overlapsOf(inventory)
      for (const { score, reasons, tools } of overlaps) {
        const sum = reasons.reduce((total, { weight }) => total + weight, 0)
        expect(Math.abs(sum - score)).toBeLessThan(1e-9)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(tools[0] < tools[1]).toBe(true)
      }
      expect(overlapsOf(reversed(inventory))).toEqual(overlaps)
    },
  )

  test.prop([arbitraryInventory])('one tool more moves no score and no reason of another pair', (inventory) => {
    const more = new Map(inventory.tools)
    const id = toolId('zz-new')
    more.set(id, { id, name: 'Alpha', functions: [...inventory.functions.keys()] })
    const before = new Map(overlapsOf(inventory).map((overlap) => [overlap.tools.join(' '), overlap]))
    for (const overlap of overlapsOf({ ...inventory, tools: more })) {
      if (!overlap.tools.includes(id)) expect(overlap).toEqual(before.get(overlap.tools.join(' ')))
    }
  })

  it('says nothing about an empty inventory', () => {
    const inventory = someInventory().build()
    const assigned = { assignments: [], functions: new Map() }
    expect(findOverlaps({ inventory, assigned, catalogue: NOTHING_RECOGNISED })).toEqual([])
  })

  it('knows what a suite that is paid for contains, whatever stands for it, and not when it is only planned', () => {
    const suite = { suite: 'Office Suite', functions: ['chat', 'mail'] }
    const build = (status: 'active' | 'planned') =>
      someInventory()
        .job('Chat', { catalogueId: 'chat' })
        .tool('Outlook', { does: ['Mail'], status })
        .tool('Slack', { does: ['Chat'] })
        .build()
    const found = (status: 'active' | 'planned') => {
      const suites = new Map([[toolId('Outlook'), suite]])
      return judge(build(status), { ...NOTHING_RECOGNISED, suites }, '2026-01-01').overlaps
    }
    expect(found('active')).toMatchObject([
      { kind: 'in-suite', score: 0.5, reasons: [{ code: 'in-suite', value: 'Office Suite', tools: ['t:Outlook'] }] },
    ])
    expect(found('planned')).toEqual([])
  })

  it('takes descriptions for the job only where nobody knows the job', () => {
    const text = { description: 'Records vehicle inspections and their results', owner: 'Fleet' }
    const pair = (does: string[]) =>
      overlapsOf(
        someInventory()
          .tool('Argo', { ...text })
          .tool('Bilbo', { ...text, does })
          .build(),
      )
    expect(pair([])).toMatchObject([{ kind: 'overlap', score: 0.7 }])
    expect(pair(['Inspections'])).toMatchObject([{ score: 0.7 }])
    expect(
      overlapsOf(
        someInventory()
          .tool('Argo', { ...text, does: ['A'] })
          .tool('Bilbo', { ...text, does: ['B'] })
          .build(),
      ),
    ).toEqual([])
  })

  it('weighs a broad job less, and data that two tools keep', () => {
    const builder = someInventory().job('Datenbank', { catalogueId: 'database' })
    const broad = builder.tool('Oracle', { does: ['Datenbank'] }).tool('DB2', { does: ['Datenbank'] })
    expect(overlapsOf(broad.build())).toMatchObject([{ score: 0.225 }])
    const kept = someInventory()
      .data('Customer', 'Hub')
      .tool('Hub', { does: ['CRM'] })
      .tool('Rolo', { does: ['CRM'] })
      .tool('ERP')
      .flow('ERP', 'Rolo', { method: 'by-hand', data: ['Customer'] })
    expect(overlapsOf(kept.build())[0]?.reasons).toContainEqual({
      code: 'same-data',
      weight: 0.15,
      value: 'Customer',
      dataObjects: ['o:Customer'],
    })
  })

  it('shows a crowd as one group and lists only those of its pairs that share clearly more than the job', () => {
    const builder = someInventory()
    for (let i = 0; i <= CROWD; i++) {
      builder.tool(`Tool ${'abcdefghijklm'[i]}x`, { does: ['Chat'], owner: i < 2 ? 'IT' : `D${i}` })
    }
    const { overlaps, groups, overlapCount } = judge(builder.build(), NOTHING_RECOGNISED, '2026-01-01')
    expect(overlaps).toMatchObject([{ kind: 'redundant', tools: ['t:Tool ax', 't:Tool bx'] }])
    expect(groups).toMatchObject([
      { key: 'function:f:Chat', kind: 'redundant', departments: ['d:IT'], listedPairs: 1, pairs: 36 },
    ])
    expect(groups[0]?.tools).toHaveLength(CROWD + 1)
    expect([...overlapCount.values()]).toEqual(Array.from({ length: CROWD + 1 }, () => CROWD))
  })

  it('applies verdicts to groups: confirmed ones come first, strangers leave, judged ones say so', () => {
    const build = (judgement: Judgement) =>
      someInventory()
        .tool('Slack', { does: ['Chat'] })
        .tool('Teams', { does: ['Chat'] })
        .tool('Stift', { does: ['Draw'] })
        .tool('Ofen')
        .verdict(judgement, 'Slack', 'Teams')
        .verdict('redundant', 'Stift', 'Ofen')
        .build()
    const groups = (judgement: Judgement) => judge(build(judgement), NOTHING_RECOGNISED, '2026-01-01').groups
    expect(groups('justified').map(({ key, verdict }) => [key, verdict])).toEqual([
      ['verdict:t:Ofen', 'redundant'],
      ['function:f:Chat', 'justified'],
    ])
    expect(groups('not-the-same').map(({ key }) => key)).toEqual(['verdict:t:Ofen'])
    expect(groups('redundant')).toMatchObject([{ origin: 'function', kind: 'redundant' }, { origin: 'verdict' }])
  })

  test.prop([arbitraryInventory, fc.boolean()])('the index finds what all pairs would', (inventory, named) => {
    const source = sourceOf(inventory, named)
    const model = overlapModel(source)
    const traits = [...model.traits.values()]
    const all = traits.flatMap((a, i) =>
      traits.slice(i + 1).flatMap((b) => overlapOf(model, a, b, emptyWeighed()) ?? []),
    )
    const found = allOverlaps(model).overlaps
    expect(found.map(({ tools }) => tools.join(' ')).sort()).toEqual(all.map(({ tools }) => tools.join(' ')).sort())
    for (const { tool } of traits) {
      expect(overlapsOfTool(model, tool.id)).toEqual(found.filter(({ tools }) => tools.includes(tool.id)))
    }
    for (const { score, kind } of found) if (kind === 'same-product') expect(score).toBeGreaterThan(CROWDED_FROM)
  })

  test.prop([arbitraryInventory, fc.boolean(), fc.integer({ min: 1, max: 6 })])(
    'of more pairs than can be listed the strongest are, and what somebody judged, and the range says so',
    (inventory, named, most) => {
      const model = overlapModel(sourceOf(inventory, named))
      const all = allOverlaps(model).overlaps
      const unjudged = all.filter(({ verdict }) => verdict === undefined)
      const { overlaps, range } = allOverlaps(model, most)
      const weakest = unjudged[most - 1]?.score
      expect(overlaps).toEqual(all.filter((each) => each.verdict !== undefined || unjudged.indexOf(each) < most))
      expect(range).toEqual(
        unjudged.length > most ? { extent: 'strongest', from: weakest } : { extent: 'all', from: 0 },
      )
    },
  )

  test.prop([arbitraryInventory, fc.nat(13), fc.boolean(), fc.integer({ min: 1, max: 6 })])(
    'a cut list is after an edit what it would be anew',
    (inventory, at, named, most) => {
      const id = toolId(String(at))
      const tool = inventory.tools.get(id)
      const tools = new Map(inventory.tools)
      if (tool === undefined) tools.set(id, { id, name: 'Beta', functions: [...inventory.functions.keys()] })
      else if (at % 2 === 0) tools.delete(id)
      else tools.set(id, { ...tool, name: 'Alpha', functions: [...inventory.functions.keys()].slice(-2) })
      const to = sourceOf({ ...inventory, tools }, named)
      const model = overlapModel(sourceOf(inventory, named))
      const { found } = updateOverlaps(model, allOverlaps(model, most), to, new Set([id]), most)
      const fresh = allOverlaps(overlapModel(to), most)
      expect([found.overlaps, found.range]).toEqual([fresh.overlaps, fresh.range])
    },
  )

  it('finds in crowds what all pairs would, whatever is alike, and the strongest first in large ones', () => {
    const inventory = muchAlike(company(700, 6, 300))
    const model = overlapModel(sourceOf(inventory, false))
    const traits = [...model.traits.values()]
    const scratch = emptyWeighed()
    const every = traits.flatMap((a, i) => traits.slice(i + 1).flatMap((b) => overlapOf(model, a, b, scratch) ?? []))
    const { overlaps } = allOverlaps(model)
    const keys = (list: readonly Overlap[]) => list.map(({ tools }) => tools.join(' ')).sort()
    expect(overlaps.length).toBeGreaterThan(100)
    expect(keys(overlaps)).toEqual(keys(every))
    for (const most of [40, 1_000_000]) {
      const steps = [...overlapSteps(model, most, [0.9, 0.6])]
      expect(steps.map(({ range }) => range.extent)).toEqual(
        most === 40 ? ['so-far', 'strongest'] : ['so-far', 'so-far', 'all'],
      )
      for (const { overlaps: some, range } of steps) {
        expect(some).toEqual(overlaps.filter(({ score }) => score >= range.from).slice(0, most))
      }
    }
  })

  test.prop([arbitraryInventory, arbitraryInventory, fc.boolean()])(
    'an updated model is the one that would be built anew',
    (before, after, named) => {
      const [from, to] = [sourceOf(before, named), sourceOf(after, named)]
      const model = overlapModel(from)
      const changed = new Set([...before.tools.keys(), ...after.tools.keys()])
      const { found } = updateOverlaps(model, allOverlaps(model), to, changed)
      const fresh = overlapModel(to)
      expect(found).toEqual(allOverlaps(fresh))
      expect(overlapGroups(model, found.overlaps)).toEqual(overlapGroups(fresh, found.overlaps))
    },
  )

  test.prop([arbitraryInventory, fc.nat(13), fc.boolean()])(
    'one edited tool is enough to look at when only it was edited',
    (inventory, at, named) => {
      const id = toolId(String(at))
      const tool = inventory.tools.get(id)
      const tools = new Map(inventory.tools)
      if (tool === undefined)
        tools.set(id, { id, name: 'Beta', functions: [...inventory.functions.keys()].slice(0, 2) })
      else tools.set(id, { ...tool, name: 'Alpha', functions: [...inventory.functions.keys()].slice(-2) })
      const to = sourceOf({ ...inventory, tools }, named)
      const model = overlapModel(sourceOf(inventory, named))
      const { found } = updateOverlaps(model, allOverlaps(model), to, new Set([id]))
      expect(found).toEqual(allOverlaps(overlapModel(to)))
    },
  )
})

/** The same company with data on its flows, and with descriptions of few words for every second tool. */
function muchAlike(inventory: Inventory): Inventory {
  const data = Array.from({ length: 12 }, (_, i) => `o:${i}` as DataObjectId)
  const words = ['customers', 'orders', 'weekly', 'local', 'server', 'archive']
  const at = (id: string) => Number(id.slice(1))
  const flows = Array.from(inventory.flows.values(), (flow): [FlowId, Flow] => {
    return [flow.id, { ...flow, dataObjects: data.filter((_, i) => at(flow.id) % (i + 3) === 0) }]
  })
  const tools = Array.from(inventory.tools.values(), (tool): [ToolId, Tool] => {
    const description = words.filter((_, i) => at(tool.id) % (i + 2) !== 0).join(' ')
    return [tool.id, at(tool.id) % 2 === 0 ? { ...tool, description } : tool]
  })
  const dataObjects = new Map(data.map((id) => [id, { id, name: id }]))
  return { ...inventory, flows: new Map(flows), tools: new Map(tools), dataObjects }
}

/** What the analysis is given; `named`: with recognised products and a suite, by the tools' names. */
function sourceOf(inventory: Inventory, named: boolean) {
  const suites: NonNullable<CatalogueInputs['suites']> = new Map(
    [...inventory.tools.values()].flatMap(({ id, name }) => {
      return name.startsWith('Gamma') ? [[id, { suite: 'Gamma One', functions: ['chat', 'crm'] }] as const] : []
    }),
  )
  const products = new Map(
    [...inventory.tools.values()].flatMap(({ id, name }) => (name === 'Beta' ? [[id, 'Delta'] as const] : [])),
  )
  const catalogue = named ? { ...NOTHING_RECOGNISED, products, suites } : NOTHING_RECOGNISED
  return { inventory, assigned: assignFunctions(inventory, new Map(), new Map()), catalogue }
}
