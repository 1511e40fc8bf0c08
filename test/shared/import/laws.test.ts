import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImportPlan } from '../../../shared/import/import-plan'
import type { Mapping } from '../../../shared/import/mapping'
import { planImport } from '../../../shared/import/plan-import'
import { readDrafts } from '../../../shared/import/read-drafts'
import type { Table } from '../../../shared/import/table'
import { applyChange, invertRows } from '../../../shared/inventory/change'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'
import { arbAnyMappedTable, arbInventory } from '../../arbitraries'

const catalogue = {
  functionByWord: (word: string) =>
    /^(team-?chat|messenger|chat)$/i.test(word.trim()) ? { id: 'team-chat', domain: 'collaboration' } : undefined,
}

function plan(
  inventory: Inventory,
  { table, mapping }: { table: Table; mapping: Mapping },
  sequence: number,
): ImportPlan {
  const read = readDrafts(table, mapping, { fileName: 'list.csv', defaultCurrency: 'EUR' })
  const input = { kind: mapping.kind, fileName: 'list.csv', rows: table.rows.length, ...read }
  return planImport(inventory, input, idSource(sequence), catalogue)
}

const runs = { numRuns: Number(process.env.IMPORT_RUNS ?? 400) }
const law = (check: (inventory: Inventory, file: { table: Table; mapping: Mapping }) => void) =>
  fc.assert(fc.property(arbInventory, arbAnyMappedTable, check), runs)

describe('laws of the import', () => {
  test('importing the same file twice changes nothing the second time', () => {
    law((inventory, file) => {
      const first = plan(inventory, file, 2)
      const second = plan(applyChange(inventory, first.changes), file, 3)
      expect(second.changes).toEqual([])
      expect([second.added, second.updated, second.records]).toEqual([0, 0, 0])
      expect(second.issues).toEqual(first.issues)
      expect([second.newDepartments, second.newFunctions, second.mentionedOnly, second.missing.length]).toEqual([
        [],
        [],
        [],
        second.missing.length,
      ])
    })
  })

  test('as many records as it says are there when nothing was there before', () => {
    law((_, file) => {
      const made = plan(EMPTY_INVENTORY, file, 2)
      const after = applyChange(EMPTY_INVENTORY, made.changes)
      const besides = { tools: made.mentionedOnly, departments: made.newDepartments, functions: made.newFunctions }
      const { kind } = file.mapping
      const named = kind === 'tools' || kind === 'departments' || kind === 'functions' ? besides[kind].length : 0
      expect(made.records + named).toBe(after[kind].size)
    })
  })

  test('every row is accounted for, whatever the cells hold', () => {
    law((inventory, file) => {
      const { rows, added, updated, unchanged, issues, rowResults, notices } = plan(inventory, file, 2)
      expect(added + updated + unchanged + issues.length).toBe(rows)
      expect(rowResults.map(({ row }) => row)).toEqual([...file.table.rowNumbers])
      expect(new Set(issues.map(({ row }) => row)).size).toBe(issues.length)
      expect(rowResults.filter(({ outcome }) => outcome === 'issue').map(({ row }) => row)).toEqual(
        issues.map(({ row }) => row),
      )
      for (const { row } of notices) expect(issues.some((issue) => issue.row === row)).toBe(false)
    })
  })

  test('taking the change back gives the same inventory', () => {
    law((inventory, file) => {
      const { changes } = plan(inventory, file, 2)
      expect(applyChange(applyChange(inventory, changes), invertRows(changes))).toEqual(inventory)
    })
  })

  test('every reference leads somewhere, and no department lies within itself', () => {
    law((inventory, file) => {
      const after = applyChange(inventory, plan(inventory, file, 2).changes)
      for (const { source, target, dataObjects } of after.flows.values()) {
        expect(after.tools.has(source) && after.tools.has(target) && source !== target).toBe(true)
        expect(dataObjects.every((id) => after.dataObjects.has(id))).toBe(true)
      }
      for (const { owner, functions } of after.tools.values()) {
        expect(owner === undefined || after.departments.has(owner)).toBe(true)
        expect(functions.every((id) => after.functions.has(id))).toBe(true)
      }
      for (const { tool, department } of after.usages.values()) {
        expect(after.tools.has(tool) && after.departments.has(department)).toBe(true)
      }
      for (const { id, parent } of after.departments.values()) {
        let at = parent
        for (let steps = 0; at !== undefined; steps += 1) {
          expect(at !== id && steps <= after.departments.size).toBe(true)
          at = after.departments.get(at)?.parent
        }
      }
    })
  })

  test('planning is deterministic and leaves prototypes alone', () => {
    law((inventory, file) => {
      expect(plan(inventory, file, 2)).toEqual(plan(inventory, file, 2))
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    })
  })

  test('no cell of a taken row is lost', () => {
    law((inventory, { table, mapping }) => {
      const { drafts } = readDrafts(table, mapping, { fileName: 'list.csv', defaultCurrency: 'EUR' })
      void inventory
      for (const draft of drafts) {
        const cells = table.rows[table.rowNumbers.indexOf(draft.row)] ?? []
        cells.forEach((cell, index) => {
          if (mapping.columns[index] !== null || cell.trim() === '') return
          expect(Object.values(draft.extra ?? {})).toContain(cell)
        })
      }
    })
  })
})
