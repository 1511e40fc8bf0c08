import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BATCH_ROWS, type BareRow } from '../../../../renderer/river/import-desk-messages'
import { planFiles, prepareFile, toChange } from '../../../../renderer/river/import-files'
import { bareRows, fullRows, gather, headOf, wholePlan } from '../../../../renderer/river/plan-pieces'
import { differenceInBatches } from '../../../../renderer/river/row-batches'
import type { DecodedFile } from '../../../../shared/import/table'
import { difference } from '../../../../shared/inventory/change'
import { idSource } from '../../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../../shared/inventory/inventory'
import { arbInventory } from '../../../arbitraries'

const nothing = { functionByWord: () => undefined }

function aList(name: string, header: readonly string[], ...rows: readonly (readonly string[])[]): DecodedFile {
  return { name, encoding: 'utf-8', delimiter: ',', table: { header, rows, rowNumbers: rows.map((_, i) => i + 2) } }
}

const MANY = Array.from({ length: 3 * BATCH_ROWS + 7 }, (_, i) => [
  `Tool ${i}`,
  `Vendor ${i % 50}`,
  i % 9 ? 'IT' : 'HR',
])
const tools = prepareFile(aList('tools.csv', ['Name', 'Vendor', 'Department'], ...MANY))
const flows = prepareFile(aList('flows.csv', ['Source', 'Target', 'Method'], ['Tool 1', 'Tool 2', 'API']))

/** A plan's way through the messages: made there, cloned in pieces, put together here. */
async function brought(base: Inventory, files: readonly (typeof tools)[], sequence: number) {
  const there = planFiles(base, files, idSource(sequence), 'EUR', nothing)
  const change = toChange(there, files).rows
  const bare = bareRows(change)
  let largest = 0
  const send = <T>(items: readonly T[]): Promise<readonly T[]> => {
    largest = Math.max(largest, items.length)
    return Promise.resolve(structuredClone(items))
  }
  const plans = await Promise.all(
    there.plans.map((plan) =>
      wholePlan(structuredClone(headOf(plan)), (list, from) =>
        send((plan[list] as readonly unknown[]).slice(from, from + BATCH_ROWS)),
      ),
    ),
  )
  const rows = await gather(bare.length, (from) => send<BareRow>(bare.slice(from, from + BATCH_ROWS)))
  return { there, change, plans, rows: fullRows(base, rows), largest }
}

describe('a plan that comes over in pieces', () => {
  it('is the plan that was made, and its rows are the rows of the Change', async () => {
    const { there, change, plans, rows, largest } = await brought(EMPTY_INVENTORY, [flows, tools], 1)
    expect(plans).toEqual(there.plans.map(({ changes: _, ...plan }) => plan))
    expect(rows).toEqual(change)
    expect(largest).toBe(BATCH_ROWS)
  })

  it('replaces the very rows that the inventory has', async () => {
    const { after: base } = planFiles(EMPTY_INVENTORY, [tools], idSource(1), 'EUR', nothing)
    const again = prepareFile(
      aList(
        'tools.csv',
        ['Name', 'Vendor', 'Department'],
        ...MANY.map(([name, , by]) => [name ?? '', 'Other', by ?? '']),
      ),
    )
    const { change, rows } = await brought(base, [again], 2)
    expect(rows).toEqual(change)
    expect(rows.length).toBe(MANY.length)
    for (const row of rows) if (row.table === 'tools') expect(row.before).toBe(base.tools.get(row.id))
  })

  it('comes with its head when it is short', async () => {
    let asked = 0
    const plan = planFiles(EMPTY_INVENTORY, [flows], idSource(1), 'EUR', nothing).plans[0]
    if (plan === undefined) throw new Error('No plan')
    const whole = await wholePlan(headOf(plan), () => {
      asked += 1
      return Promise.resolve([])
    })
    expect(asked).toBe(0)
    expect(whole.rowResults).toEqual(plan.rowResults)
  })

  it('fails as a whole when one piece does', async () => {
    const fetch = (from: number) => (from < 1_000 ? Promise.resolve([from]) : Promise.reject(new Error('newer plan')))
    await expect(gather(5_000, fetch)).rejects.toThrow('newer plan')
  })
})

it('the difference in batches is the difference', () => {
  fc.assert(
    fc.property(arbInventory, arbInventory, (from, to) => {
      const batches = [...differenceInBatches(from, to)]
      expect(batches.flatMap(({ rows }) => rows)).toEqual(difference(from, to))
      expect(batches.map(({ last }) => last)).toEqual(batches.map((_, i) => i === batches.length - 1))
    }),
    { numRuns: 50 },
  )
})
