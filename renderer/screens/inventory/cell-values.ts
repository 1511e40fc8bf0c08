import type { Language } from '../../../shared/bridge'
import type { T } from '../../i18n'
import { type ClosedColumn, type ColumnId, extraHeader, isClosed, isField, kindOf } from './column-ids'
import { joinList } from './list-text'
import { costText, dateText, usersText } from './read-typed'
import type { ToolRow } from './tool-row'

/** What is needed to write a value in words. */
export interface CellWords {
  readonly t: T
  readonly language: Language
}

const NONE: readonly string[] = []

/**
 * The values of a cell as keys to filter and group by: codes for closed fields, otherwise the texts themselves. Empty
 * when nothing is known; "unknown", said by somebody, is as unknown as nothing said.
 */
export function valueKeys(row: ToolRow, column: ColumnId): readonly string[] {
  const { tool } = row
  if (column === 'functions') return row.functions
  if (column === 'tags') return tool.tags ?? NONE
  const one = plainValue(row, column)
  return one === undefined || one === '' || (isClosed(column) && one === 'unknown') ? NONE : [one]
}

/** The value of a cell that holds one text; codes for closed fields. */
function plainValue(row: ToolRow, column: ColumnId): string | undefined {
  const { tool } = row
  if (!isField(column)) return tool.extra?.[extraHeader(column) ?? '']
  switch (column) {
    case 'owner':
      return row.owner
    case 'origin':
      return tool.origin === undefined ? undefined : `${tool.origin.file} · ${tool.origin.row}`
    case 'functions':
    case 'tags':
      return undefined
    case 'annualCost':
      return tool.annualCost === undefined ? undefined : `${tool.annualCost.minor / 100} ${tool.annualCost.currency}`
    default: {
      const value = tool[column]
      return value === undefined ? undefined : String(value)
    }
  }
}

/** The number in a cell: users, months, the amount in major units. */
export function numberIn({ tool }: ToolRow, column: ColumnId): number | undefined {
  if (column === 'annualCost') return tool.annualCost === undefined ? undefined : tool.annualCost.minor / 100
  return column === 'users' || column === 'noticeMonths' ? tool[column] : undefined
}

/** What a column is called: a field in the user's language, an extra column as its list has it. */
export function columnLabel(t: T, column: ColumnId): string {
  return isField(column) ? t(`inventory:column.${column}`) : (extraHeader(column) ?? '')
}

const spoken = new WeakMap<T, Map<string, string>>()

/** A value's key in words. Each is looked up once: a copied table asks for the same few some hundred thousand times. */
export function valueLabel(t: T, column: ColumnId, key: string): string {
  if (!isClosed(column)) return key
  const words = spoken.get(t) ?? new Map<string, string>()
  spoken.set(t, words)
  const value = `${column} ${key}`
  let label = words.get(value)
  if (label === undefined) {
    label = closedLabel(t, column, key)
    words.set(value, label)
  }
  return label
}

function closedLabel(t: T, column: ClosedColumn, key: string): string {
  switch (column) {
    case 'criticality':
    case 'functionalFit':
    case 'technicalFit':
      return `${key} · ${t(`inventory:level.${column}.${key as '1'}`)}`
    case 'status':
      return t(`common:status.${key as 'active'}`)
    case 'hosting':
      return t(`common:hosting.${key as 'cloud'}`)
    case 'ai':
      return t(`common:ai.${key as 'none'}`)
    case 'dataClass':
      return t(`inventory:dataClass.${key as 'public'}`)
    case 'personalData':
      return t(`inventory:yesNo.${key as 'yes'}`)
    default:
      return column satisfies never
  }
}

/** A cell as it is written to be edited or copied: `readCell` reads it back. Empty when nothing is known. */
export function cellText(row: ToolRow, column: ColumnId, { t, language }: CellWords): string {
  const { tool } = row
  switch (kindOf(column)) {
    case 'number':
      return usersText(numberIn(row, column), language)
    case 'money':
      return costText(tool.annualCost, language)
    case 'date':
      return dateText(plainValue(row, column), language)
    case 'list':
      return joinList(valueKeys(row, column))
    case 'choice':
    case 'level': {
      const key = plainValue(row, column)
      return key === undefined ? '' : valueLabel(t, column, key)
    }
    default:
      return plainValue(row, column) ?? ''
  }
}
