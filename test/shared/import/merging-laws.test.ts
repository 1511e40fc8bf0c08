import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImportOptions, ImportPlan } from '../../../shared/import/import-plan'
import type { Mapping } from '../../../shared/import/mapping'
import { IDENTITY_MODES } from '../../../shared/import/mapping'
import { nameKey } from '../../../shared/import/normalise'
import { planImport } from '../../../shared/import/plan-import'
import { readDrafts } from '../../../shared/import/read-drafts'
import type { Table } from '../../../shared/import/table'
import { applyChange, invertRows } from '../../../shared/inventory/change'
import { idSource } from '../../../shared/inventory/ids'
import type { Inventory } from '../../../shared/inventory/inventory'
import { mergeDepartments } from '../../../shared/inventory/merge-departments'
import { mergeTools } from '../../../shared/inventory/merge-tools'
import { pinIdOf, type VerdictId } from '../../../shared/inventory/nouns'
import { arbAnyMappedTable, arbInventory, DEPARTMENT_NAMES, TOOL_NAMES } from '../../arbitraries'

const HAND = [
  'name',
  'vendor',
  'owner',
  'functions',
  'status',
  'users',
  'annualCost',
  'tags',
  'headcount',
  'parent',
  'usedBy',
]

/** Inventories with all that merging and editing by hand leave behind. */
const arbLived: fc.Arbitrary<Inventory> = fc
  .tuple(arbInventory, fc.array(fc.nat(), { minLength: 24, maxLength: 24 }))
  .map(([inventory, numbers]) => {
    let at = 0
    const next = (below: number) => (numbers[at++ % numbers.length] ?? 0) % below
    const hand = () => (next(3) === 0 ? { hand: [HAND[next(HAND.length)] ?? '', HAND[next(HAND.length)] ?? ''] } : {})
    const lived = <T extends { readonly id: string }>(rows: ReadonlyMap<T['id'], T>, more: (row: T) => object) =>
      new Map([...rows].map(([id, row]) => [id, { ...row, ...more(row) }])) as ReadonlyMap<T['id'], T>
    const tools = lived(inventory.tools, () => ({
      ...hand(),
      ...(next(3) === 0 ? { aliases: [TOOL_NAMES[next(TOOL_NAMES.length)] ?? '', 'Alias'] } : {}),
    }))
    const ids = [...tools.keys()]
    const departmentIds = [...inventory.departments.keys()]
    const verdict = {
      id: 'v1.1' as VerdictId,
      tools: ids.slice(0, 3),
      judgement: 'justified',
      date: '2026-01-01',
    } as const
    const pins = [...ids.map((id, i) => pinIdOf(id, departmentIds[i % 2])), ...departmentIds.map((id) => pinIdOf(id))]
    return {
      ...inventory,
      tools,
      departments: lived(inventory.departments, ({ id }) => ({
        ...hand(),
        ...(next(3) === 0
          ? { aliases: [DEPARTMENT_NAMES[next(DEPARTMENT_NAMES.length)] ?? '', 'Abteilungsalias'] }
          : {}),
        // Each below one before it: no circles.
        ...(departmentIds.indexOf(id) > 0 && next(2) === 0
          ? { parent: departmentIds[next(departmentIds.indexOf(id))] }
          : {}),
      })),
      flows: lived(inventory.flows, ({ name }) => ({
        ...(next(3) === 0 ? { hand: ['method'] } : {}),
        ...(next(2) === 0 && name === undefined ? { directionKnown: false } : {}),
      })),
      verdicts: ids.length < 2 ? new Map() : new Map([[verdict.id, verdict]]),
      pins: new Map(pins.map((id) => [id, { id, x: 0, y: 0 }])),
    }
  })

