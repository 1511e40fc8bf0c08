import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange, invertRows, type RowChange } from '../../../shared/inventory/change'
import { addTool, removeTools, setToolField } from '../../../shared/inventory/edit'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'
import {
  type BusinessFunction,
  type DataObject,
  type Department,
  type Flow,
  type Pin,
  pinIdOf,
  type Tool,
  type ToolId,
  type Usage,
  type Verdict,
} from '../../../shared/inventory/nouns'

const byId = <T extends { readonly id: string }>(...rows: object[]) =>
  new Map((rows as T[]).map((row) => [row.id, row])) as unknown as ReadonlyMap<T['id'], T>
const jira = 't1' as ToolId
const otrs = 't2' as ToolId
const slack = 't3' as ToolId

/** Jira (IT, ticketing) sends to OTRS, OTRS to Slack; all three are in verdicts; Jira is pinned in two departments. */
const inventory: Inventory = {
  ...EMPTY_INVENTORY,
  departments: byId<Department>({ id: 'd1', name: 'IT' }, { id: 'd2', name: 'Finanzen' }),
  functions: byId<BusinessFunction>({ id: 'f1', name: 'Ticketing', catalogueId: 'ticketing' }),
  tools: byId<Tool>(
    { id: jira, name: 'Jira', functions: ['f1'], owner: 'd1', users: 60 },
    { id: otrs, name: 'OTRS', functions: [], mentionedOnly: true },
    { id: slack, name: 'Slack', functions: [] },
  ),
  usages: byId<Usage>({ id: 'u1', tool: jira, department: 'd2' }, { id: 'u2', tool: slack, department: 'd2' }),
  dataObjects: byId<DataObject>({ id: 'o1', name: 'Ticket', master: jira }, { id: 'o2', name: 'Chat', master: slack }),
  flows: byId<Flow>(
    { id: 'w1', source: jira, target: otrs, dataObjects: ['o1'], method: 'api' },
    { id: 'w2', source: otrs, target: slack, dataObjects: [], method: 'file' },
  ),
  verdicts: byId<Verdict>(
    { id: 'v1', tools: [jira, otrs], judgement: 'redundant', date: '2026-01-01' },
    { id: 'v2', tools: [jira, otrs, slack], judgement: 'justified', date: '2026-01-01' },
  ),
  pins: byId<Pin>(
    { id: pinIdOf(jira, 'd1'), x: 1, y: 1 },
    { id: pinIdOf(jira, 'd2'), x: 2, y: 2 },
    { id: pinIdOf(slack), x: 3, y: 3 },
    { id: pinIdOf('d1'), x: 4, y: 4 },
  ),
}
const ids = () => idSource(7)
const applied = (rows: readonly RowChange[]) => applyChange(inventory, rows)
const tool = (rows: readonly RowChange[], id = jira) => applied(rows).tools.get(id)

