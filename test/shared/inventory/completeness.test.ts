import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange, type RowChange } from '../../../shared/inventory/change'
import {
  COMPLETENESS_WEIGHTS,
  completenessMeter,
  completenessOf,
  GAP_FIELDS,
  gaps,
  overallCompleteness,
} from '../../../shared/inventory/completeness'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'
import type { Tool } from '../../../shared/inventory/nouns'
import { arbInventory } from '../../arbitraries'
import { anInventory, type ToolSays, toolId } from '../../builders'

const EVERYTHING: ToolSays = {
  owner: 'IT',
  functions: ['Ticketing'],
  users: 0,
  annualCost: { minor: 100, currency: 'EUR' },
  status: 'active',
  businessOwner: 'A. Muster',
  contractEnd: '2027-01-01',
  criticality: 2,
  personalData: 'no',
  ai: 'none',
}
const of = (inventory: Inventory, name: string) =>
  completenessOf(inventory.tools.get(toolId(inventory, name)) as Tool, inventory)

describe('completeness', () => {
  test('everything known is 1, a name alone is 0; zero users are known, "unknown" is not', () => {
    const inventory = anInventory()
      .tool('Jira', EVERYTHING)
      .tool('Slack')
      .tool('Zoom', { ...EVERYTHING, ai: 'unknown', personalData: 'unknown' })
      .build()
    expect(of(inventory, 'Jira')).toEqual({ share: 1, missing: [] })
    expect(of(inventory, 'Slack')).toEqual({ share: 0, missing: GAP_FIELDS })
    expect(of(inventory, 'Zoom').missing).toEqual(['personalData', 'ai'])
    expect(of(inventory, 'Zoom').share).toBeCloseTo(0.91)
    expect(overallCompleteness(inventory)).toBeCloseTo((1 + 0 + 0.91) / 3)
  })

  test('the published weights are points of a hundred', () => {
    expect(Object.values(COMPLETENESS_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(100)
  })

  test('what is retired or only mentioned asks no questions', () => {
    const inventory = anInventory().tool('Old', { status: 'retired' }).tool('Heard', { mentionedOnly: true }).build()
    expect(gaps(inventory)).toEqual([])
    expect(overallCompleteness(inventory)).toBe(1)
    expect(overallCompleteness(EMPTY_INVENTORY)).toBe(1)
  })

  test('what matters most comes first: many users before few, a ranked bundle before none', () => {
    const { owner: _, ...ownerless } = EVERYTHING
    const inventory = anInventory()
      .tool('Few', { ...ownerless, users: 3 })
      .tool('Many', { ...ownerless, users: 900 })
      .tool('Ranked', { ...ownerless, users: 3 })
      .build()
    const names = (bundles?: Parameters<typeof gaps>[1]) =>
      gaps(inventory, bundles).map(({ tool, field }) => `${inventory.tools.get(tool)?.name} ${field}`)
    expect(names()).toEqual(['Many owner', 'Few owner', 'Ranked owner'])
    expect(names([{ rank: 1, tools: [toolId(inventory, 'Ranked')] }])[0]).toBe('Ranked owner')
  })

  test('shares lie between 0 and 1, gaps are ordered, each is a missing value, and an answer closes exactly one', () => {
    fc.assert(
      fc.property(arbInventory, (inventory) => {
        const found = gaps(inventory)
        expect(overallCompleteness(inventory)).toBeGreaterThanOrEqual(0)
        expect(overallCompleteness(inventory)).toBeLessThanOrEqual(1)
        for (const [index, { tool, field, score }] of found.entries()) {
          const { share, missing } = completenessOf(inventory.tools.get(tool) as Tool, inventory)
          expect(share >= 0 && share < 1).toBe(true)
          expect(missing).toContain(field)
          expect(score).toBeLessThanOrEqual(found[index - 1]?.score ?? Number.POSITIVE_INFINITY)
        }
        expect(new Set(found.map(({ tool, field }) => `${tool} ${field}`)).size).toBe(found.length)
        expect(gaps(inventory)).toEqual(found)
        const first = found.find(({ field }) => field === 'businessOwner')
        if (first === undefined) return
        const tool = { ...(inventory.tools.get(first.tool) as Tool), businessOwner: 'A. Muster' }
        const answered = { ...inventory, tools: new Map([...inventory.tools, [tool.id, tool]]) }
        expect(gaps(answered)).toHaveLength(found.length - 1)
      }),
    )
  })
})

test('after edits the meter says what counting everything anew says', () => {
  const edits = fc.array(
    fc.record({ at: fc.nat(), gone: fc.boolean(), users: fc.option(fc.nat(9)), retired: fc.boolean() }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(arbInventory, edits, (start, steps) => {
      const measure = completenessMeter()
      let inventory = start
      expect(measure(inventory)).toBe(overallCompleteness(inventory))
      for (const { at, gone, users, retired } of steps) {
        const all = [...inventory.tools.values()]
        const before = all[at % Math.max(1, all.length)]
        if (before === undefined) continue
        const { users: _, ...rest } = before
        const after: Tool = { ...rest, ...(users === null ? {} : { users }), ...(retired ? { status: 'retired' } : {}) }
        const row: RowChange = { table: 'tools', id: before.id, before, ...(gone ? {} : { after }) }
        inventory = applyChange(inventory, [row])
        expect(measure(inventory)).toBe(overallCompleteness(inventory))
      }
    }),
  )
})
