import type { Language } from '../../../shared/bridge'
import { readDate } from '../../../shared/import/values/dates'
import { readNumber } from '../../../shared/import/values/numbers'
import type { PlainField } from '../../../shared/inventory/edit-detail'
import {
  AI_KINDS,
  DATA_CLASSES,
  HOSTINGS,
  TOOL_STATUSES,
  type Tool,
  YES_NO_UNKNOWN,
} from '../../../shared/inventory/nouns'
import type { Formats } from '../../format'
import type { StringKey, T } from '../../i18n'
import { costText, readCost, readUsers, usersText } from '../inventory/read-typed'

/** How a plain field is typed or chosen. */
export type FieldKind = 'text' | 'long' | 'number' | 'money' | 'date' | 'tags' | 'choice'

/** The kind of every plain field. */
export const FIELD_KINDS = {
  name: 'text',
  partOf: 'text',
  externalId: 'text',
  vendor: 'text',
  description: 'long',
  businessOwner: 'text',
  technicalOwner: 'text',
  status: 'choice',
  hosting: 'choice',
  users: 'number',
  annualCost: 'money',
  contractEnd: 'date',
  noticeMonths: 'number',
  plannedFrom: 'date',
  retiredFrom: 'date',
  criticality: 'choice',
  functionalFit: 'choice',
  technicalFit: 'choice',
  dataClass: 'choice',
  personalData: 'choice',
  ai: 'choice',
  tags: 'tags',
  url: 'text',
  notes: 'long',
} as const satisfies Record<PlainField, FieldKind>

const LEVELS = [1, 2, 3, 4] as const

/** The values of a field that is chosen, with their words; none for a field that is typed. */
export function choicesOf(
  field: PlainField,
  t: T,
): readonly { readonly value: string; readonly label: string; readonly stored: unknown }[] {
  const of = (values: readonly (string | number)[], area: string) =>
    values.map((stored) => ({ value: String(stored), label: t(`${area}.${stored}` as StringKey), stored }))
  switch (field) {
    case 'status':
      return of(TOOL_STATUSES, 'common:status')
    case 'hosting':
      return of(HOSTINGS, 'common:hosting')
    case 'criticality':
    case 'functionalFit':
    case 'technicalFit':
      return of(LEVELS, 'detail:level')
    case 'dataClass':
      return of(DATA_CLASSES, 'detail:dataClass')
    case 'personalData':
      return of(YES_NO_UNKNOWN.slice(0, 2), 'detail:yesNo')
    case 'ai':
      return of(AI_KINDS.slice(0, 3), 'common:ai')
    default:
      return []
  }
}

/** A field as it is typed. `readField` reads it back. */
export function fieldText(tool: Tool, field: PlainField, formats: Formats, language: Language): string {
  const value = tool[field]
  if (value === undefined) return ''
  switch (FIELD_KINDS[field]) {
    case 'number':
      return usersText(value as number, language)
    case 'money':
      return costText(tool.annualCost, language)
    case 'date':
      return formats.date(value as string)
    case 'tags':
      return (value as readonly string[]).join(', ')
    default:
      return String(value)
  }
}

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string }

/** What somebody typed into a field, as it is stored, or what is wrong with it. Empty is unknown. */
export function readField(field: PlainField, text: string, tool: Tool, language: Language, t: T): Read {
  if (text.trim() === '') return field === 'name' ? bad(t('detail:bad.name')) : good(undefined)
  switch (FIELD_KINDS[field]) {
    case 'number': {
      const read = readUsers(text, language)
      if (read.is === 'value') return good(read.value)
      return read.is === 'unknown' ? good(undefined) : bad(t('detail:bad.number', { text }))
    }
    case 'money': {
      const read = readCost(text, language, tool.annualCost)
      if (read.is === 'value') return good(read.value)
      return read.is === 'unknown' ? good(undefined) : bad(t('detail:bad.cost', { text }))
    }
    case 'date': {
      const read = readDate(text, 'day-first')
      if (read.is === 'value') return good(read.value)
      return read.is === 'unknown' ? good(undefined) : bad(t('detail:bad.date', { text }))
    }
    case 'tags':
      return good(splitList(text))
    default:
      return good(text)
  }
}

/** Hours as somebody types them: any number that is not negative. */
export function readHours(text: string, language: Language): { readonly ok: boolean; readonly value?: number } {
  if (text.trim() === '') return { ok: true }
  const read = readNumber(text, language === 'de' ? 'german' : 'english')
  if (read.is === 'unknown') return { ok: true }
  if (read.is !== 'value' || !(read.value >= 0 && read.value <= 100_000)) return { ok: false }
  return { ok: true, value: read.value }
}

/** Names with commas or semicolons between them. */
export function splitList(text: string): readonly string[] {
  return text
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

function good(value: unknown): Read {
  return { ok: true, value }
}

function bad(problem: string): Read {
  return { ok: false, problem }
}
