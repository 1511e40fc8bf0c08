import { describe, expect, it } from 'vitest'
import { indexCatalogue } from '../../../shared/catalogue/index-catalogue'
import { recogniseTool, type ToolText } from '../../../shared/catalogue/recognise'
import { recogniseTools } from '../../../shared/catalogue/recognise-tools'
import { someInventory } from '../analysis/an-inventory'
import { SMALL_CATALOGUE } from './a-catalogue'

const index = indexCatalogue(SMALL_CATALOGUE)
const productOf = (name: string, vendor?: string) => recogniseTool({ name, vendor }, index).product?.name
const functionsOf = (tool: Partial<ToolText>) =>
  recogniseTool({ name: 'Unheard-of', ...tool }, index).functions.map(({ catalogueId }) => catalogueId)

describe('indexCatalogue', () => {
  it('finds functions by name and synonym in both languages, and none by a synonym that two of them claim', () => {
    expect(index.functionByWord('TEAM CHAT')?.id).toBe('chat')
    expect(index.functionByWord('Störungsmeldungen')?.id).toBe('tickets')
    expect(index.functionByWord('lohnabrechnung')?.id).toBe('payroll')
    expect(index.functionByWord('Shared name')).toBeUndefined()
    expect(index.domainOf('chat')?.name.de).toBe('Arbeit')
  })

  it('finds products by name, alias and with their vendor in front, white space aside', () => {
    expect(index.productByName('powerthing')?.name).toBe('Power Thing')
    expect(index.productByName('Atlassian Jira')?.name).toBe('Jira')
    expect(index.productByName('Twin')).toBeUndefined()
  })
})

describe('recogniseTool', () => {
  it.each([
    ['Microsoft Teams', 'Microsoft Teams'],
    ['ms-teams', 'Microsoft Teams'],
    ['Teams (neu)', 'Microsoft Teams'],
    ['Teams | Vertrieb', 'Microsoft Teams'],
    ['Jira SW Cloud', 'Jira'],
    ['Jira Software Cloud Enterprise', 'Jira'],
    ['Jira Service Management Werk 2', 'Jira Service Management'],
    ['Jira – Support', 'Jira'],
    ['Jira 9.4.1', 'Jira'],
    ['Atlassian Jira', 'Jira'],
    ['Slack GmbH', 'Slack'],
  ])('knows %s as %s', (name, expected) => {
    expect(productOf(name)).toBe(expected)
  })

  it.each(['Access Control System', 'Teamspeak', 'Jirafe', 'DATEV', 'Acme Suite', 'Twin', '', '???', 'Ja'])(
    'rather knows nothing than something wrong: %s',
    (name) => {
      expect(productOf(name)).toBeUndefined()
    },
  )

  it('heeds the vendor', () => {
    expect(productOf('Slack Enterprise', 'Slackware Inc.')).toBeUndefined()
    expect(productOf('Slack Enterprise', 'Salesforce.com Inc')).toBe('Slack')
    expect(productOf('Jira Werk 2', 'Atlassian Pty Ltd')).toBe('Jira')
  })

  it('takes a function from the product, else the category, else the name, else the description', () => {
    expect(functionsOf({ name: 'Slack', words: ['Payroll'] })).toEqual(['chat'])
    expect(functionsOf({ name: 'Power Thing' })).toEqual(['chat'])
    expect(functionsOf({ words: ['Kurznachrichten', 'Service Desk'] })).toEqual(['chat', 'tickets'])
    expect(functionsOf({ name: 'Ticketsystem Werk 2' })).toEqual(['tickets'])
    expect(functionsOf({ description: 'Our payroll provider' })).toEqual(['payroll'])
  })

  it('takes what a spreadsheet is used for as the job, not the spreadsheet', () => {
    expect(productOf('Excel: Payroll')).toBe('Microsoft Excel')
    expect(functionsOf({ name: 'Excel: Payroll Werk 2' })).toEqual(['payroll'])
    expect(functionsOf({ name: 'Excel: Allerlei' })).toEqual([])
    expect(functionsOf({ name: 'Excel' })).toEqual(['office-suite'])
    expect(functionsOf({ name: 'Jira – Payroll' })).toEqual(['tickets'])
  })

  it('asks a description for more than one hint', () => {
    expect(functionsOf({ description: 'It also sends hours that people worked to payroll' })).toEqual([])
    expect(functionsOf({ description: 'Here colleagues can report an incident' })).toEqual([])
    expect(functionsOf({ description: 'Any incident, request or question to support' })).toEqual(['tickets'])
    expect(functionsOf({ description: 'Custom builds of our own platform' })).toEqual([])
    expect(functionsOf({ description: '[X](https://payroll.example.com/payroll) is nice' })).toEqual([])
  })

  it('says why', () => {
    expect(recogniseTool({ name: 'Jira (neu)' }, index).functions).toEqual([
      { catalogueId: 'tickets', confidence: 0.85, reason: { code: 'product-trimmed', text: 'Jira' } },
    ])
    expect(recogniseTool({ name: 'Teams (neu)' }, index).functions).toEqual([
      { catalogueId: 'chat', confidence: 0.6, reason: { code: 'product-ambiguous', text: 'Teams' } },
    ])
  })

  it('goes through an inventory; a module of a product is not the product', () => {
    const inventory = someInventory().tool('Jira').tool('Jira Werk 2').tool('Unheard-of').build()
    const { proposals, products } = recogniseTools(inventory, index)
    expect([...proposals.keys()]).toEqual(['t:Jira', 't:Jira Werk 2'])
    expect([...products]).toEqual([['t:Jira', 'Jira']])
  })

  it('says what comes with a suite, and what is no tool at all', () => {
    const products = SMALL_CATALOGUE.products.map((each) => (each.name === 'Slack' ? { ...each, suite: 'Jira' } : each))
    const withSuite = indexCatalogue({ ...SMALL_CATALOGUE, products })
    const inventory = someInventory().tool('Jira').tool('Jira Werk 2').tool('Slack').tool('Excel: Payroll').build()
    const { suites, makeshifts } = recogniseTools(inventory, withSuite)
    expect([...suites]).toEqual([['t:Jira', { suite: 'Jira', functions: ['chat', 'tickets'] }]])
    expect([...makeshifts]).toEqual([['t:Excel: Payroll', { means: 'spreadsheet', job: 'Payroll' }]])
  })
})
