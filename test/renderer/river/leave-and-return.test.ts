import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fc, test } from '@fast-check/vitest'
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { encodeCsv } from '../../../renderer/files/csv-codec'
import { decodeFile } from '../../../renderer/files/decode-file'
import { flavourOf } from '../../../renderer/files/flavours'
import { type PreparedFile, planFiles, prepareFiles } from '../../../renderer/river/import-files'
import { toolsCsv, workbookXlsx } from '../../../renderer/river/leave'
import { PLAIN_PICTURE, type Source } from '../../../renderer/river/source'
import { judge } from '../../../shared/analysis/judge'
import { toDataObjectsTable, toFunctionsTable, toUsagesTable } from '../../../shared/export/to-list-tables'
import { toDepartmentsTable, toFlowsTable, toToolsTable } from '../../../shared/export/to-tables'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'
import type {
  DataObject,
  DataObjectId,
  DepartmentId,
  FunctionId,
  Level,
  Usage,
  UsageId,
} from '../../../shared/inventory/nouns'
import { resources } from '../../../shared/strings/resources'
import { someInventory } from '../../shared/analysis/an-inventory'
import { arbitraryTools } from '../../shared/export/arbitrary-tools'

// What leaves as a file comes back from that file's bytes as what it was: CSV in both flavours, and the workbook.

const LANGUAGES = ['de', 'en'] as const
type Language = (typeof LANGUAGES)[number]

function prepared(name: string, content: string | Uint8Array): readonly PreparedFile[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return prepareFiles(decodeFile(name, bytes)).taken
}

function imported(name: string, content: string | Uint8Array, into: Inventory = EMPTY_INVENTORY) {
  return planFiles(into, prepared(name, content), idSource(900), 'EUR', undefined)
}

/** An inventory in words: names instead of ids, lists in order, without where it came from. */
function inWords(inventory: Inventory) {
  const { tools, departments, functions, usages, flows, dataObjects } = inventory
  const name = (rows: ReadonlyMap<string, { readonly name: string }>, id: string | undefined) =>
    id === undefined ? undefined : rows.get(id)?.name
  const text = (item: unknown) =>
    JSON.stringify(typeof item === 'object' ? Object.entries(item ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)) : item)
  // The owner's own use is implied and needs no row.
  const saysMore = ({ tool, department, id: _, ...facts }: Usage) =>
    tools.get(tool)?.owner !== department || Object.keys(facts).length > 0
  const sorted = <T>(items: readonly T[]) => [...items].sort((a, b) => (text(a) < text(b) ? -1 : 1))
  return {
    tools: sorted(
      [...tools.values()].map(({ id, origin: _, functions: does, owner, mentionedOnly, ...facts }) => ({
        ...facts,
        does: sorted(does.map((each) => name(functions, each))),
        owner: name(departments, owner),
        mentionedOnly: mentionedOnly === true,
        usedBy: sorted(
          [...usages.values()]
            .filter(({ tool, department }) => tool === id && department !== owner)
            .map(({ department }) => name(departments, department)),
        ),
      })),
    ),
    departments: sorted(
      [...departments.values()].map(({ id: _, origin: __, parent, ...facts }) => ({
        ...facts,
        parent: name(departments, parent),
      })),
    ),
    flows: sorted(
      [...flows.values()].map(({ id: _, origin: __, source, target, dataObjects: objects, bothWays, ...facts }) => ({
        ...facts,
        bothWays: bothWays === true,
        source: name(tools, source),
        target: name(tools, target),
        objects: sorted(objects.map((each) => name(dataObjects, each))),
      })),
    ),
    usages: sorted(
      [...usages.values()].filter(saysMore).map(({ id: _, tool, department, ...facts }) => ({
        ...facts,
        tool: [tools.get(tool)?.name, tools.get(tool)?.partOf],
        department: name(departments, department),
      })),
    ),
    dataObjects: sorted(
      [...dataObjects.values()].map(({ id: _, master, ...facts }) => ({
        ...facts,
        master: master === undefined ? undefined : [tools.get(master)?.name, tools.get(master)?.partOf],
      })),
    ),
    functions: sorted([...functions.values()].map(({ id: _, ...facts }) => facts)),
  }
}