const arbChoice = fc.constantFrom('keep', 'retire', 'delete')
const arbOptions: fc.Arbitrary<ImportOptions> = fc.record(
  {
    departmentMerges: fc
      .array(fc.tuple(fc.constantFrom(...DEPARTMENT_NAMES), fc.constantFrom(...DEPARTMENT_NAMES, 'Neu')), {
        maxLength: 3,
      })
      .map((pairs) => new Map(pairs.map(([from, into]) => [nameKey(from), into.trim()]))),
    toolMerges: fc
      .array(
        fc.tuple(fc.constantFrom(...TOOL_NAMES), fc.constantFrom(...TOOL_NAMES.map(nameKey), 't1.1', 't1.2', 't9.9')),
        {
          maxLength: 3,
        },
      )
      .map((pairs) => new Map(pairs.map(([from, into]) => [nameKey(from), into]))),
    missing: arbChoice as fc.Arbitrary<'keep' | 'retire' | 'delete'>,
    handEdits: fc.constantFrom('keep', 'file-wins') as fc.Arbitrary<'keep' | 'file-wins'>,
  },
  { requiredKeys: [] },
)
const arbFile = fc
  .tuple(arbAnyMappedTable, fc.constantFrom(...IDENTITY_MODES), fc.boolean())
  .map(([{ table, mapping }, identity, emptyMeansEmpty]) => ({
    table,
    mapping: { ...mapping, ...(mapping.kind === 'tools' ? { identity } : {}), emptyMeansEmpty },
  }))

type File = { readonly table: Table; readonly mapping: Mapping }

function plan(inventory: Inventory, { table, mapping }: File, sequence: number, options: ImportOptions): ImportPlan {
  const read = readDrafts(table, mapping, { fileName: 'list.csv', defaultCurrency: 'EUR' })
  const input = { kind: mapping.kind, fileName: 'list.csv', rows: table.rows.length, options, ...read }
  return planImport(inventory, input, idSource(sequence))
}

/** Every reference leads somewhere, nothing stands there twice, no department lies within itself. */
function holdsTogether(after: Inventory): void {
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
  for (const { tools } of after.verdicts.values()) {
    expect(tools.length > 1 && tools.every((id) => after.tools.has(id))).toBe(true)
  }
  for (const { id, parent } of after.departments.values()) {
    let at = parent
    for (let steps = 0; at !== undefined; steps += 1) {
      expect(at !== id && steps <= after.departments.size && after.departments.has(at)).toBe(true)
      at = after.departments.get(at)?.parent
    }
  }
}

// The same inputs every time, unless more of them are asked for.
const asked = process.env.IMPORT_RUNS
const runs = asked === undefined ? { numRuns: 300, seed: 3 } : { numRuns: Number(asked) }

describe('laws of the import, with any options', () => {
  const law = (check: (inventory: Inventory, file: File, options: ImportOptions) => void) =>
    fc.assert(fc.property(arbLived, arbFile, arbOptions, check), runs)

  test('twice changes nothing the second time', { timeout: 60_000 }, () => {
    law((inventory, file, options) => {
      const first = plan(inventory, file, 2, options)
      const second = plan(applyChange(inventory, first.changes), file, 3, options)
      expect(second.changes).toEqual([])
      expect([second.added, second.updated]).toEqual([0, 0])
    })
  })

  test('rows are accounted for, ends exist, undo is the identity, and it is deterministic', { timeout: 60_000 }, () => {
    law((inventory, file, options) => {
      const planned = plan(inventory, file, 2, options)
      const { rows, added, updated, unchanged, issues, changes, rowResults } = planned
      expect(added + updated + unchanged + issues.length).toBe(rows)
      expect(rowResults.map(({ row }) => row)).toEqual([...file.table.rowNumbers])
      const after = applyChange(inventory, changes)
      holdsTogether(after)
      expect(applyChange(after, invertRows(changes))).toEqual(inventory)
      expect(plan(inventory, file, 2, options)).toEqual(planned)
      expect(structuredClone(planned)).toEqual(planned)
    })
  })

  test('what a person has set by hand never changes', { timeout: 60_000 }, () => {
    law((inventory, file, { handEdits: _, departmentMerges: __, ...options }) => {
      const after = applyChange(inventory, plan(inventory, file, 2, options).changes)
      for (const table of ['tools', 'departments', 'flows'] as const) {
        for (const [id, before] of inventory[table] as ReadonlyMap<string, { hand?: readonly string[] }>) {
          const now = (after[table] as ReadonlyMap<string, object>).get(id) as Record<string, unknown> | undefined
          if (now === undefined) continue
          const was = before as Record<string, unknown>
          // A parent may have been deleted.
          for (const field of before.hand ?? []) {
            if (field === 'parent' && options.missing === 'delete') continue
            if (field === 'owner' && options.missing === 'delete') continue
            expect(now[field]).toEqual(was[field])
          }
          expect(now.hand).toEqual(before.hand)
        }
      }
    })
  })
})

