import { describe, expect, test } from 'vitest'
import { anInventory, arrowsOf, toolId } from '../../builders'
import { countsOf, imported } from './import-kit'

const catalogue = {
  functionByWord: (word: string) =>
    /^(team-?chat|messenger)$/i.test(word.trim()) ? { id: 'team-chat', domain: 'collaboration' } : undefined,
}
const names = (rows: Iterable<{ readonly name: string }>) => [...rows].map(({ name }) => name)

describe('tools', () => {
  test('several rows of one tool are merged and each is told what became of it', () => {
    const { plan, after } = imported(
      'list.csv',
      'Tool;Abteilung;Hersteller;Nutzer\nJira;IT;Atlassian;50\njira ;Vertrieb;;\nJIRA;IT;;\nJira;;Atlassian Inc;\nJira;HR;Atlassian Inc;\n',
    )
    expect(countsOf(plan)).toEqual([5, 1, 2, 1, 1])
    expect(plan.records).toBe(1)
    expect(plan.rowResults.map(({ outcome }) => outcome)).toEqual(['added', 'updated', 'unchanged', 'issue', 'updated'])
    expect(plan.issues).toEqual([{ code: 'conflict', row: 5, column: 'Hersteller', text: 'Atlassian Inc' }])
    expect(plan.notices).toEqual([{ code: 'conflict', row: 6, column: 'Hersteller', text: 'Atlassian Inc' }])
    const tool = after.tools.get(toolId(after, 'Jira'))
    expect(tool).toMatchObject({ vendor: 'Atlassian', users: 50, origin: { file: 'list.csv', row: 2 } })
    expect(tool?.owner && after.departments.get(tool.owner)?.name).toBe('IT')
    expect([...after.usages.values()].map(({ department }) => after.departments.get(department)?.name)).toEqual([
      'Vertrieb',
      'HR',
    ])
  })

  test('the file wins where it says something; what it does not mention stays', () => {
    const before = anInventory()
      .tool('Jira', { vendor: 'Old', users: 5, functions: ['CRM'], owner: 'IT', notes: 'keep', tags: ['a'] })
      .build()
    const { plan, after } = imported(
      'list.csv',
      'Name;Hersteller;Nutzer;Funktion;Abteilung;Tags\nJira;Atlassian;;Ticketing;HR;b\n',
      before,
      2,
    )
    expect(after.tools.get(toolId(after, 'Jira'))).toMatchObject({
      vendor: 'Atlassian',
      users: 5,
      notes: 'keep',
      tags: ['a', 'b'],
    })
    expect(plan.rowResults[0]?.changes).toEqual([
      { field: 'vendor', before: 'Old', after: 'Atlassian' },
      { field: 'tags', before: ['a'], after: ['a', 'b'] },
      { field: 'functions', before: ['CRM'], after: ['CRM', 'Ticketing'] },
      { field: 'owner', before: ['IT'], after: ['HR'] },
    ])
    expect([plan.newDepartments, plan.newFunctions]).toEqual([['HR'], ['Ticketing']])
  })

  test('ids decide within a list, running numbers do not reach across lists', () => {
    const first = imported('a.csv', 'ID;Name\n1;Jira\n2;Slack\n')
    const renamed = imported('a.csv', 'ID;Name\n1;Jira Cloud\n2;Slack\n', first.after, 2)
    expect(names(renamed.after.tools.values())).toEqual(['Jira Cloud', 'Slack'])
    const other = imported('b.csv', 'ID;Name\n1;Teams\n2;Jira\n', first.after, 3)
    expect(names(other.after.tools.values())).toEqual(['Jira', 'Slack', 'Teams'])
    expect(other.after.tools.get(toolId(other.after, 'Jira'))).toMatchObject({ externalId: '1', extra: { ID: '2' } })
    expect(imported('b.csv', 'ID;Name\n1;Teams\n2;Jira\n', other.after, 4).plan.changes).toEqual([])
  })

  test('parts of different systems stay apart; a part of itself is none', () => {
    const { after } = imported('a.csv', 'Name,Part of\nAPI,NOMIS\nAPI,NDelius\nNOMIS,NOMIS\nNOMIS,\n')
    expect([...after.tools.values()].map(({ name, partOf }) => [name, partOf])).toEqual([
      ['API', 'NOMIS'],
      ['API', 'NDelius'],
      ['NOMIS', undefined],
    ])
  })

  test('spellings of one department and of one catalogue function are one', () => {
    const { after } = imported(
      'a.csv',
      'Tool;Abteilung;Funktion\nA;IT;Messenger\nB;IT-Abteilung;Team-Chat\nC;Abteilung IT;messenger\nD;it ;Personal-Chat\n',
      undefined,
      1,
      catalogue,
    )
    expect(names(after.departments.values())).toEqual(['IT'])
    expect([...after.functions.values()]).toMatchObject([
      { name: 'Messenger', catalogueId: 'team-chat', domain: 'collaboration' },
      { name: 'Personal-Chat' },
    ])
  })

  test('everybody means every department there is', () => {
    const { after } = imported('a.csv', 'Tool;Abteilung;Genutzt von\nA;IT;alle\nB;HR;\nC;Vertrieb;\n')
    expect([...after.usages.values()].map(({ department }) => after.departments.get(department)?.name)).toEqual([
      'HR',
      'Vertrieb',
    ])
    expect(after.departments.size).toBe(3)
  })

  test('interface cells make flows once, in either direction, and tools that are only mentioned', () => {
    const text = 'Tool;Hersteller;Schnittstellen zu\nERP;X;DATEV (CSV); CRM\nCRM;Y;ERP\nHR;Z;HR; ERP\n'
      .replace('DATEV (CSV); CRM', '"DATEV (CSV); CRM"')
      .replace('HR; ERP', '"HR; ERP"')
    const { after, plan } = imported('a.csv', text)
    expect(arrowsOf(after)).toEqual(['ERP → DATEV', 'ERP → CRM', 'HR → ERP'])
    expect([...after.flows.values()].map(({ method }) => method)).toEqual(['file', 'unknown', 'unknown'])
    expect(plan.mentionedOnly).toEqual(['DATEV'])
    expect(plan.notices).toEqual([{ code: 'own-interface', row: 4, column: 'Schnittstellen zu', text: 'HR' }])
    const listed = imported('b.csv', 'Tool;Hersteller\nDATEV;DATEV eG\n', after, 2)
    expect(countsOf(listed.plan)).toEqual([1, 0, 1, 0, 0])
    expect(listed.after.tools.get(toolId(listed.after, 'DATEV'))).not.toHaveProperty('mentionedOnly')
  })

  test('what cannot be understood is kept word for word and told', () => {
    const { after, plan } = imported(
      'a.csv',
      'Tool;Kosten;Vertragsende;Status;__proto__\nA;auf Anfrage;unbefristet;grob;p\nB;100 €;31.12.2026;aktiv;\n',
    )
    expect(plan.notices.map(({ code, column }) => [code, column])).toEqual([
      ['unknown-word', 'Status'],
      ['bad-number', 'Kosten'],
    ])
    const tool = after.tools.get(toolId(after, 'A'))
    expect(tool?.extra).toEqual({
      Kosten: 'auf Anfrage',
      Vertragsende: 'unbefristet',
      Status: 'grob',
      '[__proto__]': 'p',
    })
    expect(tool).not.toHaveProperty('annualCost')
    const later = imported('a.csv', 'Tool;Kosten\nA;5 €\n', after, 2)
    expect(later.after.tools.get(toolId(later.after, 'A'))?.extra).not.toHaveProperty('Kosten')
  })

  test('what the file once brought and no longer contains is named', () => {
    const first = imported('a.csv', 'Tool;Hersteller\nJira;X\nSlack;Y\n')
    const { plan } = imported('a.csv', 'Tool;Hersteller\nJira;X\n', first.after, 2)
    expect(plan.missing).toEqual([toolId(first.after, 'Slack')])
    expect(plan.changes).toEqual([])
  })
})

