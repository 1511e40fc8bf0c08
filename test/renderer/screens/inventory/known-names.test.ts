import { describe, expect, it } from 'vitest'
import { inNameOrder } from '../../../../renderer/screens/inventory/collation-key'
import { isToolName } from '../../../../renderer/screens/inventory/known-names'
import { someInventory } from '../../../shared/analysis/an-inventory'

describe('names of tools', () => {
  it('are known however they are written, and forgotten with their inventory', () => {
    const { tools } = someInventory().tool('SAP S/4HANA').build()
    expect(isToolName(tools, ' sap s/4hana ')).toBe(true)
    expect(isToolName(tools, 'SAP')).toBe(false)
    expect(isToolName(tools, ' ')).toBe(false)
    expect(isToolName(someInventory().build().tools, 'SAP S/4HANA')).toBe(false)
  })

  it('stand in the order people expect', () => {
    const names = ['App 10', 'Öl', 'app 9', 'Zebra', 'ohne']
    expect(inNameOrder(names, (name) => name)).toEqual(['app 9', 'App 10', 'ohne', 'Öl', 'Zebra'])
  })
})
