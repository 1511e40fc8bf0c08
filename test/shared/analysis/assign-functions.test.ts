import { describe, expect, it } from 'vitest'
import { assignFunctions } from '../../../shared/analysis/assign-functions'
import { someInventory, toolId } from './an-inventory'

const CATALOGUE = new Map([
  ['crm', { name: { en: 'Customer relations', de: 'Kundenbeziehungen' }, domain: 'sales' }],
  ['payroll', { name: { en: 'Payroll', de: 'Lohnabrechnung' }, domain: 'hr' }],
])

describe('assignFunctions', () => {
  it('takes proposals only where a tool has no function of its own that the catalogue knows', () => {
    const inventory = someInventory()
      .job('Customers', { catalogueId: 'crm' })
      .tool('Salesforce', { does: ['Customers'] })
      .tool('DATEV')
      .tool('Lexware', { does: ['Wages'] })
      .build()
    const proposals = new Map([
      [toolId('Salesforce'), [{ catalogueId: 'payroll' }]],
      [toolId('Lexware'), [{ catalogueId: 'payroll' }]],
      [toolId('DATEV'), [{ catalogueId: 'payroll' }, { catalogueId: 'no such function' }]],
    ])
    const { assignments, functions } = assignFunctions(inventory, proposals, CATALOGUE)
    expect(assignments).toEqual([
      { tool: 't:Salesforce', functionKey: 'f:Customers', state: 'accepted' },
      { tool: 't:DATEV', functionKey: 'catalogue:payroll', state: 'proposed' },
      { tool: 't:Lexware', functionKey: 'f:Wages', state: 'accepted' },
      { tool: 't:Lexware', functionKey: 'catalogue:payroll', state: 'proposed' },
    ])
    expect(functions.get('catalogue:payroll')).toMatchObject({ domain: 'hr', name: { de: 'Lohnabrechnung' } })
    expect(functions.has('catalogue:crm')).toBe(false)
  })

  it('uses the key of the function that the inventory already has, in both of the catalogue’s languages', () => {
    const inventory = someInventory()
      .job('Lohnabrechnung', { catalogueId: 'payroll' })
      .tool('Lexware', { does: ['Lohnabrechnung'] })
      .tool('DATEV')
      .build()
    const proposals = new Map([[toolId('DATEV'), [{ catalogueId: 'payroll' }]]])
    const { assignments, functions } = assignFunctions(inventory, proposals, CATALOGUE)
    expect(assignments.map(({ functionKey }) => functionKey)).toEqual(['f:Lohnabrechnung', 'f:Lohnabrechnung'])
    expect(functions.get('f:Lohnabrechnung')?.name).toEqual({ en: 'Payroll', de: 'Lohnabrechnung' })
  })

  it('counts two functions with one catalogue id as one job, whatever their order', () => {
    const inventory = someInventory()
      .job('Lohn', { catalogueId: 'payroll' })
      .job('Gehalt', { catalogueId: 'payroll' })
      .tool('Lexware', { does: ['Lohn', 'Gehalt'] })
      .build()
    expect(assignFunctions(inventory, new Map(), CATALOGUE).assignments).toEqual([
      { tool: 't:Lexware', functionKey: 'f:Gehalt', state: 'accepted' },
    ])
  })
})
