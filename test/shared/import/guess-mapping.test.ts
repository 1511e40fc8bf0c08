import { describe, expect, test } from 'vitest'
import { fieldsByHeader, imported } from './import-kit'

const fields = (text: string, name = 'list.csv') => fieldsByHeader(imported(name, text))

describe('mapping', () => {
  test('exact names of the peers', () => {
    expect(
      fields(
        'id,name,hostingType,hasAiFeatures,businessCriticality,functionalSuitability,technicalSuitability,costTotalAnnual,numberOfUsers\n1,Jira,cloudSaaS,True,missionCritical,perfect,adequate,100,5\n',
      ),
    ).toEqual({
      id: 'id',
      name: 'name',
      hostingType: 'hosting',
      hasAiFeatures: 'ai',
      businessCriticality: 'criticality',
      functionalSuitability: 'functionalFit',
      technicalSuitability: 'technicalFit',
      costTotalAnnual: 'annualCost',
      numberOfUsers: 'users',
    })
    expect(
      fields(
        'Name,Publisher,Install type,Business Unit,Life-Cycle Stage,Active user count,Business owner,IT Application owner,Data classification\nJira,Atlassian,Cloud,IT,active,5,P. Q,R. S,internal\n',
      ),
    ).toEqual({
      Name: 'name',
      Publisher: 'vendor',
      'Install type': 'hosting',
      'Business Unit': 'owner',
      'Life-Cycle Stage': 'status',
      'Active user count': 'users',
      'Business owner': 'businessOwner',
      'IT Application owner': 'technicalOwner',
      'Data classification': 'dataClass',
    })
  })

  test('case, accents, umlauts and punctuation do not matter', () => {
    expect(fields('ANWENDUNG;geschaeftskritikalitaet;Kündigungs-Frist;Kosten/Jahr (€)\nJira;hoch;3;5\n')).toMatchObject(
      { ANWENDUNG: 'name', geschaeftskritikalitaet: 'criticality', 'Kosten/Jahr (€)': 'annualCost' },
    )
  })

  test('from when on a tool is in use and switched off, in four languages', () => {
    for (const [name, from, to] of [
      ['Anwendung', 'In Betrieb ab', 'Abgeschaltet ab'],
      ['Application', 'In use from', 'Switched off from'],
      ['Application', 'Date de mise en service', 'Date de mise hors service'],
      ['Application', 'En service depuis', 'Fin de vie'],
      ['Applicatie', 'In gebruik vanaf', 'Buiten gebruik vanaf'],
      ['Applicatie', 'Datum ingebruikname', 'Uitfaseringsdatum'],
    ]) {
      expect(fields(`${name};${from};${to}\nJira;01.02.2026;31.12.2027\n`)).toEqual({
        [name as string]: 'name',
        [from as string]: 'plannedFrom',
        [to as string]: 'retiredFrom',
      })
    }
  })

  test('where a header is ambiguous, the cells decide', () => {
    expect(fields('Tool,Users\nA,5\nB,12\n')).toEqual({ Tool: 'name', Users: 'users' })
    expect(fields('Tool,Users\nA,Sales\nB,HR\nC,Sales\n')).toEqual({ Tool: 'name', Users: 'usedBy' })
    expect(fields('System,Vendor\nSAP,SAP SE\n')).toEqual({ System: 'name', Vendor: 'vendor' })
    expect(fields('Name,System,Vendor\nAPI,SAP,SAP SE\n')).toEqual({ Name: 'name', System: 'partOf', Vendor: 'vendor' })
    expect(fields('Tool;Owner\nA;H. Albers\nB;T. Krüger\n')).toEqual({ Tool: 'name', Owner: 'businessOwner' })
    expect(fields('Tool;Owner\nA;IT, HR\nB;HR\n')).toEqual({ Tool: 'name', Owner: 'owner' })
    expect(fields('Tool;Verantwortlich\nA;IT\nB;Vertrieb\n')).toEqual({ Tool: 'name', Verantwortlich: 'owner' })
    expect(fields('Tool;Kostenstelle;Kosten\nA;4100;5,50\n')).toEqual({ Tool: 'name', Kosten: 'annualCost' })
    expect(fields('Tool;Funktion\nA;CRM\nB;ERP\n')).toMatchObject({ Funktion: 'functions' })
  })

  test('no field twice, except those that may', () => {
    expect(fields('Name,Tool,Notes,Comments,Category,Function\nA,B,x,y,CRM,ERP\n')).toEqual({
      Name: 'name',
      Notes: 'notes',
      Comments: 'notes',
      Category: 'functions',
      Function: 'functions',
    })
  })

  test('without a known header the column that looks like names is the name', () => {
    const result = imported('x.csv', 'Foo;Wert\nJira;1\nSlack;2\n')
    expect(fieldsByHeader(result)).toEqual({ Foo: 'name' })
    expect(result.mapping.reasons?.[0]?.code).toBe('content')
  })
})

test.each([
  ['Quelle;Ziel;Daten\nA;B;x\n', 'x.csv', 'flows'],
  ['Name;Übergeordnet;Mitarbeiter\nA;B;1\n', 'x.csv', 'departments'],
  ['Abteilung;Mitarbeiter\nIT;5\n', 'Abteilungen.csv', 'departments'],
  ['Tool;Abteilung;Nutzer\nA;IT;5\n', 'x.csv', 'tools'],
  ['Name\nA\n', 'x.csv', 'tools'],
  ['name,applications,data_objects,frequency\nx,A; B,y,daily\n', 'x.csv', 'flows'],
])('kind of %j in %s is %s', (text, name, kind) => {
  expect(imported(name, text).mapping.kind).toBe(kind)
})