describe('setToolField', () => {
  test('sets, trims and clears a text', () => {
    expect(tool(setToolField(inventory, jira, 'vendor', '  Atlassian ', ids()))).toMatchObject({ vendor: 'Atlassian' })
    const cleared = tool(setToolField(inventory, jira, 'users', undefined, ids()))
    expect(cleared && 'users' in cleared).toBe(false)
  })

  test('a blank name, no change and an unknown tool give no rows', () => {
    expect(setToolField(inventory, jira, 'name', '  ', ids())).toEqual([])
    expect(setToolField(inventory, jira, 'name', 'Jira', ids())).toEqual([])
    expect(setToolField(inventory, jira, 'vendor', '', ids())).toEqual([])
    expect(setToolField(inventory, 'none' as ToolId, 'name', 'X', ids())).toEqual([])
  })

  test('zero users is known, and not the same as unknown', () => {
    expect(tool(setToolField(inventory, jira, 'users', 0, ids()))?.users).toBe(0)
  })

  test('a department is found by its name in any writing, or made', () => {
    expect(tool(setToolField(inventory, jira, 'owner', 'FINANZEN', ids()))?.owner).toBe('d2')
    expect(setToolField(inventory, jira, 'owner', ' it ', ids())).toEqual([])
    const rows = setToolField(inventory, jira, 'owner', 'Einkauf', ids())
    expect(tool(rows)?.owner).toBe('d7.1')
    expect(applied(rows).departments.get('d7.1' as never)).toEqual({ id: 'd7.1', name: 'Einkauf' })
    expect(tool(setToolField(inventory, jira, 'owner', '', ids()))).not.toHaveProperty('owner')
  })

  test('functions are found by name or catalogue id, made once, and kept once', () => {
    const rows = setToolField(
      inventory,
      slack,
      'functions',
      [{ name: 'ticketing' }, { name: 'Chat', catalogueId: 'team-chat', domain: 'collaboration' }, { name: ' chat ' }],
      ids(),
    )
    expect(tool(rows, slack)?.functions).toEqual(['f1', 'f7.1'])
    expect(applied(rows).functions.get('f7.1' as never)).toEqual({
      id: 'f7.1',
      name: 'Chat',
      catalogueId: 'team-chat',
      domain: 'collaboration',
    })
    const german = setToolField(
      inventory,
      slack,
      'functions',
      [{ name: 'Ticketsystem', catalogueId: 'ticketing' }],
      ids(),
    )
    expect(tool(german, slack)?.functions).toEqual(['f1'])
  })

  test('what was only mentioned becomes a tool of the inventory as soon as something is known of it', () => {
    expect(tool(setToolField(inventory, otrs, 'users', 24, ids()), otrs)).not.toHaveProperty('mentionedOnly')
    expect(setToolField(inventory, otrs, 'vendor', undefined, ids())).toEqual([])
  })
})

test('addTool makes a tool of which only the name is known', () => {
  const { id, rows } = addTool(inventory, ' Zoom ', ids())
  expect(applied(rows).tools.get(id)).toEqual({ id: 't7.1', name: 'Zoom', functions: [] })
  expect(addTool(inventory, ' ', ids()).rows).toEqual([])
})

describe('removeTools', () => {
  test('takes along what cannot be without the tool, and nothing else', () => {
    const next = applied(removeTools(inventory, [jira]))
    expect([...next.tools.keys()]).toEqual([otrs, slack])
    expect([...next.usages.keys()]).toEqual(['u2'])
    expect([...next.flows.keys()]).toEqual(['w2'])
    expect([...next.pins.keys()]).toEqual([slack, 'd1'])
    expect([...next.verdicts.values()].map((verdict) => verdict.tools)).toEqual([[otrs, slack]])
    expect(next.dataObjects.get('o1' as never)).toEqual({ id: 'o1', name: 'Ticket' })
    expect(next.dataObjects.get('o2' as never)).toBe(inventory.dataObjects.get('o2' as never))
    expect(next.departments).toBe(inventory.departments)
  })

  test('unknown ids change nothing', () => {
    expect(removeTools(inventory, ['none' as ToolId])).toEqual([])
    expect(removeTools(EMPTY_INVENTORY, [jira])).toEqual([])
  })
})

test('every edit and its inverse are the identity, and leave no end loose', () => {
  const edits: readonly ((id: ToolId, text: string) => readonly RowChange[])[] = [
    (id, text) => setToolField(inventory, id, 'name', text, ids()),
    (id, text) => setToolField(inventory, id, 'owner', text, ids()),
    (id, text) => setToolField(inventory, id, 'functions', [{ name: text }, { name: 'Ticketing' }], ids()),
    (id) => removeTools(inventory, [id]),
    (_, text) => addTool(inventory, text, ids()).rows,
  ]
  fc.assert(
    fc.property(fc.constantFrom(...edits), fc.constantFrom(jira, otrs, slack), fc.string(), (edit, id, text) => {
      const rows = edit(id, text)
      const next = applyChange(inventory, rows)
      for (const { owner, functions } of next.tools.values()) {
        expect(owner === undefined || next.departments.has(owner)).toBe(true)
        expect(functions.every((each) => next.functions.has(each))).toBe(true)
      }
      for (const { source, target } of next.flows.values())
        expect(next.tools.has(source) && next.tools.has(target)).toBe(true)
      const back = applyChange(next, invertRows(rows))
      for (const table of Object.keys(inventory) as (keyof Inventory)[]) {
        expect(Object.fromEntries(back[table])).toEqual(Object.fromEntries(inventory[table]))
      }
    }),
  )
})
