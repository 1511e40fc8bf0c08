import type { Money, ToolId } from '../../../shared/inventory/nouns'
import { valueKeys } from './cell-values'
import { collationKey } from './collation-key'
import { CHOICES, type ColumnId, isClosed } from './column-ids'
import type { ToolRow } from './tool-row'

export type GroupId = string & { readonly __id: 'group' }
/** A row of the table: a tool's or a group's. */
export type RowId = ToolId | GroupId

/** The rows that share a value. `value` is absent where it is not known. */
export interface Group {
  readonly id: GroupId
  readonly value?: string
  readonly rows: readonly ToolRow[]
}

const UNKNOWN = 'group:?' as GroupId

/** The group a row belongs to: by its value, of several by the first. Each row is in one group. */
export function groupIdOf(row: ToolRow, column: ColumnId): GroupId {
  const value = valueKeys(row, column)[0]
  return value === undefined ? UNKNOWN : (`group:=${value}` as GroupId)
}

export function isGroupId(id: string): id is GroupId {
  return id.startsWith('group:')
}

/** Groups in the order of their values, what is not known last; inside, rows keep their order. */
export function groupRows(rows: readonly ToolRow[], column: ColumnId): readonly Group[] {
  const members = new Map<GroupId, ToolRow[]>()
  for (const row of rows) {
    const id = groupIdOf(row, column)
    const found = members.get(id)
    if (found === undefined) members.set(id, [row])
    else found.push(row)
  }
  const choices: readonly string[] = isClosed(column) ? CHOICES[column] : []
  const place = (value: string) => (choices.length > 0 ? String(choices.indexOf(value)) : collationKey(value))
  return [...members]
    .map(([id, inside]) => {
      if (id === UNKNOWN) return { group: { id, rows: inside }, key: undefined }
      const value = id.slice('group:='.length)
      return { group: { id, value, rows: inside }, key: place(value) }
    })
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined) return a.key === b.key ? 0 : a.key === undefined ? 1 : -1
      return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
    })
    .map(({ group }) => group)
}

/** What is in a group, added up. Unknown is counted, never taken for zero; each currency by itself. */
export interface Sums {
  readonly users: number
  readonly usersUnknown: number
  readonly costs: readonly Money[]
  readonly costsUnknown: number
}

export function sumsOf(rows: readonly ToolRow[]): Sums {
  let [users, usersUnknown, costsUnknown] = [0, 0, 0]
  const costs = new Map<string, number>()
  for (const { tool } of rows) {
    if (tool.users === undefined) usersUnknown += 1
    else users += tool.users
    if (tool.annualCost === undefined) costsUnknown += 1
    else costs.set(tool.annualCost.currency, (costs.get(tool.annualCost.currency) ?? 0) + tool.annualCost.minor)
  }
  const inOrder = [...costs].map(([currency, minor]) => ({ currency, minor })).sort((a, b) => b.minor - a.minor)
  return { users, usersUnknown, costs: inOrder, costsUnknown }
}

/** What is drawn in a line of the table. */
export type Line = { readonly row: ToolRow } | { readonly group: Group }

export function lineId(line: Line): RowId {
  return 'row' in line ? line.row.tool.id : line.group.id
}

/** The lines from top to bottom: each group's header, then its rows unless it is collapsed. */
export function linesOf(groups: readonly Group[], collapsed: ReadonlySet<GroupId>): readonly Line[] {
  return groups.flatMap((group): Line[] => {
    const header: Line = { group }
    return collapsed.has(group.id) ? [header] : [header, ...group.rows.map((row): Line => ({ row }))]
  })
}
