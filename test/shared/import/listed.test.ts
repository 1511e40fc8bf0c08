import { describe, expect, it } from 'vitest'
import { decodeCsv } from '../../../renderer/files/csv-codec'
import { guessKind, guessMapping } from '../../../shared/import/guess-mapping'
import type { ImportOptions } from '../../../shared/import/import-plan'
import { planImport } from '../../../shared/import/plan-import'
import { readDrafts } from '../../../shared/import/read-drafts'
import { applyChange } from '../../../shared/inventory/change'
import { setMaster } from '../../../shared/inventory/edit-data-object'
import { setUsage } from '../../../shared/inventory/edit-usage'
import { idSource } from '../../../shared/inventory/ids'
import type { Inventory } from '../../../shared/inventory/inventory'
import { someInventory } from '../analysis/an-inventory'

const tableOf = (text: string) => decodeCsv('list.csv', new TextEncoder().encode(text)).table

function imported(inventory: Inventory, text: string, { name = 'list.csv', options = {} as ImportOptions } = {}) {
  const table = tableOf(text)
  const mapping = guessMapping(table, guessKind(table, name))
  const read = readDrafts(table, mapping, { fileName: name, defaultCurrency: 'EUR' })
  const input = { kind: mapping.kind, fileName: name, rows: table.rows.length, options, ...read }
  const plan = planImport(inventory, input, idSource(9))
  const { rows, added, updated, unchanged, issues } = plan
  expect(added + updated + unchanged + issues.length).toBe(rows)
  return { plan, mapping, after: applyChange(inventory, plan.changes) }
}

function usesOf({ usages, tools, departments }: Inventory) {
  return [...usages.values()].map(({ id: _, tool, department, ...facts }) => ({
    ...facts,
    of: `${tools.get(tool)?.name} · ${departments.get(department)?.name}`,
  }))
}

const COMPANY = () =>
  someInventory()
    .tool('Jira', { owner: 'IT', usedBy: ['HR'] })
    .tool('SAP', { owner: 'Finanzen' })

describe('a list of who uses what', () => {
  const LIST =
    'Anwendung;Abteilung;Anzahl Nutzer;Bindung;Bedenken;Raum\nJira;HR;1.200;hoch;"Zu teuer; zu neu";12\nJira;IT;8;;;\nJira;Vertrieb;ca. 50;gering;;\nSAP;Finanzen;;;;\nExcel;HR;n/a;;;\nSAP;;3;;;\n'

  it('says of each department how many use the tool, how attached they are and what they fear', () => {
    const { plan, mapping, after } = imported(COMPANY().build(), LIST)
    expect(mapping).toMatchObject({
      kind: 'usages',
      columns: ['name', 'owner', 'users', 'attachment', 'concern', null],
    })
    expect(usesOf(after)).toEqual([
      { of: 'Jira · HR', users: 1200, attachment: 3, concern: 'Zu teuer; zu neu', extra: { Raum: '12' } },
      { of: 'Jira · IT', users: 8 },
      { of: 'Jira · Vertrieb', users: 50, attachment: 1 },
      { of: 'Excel · HR' },
    ])
    expect(plan).toMatchObject({ added: 3, updated: 1, unchanged: 1, mentionedOnly: ['Excel'] })
    expect(plan.issues).toEqual([{ code: 'missing-department', row: 7 }])
    expect(plan.rowResults[0]?.changes).toContainEqual({ field: 'users', after: 1200 })
    expect(imported(after, LIST).plan.changes).toEqual([])
  })

  it('keeps what cannot be understood or shared out, with a notice', () => {
    const { plan, after } = imported(
      COMPANY().build(),
      'Tool;Genutzt von;Nutzer;Sorge\nSAP;IT, HR;30;x\nJira;HR;viele;\n',
    )
    expect(usesOf(after)).toEqual([
      { of: 'Jira · HR', extra: { Nutzer: 'viele' } },
      { of: 'SAP · IT', concern: 'x', extra: { Nutzer: '30' } },
      { of: 'SAP · HR', concern: 'x', extra: { Nutzer: '30' } },
    ])
    expect(plan.notices.map(({ code, row, text }) => [code, row, text])).toEqual([
      ['bad-number', 2, '30'],
      ['bad-number', 3, 'viele'],
    ])
  })

  it('is told from a list of tools by tools that come again for other departments', () => {
    const kindOf = (text: string, name = 'list.csv') => guessKind(tableOf(text), name)
    expect(kindOf('Tool;Abteilung;Nutzer\nJira;IT;5\nJira;HR;6\nSAP;IT;7\nSAP;HR;8\n')).toBe('usages')
    expect(kindOf('Tool;Abteilung;Nutzer\nJira;IT;5\nSAP;HR;6\nExcel;IT;7\nWord;HR;8\n')).toBe('tools')
    expect(kindOf('Tool;Abteilung\nJira;IT\nJira;HR\n', 'Nutzung 2026.csv')).toBe('usages')
    expect(kindOf('Tool;Abteilung;Hersteller;Kosten\nJira;IT;A;1\nJira;HR;B;2\n', 'Nutzung 2026.csv')).toBe('tools')
  })

  it('leaves alone what a person has set, and an empty cell empties only where it means that', () => {
    const before = COMPANY().build()
    const [usage] = before.usages.values()
    const byHand = applyChange(before, setUsage(before, usage?.id as never, { users: 7 }))
    const list = 'Tool;Used by;Users;Concern\nJira;HR;99;\n'
    const kept = imported(byHand, list)
    expect(usesOf(kept.after)).toEqual([{ of: 'Jira · HR', users: 7, hand: ['users'] }])
    expect(kept.plan).toMatchObject({ unchanged: 1, kept: 1 })
    const won = imported(byHand, list, { options: { handEdits: 'file-wins' } })
    expect(usesOf(won.after)).toEqual([{ of: 'Jira · HR', users: 99 }])
  })
})

