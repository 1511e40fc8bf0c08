import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange, invertRows, type RowChange } from '../../../shared/inventory/change'
import {
  addDataObject,
  removeDataObjects,
  renameDataObject,
  setMaster,
} from '../../../shared/inventory/edit-data-object'
import {
  addDepartment,
  canLieBelow,
  removeDepartments,
  setDepartment,
  tiesOf,
} from '../../../shared/inventory/edit-department'
import { setToolDetail } from '../../../shared/inventory/edit-detail'
import { addFlow, removeFlows, setFlow } from '../../../shared/inventory/edit-flow'
import { addFunction, removeFunctions, renameFunction } from '../../../shared/inventory/edit-function'
import { addUsage, removeUsage, setUsage } from '../../../shared/inventory/edit-usage'
import { idSource } from '../../../shared/inventory/ids'
import type { Inventory } from '../../../shared/inventory/inventory'
import { type DepartmentId, type FlowId, pinIdOf, type Tool, type ToolId } from '../../../shared/inventory/nouns'
import { arbInventory } from '../../arbitraries'
import { anInventory, arrowsOf, toolId } from '../../builders'

const ids = () => idSource(9)
const base = anInventory()
  .department('Company')
  .department('IT', { parent: 'Company' })
  .department('Support', { parent: 'IT' })
  .tool('Jira', { owner: 'IT', functions: ['Ticketing', 'Tickets'], usedBy: ['Support'] })
  .tool('Slack', { owner: 'Support', functions: ['Tickets'] })
  .tool('Zoom')
  .flow('Jira', 'Slack', { dataObjects: ['Tickets', 'Ticket'] })
  .build()
const named = (inventory: Inventory, table: 'departments' | 'functions' | 'dataObjects', name: string) => {
  const found = [...inventory[table].values()].find((row) => row.name === name)
  if (found === undefined) throw new Error(`Nothing is called ${name}`)
  return found.id as never
}
const [jira, slack, zoom] = ['Jira', 'Slack', 'Zoom'].map((name) => toolId(base, name)) as [ToolId, ToolId, ToolId]
const flow = [...base.flows.keys()][0] as FlowId
const applied = (rows: readonly RowChange[], on = base) => applyChange(on, rows)
const ownerOf = (inventory: Inventory, tool: ToolId) => inventory.tools.get(tool)?.owner

describe('flows', () => {
  test('are added between two different tools, with data objects found by name or made', () => {
    const { id, rows } = addFlow(base, { source: slack, target: zoom }, { dataObjects: ['TICKET', ' Orders '] }, ids())
    const next = applied(rows)
    expect(arrowsOf(next)).toEqual(['Jira → Slack', 'Slack → Zoom'])
    expect(next.flows.get(id)?.dataObjects.map((each) => next.dataObjects.get(each)?.name)).toEqual([
      'Ticket',
      'Orders',
    ])
    expect(addFlow(base, { source: jira, target: jira }, {}, ids()).rows).toEqual([])
    expect(addFlow(base, { source: jira, target: 'none' as ToolId }, {}, ids()).rows).toEqual([])
  })

  test('are turned, told more of and remembered as set by hand', () => {
    const turned = applied(setFlow(base, flow, { source: slack, target: jira, bothWays: true }, ids()))
    expect(arrowsOf(turned)).toEqual(['Slack ↔ Jira'])
    const told = applied(setFlow(base, flow, { method: 'by-hand', hoursPerMonth: 12, name: ' Sync ' }, ids()))
    expect(told.flows.get(flow)).toMatchObject({ method: 'by-hand', hoursPerMonth: 12, name: 'Sync' })
    expect(told.flows.get(flow)?.hand).toEqual(expect.arrayContaining(['method', 'hoursPerMonth', 'name']))
    expect(setFlow(base, flow, { method: 'unknown', bothWays: false }, ids())).toEqual([])
    expect(setFlow(base, flow, { target: jira }, ids())).toEqual([])
    expect(arrowsOf(applied(removeFlows(base, [flow, flow, 'none' as FlowId])))).toEqual([])
  })
})

