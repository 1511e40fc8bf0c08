import { describe, expect, it } from 'vitest'
import { assignFunctions } from '../../../../shared/analysis/assign-functions'
import {
  allFunctions,
  functionLines,
  type MatrixLine,
  type MatrixShow,
} from '../../../../shared/analysis/matrix/function-lines'
import { functionMatrix } from '../../../../shared/analysis/matrix/function-matrix'
import { anInventory } from '../../../builders'

const inventory = anInventory()
  .function('Chat', { domain: 'collaboration' })
  .function('Payroll', { domain: 'hr' })
  .function('Leave', { domain: 'hr' })
  .function('Fax')
  .function('Wiki', { domain: 'collaboration' })
  .tool('Slack', { functions: ['Chat'], owner: 'IT', usedBy: ['Sales'] })
  .tool('Teams', { functions: ['Chat', 'Wiki'], owner: 'IT' })
  .tool('DATEV', { functions: ['Payroll'], owner: 'HR' })
  .tool('Old', { functions: ['Fax'], owner: 'HR', status: 'retired' })
  .tool('Leaver', { functions: ['Leave'], owner: 'HR' })
  .build()
const assigned = assignFunctions(inventory, new Map(), new Map())
const matrix = functionMatrix(inventory, assigned, 'EUR')
const functions = allFunctions(matrix, assigned)
const names = (lines: readonly MatrixLine[]) =>
  lines.map((line) =>
    line.kind === 'domain' ? `[${line.domain}]` : assigned.functions.get(line.row.functionKey)?.name.en,
  )
const lines = (show: MatrixShow, ...collapsed: string[]) => functionLines(functions, assigned, show, new Set(collapsed))

describe('the lines of the function matrix', () => {
  it('are grouped by domain, and have the functions that no tool in use does', () => {
    expect(names(lines('all'))).toEqual(['[collaboration]', 'Chat', 'Wiki', '[hr]', 'Leave', 'Payroll', '[]', 'Fax'])
  })

  it('collapse to the heading, which has each tool once', () => {
    const [head] = lines('all', 'collaboration', 'hr', '')
    expect(names(lines('all', 'collaboration', 'hr', ''))).toEqual(['[collaboration]', '[hr]', '[]'])
    const it_ = matrix.departments.find((id) => inventory.departments.get(id as never)?.name === 'IT')
    expect(head).toMatchObject({ kind: 'domain', collapsed: true, functions: 2 })
    expect(head?.kind === 'domain' && it_ !== undefined && head.cells.get(it_)).toHaveLength(2)
  })

  it('can show only what is done twice, or only what is missing', () => {
    expect(names(lines('redundant'))).toEqual(['[collaboration]', 'Chat'])
    // HR is the one department without a chat; nobody does the fax any more.
    expect(names(lines('gaps'))).toEqual(['[collaboration]', 'Chat', '[]', 'Fax'])
    const chat = functions.find(({ row }) => assigned.functions.get(row.functionKey)?.name.en === 'Chat')
    expect([...(chat?.gaps ?? [])].map((id) => inventory.departments.get(id as never)?.name)).toEqual(['HR'])
  })
})
