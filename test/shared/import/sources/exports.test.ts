import { describe, expect, it } from 'vitest'
import { arrowsOf } from '../../../builders'
import { workbook } from '../../../fixtures/workbook'
import { importedTogether, namesOf, usesOf } from './sources-kit'

const toolOf = (after: ReturnType<typeof importedTogether>['after'], name: string) =>
  [...after.tools.values()].find((tool) => tool.name === name)

function isIdle(files: Parameters<typeof importedTogether>[0]): void {
  const first = importedTogether(files)
  const again = importedTogether(files, first.after, 2)
  expect(again.plans.flatMap(({ changes }) => changes)).toEqual([])
}

const CATALOG = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop
  title: Web Shop
  description: Sells things
  tags: [java, web]
  links:
    - url: https://shop.example
      title: Shop
spec:
  type: website
  lifecycle: production
  owner: team-shop
  system: commerce
  dependsOn: ['resource:default/shop-db']
  consumesApis: [orders-api]
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: { name: shop-db }
spec: { type: database, owner: 'group:default/team-shop' }
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: orders-api, annotations: { note: kept } }
spec: { type: openapi, lifecycle: deprecated, owner: 'user:default/jane' }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: commerce, title: Commerce }
spec: { owner: team-shop }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: team-shop }
spec: { type: team, profile: { displayName: Shop Team }, parent: digital }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: jane }
spec: { memberOf: [team-shop] }
`

describe('a Backstage catalogue', () => {
  const files = [['catalog-info.yaml', CATALOG]] as const

  it('becomes tools, departments and flows', () => {
    const { lines, after, plans, decoded } = importedTogether(files)
    expect(decoded[0]).toMatchObject({ format: 'backstage', delimiter: 'yaml' })
    expect(lines).toEqual([
      'catalog-info.yaml › groups: departments 1 = 1 + 0 + 0 + 0',
      'catalog-info.yaml › entities: tools 5 = 4 + 0 + 0 + 1',
      'catalog-info.yaml › relations: flows 2 = 2 + 0 + 0 + 0',
    ])
    expect(namesOf(after.tools)).toEqual(['Commerce', 'Web Shop', 'orders-api', 'shop-db'])
    expect(toolOf(after, 'Web Shop')).toMatchObject({
      partOf: 'Commerce',
      status: 'active',
      tags: ['java', 'web'],
      url: 'https://shop.example',
      externalId: 'component:default/shop',
    })
    expect(toolOf(after, 'orders-api')).toMatchObject({ status: 'phasing-out', businessOwner: 'jane' })
    expect(toolOf(after, 'orders-api')?.extra?.['metadata.annotations.note']).toBe('kept')
    const owner = toolOf(after, 'Web Shop')?.owner
    expect(owner && after.departments.get(owner)?.name).toBe('Shop Team')
    expect([...arrowsOf(after)].sort()).toEqual(['orders-api → Web Shop', 'shop-db → Web Shop'])
    expect(plans[1]?.issues).toEqual([{ code: 'other-type', row: 6, column: 'Kind', text: 'User' }])
    isIdle(files)
  })

  it('needs no more than one document', () => {
    const one = CATALOG.split('---')[0] ?? ''
    expect(importedTogether([['catalog-info.yaml', one]]).lines[0]).toMatch(/entities: tools 1 = 1/)
  })
})

const RELATION = [
  'id',
  'type',
  'fromRelatedFactSheetDisplayName',
  'fromRelatedFactSheetType',
  'toRelatedFactSheetDisplayName',
  'toRelatedFactSheetType',
  'status',
]
const LABELS = RELATION.map((_, i) => ['ID', 'Type', 'From', 'From type', 'To', 'To type', 'Status'][i] ?? '')
const uuid = (n: number) => `0f6f2a3e-0000-4000-8000-00000000000${n}`

describe('a LeanIX snapshot', () => {
  const sheet = ['id', 'type', 'name', 'displayName', 'description', 'category', 'lxState', 'lifecycle:active']
  const labels = ['ID', 'Type', 'Name', 'Display name', 'Description', 'Category', 'State', 'Active']
  const link = (type: string, from: string, fromType: string, to: string, toType: string, n: number) => [
    uuid(n),
    type,
    from,
    fromType,
    to,
    toType,
    'ACTIVE',
  ]
  const bytes = workbook(
    { name: 'ReadMe', rows: [['LeanIX'], ['Exported']] },
    {
      name: 'Application',
      rows: [
        sheet,
        labels,
        [uuid(1), 'Application', 'CRM', 'CRM', 'Customers', 'businessApplication', 'APPROVED', '2020-01-01'],
        [uuid(2), 'Application', 'ERP', 'ERP', '', 'businessApplication', 'APPROVED', ''],
      ],
    },
    {
      name: 'UserGroup',
      rows: [
        sheet,
        labels,
        [uuid(3), 'UserGroup', 'Sales', 'Sales', '', '', '', ''],
        [uuid(4), 'UserGroup', 'Field', 'Sales / Field', '', '', '', ''],
      ],
    },
    {
      name: 'BusinessCapability',
      rows: [sheet, labels, [uuid(5), 'BusinessCapability', 'Billing', 'Billing', '', '', '', '']],
    },
    { name: 'Interface', rows: [sheet, labels, [uuid(6), 'Interface', 'Orders', 'Orders', '', '', '', '']] },
    {
      name: 'applicationUserGroupRelation',
      rows: [RELATION, LABELS, link('applicationUserGroupRelation', 'CRM', 'Application', 'Sales', 'UserGroup', 7)],
    },
    {
      name: 'applicationBusinessCapability',
      rows: [
        RELATION,
        LABELS,
        link('applicationBusinessCapabilityRelation', 'ERP', 'Application', 'Billing', 'BusinessCapability', 8),
      ],
    },
    {
      name: 'applicationInterfaceProvider',
      rows: [
        RELATION,
        LABELS,
        link('applicationInterfaceProviderRelation', 'CRM', 'Application', 'Orders', 'Interface', 9),
      ],
    },
    {
      name: 'applicationInterfaceConsumer',
      rows: [
        RELATION,
        LABELS,
        link('applicationInterfaceConsumerRelation', 'ERP', 'Application', 'Orders', 'Interface', 0),
      ],
    },
  )
  const files = [['snapshot.xlsx', bytes]] as const

  it('becomes tools, departments, functions, uses and flows', () => {
    const { lines, after, aside, decoded } = importedTogether(files)
    expect(new Set(decoded.map(({ format }) => format))).toEqual(new Set(['leanix']))
    expect([...lines].sort()).toEqual([
      'snapshot.xlsx › Application: tools 2 = 2 + 0 + 0 + 0',
      'snapshot.xlsx › BusinessCapability: tools 1 = 0 + 0 + 0 + 1',
      'snapshot.xlsx › Interface: flows 1 = 1 + 0 + 0 + 0',
      'snapshot.xlsx › UserGroup: departments 2 = 2 + 0 + 0 + 0',
      'snapshot.xlsx › applicationBusinessCapability: tools 1 = 0 + 1 + 0 + 0',
      'snapshot.xlsx › applicationUserGroupRelation: tools 1 = 0 + 1 + 0 + 0',
    ])
    expect(aside).toEqual(['snapshot.xlsx › ReadMe'])
    expect(namesOf(after.tools)).toEqual(['CRM', 'ERP'])
    expect(namesOf(after.departments)).toEqual(['Field', 'Sales'])
    expect(namesOf(after.functions)).toEqual(['Billing'])
    expect(usesOf(after)).toEqual(['CRM: Sales'])
    expect(arrowsOf(after)).toEqual(['CRM → ERP'])
    expect(toolOf(after, 'CRM')).toMatchObject({ externalId: uuid(1), description: 'Customers' })
    expect(toolOf(after, 'CRM')?.functions).toEqual([])
    isIdle(files)
  })
})

describe('a workbook of Turbo EA', () => {
  const bytes = workbook(
    {
      name: 'Application',
      rows: [
        [
          'id',
          'name',
          'parent_path',
          'attr_hostingType',
          'attr_businessCriticality',
          'attr_costTotalAnnual',
          'rel:relAppToBC',
          'rel:relOrgToApp',
        ],
        ['a-1', 'CRM', '', 'cloudSaaS', 'missionCritical', 1200, 'Sales/Leads; Care', 'Group/Sales'],
        ['a-2', 'CRM Mobile', 'CRM', '', '', '', '', ''],
      ],
    },
    {
      name: 'Organization',
      rows: [
        ['id', 'name', 'parent_path'],
        ['o-1', 'Group', ''],
        ['o-2', 'Sales', 'Group'],
      ],
    },
    {
      name: 'ITComponent',
      rows: [
        ['id', 'name', 'parent_path'],
        ['i-1', 'Linux', ''],
      ],
    },
    {
      name: 'Relations',
      rows: [
        ['relation_type', 'source_ref', 'target_ref', 'action', 'description'],
        ['relAppToApp', 'CRM/CRM Mobile', 'CRM', '', 'Sync'],
        ['relAppToITC', 'CRM', 'Linux', '', ''],
      ],
    },
    {
      name: '_Meta',
      rows: [
        ['key', 'value'],
        ['version', 1],
      ],
    },
  )
  const files = [['turbo.xlsx', bytes]] as const

  it('becomes tools, departments, functions and flows', () => {
    const { lines, after } = importedTogether(files)
    expect([...lines].sort()).toEqual([
      'turbo.xlsx › Application: tools 2 = 2 + 0 + 0 + 0',
      'turbo.xlsx › ITComponent: tools 1 = 0 + 0 + 0 + 1',
      'turbo.xlsx › Organization: departments 2 = 2 + 0 + 0 + 0',
      'turbo.xlsx › Relations: flows 2 = 1 + 0 + 0 + 1',
    ])
    expect(toolOf(after, 'CRM')).toMatchObject({
      hosting: 'cloud',
      criticality: 4,
      annualCost: { minor: 120_000, currency: 'EUR' },
    })
    expect(toolOf(after, 'CRM Mobile')?.partOf).toBe('CRM')
    expect(namesOf(after.functions)).toEqual(['Care', 'Leads'])
    expect(usesOf(after)).toEqual(['CRM: Sales'])
    expect(arrowsOf(after)).toEqual(['CRM Mobile → CRM'])
    isIdle(files)
  })
})

describe('ServiceNow', () => {
  it('is understood by its headings', () => {
    const applications =
      'Name,Number,Publisher,Install type,Business Unit,Status,Active user count,Business owner,IT Application owner,Business criticality,Data classification\nCRM,APM0001,Salesforce,Cloud,Sales,Installed,120,Jane Roe,Max Doe,1 - most critical,Confidential\nERP,APM0002,SAP,On premise,Finance,Installed,80,John Poe,Max Doe,2 - somewhat critical,Internal\n'
    const integrations =
      'Provider Business Application,Subscriber Business Application,Digital Interface,Data flow direction,Interval,Interaction type\nCRM,ERP,Orders,One way,Daily,API\n'
    const { lines, after } = importedTogether([
      ['cmdb_ci_business_app.csv', applications],
      ['digital_integration.csv', integrations],
    ])
    expect(lines).toEqual([
      'cmdb_ci_business_app.csv: tools 2 = 2 + 0 + 0 + 0',
      'digital_integration.csv: flows 1 = 1 + 0 + 0 + 0',
    ])
    expect(toolOf(after, 'CRM')).toMatchObject({
      vendor: 'Salesforce',
      externalId: 'APM0001',
      hosting: 'cloud',
      users: 120,
    })
    expect(arrowsOf(after)).toEqual(['CRM → ERP'])
    expect([...after.flows.values()][0]).toMatchObject({ name: 'Orders', frequency: 'daily', method: 'api' })
  })
})

describe('a workbook of several sheets', () => {
  it('takes the lists and only offers what is hidden or no list', () => {
    const bytes = workbook(
      {
        name: 'Anwendungen',
        rows: [
          ['Softwareliste'],
          [],
          ['Name', 'Abteilung', 'Kosten p.a.'],
          ['SAP', 'IT', 1.234],
          ['Summe', null, 1.234],
        ],
      },
      {
        name: 'Schnittstellen',
        rows: [
          ['Quelle', 'Ziel'],
          ['SAP', 'DATEV'],
        ],
      },
      {
        name: 'Legende',
        rows: [
          ['rot', 'kritisch'],
          ['grün', 'egal'],
        ],
      },
      { name: 'Listen', state: 'hidden', rows: [['Name'], ['Ja'], ['Nein']] },
    )
    const { lines, aside, after, plans } = importedTogether([['inventar.xlsx', bytes]])
    expect(lines).toEqual([
      'inventar.xlsx › Anwendungen: tools 2 = 1 + 0 + 0 + 1',
      'inventar.xlsx › Schnittstellen: flows 1 = 1 + 0 + 0 + 0',
    ])
    expect(aside).toEqual(['inventar.xlsx › Legende', 'inventar.xlsx › Listen'])
    expect(toolOf(after, 'SAP')?.annualCost).toEqual({ minor: 123, currency: 'EUR' })
    expect(plans[0]?.issues).toEqual([{ code: 'summary-row', row: 5 }])
    expect(toolOf(after, 'SAP')?.origin).toEqual({ file: 'inventar.xlsx › Anwendungen', row: 4 })
  })
})
