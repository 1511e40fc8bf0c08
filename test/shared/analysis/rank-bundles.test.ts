import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { BUNDLE_WEIGHTS, HALF } from '../../../shared/analysis/bundle-scale'
import type { Bundle, BundleTerm } from '../../../shared/analysis/findings'
import { judge, NOTHING_RECOGNISED } from '../../../shared/analysis/judge'
import { monthsBetween } from '../../../shared/analysis/months'
import type { Inventory } from '../../../shared/inventory/inventory'
import { reversed, someInventory, toolId } from './an-inventory'
import { arbitraryInventory } from './arbitrary-inventory'

const TODAY = '2026-01-15'
const bundlesOf = (inventory: Inventory, weights = {}) => judge(inventory, NOTHING_RECOGNISED, TODAY, weights).bundles
const euros = (amount: number) => ({ annualCost: { minor: amount * 100, currency: 'EUR' } })

function termOf(bundle: Bundle | undefined, code: BundleTerm['code']): BundleTerm | undefined {
  return bundle?.terms.find((term) => term.code === code)
}

const chat = () =>
  someInventory()
    .tool('Slack', {
      does: ['Chat'],
      owner: 'IT',
      users: 100,
      ...euros(12_000),
      contractEnd: '2027-01-15',
      criticality: 3,
    })
    .tool('Teams', {
      does: ['Chat'],
      owner: 'Sales',
      users: 300,
      ...euros(50_000),
      contractEnd: '2026-07-15',
      criticality: 4,
    })
    .tool('Zulip', { does: ['Chat'], owner: 'HR', users: 20, ...euros(3_000), noticeMonths: 1, criticality: 1 })
    .tool('SAP', { does: ['ERP'] })
    .flow('Slack', 'Teams')
    .flow('SAP', 'Slack', { method: 'by-hand', hoursPerMonth: 12 })
    .flow('SAP', 'Zulip', { method: 'by-hand' })
    .flow('Teams', 'SAP')