/** A whole company: tools as they come, departments in a tree, flows between neighbours. */
const company: fc.Arbitrary<Inventory> = fc
  .tuple(
    arbitraryTools,
    fc.array(
      fc.record({
        method: fc.constantFrom('api', 'file', 'by-hand', 'unknown' as const),
        frequency: fc.constantFrom('daily', 'on-demand', undefined),
        hoursPerMonth: fc.constantFrom(undefined, 0, 2.5, 40),
        direction: fc.constantFrom({}, { bothWays: true }, { directionKnown: false }),
        name: fc.constantFrom(undefined, 'Stammdaten', 'Orders; all'),
        notes: fc.constantFrom(undefined, '=1+1', 'Zwei\nZeilen'),
        carries: fc.uniqueArray(fc.constantFrom('Kunden', 'Orders', 'a; b'), { maxLength: 2 }),
      }),
      { maxLength: 4 },
    ),
    fc.array(fc.option(fc.integer({ min: 0, max: 9_999 }), { nil: undefined }), { minLength: 4, maxLength: 4 }),
    fc.record({
      uses: fc.array(
        fc.record({
          tool: fc.nat(7),
          department: fc.nat(5),
          users: fc.constantFrom(undefined, 0, 12, 4_000),
          attachment: fc.constantFrom<Level | undefined>(undefined, 1, 2, 3, 4),
          concern: fc.constantFrom(undefined, 'Zu teuer; zu "neu"', '=1+1', 'Zwei\nZeilen'),
          extra: fc.constantFrom(undefined, { Raum: '12' }, { Users: 'viele' }),
        }),
        { maxLength: 6 },
      ),
      masters: fc.array(fc.nat(9), { maxLength: 3 }),
      alone: fc.subarray(['Beschaffung', 'Team-Chat'] as const),
      domain: fc.constantFrom('collaboration', 'Eigene; Domäne'),
    }),
  )
  .map(([inventory, flows, headcounts, { uses, masters, alone, domain }]) => {
    const ids = [...inventory.tools.keys()]
    const dataObjects = new Map<DataObjectId, DataObject>()
    const made = flows.flatMap(({ carries, direction, ...facts }, i) => {
      const [source, target] = [ids[i], ids[i + 1]]
      if (source === undefined || target === undefined) return []
      const objects = carries.map((name) => {
        const id = `o:${name}` as DataObjectId
        dataObjects.set(id, { id, name })
        return id
      })
      const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
      return { id: `w:${i}`, source, target, dataObjects: objects, ...known, ...direction }
    })
    const departments = new Map(
      [...inventory.departments.values()].map((department, i, all) => {
        const above = i === 0 ? {} : { parent: all[0]?.id as DepartmentId }
        const size = headcounts[i] === undefined ? {} : { headcount: headcounts[i] }
        const origin = { file: 'list.csv', row: i + 2 }
        return [department.id, { ...department, ...above, ...size, origin }]
      }),
    )
    const usages = new Map(inventory.usages)
    for (const [i, { tool, department, ...facts }] of uses.entries()) {
      const used = ids[tool]
      const user = [...departments.keys()][department]
      if (used === undefined || user === undefined) continue
      const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
      const other = [...usages.values()].find((each) => each.tool === used && each.department === user)
      // What its owner does with a tool is a row only where more is known than that.
      if (other === undefined && inventory.tools.get(used)?.owner === user && Object.keys(known).length === 0) continue
      const id = other?.id ?? (`u:more ${i}` as UsageId)
      usages.set(id, { id, tool: used, department: user, ...known })
    }
    const objects = [...dataObjects.keys()]
    for (const [i, tool] of masters.entries()) {
      const id = objects[i] ?? (`o:Alone ${i}` as DataObjectId)
      const master = ids[tool]
      dataObjects.set(id, { id, name: id.slice(2), ...(master === undefined ? {} : { master }) })
    }
    const functions = new Map(inventory.functions)
    for (const name of alone) {
      const id = `f:${name}` as FunctionId
      functions.set(id, { id, name, domain, ...(name === 'Team-Chat' ? { catalogueId: 'team-chat' } : {}) })
    }
    return {
      ...inventory,
      departments,
      functions,
      usages,
      dataObjects,
      flows: new Map(made.map((flow) => [flow.id, flow])) as unknown as Inventory['flows'],
    }
  })

describe('tools as CSV', () => {
  test.prop([arbitraryTools, fc.constantFrom<Language>(...LANGUAGES)])('come back the same', (inventory, language) => {
    const csv = toolsCsv({ inventory, language })
    const { after, plans } = imported('tools.csv', csv)
    expect(plans.flatMap(({ issues }) => issues)).toEqual([])
    expect(inWords(after).tools).toEqual(inWords(inventory).tools)
    expect(imported('tools.csv', csv, inventory).plans.flatMap(({ changes }) => changes)).toEqual([])
    expect(toolsCsv({ inventory: after, language })).toBe(csv)
  })
})