describe('departments', () => {
  const it = named(base, 'departments', 'IT') as DepartmentId
  const support = named(base, 'departments', 'Support') as DepartmentId

  test('never come to lie below themselves', () => {
    expect(canLieBelow(base, it, support)).toBe(false)
    expect(setDepartment(base, it, { parent: support })).toEqual([])
    expect(setDepartment(base, it, { parent: it })).toEqual([])
    expect(applied(setDepartment(base, it, { parent: undefined })).departments.get(it)).not.toHaveProperty('parent')
    expect(setDepartment(base, it, { name: ' ' })).toEqual([])
    expect(addDepartment(base, '  ', undefined, ids()).rows).toEqual([])
  })

  test('leave their tools without one, and those below move up', () => {
    const pinned = applied([
      { table: 'pins', id: pinIdOf(it), after: { id: pinIdOf(it), x: 1, y: 1 } },
      { table: 'pins', id: pinIdOf(jira, it), after: { id: pinIdOf(jira, it), x: 1, y: 1 } },
    ])
    expect(tiesOf(base, new Set([it]))).toEqual({ tools: 1, usages: 0, children: 1 })
    const next = applied(removeDepartments(pinned, [it]), pinned)
    expect(ownerOf(next, jira)).toBeUndefined()
    expect(ownerOf(next, slack)).toBe(support)
    expect(next.departments.get(support)?.parent).toBe(named(base, 'departments', 'Company'))
    expect(next.pins.size).toBe(0)
    expect(applied(removeDepartments(base, [support])).usages.size).toBe(0)
  })
})

test('two functions become one by the same name, and each tool keeps it once', () => {
  const id = named(base, 'functions', 'Tickets')
  const next = applied(renameFunction(base, id, ' TICKETING'))
  expect([...next.functions.values()].map(({ name }) => name)).toEqual(['Ticketing'])
  expect([jira, slack].map((tool) => next.tools.get(tool)?.functions.length)).toEqual([1, 1])
  expect(applied(renameFunction(base, id, 'Chat')).functions.size).toBe(2)
  expect(applied(removeFunctions(base, [id])).tools.get(slack)?.functions).toEqual([])
  expect(addFunction(base, 'tickets', ids()).rows).toEqual([])
})

test('two data objects become one by the same name; their flow carries it once', () => {
  const id = named(base, 'dataObjects', 'Tickets')
  const mastered = applied(setMaster(base, id, jira))
  const next = applied(renameDataObject(mastered, id, 'ticket'), mastered)
  expect([...next.dataObjects.values()]).toEqual([
    { id: named(base, 'dataObjects', 'Ticket'), name: 'Ticket', master: jira },
  ])
  expect(next.flows.get(flow)?.dataObjects).toHaveLength(1)
  expect(addDataObject(base, 'TICKETS', ids()).rows).toEqual([])
  expect(applied(removeDataObjects(base, [id])).flows.get(flow)?.dataObjects).toHaveLength(1)
})

test('a usage is said once, and not of the owner', () => {
  expect(addUsage(base, jira, 'it', ids())).toEqual([])
  expect(addUsage(base, jira, 'Support', ids())).toEqual([])
  const next = applied(addUsage(base, zoom, 'New one', ids()))
  expect(next.usages.size).toBe(2)
  expect(next.departments.size).toBe(4)
})

test('a field that is set takes a mentioned tool into the inventory; an empty text is unknown', () => {
  const heard = anInventory().tool('Heard', { mentionedOnly: true, vendor: 'X' }).build()
  const id = toolId(heard, 'Heard')
  expect(applied(setToolDetail(heard, id, 'notes', ' n '), heard).tools.get(id)).toMatchObject({ notes: 'n' })
  expect(applied(setToolDetail(heard, id, 'notes', ' n '), heard).tools.get(id)).not.toHaveProperty('mentionedOnly')
  expect(applied(setToolDetail(heard, id, 'vendor', ' '), heard).tools.get(id)).not.toHaveProperty('vendor')
  expect(setToolDetail(heard, id, 'name', ' ')).toEqual([])
  expect(applied(setToolDetail(heard, id, 'tags', ['a', ' a', '']), heard).tools.get(id)?.tags).toEqual(['a'])
})