describe('rankBundles', () => {
  it('shows its arithmetic', () => {
    const [bundle, ...rest] = bundlesOf(chat().build())
    expect(rest).toEqual([])
    expect(bundle).toMatchObject({ rank: 1, name: { en: 'Chat' }, users: 420, proposed: 0 })
    expect(bundle?.tools).toEqual(['t:Slack', 't:Teams', 't:Zulip'])
    expect(bundle?.departments).toEqual(['d:HR', 'd:IT', 'd:Sales'])
    expect(bundle?.terms.map(({ code, value, low, high, unknown }) => [code, value, low, high, unknown])).toEqual([
      ['tools-replaced', 2, 2, 2, 0],
      ['cost-freed', 15_000, 15_000, 15_000, 0],
      ['hours-freed', 16, 12, 28, 1],
      ['interfaces-removed', 3, 3, 3, 0],
      ['double-entry-ended', 0.5, 0, 4, 3],
      ['departments-joined', 2, 2, 2, 0],
      ['users-joined', 420, 420, 420, 0],
      ['risks-closed', 1, 0, 4, 3],
      ['users-to-move', 120, 120, 120, 0],
      ['flows-to-rewire', 0, 0, 0, 0],
      ['data-to-migrate', 4, 0, 16, 3],
      ['contract-lock-in', 6, 6, 6, 0],
      ['criticality', 3, 3, 3, 0],
      ['attachment', 2, 1, 4, 3],
    ])
    expect(termOf(bundle, 'cost-freed')?.points).toBeCloseTo((22 * 15_000) / 65_000)
    expect(termOf(bundle, 'hours-freed')?.flows).toEqual(['w:2', 'w:3'])
  })

  it('never counts unknown as zero', () => {
    const inventory = someInventory()
      .tool('A', { does: ['X'] })
      .tool('B', { does: ['X'] })
      .build()
    const [bundle] = bundlesOf(inventory)
    expect(termOf(bundle, 'cost-freed')).toMatchObject({ value: 10_000, low: 0, high: 60_000, unknown: 2 })
    expect(termOf(bundle, 'users-to-move')).toMatchObject({ value: 25, low: 0, high: 250, unknown: 2 })
    expect(termOf(bundle, 'criticality')).toMatchObject({ value: 2, low: 1, high: 4, unknown: 2 })
    expect(bundle?.users).toBeUndefined()
    expect(bundle && bundle.low < bundle.score && bundle.score < bundle.high).toBe(true)
  })

  it('stays in the one currency that costs are known in, and counts in EUR when there are several', () => {
    const cost = (amount: number, currency: string) => ({ annualCost: { minor: amount * 100, currency } })
    const pair = (a: object, b: object) => {
      return bundlesOf(
        someInventory()
          .tool('A', { does: ['X'], ...a })
          .tool('B', { does: ['X'], ...b })
          .build(),
      )[0]
    }
    expect(termOf(pair(cost(1000, 'CHF'), cost(500, 'CHF')), 'cost-freed')).toMatchObject({
      value: 500,
      currency: 'CHF',
    })
    expect(termOf(pair(cost(1000, 'CHF'), cost(500, 'USD')), 'cost-freed')).toMatchObject({
      value: 430,
      currency: 'EUR',
    })
    expect(termOf(pair(cost(1000, 'EUR'), cost(500, 'ZZZ')), 'cost-freed')).toMatchObject({ value: 1000, unknown: 1 })
  })

  it('heeds verdicts: justified tools stay, strangers leave, and a bundle of justified tools is none', () => {
    const [justified] = bundlesOf(chat().verdict('justified', 'Slack', 'Teams').build())
    expect(termOf(justified, 'tools-replaced')?.value).toBe(1)
    expect(termOf(justified, 'cost-freed')?.value).toBe(3000)
    const strange = chat().verdict('not-the-same', 'Zulip', 'Slack').verdict('not-the-same', 'Zulip', 'Teams').build()
    expect(bundlesOf(strange)[0]?.tools).toEqual(['t:Slack', 't:Teams'])
    expect(bundlesOf(chat().verdict('justified', 'Slack', 'Teams', 'Zulip').build())).toEqual([])
  })

  it('leaves retired tools and retired flows out', () => {
    const inventory = chat()
      .tool('Lync', { does: ['Chat'], status: 'retired' })
      .flow('Zulip', 'Slack', { status: 'retired' })
    expect(bundlesOf(inventory.build())).toEqual(bundlesOf(chat().build()))
  })

  it('scales moved weights back to 100 a side', () => {
    const [bundle] = bundlesOf(chat().build(), { 'cost-freed': 0, criticality: 1000 })
    expect(termOf(bundle, 'cost-freed')?.points).toBe(0)
    expect(termOf(bundle, 'tools-replaced')?.points).toBeCloseTo(((15 / 78) * 100 * 2) / (2 + HALF['tools-replaced']))
  })

  test.prop([arbitraryInventory])('terms add up by the published formula and stay within their ranges', (inventory) => {
    for (const bundle of bundlesOf(inventory)) {
      const sum = (side: 'lever' | 'effort') =>
        bundle.terms.filter((term) => term.side === side).reduce((total, { points }) => total + points, 0)
      expect(sum('lever')).toBeCloseTo(bundle.lever, 9)
      expect(sum('effort')).toBeCloseTo(bundle.effort, 9)
      expect(bundle.score).toBeCloseTo(bundle.lever - bundle.effort, 9)
      for (const side of [bundle.lever, bundle.effort]) expect(side >= 0 && side <= 100).toBe(true)
      expect(bundle.low).toBeLessThanOrEqual(bundle.score + 1e-9)
      expect(bundle.high).toBeGreaterThanOrEqual(bundle.score - 1e-9)
      for (const { code, points, value, low, high, unknown } of bundle.terms) {
        expect(low <= value && value <= high).toBe(true)
        if (unknown === 0) expect([low, high]).toEqual([value, value])
        if (code !== 'cost-freed') {
          expect(points).toBeCloseTo((BUNDLE_WEIGHTS[code] * value) / (value + HALF[code]), 9)
        }
      }
    }
  })

  test.prop([arbitraryInventory])('the order of rows is nothing', (inventory) => {
    expect(bundlesOf(reversed(inventory))).toEqual(bundlesOf(inventory))
  })

  test.prop([arbitraryInventory, fc.constantFrom('CRM', 'Chat', 'Yodelling')])(
    'a tool that does another job moves no other bundle',
    (inventory, job) => {
      const added = someInventory()
        .tool('New', { does: [job], users: 900, owner: 'IT', ...euros(90_000) })
        .build()
      const more: Inventory = {
        ...inventory,
        tools: new Map([...inventory.tools, ...added.tools]),
        functions: new Map([...inventory.functions, ...added.functions]),
        departments: new Map([...inventory.departments, ...added.departments]),
      }
      const others = (bundles: readonly Bundle[]) =>
        bundles.filter(({ name }) => name.en !== job).map((bundle) => ({ ...bundle, rank: 0 }))
      expect(others(bundlesOf(more))).toEqual(others(bundlesOf(inventory)))
    },
  )

  it('counts data kept twice, data to migrate, risks and attachment where they are known', () => {
    const known = { owner: 'IT', ai: 'none', personalData: 'no' } as const
    const inventory = someInventory()
      .tool('A', { does: ['X'], ...known, ai: 'unknown', personalData: 'yes' })
      .tool('B', { does: ['X'], ...known })
      .tool('C', { does: ['X'], ...known, personalData: 'yes' })
      .tool('Old', { does: ['X'], status: 'retired', usedBy: ['Sales'] })
      .tool('Gone', { does: ['X'], status: 'retired' })
      .data('Customer', 'A')
      .data('Order', 'B')
      .flow('B', 'C', { method: 'by-hand', data: ['Customer', 'Order'] })
      .attached('B', 'Sales', 4)
      .attached('C', 'IT', 2)
      .attached('A', 'IT', 1)
      .build()
    const [bundle] = bundlesOf(inventory)
    expect(termOf(bundle, 'double-entry-ended')).toMatchObject({
      value: 2,
      unknown: 0,
      dataObjects: ['o:Customer', 'o:Order'],
    })
    expect(termOf(bundle, 'data-to-migrate')).toMatchObject({ value: 3, unknown: 0 })
    // C's personal data have no class; A, with two risks, stays; the retired one is still used.
    expect(termOf(bundle, 'risks-closed')).toMatchObject({ value: 2, unknown: 0, low: 2, high: 2 })
    expect(termOf(bundle, 'attachment')).toMatchObject({ value: 2, unknown: 0 })
  })

  it('makes a bundle of what people called redundant without a job in common', () => {
    const build = (...names: string[]) =>
      chat()
        .tool('Fax')
        .verdict('redundant', ...names)
        .build()
    expect(
      bundlesOf(build('Fax', 'Slack')).map(({ functionKey, origin, tools }) => [functionKey, origin, tools]),
    ).toEqual(expect.arrayContaining([['verdict:t:Fax', 'verdict', ['t:Fax', 't:Slack']]]))
    expect(bundlesOf(build('Teams', 'Slack'))).toHaveLength(1)
  })

  test.prop([arbitraryInventory])('what to find out first makes up the whole band', (inventory) => {
    for (const { findOutFirst, low, high } of bundlesOf(inventory)) {
      expect(findOutFirst.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(high - low, 9)
      for (const { tools, flows } of findOutFirst) expect(tools.length + flows.length).toBeGreaterThan(0)
    }
  })

  it('counts months without a clock', () => {
    expect(monthsBetween('2026-01-15', '2026-03-30')).toBe(2.5)
    expect(monthsBetween('2026-03-30', '2026-01-15')).toBe(-2.5)
    expect(monthsBetween('soon', '2026-01-15')).toBeUndefined()
    expect(toolId('x')).toBe('t:x')
  })
})