describe('every list as CSV', () => {
  const LISTS = {
    departments: toDepartmentsTable,
    tools: toToolsTable,
    flows: toFlowsTable,
    usage: toUsagesTable,
    'data-objects': toDataObjectsTable,
    functions: toFunctionsTable,
  }

  test.prop([company, fc.constantFrom<Language>(...LANGUAGES), fc.constantFrom<Language>(...LANGUAGES)])(
    'comes back the same in both flavours and both languages',
    (inventory, language, flavour) => {
      const files = Object.entries(LISTS).flatMap(([name, toTable]) => {
        const { header, rows } = toTable(inventory, { language })
        return rows.length === 0 ? [] : prepared(`${name}.csv`, encodeCsv([header, ...rows], flavourOf(flavour)))
      })
      const { after, plans } = planFiles(EMPTY_INVENTORY, files, idSource(900), 'EUR', undefined)
      expect(plans.flatMap(({ issues }) => issues)).toEqual([])
      expect(inWords(after)).toEqual(inWords(inventory))
      const again = planFiles(inventory, files, idSource(900), 'EUR', undefined)
      expect(again.plans.flatMap(({ changes }) => changes)).toEqual([])
    },
  )
})

describe('everything as a workbook', () => {
  test.prop([company, fc.constantFrom<Language>(...LANGUAGES)])('comes back the same', async (inventory, language) => {
    const bytes = await workbookXlsx({ inventory, language })
    const { after, plans } = imported('all.xlsx', bytes)
    expect(plans.flatMap(({ issues }) => issues)).toEqual([])
    expect(inWords(after)).toEqual(inWords(inventory))
    expect(imported('all.xlsx', bytes, inventory).plans.flatMap(({ changes }) => changes)).toEqual([])
  })

  it.each([
    ['muster-maschinenbau', ['anwendungen', 'abteilungen', 'schnittstellen']],
    ['northfield-services', ['applications', 'departments', 'integrations']],
  ])('%s comes back the same', async (company, lists) => {
    const files = lists.flatMap((list) =>
      decodeFile(`${list}.csv`, readFileSync(join('assets', 'samples', company, `${list}.csv`))),
    )
    const { after: inventory } = planFiles(EMPTY_INVENTORY, prepareFiles(files).taken, idSource(1), 'EUR', undefined)
    expect([...inventory.tools.values()].some(({ mentionedOnly }) => mentionedOnly)).toBe(true)
    for (const language of LANGUAGES) {
      const bytes = await workbookXlsx({ inventory, language })
      expect(inWords(imported('all.xlsx', bytes).after)).toEqual(inWords(inventory))
      const { plans, after } = imported('all.xlsx', bytes, inventory)
      expect(plans.flatMap(({ issues }) => issues)).toEqual([])
      // Departments that no list had until now have one from now on; nothing else changes.
      expect(new Set(plans.flatMap(({ changes }) => changes.map(({ table }) => table)))).toEqual(
        new Set(['departments']),
      )
      expect(inWords(after)).toEqual(inWords(inventory))
    }
  })

  it('is the same with what the app concludes in it: those sheets are ours, and aside', async () => {
    await i18next.init({ resources, lng: 'de', fallbackLng: false, interpolation: { escapeValue: false } })
    const inventory = someInventory()
      .tool('Jira', { owner: 'IT', usedBy: ['HR'], does: ['Ticketing'] })
      .tool('Zendesk', { owner: 'HR', does: ['Ticketing'] })
      .flow('Jira', 'Zendesk')
      .build()
    const nothing = { proposals: new Map(), functions: new Map(), products: new Map() }
    for (const language of LANGUAGES) {
      const source: Source = {
        ...{ inventory, language, flavour: language, sequence: 1, theme: 'light', today: '2026-01-31', filters: [] },
        ...{ pseudonymised: false, findings: judge(inventory, nothing, '2026-01-31') },
        ...{ picture: PLAIN_PICTURE, routes: new Map(), said: { told: [], filters: [] } },
        ...{ seen: undefined as never, words: undefined as never },
      }
      expect(source.findings.bundles).toHaveLength(1)
      const bytes = await workbookXlsx(source)
      const decoded = decodeFile('all.xlsx', bytes)
      expect(decoded.filter(({ aside }) => aside === true)).toHaveLength(8)
      expect(inWords(imported('all.xlsx', bytes).after)).toEqual(inWords(inventory))
      expect(imported('all.xlsx', bytes, inventory).plans.flatMap(({ issues }) => issues)).toEqual([])
    }
  })

  it('offers its lists and sets the other sheets aside', async () => {
    const inventory = someInventory()
      .tool('Jira', { owner: 'IT', usedBy: ['HR'], does: ['Ticketing'] })
      .tool('SAP')
      .flow('Jira', 'SAP')
      .build()
    for (const language of LANGUAGES) {
      const { taken, aside } = prepareFiles(decodeFile('all.xlsx', await workbookXlsx({ inventory, language })))
      const kinds = taken.map(({ mapping }) => mapping.kind)
      expect(kinds).toEqual(['tools', 'departments', 'flows', 'usages', 'functions'])
      // A sheet without rows is no list to import.
      expect(aside.map(({ decoded }) => decoded.part)).toEqual([language === 'de' ? 'Datenobjekte' : 'Data objects'])
    }
  })
})