describe('a list of data objects', () => {
  const LIST = 'Datenobjekt;Führendes System;Schutzbedarf\nKunden;SAP;hoch\nRechnungen;DATEV;\nAngebote;;\n'

  it('says which tool is the master of each', () => {
    const { plan, after } = imported(
      COMPANY()
        .flow('Jira', 'SAP', { data: ['Kunden'] })
        .build(),
      LIST,
    )
    expect(plan).toMatchObject({ kind: 'dataObjects', added: 2, updated: 1, mentionedOnly: ['DATEV'], issues: [] })
    expect(
      [...after.dataObjects.values()].map(({ id: _, master, ...facts }) => [
        facts,
        after.tools.get(master as never)?.name,
      ]),
    ).toEqual([
      [{ name: 'Kunden', extra: { Schutzbedarf: 'hoch' } }, 'SAP'],
      [{ name: 'Rechnungen' }, 'DATEV'],
      [{ name: 'Angebote' }, undefined],
    ])
    expect(imported(after, LIST).plan.changes).toEqual([])
  })

  it('does not overrule a master that a person has chosen', () => {
    const before = COMPANY()
      .flow('Jira', 'SAP', { data: ['Kunden'] })
      .build()
    const [object] = before.dataObjects.values()
    const [jira] = before.tools.values()
    const byHand = applyChange(before, setMaster(before, object?.id as never, jira?.id))
    const { after, plan } = imported(byHand, LIST)
    expect(after.dataObjects.get(object?.id as never)?.master).toBe(jira?.id)
    expect(plan.kept).toBe(1)
  })
})

describe('a list of functions', () => {
  it('gives functions their domains, in the catalogue’s words where it has them', () => {
    const { plan, after } = imported(COMPANY().build(), 'Geschäftsfähigkeit;Domäne\nEinkauf;Beschaffung\n;x\n')
    expect(plan).toMatchObject({ kind: 'functions', added: 1, newFunctions: [] })
    expect(plan.issues).toEqual([{ code: 'missing-name', row: 3 }])
    expect([...after.functions.values()]).toMatchObject([{ name: 'Einkauf', domain: 'Beschaffung' }])
  })
})
