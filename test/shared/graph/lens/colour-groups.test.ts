import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { colourGroups, countGroups, isUnknownGroup } from '../../../../shared/graph/lens/colour-groups'
import { CATEGORIES, STEPS, UNKNOWN_COLOUR, valueColour } from '../../../../shared/graph/lens/colours'
import { choose, filterTools } from '../../../../shared/graph/lens/filter-tools'
import { sizeMarks } from '../../../../shared/graph/lens/size-marks'
import { PALETTES } from '../../../../shared/graph/palette'
import { COLOUR_ATTRIBUTES, SIZE_ATTRIBUTES } from '../../../../shared/inventory/map-look'
import { anInventory, toolId } from '../../../builders'
import { contrast, distance } from './colour-vision'
import { arbRichInventory, NO_EXTRAS, readerOf } from './lens-kit'

const told = (inventory: ReturnType<ReturnType<typeof anInventory>['build']>, by: (typeof COLOUR_ATTRIBUTES)[number]) =>
  colourGroups(readerOf(inventory), by).groups.map(({ values, count }) => `${values.join('|') || '?'}:${count}`)

describe('groups of one colour', () => {
  test('contract ends are seen from today, the last day counts as coming', () => {
    const inventory = anInventory()
      .tool('past', { contractEnd: '2026-03-30' })
      .tool('today', { contractEnd: '2026-03-31' })
      .tool('three months', { contractEnd: '2026-06-30' })
      .tool('a day more', { contractEnd: '2026-07-01' })
      .tool('a year', { contractEnd: '2027-03-31' })
      .tool('later', { contractEnd: '2027-04-01' })
      .tool('in words', { contractEnd: 'soon' })
      .tool('nothing')
      .build()
    expect(told(inventory, 'contractEnd')).toEqual(['overdue:1', '3:2', '12:2', 'later:1', '?:2'])
  })

  test('the fit is cut between 2 and 3, and needs both values', () => {
    const inventory = anInventory()
      .tool('a', { functionalFit: 3, technicalFit: 4 })
      .tool('b', { functionalFit: 2, technicalFit: 3 })
      .tool('c', { functionalFit: 4, technicalFit: 2 })
      .tool('d', { functionalFit: 1, technicalFit: 1 })
      .tool('e', { functionalFit: 4 })
      .build()
    expect(told(inventory, 'fit')).toEqual(['invest:1', 'tolerate:1', 'migrate:1', 'eliminate:1', '?:1'])
  })

  test('unknown is no zero, and other currencies are no band', () => {
    const inventory = anInventory()
      .tool('free', { annualCost: { minor: 0, currency: 'EUR' } })
      .tool('dear', { annualCost: { minor: 99_999_99, currency: 'EUR' } })
      .tool('dollars', { annualCost: { minor: 10_000_00, currency: 'USD' } })
      .tool('unknown')
      .build()
    expect(told(inventory, 'cost')).toEqual(['0..999:1', '50000..199999:1', 'currency:USD:1', '?:1'])
    const marks = sizeMarks(readerOf(inventory), 'cost')
    expect([...marks.unknown].map((id) => inventory.tools.get(id)?.name)).toEqual(['dollars', 'unknown'])
    expect([...marks.diameters.keys()]).toEqual([toolId(inventory, 'dear')])
  })

  test('what AI nobody knows is unknown, "unknown" too', () => {
    const inventory = anInventory().tool('a', { ai: 'unknown' }).tool('b').tool('c', { ai: 'none' }).build()
    expect(told(inventory, 'ai')).toEqual(['none:1', '?:2'])
  })

  test('the departments with the most tools have colours, the others share one', () => {
    const builder = anInventory()
    for (let index = 0; index < 12; index++) {
      for (let tool = 0; tool <= index; tool++) builder.tool(`${index}.${tool}`, { owner: `D${index}` })
    }
    const inventory = builder.build()
    const { groups } = colourGroups(readerOf(inventory), 'department')
    expect(groups.map(({ count }) => count)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4 + 3 + 2 + 1])
    expect(groups.map(({ others }) => others)).toEqual([...Array(8).fill(false), true])
    expect(new Set(groups.map(({ colour }) => colour[0])).size).toBe(9)
  })

  test('domains keep the colours they have always had', () => {
    const inventory = anInventory().tool('a').tool('b').build()
    const domains = new Map([[toolId(inventory, 'a'), 'finance']])
    const { groups } = colourGroups(readerOf(inventory, { ...NO_EXTRAS, domains }), 'domain')
    expect(groups.map(({ colour }) => colour)).toEqual([['#7C5CE0', '#A48BFA'], UNKNOWN_COLOUR])
  })

  property.prop([arbRichInventory, fc.constantFrom(...COLOUR_ATTRIBUTES)])(
    'every tool is in one group, and a filter by the group shows just that group',
    (inventory, by) => {
      const reader = readerOf(inventory)
      const groups = colourGroups(reader, by)
      expect(groups.groups.reduce((sum, { count }) => sum + count, 0)).toBe(inventory.tools.size)
      expect(countGroups(groups, inventory.tools.keys())).toEqual(groups.groups.map(({ count }) => count))
      expect(groups.groups.findIndex(isUnknownGroup)).toBe(
        groups.groups.some(isUnknownGroup) ? groups.groups.length - 1 : -1,
      )
      for (const [index, { values, count }] of groups.groups.entries()) {
        const shown = filterTools(reader, choose([], groups.attribute, values))
        expect(shown.size).toBe(count)
        for (const id of shown) expect(groups.of.get(id)).toBe(index)
      }
    },
  )

  property.prop([arbRichInventory, fc.constantFrom(...SIZE_ATTRIBUTES)])(
    'areas are proportional to the values, and nothing is drawn for zero or unknown',
    (inventory, by) => {
      const { diameters, unknown, samples } = sizeMarks(readerOf(inventory), by)
      const top = samples[0]
      for (const [id, diameter] of diameters) {
        expect(unknown.has(id)).toBe(false)
        const { users, annualCost, criticality } = inventory.tools.get(id) ?? {}
        const flows = [...inventory.flows.values()].filter(
          ({ source, target }) => source === id || target === id,
        ).length
        const value = { users, cost: (annualCost?.minor ?? 0) / 100, flows, criticality }[by] ?? 0
        expect(value).toBeGreaterThan(0)
        if (top !== undefined) expect((diameter / top.diameter) ** 2).toBeCloseTo(value / top.value, 6)
      }
    },
  )
})

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the colours in the %s theme', (theme, side) => {
  const card = PALETTES[theme].panel
  const colours = [...Object.values(CATEGORIES), UNKNOWN_COLOUR].map((colour) => colour[side])

  test('can be seen on a card', () => {
    for (const colour of [...colours, ...STEPS.map((step) => step[side])]) {
      expect(contrast(colour, card), colour).toBeGreaterThanOrEqual(3)
    }
  })

  test('can be told apart, whatever the eye lacks', () => {
    for (const [index, a] of colours.entries()) {
      for (const b of colours.slice(index + 1)) expect(distance(a, b), `${a} ${b}`).toBeGreaterThanOrEqual(20)
    }
  })

  test('from little to much the contrast grows', () => {
    const contrasts = STEPS.map((step) => contrast(step[side], card))
    for (const [index, value] of contrasts.slice(1).entries())
      expect(value / Number(contrasts[index])).toBeGreaterThan(1.25)
    expect(valueColour('criticality', '1', 0)).not.toEqual(valueColour('criticality', '4', 0))
  })
})
