import { describe, expect, it } from 'vitest'
import { bandOf } from '../../../renderer/screens/start/band'
import { assignFunctions } from '../../../shared/analysis/assign-functions'
import { rankBundles } from '../../../shared/analysis/rank-bundles'
import { anInventory } from '../../builders'

describe('the crosses of the picture', () => {
  it('reach as far as the bands of the scores do', () => {
    const inventory = anInventory()
      .tool('Jira', {
        functions: ['Ticketing'],
        owner: 'IT',
        users: 60,
        annualCost: { minor: 900_000, currency: 'EUR' },
      })
      .tool('OTRS', { functions: ['Ticketing'], usedBy: ['Service', 'Sales'], contractEnd: '2027-06-30' })
      .tool('Slack', { functions: ['Chat'] })
      .tool('Teams', { functions: ['Chat'], owner: 'IT', users: 400 })
      .flow('OTRS', 'Jira', { method: 'by-hand' })
      .build()
    const bundles = rankBundles(inventory, assignFunctions(inventory, new Map(), new Map()), '2026-01-01')
    expect(bundles).toHaveLength(2)
    for (const bundle of bundles) {
      const { lever, effort } = bandOf(bundle)
      expect(lever.low - effort.high).toBeCloseTo(bundle.low, 6)
      expect(lever.high - effort.low).toBeCloseTo(bundle.high, 6)
      expect(lever.low).toBeLessThanOrEqual(bundle.lever)
      expect(effort.high).toBeGreaterThanOrEqual(bundle.effort)
    }
  })
})
