import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignFunctions } from '../../../../shared/analysis/assign-functions'
import { dataMatrix } from '../../../../shared/analysis/matrix/data-matrix'
import { flowMatrix } from '../../../../shared/analysis/matrix/flow-matrix'
import { functionMatrix, NOWHERE } from '../../../../shared/analysis/matrix/function-matrix'
import type { Inventory } from '../../../../shared/inventory/inventory'
import type { DataObjectId, DepartmentId } from '../../../../shared/inventory/nouns'
import { someInventory, toolId } from '../an-inventory'

const eur = (euros: number) => ({ minor: euros * 100, currency: 'EUR' })
const matrixOf = (inventory: Inventory) =>
  functionMatrix(inventory, assignFunctions(inventory, new Map(), new Map()), 'EUR')

describe('function by department', () => {
  const inventory = someInventory()
    .tool('Jira', { does: ['ticketing'], owner: 'IT', usedBy: ['Service'], annualCost: eur(1_000) })
    .tool('OTRS', { does: ['ticketing', 'chat'], owner: 'IT', annualCost: eur(400) })
    .tool('Slack', { does: ['chat'] })
    .tool('Fax', { does: ['chat'], status: 'retired' })
    .tool('Excel', {})
    .flow('Jira', 'OTRS', { hoursPerMonth: 8, method: 'by-hand' })
    .build()

  it('has the tools of each cell, the same job twice in one department and what no department has', () => {
    const { rows, departments, without } = matrixOf(inventory)
    expect(departments).toEqual(['d:IT', 'd:Service', NOWHERE])
    expect(rows.map(({ functionKey, tools, redundant }) => [functionKey, tools, redundant])).toEqual([
      ['f:chat', 2, 0],
      ['f:ticketing', 2, 1],
    ])
    const ticketing = rows[1]?.cells
    expect(ticketing?.get('d:IT' as DepartmentId)?.tools).toEqual([toolId('Jira'), toolId('OTRS')])
    expect(rows[0]?.cells.get(NOWHERE)).toMatchObject({ tools: [toolId('Slack')], costUnknown: 1 })
    expect(without).toEqual([toolId('Excel')])
  })

  it('says of how many tools hours are missing, but for flows that run alone', () => {
    const flows = someInventory()
      .tool('A', { does: ['chat'], owner: 'IT' })
      .tool('B', { does: ['chat'], owner: 'IT' })
      .tool('C', { does: ['chat'], owner: 'IT' })
      .flow('A', 'B', { method: 'file' })
      .flow('B', 'C', { method: 'api' })
      .build()
    expect(matrixOf(flows).rows[0]?.cells.get('d:IT' as DepartmentId)).toMatchObject({ hours: 0, hoursUnknown: 2 })
  })

  it('shares costs and hours among the cells of a tool, so that no sum counts twice', () => {
    const cells = matrixOf(inventory).rows.flatMap(({ cells }) => [...cells.values()])
    expect(cells.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(1_400)
    expect(cells.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(8)
  })

  it('counts every tool with a function in at least one cell, whatever the landscape', () => {
    const tool = fc.record({
      does: fc.subarray(['ticketing', 'chat', 'payroll']),
      owner: fc.constantFrom(undefined, 'IT', 'HR'),
      usedBy: fc.subarray(['HR', 'Sales']),
      cost: fc.nat(1_000),
    })
    fc.assert(
      fc.property(fc.array(tool, { maxLength: 12 }), (tools) => {
        const builder = someInventory()
        tools.forEach(({ does, owner, usedBy, cost }, i) => {
          builder.tool(`T${i}`, { does, usedBy, annualCost: eur(cost), ...(owner === undefined ? {} : { owner }) })
        })
        const made = builder.build()
        const { rows, without } = matrixOf(made)
        const inCells = new Set(rows.flatMap(({ cells }) => [...cells.values()].flatMap((cell) => cell.tools)))
        expect(inCells.size + without.length).toBe(made.tools.size)
        const shown = rows.flatMap(({ cells }) => [...cells.values()]).reduce((sum, { cost }) => sum + cost, 0)
        const real = tools.filter(({ does }) => does.length > 0).reduce((sum, { cost }) => sum + cost, 0)
        expect(shown).toBeCloseTo(real, 4)
      }),
    )
  })
})

describe('data object by tool', () => {
  const order = 'o:order' as DataObjectId
  const base = () => someInventory().tool('ERP').tool('CRM').tool('Shop').tool('BI')
  const withObject = (inventory: Inventory, master?: string): Inventory => ({
    ...inventory,
    dataObjects: new Map([
      [order, { id: order, name: 'Order', ...(master === undefined ? {} : { master: toolId(master) }) }],
    ]),
  })

  it('finds the tools that write it, and says where they contest the master', () => {
    const inventory = base()
      .flow('CRM', 'ERP', { data: ['order'] })
      .flow('Shop', 'ERP', { data: ['order'] })
      .flow('ERP', 'BI', { data: ['order'] })
      .build()
    const [row] = dataMatrix(withObject(inventory, 'ERP'))
    expect(row).toMatchObject({ contested: true, master: toolId('ERP') })
    expect(row?.writers.slice().sort()).toEqual([toolId('CRM'), toolId('ERP'), toolId('Shop')])
    expect(row?.uses.get(toolId('BI'))).toEqual({ master: false, sends: [], gets: ['w:3'] })
  })

  it('makes nobody a writer of whom the direction is not known', () => {
    const inventory = base()
      .flow('CRM', 'ERP', { data: ['order'], directionKnown: false })
      .build()
    expect(dataMatrix(withObject(inventory))[0]).toMatchObject({ writers: [], contested: false })
  })
})

describe('tool by tool', () => {
  it('has every flow in the cell of its ends, one both ways in two, and the least automatic method', () => {
    const { tools, cells } = flowMatrix(
      someInventory()
        .tool('A')
        .tool('B')
        .tool('C')
        .flow('A', 'B', { method: 'api', hoursPerMonth: 1 })
        .flow('A', 'B', { method: 'by-hand', hoursPerMonth: 5 })
        .flow('B', 'C', { bothWays: true, method: 'file' })
        .flow('C', 'A', { status: 'retired' })
        .build(),
    )
    expect(tools).toEqual([toolId('B'), toolId('A'), toolId('C')])
    expect(cells.get(toolId('A'))?.get(toolId('B'))).toEqual({ flows: ['w:1', 'w:2'], method: 'by-hand', hours: 6 })
    expect(cells.get(toolId('C'))?.get(toolId('B'))?.flows).toEqual(['w:3'])
    expect(cells.get(toolId('C'))?.get(toolId('A'))).toBeUndefined()
  })
})
