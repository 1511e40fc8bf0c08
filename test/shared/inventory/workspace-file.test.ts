import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type Inventory, TABLE_NAMES } from '../../../shared/inventory/inventory'
import { snapshotText } from '../../../shared/inventory/validate'
import { readWorkspaceFile } from '../../../shared/inventory/workspace-file'
import { arbInventory } from '../../arbitraries'
import { anInventory } from '../../builders'
import { evilCompany, SAMPLES } from '../export/models/samples'

const tables = (inventory: Inventory) => TABLE_NAMES.map((name) => [...inventory[name].values()])

describe('a workspace that left as a file', () => {
  test.prop([arbInventory, fc.nat(1_000)])('comes back equal', (inventory, sequence) => {
    const read = readWorkspaceFile(snapshotText(inventory, sequence))
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(tables(read.value.inventory)).toEqual(tables(inventory))
    expect(read.value.sequence).toBeGreaterThanOrEqual(Math.max(1, sequence))
  })

  it.each(SAMPLES.map((sample) => [sample.name, sample.load] as const))('%s comes back equal', (_, load) => {
    const read = readWorkspaceFile(snapshotText(load(), 7))
    expect(read.ok && tables(read.value.inventory)).toEqual(tables(load()))
  })

  it('keeps every name, whatever it tries', () => {
    const read = readWorkspaceFile(snapshotText(evilCompany(), 1))
    expect(read.ok && tables(read.value.inventory)).toEqual(tables(evilCompany()))
  })

  it('goes on after the highest number among its ids, so that none is used twice', () => {
    const text = snapshotText(anInventory(1).tool('Jira').build(), 3).replaceAll(/"t1\.1"/g, '"t41.1"')
    const read = readWorkspaceFile(text)
    expect(read).toMatchObject({ ok: true, value: { sequence: 41 } })
  })

  const whole = JSON.parse(
    snapshotText(
      anInventory(1).department('IT').tool('Jira', { owner: 'IT' }).tool('SAP').flow('Jira', 'SAP').build(),
      1,
    ),
  )
  const changed = (change: (tables: Record<string, Record<string, unknown>[]>) => void) => {
    const copy = structuredClone(whole)
    change(copy.tables)
    return JSON.stringify(copy)
  }
  const first = (rows: Record<string, unknown>[] | undefined) => rows?.[0] ?? {}

  it.each<[string, string, string]>([
    ['no JSON', 'PK', 'not-a-snapshot'],
    ['another file', '{"format":"toolscape-report"}', 'not-a-snapshot'],
    ['a newer version', JSON.stringify({ ...whole, version: 99 }), 'made-by-newer'],
    ['a name that is none', changed((all) => Object.assign(first(all.tools), { name: { toString: 1 } })), 'broken-row'],
    ['no functions', changed((all) => Object.assign(first(all.tools), { functions: null })), 'broken-row'],
    ['another status', changed((all) => Object.assign(first(all.tools), { status: 'x' })), 'broken-row'],
    [
      'no currency',
      changed((all) => Object.assign(first(all.tools), { annualCost: { minor: 1, currency: '€€' } })),
      'broken-row',
    ],
    ['no owner', changed((all) => Object.assign(first(all.tools), { owner: 'd9.9' })), 'broken-row'],
    ['half a flow', changed((all) => Object.assign(first(all.flows), { target: 't9.9' })), 'broken-row'],
    ['a text for a number', changed((all) => Object.assign(first(all.departments), { headcount: '7' })), 'broken-row'],
  ])('is refused with %s', (_, text, code) => {
    expect(readWorkspaceFile(text)).toMatchObject({ ok: false, error: { code } })
  })

  test.prop([fc.json()])('never throws', (text) => {
    expect(readWorkspaceFile(text).ok).toBe(false)
  })
})
