import { describe, expect, it, test } from 'vitest'
import { decodeCsv } from '../../../renderer/files/csv-codec'
import { decodeFile } from '../../../renderer/files/decode-file'
import { planFiles, prepareFiles } from '../../../renderer/river/import-files'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY } from '../../../shared/inventory/inventory'
import { workbook } from '../../fixtures/workbook'
import { imported } from './import-kit'

// Lists as people keep them: each of these once lost something or was taken for something else.

const toolsOf = (text: string) => [...imported('list.csv', text).after.tools.values()]

describe('a list of names without a heading', () => {
  test('loses no name to the heading', () => {
    const { decoded, after } = imported('liste.txt', 'Jira\nSlack\nSAP\nMicrosoft Teams\n')
    expect(decoded).toMatchObject({ headerRow: 0, skipped: 0 })
    expect([...after.tools.values()].map(({ name, origin }) => [name, origin?.row])).toEqual([
      ['Jira', 1],
      ['Slack', 2],
      ['SAP', 3],
      ['Microsoft Teams', 4],
    ])
  })

  test('has a heading where one stands there', () => {
    for (const heading of ['Tool', 'Unsere Anwendungen', 'Systeme im Einsatz:', 'Software'])
      expect(toolsOf(`${heading}\nJira\nSlack\nSAP\n`).map(({ name }) => name)).toEqual(['Jira', 'Slack', 'SAP'])
  })

  test('is what a person says it is', () => {
    const bytes = new TextEncoder().encode('Jira;IT\nSlack;HR\n')
    expect(decodeCsv('a.csv', bytes, { headerRow: 0 }).table).toMatchObject({
      header: ['[A]', '[B]'],
      rows: [
        ['Jira', 'IT'],
        ['Slack', 'HR'],
      ],
      rowNumbers: [1, 2],
    })
    expect(decodeCsv('a.csv', bytes, { headerRow: 0 }).damaged).toBeUndefined()
  })
})

describe('values', () => {
  it('mean what the word beside a figure says, not the figure', () => {
    const levels = toolsOf(
      'Name,Business criticality\nA,1 - most critical\nB,2 - somewhat critical\nC,3 - less critical\nD,4 - not critical\n',
    )
    expect(levels.map(({ criticality }) => criticality)).toEqual([4, 3, 2, 1])
    expect(toolsOf('Tool;Kritikalität\nA;3 – bla\nB;4\n').map(({ criticality }) => criticality)).toEqual([3, 4])
  })

  it('read Swiss amounts among German ones', () => {
    const costs = toolsOf("Tool;Kosten\nA;12.000,50 EUR\nB;CHF 1'200.50\nC;1’000’000,5 CHF\n")
    expect(costs.map(({ annualCost }) => annualCost)).toEqual([
      { minor: 1_200_050, currency: 'EUR' },
      { minor: 120_050, currency: 'CHF' },
      { minor: 100_000_050, currency: 'CHF' },
    ])
  })
})

test('an arrow in a cell that names the participants says who sends', () => {
  const { after, plan } = imported(
    'schnittstellen.csv',
    'Schnittstelle;Beteiligte Systeme;Übertragene Daten;Turnus\nBelege;DATEV → SAP;Belege;monatlich\nStamm;SAP <- CRM;Kunden;täglich\nAlles;SAP <-> Jira;x;täglich\n',
  )
  expect(plan.issues).toEqual([])
  const name = (id: string) => after.tools.get(id as never)?.name
  expect(
    [...after.flows.values()].map(({ source, target, bothWays }) => [name(source), name(target), bothWays]),
  ).toEqual([
    ['DATEV', 'SAP', undefined],
    ['CRM', 'SAP', undefined],
    ['SAP', 'Jira', true],
  ])
})

test('who a ServiceNow application is for is no department', () => {
  const { after } = imported('apps.csv', 'Name,Publisher,Department,User base\nSAP,SAP SE,Finance,Internal\n')
  expect([...after.departments.values()].map(({ name }) => name)).toEqual(['Finance'])
  expect([...after.tools.values()][0]?.extra).toEqual({ 'User base': 'Internal' })
})

test('a relation of a LeanIX interface that the snapshot does not list is accounted for', () => {
  const link = [
    'id',
    'type',
    'fromRelatedFactSheetDisplayName',
    'fromRelatedFactSheetType',
    'toRelatedFactSheetDisplayName',
    'toRelatedFactSheetType',
  ]
  const bytes = workbook(
    {
      name: 'Application',
      rows: [
        ['id', 'type', 'name', 'displayName', 'lxState'],
        ['1', 'Application', 'CRM', 'CRM', ''],
      ],
    },
    { name: 'applicationInterfaceProvider', rows: [link, ['7', 'x', 'CRM', 'Application', 'Orders', 'Interface']] },
  )
  const { taken } = prepareFiles(decodeFile('snapshot.xlsx', bytes))
  const { plans } = planFiles(EMPTY_INVENTORY, taken, idSource(1), 'EUR', undefined)
  expect(plans.flatMap(({ issues }) => issues)).toMatchObject([{ code: 'other-end', text: 'Orders', row: 2 }])
  expect(plans.map(({ rows }) => rows)).toEqual([1, 1])
})