describe('departments', () => {
  test('parents are found or made, circles are refused', () => {
    const { after, plan } = imported(
      'abteilungen.csv',
      'Name;Übergeordnete Abteilung;Mitarbeiter\nIT;Verwaltung;12\nTest;IT;ca. 5\nA;B;1\nB;A;1\nC;C;\n',
    )
    expect(countsOf(plan)).toEqual([5, 5, 0, 0, 0])
    expect(plan.newDepartments).toEqual(['Verwaltung'])
    expect(plan.notices).toEqual([
      { code: 'parent-cycle', row: 5, column: 'Übergeordnete Abteilung', text: 'A' },
      { code: 'parent-cycle', row: 6, column: 'Übergeordnete Abteilung', text: 'C' },
    ])
    expect([...after.departments.values()].find(({ name }) => name === 'Test')?.headcount).toBe(5)
  })
})

describe('flows', () => {
  const before = anInventory()
    .tool('SAP')
    .tool('CRM')
    .tool('API', { partOf: 'NOMIS' })
    .tool('API', { partOf: 'NDelius' })
    .build()

  test('several flows between the same two tools stay; a known method completes an unknown one', () => {
    const text = 'Quelle;Ziel;Daten;Methode\nSAP;CRM;Kunden;API\nSAP;CRM;Preise;Datei\nSAP;CRM;Kunden;\n'
    const first = imported('flows.csv', text, before, 2)
    expect(first.after.flows.size).toBe(3)
    const single = imported('flows.csv', 'Quelle;Ziel;Daten;Methode\nSAP;CRM;Kunden;\n', before, 2)
    const known = imported('flows.csv', 'Quelle;Ziel;Daten;Methode\nSAP;CRM;Preise;API\n', single.after, 3)
    expect([...known.after.flows.values()].map(({ method, dataObjects }) => [method, dataObjects.length])).toEqual([
      ['api', 2],
    ])
    expect(countsOf(known.plan)).toEqual([1, 0, 1, 0, 0])
  })

  test('ends are found with their system; an ambiguous or unknown name becomes a tool of its own', () => {
    const { after, plan } = imported(
      'flows.csv',
      'source,source_system,target,target_system,data\nAPI,NOMIS,SAP,,x\nAPI,,CRM,,x\nNew,,API,NDelius,x\n',
      before,
      2,
    )
    expect(plan.mentionedOnly).toEqual(['API', 'New'])
    expect([...after.tools.values()].filter(({ name }) => name === 'API').map(({ partOf }) => partOf)).toEqual([
      'NOMIS',
      'NDelius',
      undefined,
    ])
  })

  test('rows without both ends are named', () => {
    const { plan } = imported('flows.csv', 'Quelle;Ziel;Daten\nSAP;;x\n;CRM;x\nSAP;sap;x\n;;\n', before, 2)
    expect(plan.issues.map(({ code, row }) => [code, row])).toEqual([
      ['missing-target', 2],
      ['missing-source', 3],
      ['same-source-and-target', 4],
      ['empty-row', 5],
    ])
    expect(plan.changes).toEqual([])
  })

  test('one cell may name all participants', () => {
    const { after, plan } = imported(
      'interfaces.csv',
      'name,applications,data objects,frequency\nA ↔ B sync,A; B,x,daily\nHub,A; B; C,y,weekly\nAll → Log store,Log,z,daily\nNothing,Log,z,daily\n',
    )
    expect(arrowsOf(after)).toEqual(['A ↔ B', 'A → B', 'A → C', 'All → Log'])
    expect(countsOf(plan)).toEqual([4, 3, 0, 0, 1])
    expect(plan.issues).toEqual([{ code: 'missing-target', row: 5 }])
  })

  test('direction turns a flow round', () => {
    const { after } = imported('flows.csv', 'Quelle;Ziel;Richtung\nSAP;CRM;←\nSAP;New;↔\n', before, 2)
    expect(arrowsOf(after)).toEqual(['CRM → SAP', 'SAP ↔ New'])
  })
})
