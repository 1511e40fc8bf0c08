import { describe, expect, it } from 'vitest'
import { mostFitting } from '../../../../renderer/screens/import/most-fitting'
import type { FieldId } from '../../../../shared/import/fields'
import type { FileKind, LeftOut } from '../../../../shared/import/table'

function aTable(key: string, kind: FileKind, columns: readonly (FieldId | null)[], rows = 3, leftOut: LeftOut[] = []) {
  const header = columns.map((_, i) => `c${i}`)
  const table = { header, rows: Array.from({ length: rows }, () => header), rowNumbers: [], leftOut }
  const decoded = { name: 'a.xlsx', part: key, encoding: 'xlsx', delimiter: 'xlsx', table } as const
  return { key, file: 'a', ticked: true, prepared: { decoded, mapping: { kind, columns } } }
}

describe('the table that is shown first', () => {
  const readMe = { ...aTable('ReadMe', 'tools', ['name', 'vendor', 'notes'], 9), ticked: false }
  const relations = aTable('relations', 'tools', ['name', 'usedBy'], 50)
  const tools = aTable('Application', 'tools', ['id', 'name', 'description', null], 3)
  const departments = aTable('UserGroup', 'departments', ['id', 'name', 'parent', 'headcount'], 20)

  it('is the one that says most of tools, among those that are imported', () => {
    expect(mostFitting([readMe, departments, relations, tools])?.key).toBe('Application')
    expect(mostFitting([readMe, departments])?.key).toBe('UserGroup')
    expect(mostFitting([readMe])?.key).toBe('ReadMe')
    expect(mostFitting([])).toBeUndefined()
  })

  it('is none of which every row is left out, where there is another', () => {
    const out = [0, 1, 2].map((index): LeftOut => ({ index, code: 'other-type' }))
    const provider = aTable('Provider', 'tools', ['id', 'name', 'description', 'notes', 'url'], 3, out)
    expect(mostFitting([provider, departments])?.key).toBe('UserGroup')
  })
})
