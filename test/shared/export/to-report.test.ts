import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { judge, NOTHING_RECOGNISED } from '../../../shared/analysis/judge'
import { roundedParts } from '../../../shared/export/rounding'
import { reportText, toImportReport, toReport } from '../../../shared/export/to-report'
import type { ImportPlan } from '../../../shared/import/import-plan'
import type { DecodedFile } from '../../../shared/import/table'
import type { Inventory } from '../../../shared/inventory/inventory'
import { someInventory } from '../analysis/an-inventory'
import { arbitraryInventory } from '../analysis/arbitrary-inventory'

const reportOf = (inventory: Inventory, language: 'de' | 'en' = 'en') => {
  const findings = judge(inventory, NOTHING_RECOGNISED, '2026-01-01')
  return toReport({ imports: [], inventory, findings, language })
}

describe('toReport', () => {
  it('names tools, departments and functions, with the ids beside', () => {
    const inventory = someInventory()
      .tool('Slack', { does: ['Chat'], owner: 'IT' })
      .tool('Teams', { does: ['Chat'], owner: 'IT' })
      .build()
    const report = reportOf(inventory)
    expect(report).toMatchObject({ format: 'toolscape-report', version: 1, import: [] })
    expect(report.inventory).toEqual({ tools: 2, departments: 1, functions: 1, flows: 0, retired: 0, mentionedOnly: 0 })
    expect(report.overlaps).toEqual([
      {
        tools: ['Slack', 'Teams'],
        ids: ['t:Slack', 't:Teams'],
        score: 0.65,
        kind: 'redundant',
        proposed: false,
        reasons: [
          { code: 'same-function', weight: 0.45, value: 'Chat' },
          { code: 'same-departments', weight: 0.2, value: 'IT' },
        ],
      },
    ])
    expect(report.bundles[0]).toMatchObject({ rank: 1, label: 'Chat', tools: ['Slack', 'Teams'], departments: ['IT'] })
    expect(report.bundles[0]?.terms[0]).toEqual({
      side: 'lever',
      code: 'tools-replaced',
      value: 1,
      unit: 'tools',
      points: 3.75,
      weight: 15,
      half: 3,
      low: 1,
      high: 1,
      unknown: 0,
    })
  })

  it('says what became of a file', () => {
    const file: DecodedFile = {
      name: 'list.csv',
      encoding: 'utf-8',
      delimiter: ';',
      table: {
        header: ['Name', 'Farbe'],
        rows: [
          ['A', 'rot'],
          ['', ''],
        ],
        rowNumbers: [2, 3],
      },
    }
    const plan = {
      kind: 'tools',
      rows: 2,
      added: 1,
      updated: 0,
      unchanged: 0,
      issues: [{ code: 'empty-row', row: 3 }],
      notices: [],
    } as unknown as ImportPlan
    expect(toImportReport(file, { kind: 'tools', columns: ['name', null] }, plan)).toEqual({
      file: 'list.csv',
      kind: 'tools',
      encoding: 'utf-8',
      delimiter: ';',
      rows: 2,
      added: 1,
      updated: 0,
      unchanged: 0,
      issues: [{ row: 3, code: 'empty-row' }],
      notices: [],
      mapping: { Name: 'name', Farbe: null },
    })
  })

  test.prop([arbitraryInventory])('numbers add up as printed, and the text is the same every time', (inventory) => {
    const report = reportOf(inventory)
    for (const { score, reasons } of report.overlaps) {
      expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 9)
    }
    for (const { lever, effort, score, terms } of report.bundles) {
      const sum = (side: string) =>
        terms.filter((term) => term.side === side).reduce((all, { points }) => all + points, 0)
      expect(sum('lever')).toBeCloseTo(lever, 9)
      expect(sum('effort')).toBeCloseTo(effort, 9)
      expect(score).toBeCloseTo(lever - effort, 9)
    }
    const text = reportText(report)
    expect(text.endsWith('}\n')).toBe(true)
    expect(reportText(reportOf(inventory))).toBe(text)
    expect(JSON.parse(text)).toEqual(report)
  })

  test.prop([fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 10 })])(
    'rounded parts stay within one last digit and add up',
    (parts) => {
      const rounded = roundedParts(parts, 2)
      const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
      expect(Math.abs(sum(rounded) - sum(parts))).toBeLessThan(0.005 + 1e-9)
      for (const [i, part] of parts.entries()) expect(Math.abs((rounded[i] ?? 0) - part)).toBeLessThan(0.01 + 1e-9)
    },
  )
})