describe('laws of merging', () => {
  const arbPick = fc.tuple(fc.nat(), fc.nat(), fc.nat())

  test('departments: no tool is lost, every end exists, undo is the identity, names are found again', () => {
    fc.assert(
      fc.property(arbLived, arbPick, (inventory, [a, b, c]) => {
        const ids = [...inventory.departments.keys()]
        const [into, ...from] = [a, b, c].map((n) => ids[n % Math.max(1, ids.length)])
        if (into === undefined) return
        const gone = from.flatMap((id) => (id === undefined || id === into ? [] : [id]))
        const rows = mergeDepartments(inventory, gone, into)
        const after = applyChange(inventory, rows)
        holdsTogether(after)
        expect([...after.tools.keys()]).toEqual([...inventory.tools.keys()])
        expect(after.flows).toEqual(inventory.flows)
        expect(after.departments.size).toBe(inventory.departments.size - new Set(gone).size)
        const spellings = [after.departments.get(into)?.name, ...(after.departments.get(into)?.aliases ?? [])]
        for (const id of gone) {
          const name = nameKey(inventory.departments.get(id)?.name ?? '')
          expect(spellings.map((each) => nameKey(each ?? ''))).toContain(name)
        }
        const users = [...after.usages.values()].map(({ tool, department }) => `${tool} ${department}`)
        const usersBefore = [...inventory.usages.values()].map(({ tool, department }) => `${tool} ${department}`)
        if (new Set(usersBefore).size === usersBefore.length) expect(new Set(users).size).toBe(users.length)
        expect(applyChange(after, invertRows(rows))).toEqual(inventory)
        expect(mergeDepartments(after, gone, into)).toEqual([])
      }),
      runs,
    )
  })

  test('tools: every end exists, nothing flows to itself, the others stay, undo is the identity', () => {
    fc.assert(
      fc.property(arbLived, arbPick, (inventory, [a, b, c]) => {
        const ids = [...inventory.tools.keys()]
        const [into, ...from] = [a, b, c].map((n) => ids[n % Math.max(1, ids.length)])
        if (into === undefined) return
        const gone = from.flatMap((id) => (id === undefined || id === into ? [] : [id]))
        const rows = mergeTools(inventory, gone, into, idSource(5))
        const after = applyChange(inventory, rows)
        holdsTogether(after)
        expect([...after.tools.keys()]).toEqual(ids.filter((id) => !gone.includes(id)))
        const neighbours = (map: Inventory, of: ReadonlySet<string>) =>
          new Set(
            [...map.flows.values()].flatMap(({ source, target }) =>
              of.has(source) === of.has(target) ? [] : [of.has(source) ? target : source],
            ),
          )
        expect(neighbours(after, new Set([into]))).toEqual(neighbours(inventory, new Set([into, ...gone])))
        expect(applyChange(after, invertRows(rows))).toEqual(inventory)
      }),
      runs,
    )
  })
})
