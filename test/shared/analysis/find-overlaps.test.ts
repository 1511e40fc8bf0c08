import { test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { countOverlaps, findOverlaps } from '../../../shared/analysis/find-overlaps'
import { judge, NOTHING_RECOGNISED } from '../../../shared/analysis/judge'
import { MOST } from '../../../shared/analysis/overlap-scale'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { ToolId } from '../../../shared/inventory/nouns'
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
        score: 0.575,
        proposed: false,
        reasons: [
          { code: 'same-function', weight: 0.5, value: 'Chat', functionKeys: ['f:Chat'] },
          { code: 'same-departments', weight: 0.075, value: 'IT' },
        ],
      },
    ])
  })

  it('calls it an overlap when nobody is known to use one of them', () => {
    const inventory = someInventory()
      .tool('Slack', { does: ['Chat'], owner: 'IT' })
      .tool('Teams', { does: ['Chat'] })
    expect(overlapsOf(inventory.build())).toMatchObject([{ kind: 'overlap', score: 0.5 }])
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
    expect(score(['A'], ['A'])).toBeCloseTo(0.5)
    expect(score(['A'], jobs)).toBeCloseTo(0.5 * (0.6 + 0.4 / 5))
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
    expect(Object.fromEntries(countOverlaps(overlapsOf(inventory)))).toEqual({
      't:Slack': 2,
      't:Teams': 2,
      't:Zulip': 1,
      't:Stift': 1,
    })
  })

  it('has two columns of weights that each add up to 1', () => {
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

  test.prop([arbitraryInventory])('one tool more moves no other pair', (inventory) => {
    const more = new Map(inventory.tools)
    const id = toolId('zz-new')
    more.set(id, { id, name: 'Alpha', functions: [...inventory.functions.keys()] })
    const after = overlapsOf({ ...inventory, tools: more }).filter(({ tools }) => !tools.includes(id))
    expect(after).toEqual(overlapsOf(inventory))
  })

  it('says nothing about an empty inventory', () => {
    expect(findOverlaps(someInventory().build(), { assignments: [], functions: new Map() })).toEqual([])
  })
})