test('every edit and its inverse are the identity, every end exists, no department lies below itself', () => {
  type Edit = (
    inventory: Inventory,
    pick: <T>(rows: Iterable<T>) => T | undefined,
    text: string,
  ) => readonly RowChange[]
  const edits: Readonly<Record<string, Edit>> = {
    addFlow: (inventory, pick, text) => {
      const [source, target] = [pick(inventory.tools.keys()), pick([...inventory.tools.keys()].reverse())]
      if (source === undefined || target === undefined) return []
      return addFlow(inventory, { source, target }, { dataObjects: [text], name: text }, ids()).rows
    },
    setFlow: (inventory, pick, text) => {
      const [id, source] = [pick(inventory.flows.keys()), pick(inventory.tools.keys())]
      if (id === undefined || source === undefined) return []
      return setFlow(inventory, id, { source, dataObjects: [text, 'Orders'], bothWays: true, notes: text }, ids())
    },
    removeFlow: (inventory, pick) => removeFlows(inventory, [pick(inventory.flows.keys()) ?? ('' as FlowId)]),
    parent: (inventory, pick) => {
      const [id, parent] = [pick(inventory.departments.keys()), pick([...inventory.departments.keys()].reverse())]
      return id === undefined ? [] : setDepartment(inventory, id, { parent })
    },
    rename: (inventory, pick, name) => {
      const id = pick(inventory.departments.keys())
      return id === undefined ? [] : setDepartment(inventory, id, { name, headcount: name.length })
    },
    removeDepartment: (inventory, pick) => {
      const id = pick(inventory.departments.keys())
      return id === undefined ? [] : removeDepartments(inventory, [id])
    },
    mergeFunctions: (inventory, pick) => {
      const id = pick(inventory.functions.keys())
      return id === undefined
        ? []
        : renameFunction(inventory, id, pick([...inventory.functions.values()].reverse())?.name ?? '')
    },
    removeFunction: (inventory, pick) => {
      const id = pick(inventory.functions.keys())
      return id === undefined ? [] : removeFunctions(inventory, [id])
    },
    mergeObjects: (inventory, pick) => {
      const id = pick(inventory.dataObjects.keys())
      return id === undefined
        ? []
        : renameDataObject(inventory, id, pick([...inventory.dataObjects.values()].reverse())?.name ?? '')
    },
    removeObject: (inventory, pick) => {
      const id = pick(inventory.dataObjects.keys())
      return id === undefined ? [] : removeDataObjects(inventory, [id])
    },
    addUsage: (inventory, pick, text) => {
      const id = pick(inventory.tools.keys())
      return id === undefined ? [] : addUsage(inventory, id, text, ids())
    },
    usage: (inventory, pick) => {
      const id = pick(inventory.usages.keys())
      return id === undefined ? [] : setUsage(inventory, id, { users: 3 })
    },
    removeUsage: (inventory, pick) => {
      const id = pick(inventory.usages.keys())
      return id === undefined ? [] : removeUsage(inventory, id)
    },
    detail: (inventory, pick, text) => {
      const id = pick(inventory.tools.keys())
      return id === undefined ? [] : setToolDetail(inventory, id, 'description', text)
    },
  }
  fc.assert(
    fc.property(
      arbInventory,
      fc.constantFrom(...Object.keys(edits)),
      fc.nat(),
      fc.oneof(fc.string(), fc.constantFrom('IT', 'Orders', '')),
      (inventory, edit, place, text) => {
        const pick = <T>(rows: Iterable<T>) => {
          const all = [...rows]
          return all[place % Math.max(1, all.length)]
        }
        const rows = edits[edit]?.(inventory, pick, text) ?? []
        const next = applyChange(inventory, rows)
        for (const { owner, functions } of next.tools.values() as Iterable<Tool>) {
          expect(owner === undefined || next.departments.has(owner)).toBe(true)
          expect(functions.every((id) => next.functions.has(id))).toBe(true)
        }
        for (const { source, target, dataObjects } of next.flows.values()) {
          expect(next.tools.has(source) && next.tools.has(target) && source !== target).toBe(true)
          expect(dataObjects.every((id) => next.dataObjects.has(id))).toBe(true)
        }
        for (const { tool, department } of next.usages.values()) {
          expect(next.tools.has(tool) && next.departments.has(department)).toBe(true)
        }
        for (const { id, parent } of next.departments.values()) {
          expect(parent === undefined || canLieBelow(next, id, parent)).toBe(true)
        }
        const back = applyChange(next, invertRows(rows))
        for (const table of Object.keys(inventory) as (keyof Inventory)[]) {
          expect(Object.fromEntries(back[table])).toEqual(Object.fromEntries(inventory[table]))
        }
      },
    ),
    { numRuns: 500 },
  )
})
