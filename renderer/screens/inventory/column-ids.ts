import type { EditableField } from '../../../shared/inventory/edit-fields'
import { AI_KINDS, DATA_CLASSES, HOSTINGS, TOOL_STATUSES, YES_NO_UNKNOWN } from '../../../shared/inventory/nouns'

/** How the cells of a column are shown, read, filtered and grouped. */
export type ColumnKind =
  | 'text'
  | 'long'
  | 'person'
  | 'number'
  | 'money'
  | 'date'
  | 'level'
  | 'choice'
  | 'department'
  | 'list'
  | 'fixed'

/** Every field of a tool in the order in which the table offers them. `origin` is only shown. */
const KINDS = {
  name: 'text',
  vendor: 'text',
  owner: 'department',
  functions: 'list',
  status: 'choice',
  users: 'number',
  annualCost: 'money',
  businessOwner: 'person',
  technicalOwner: 'person',
  hosting: 'choice',
  contractEnd: 'date',
  noticeMonths: 'number',
  plannedFrom: 'date',
  retiredFrom: 'date',
  criticality: 'level',
  functionalFit: 'level',
  technicalFit: 'level',
  dataClass: 'choice',
  personalData: 'choice',
  ai: 'choice',
  tags: 'list',
  partOf: 'text',
  description: 'long',
  notes: 'long',
  url: 'text',
  externalId: 'text',
  origin: 'fixed',
} as const satisfies Record<EditableField | 'origin', ColumnKind>

export type FieldColumn = keyof typeof KINDS
type FieldsOf<K extends ColumnKind> = { [F in FieldColumn]: (typeof KINDS)[F] extends K ? F : never }[FieldColumn]
export type ChoiceField = FieldsOf<'choice'>
export type LevelField = FieldsOf<'level'>
export type ListField = FieldsOf<'list'>
export type PersonField = FieldsOf<'person'>
export type NumberField = FieldsOf<'number'>
export type TextField = FieldsOf<'text' | 'long' | 'person'>

/** A column: a field of the tool, or an extra column of some list by its header, as it stands there. */
export type ColumnId = FieldColumn | `extra:${string}`

export const FIELD_COLUMNS = Object.keys(KINDS) as readonly FieldColumn[]

/** What is shown until somebody chooses otherwise. */
export const FIRST_COLUMNS: readonly ColumnId[] = FIELD_COLUMNS.slice(0, 8)

const EXTRA = 'extra:'

/** The header of an extra column; undefined for a field. */
export function extraHeader(column: ColumnId): string | undefined {
  return column.startsWith(EXTRA) ? column.slice(EXTRA.length) : undefined
}

export function extraColumn(header: string): ColumnId {
  return `${EXTRA}${header}`
}

export function isColumnId(text: string | undefined): text is ColumnId {
  return text !== undefined && (Object.hasOwn(KINDS, text) || text.startsWith(EXTRA))
}

export function kindOf(column: ColumnId): ColumnKind {
  return isField(column) ? KINDS[column] : 'long'
}

export function isField(column: ColumnId): column is FieldColumn {
  return Object.hasOwn(KINDS, column)
}

/** The values that a closed field can take, in their own order. */
export const CHOICES = {
  status: TOOL_STATUSES,
  hosting: HOSTINGS,
  dataClass: DATA_CLASSES,
  personalData: YES_NO_UNKNOWN,
  ai: AI_KINDS,
  criticality: ['1', '2', '3', '4'],
  functionalFit: ['1', '2', '3', '4'],
  technicalFit: ['1', '2', '3', '4'],
} as const satisfies Record<ChoiceField | LevelField, readonly string[]>

export type ClosedColumn = keyof typeof CHOICES

export function isClosed(column: ColumnId): column is ClosedColumn {
  return Object.hasOwn(CHOICES, column)
}

/** Whether it makes sense to group by the column: its values come back, numbers, dates and long texts don't. */
export function isGroupable(column: ColumnId): boolean {
  const kind = kindOf(column)
  if (column === 'name' || column === 'url' || column === 'externalId' || column === 'origin') return false
  return (
    kind !== 'number' && kind !== 'money' && kind !== 'date' && (kind !== 'long' || extraHeader(column) !== undefined)
  )
}
