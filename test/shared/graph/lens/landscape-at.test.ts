import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { addMonths, isDate } from '../../../../shared/graph/lens/dates'
import { changesOf, dateStops, landscapeAt } from '../../../../shared/graph/lens/landscape-at'
import type { Inventory } from '../../../../shared/inventory/inventory'
import { TOOL_STATUSES } from '../../../../shared/inventory/nouns'
import { anInventory, type ToolSays } from '../../../builders'

const TODAY = '2026-03-31'
const company = anInventory()
  .tool('stays', { status: 'active', contractEnd: '2026-06-30' })
  .tool('unknown')
  .tool('comes', { status: 'planned', plannedFrom: '2026-07-01' })
  .tool('slipped', { status: 'planned', plannedFrom: '2026-01-01' })
  .tool('some day', { status: 'planned' })
  .tool('contract ends', { status: 'phasing-out', contractEnd: '2026-12-31' })
  .tool('contract is over', { status: 'phasing-out', contractEnd: '2025-12-31' })
  .tool('switched off', { status: 'active', retiredFrom: '2026-10-01' })
  .tool('was', { status: 'retired', retiredFrom: '2026-02-01', plannedFrom: '2025-01-01' })
  .tool('new this year', { status: 'active', plannedFrom: '2026-01-15' })
  .build()

function at(date: string) {
  const { present, arrived, gone, undated } = landscapeAt(company, date, TODAY)
  const names = (ids: ReadonlySet<string>) => [...ids].map((id) => company.tools.get(id as never)?.name)
  return { present: names(present), arrived: names(arrived), gone: names(gone), undated }
}

describe('the landscape at a date', () => {
  test('today is what the list says', () => {
    expect(at(TODAY)).toEqual({
      present: ['stays', 'unknown', 'contract ends', 'contract is over', 'switched off', 'new this year'],
      arrived: [],
      gone: [],
      undated: 3,
    })
  })

  test('later: what is planned comes on its day, what goes has gone on its day, the end of a contract still counts', () => {
    expect(at('2026-06-30').arrived).toEqual([])
    expect(at('2026-07-01')).toMatchObject({ arrived: ['comes'], gone: [] })
    expect(at('2026-10-01')).toMatchObject({ arrived: ['comes'], gone: ['switched off'] })
    expect(at('2026-12-31').gone).toEqual(['switched off'])
    expect(at('2027-01-01').gone).toEqual(['contract ends', 'switched off'])
    // A contract that ends says nothing of a tool that nobody is phasing out.
    expect(at('2030-01-01').present).toContain('stays')
  })

  test('earlier: what came since was not there, what went still was', () => {
    expect(at('2026-02-01')).toMatchObject({ arrived: [], gone: [] })
    expect(at('2026-01-31').arrived).toEqual(['was'])
    expect(at('2026-01-14').gone).toEqual(['new this year'])
    expect(at('2024-12-31').arrived).toEqual([])
  })

  test('a slider stops at each month, and at today', () => {
    const stops = dateStops(company, TODAY)
    expect(stops[0]).toBe('2025-01-01')
    expect(stops.at(-1)).toBe('2027-01-01')
    expect(stops).toContain(TODAY)
    expect(stops).toHaveLength(26)
    expect(dateStops(anInventory().tool('a', { status: 'planned' }).build(), TODAY)).toEqual([])
    const far = anInventory().tool('a', { retiredFrom: '2031-05-05' }).build()
    expect(
      dateStops(far, TODAY)
        .filter((stop) => stop.endsWith('-01'))
        .every((stop) => /-(01|04|07|10)-01$/.test(stop)),
    ).toBe(true)
  })

  test('months are added by the calendar', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15')
    expect(isDate('2026-02-29')).toBe(false)
    expect(isDate('soon')).toBe(false)
  })
})

const date = fc
  .tuple(fc.integer({ min: 2020, max: 2032 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
const dated: fc.Arbitrary<Inventory> = fc
  .array(
    fc.record(
      {
        status: fc.constantFrom(...TOOL_STATUSES),
        plannedFrom: date,
        retiredFrom: fc.oneof(date, fc.constant('never')),
        contractEnd: date,
      },
      { requiredKeys: [] },
    ),
    { maxLength: 12 },
  )
  .map((tools) =>
    tools.reduce((builder, says, index) => builder.tool(`${index}`, says as ToolSays), anInventory()).build(),
  )

describe('laws of the landscape at a date', () => {
  property.prop([dated, date, date])('what came and what went is the difference to today', (inventory, then, today) => {
    const now = landscapeAt(inventory, today, today)
    expect(now).toMatchObject({ arrived: new Set(), gone: new Set() })
    for (const [id, { status }] of inventory.tools) {
      expect(now.present.has(id)).toBe(status !== 'planned' && status !== 'retired')
    }
    const later = landscapeAt(inventory, then, today)
    expect(later.present.size).toBe(now.present.size + later.arrived.size - later.gone.size)
    for (const id of later.gone) expect(later.present.has(id)).toBe(false)
    for (const id of later.arrived) expect(now.present.has(id)).toBe(false)
  })

  property.prop([dated, date])('after the last stop and before the first nothing changes', (inventory, today) => {
    const stops = dateStops(inventory, today)
    const [first, last] = [stops[0], stops.at(-1)]
    if (first === undefined || last === undefined) return
    expect([...stops].sort()).toEqual(stops)
    expect(landscapeAt(inventory, addMonths(last, 120), today)).toEqual(landscapeAt(inventory, last, today))
    const changes = [...inventory.tools.values()].flatMap(changesOf)
    expect(changes.every((change) => change >= first && change <= last)).toBe(true)
  })
})
