import type { FieldId } from '../../../shared/import/fields'
import type { FieldChange, FieldValue } from '../../../shared/import/import-plan'
import type { DamageCode, Delimiter, FileKind } from '../../../shared/import/table'
import {
  AI_KINDS,
  DATA_CLASSES,
  FLOW_METHODS,
  FREQUENCIES,
  HOSTINGS,
  TOOL_STATUSES,
  YES_NO_UNKNOWN,
} from '../../../shared/inventory/nouns'
import type { Formats } from '../../format'
import type { StringKey, T } from '../../i18n'
import type { Problem } from './problem-rows'

/** What a field is called. Fields of the same id mean different things in different kinds of list. */
export function fieldWord(t: T, kind: FileKind, field: FieldId): string {
  return t(`importScreen:field.${kind}.${field}` as StringKey)
}

/** What a changed field is called; an extra column keeps its heading. */
export function changedWord(t: T, kind: FileKind, { field, column }: FieldChange): string {
  return field === 'extra' ? (column ?? '') : fieldWord(t, kind, field)
}

/** The words of each closed vocabulary, by the field that uses it. */
const VOCABULARIES: Partial<Record<FieldId, { readonly words: readonly string[]; readonly area: string }>> = {
  status: { words: TOOL_STATUSES, area: 'common:status' },
  hosting: { words: HOSTINGS, area: 'common:hosting' },
  ai: { words: AI_KINDS, area: 'common:ai' },
  method: { words: FLOW_METHODS, area: 'common:method' },
  frequency: { words: FREQUENCIES, area: 'common:frequency' },
  dataClass: { words: DATA_CLASSES, area: 'importScreen:dataClass' },
}

const DATES: ReadonlySet<string> = new Set(['contractEnd', 'plannedFrom', 'retiredFrom'])
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** A field's value the way the language writes it. */
export function valueWord(t: T, formats: Formats, field: FieldChange['field'], value: FieldValue | undefined): string {
  if (value === undefined) return t('importScreen:list.nothing')
  if (typeof value === 'boolean') return t(value ? 'importScreen:list.yes' : 'importScreen:list.no')
  if (typeof value === 'number') return formats.number(value)
  if (typeof value === 'string') return textWord(t, formats, field, value)
  if ('minor' in value) return formats.money(value)
  return value.length === 0 ? t('importScreen:list.nothing') : value.join(', ')
}

function textWord(t: T, formats: Formats, field: FieldChange['field'], text: string): string {
  if (field === 'extra') return text
  const vocabulary = VOCABULARIES[field]
  if (vocabulary?.words.includes(text)) return t(`${vocabulary.area}.${text}` as StringKey)
  if (field === 'personalData' && (YES_NO_UNKNOWN as readonly string[]).includes(text)) {
    return text === 'unknown'
      ? t('common:unknown')
      : t(text === 'yes' ? 'importScreen:list.yes' : 'importScreen:list.no')
  }
  return DATES.has(field) && ISO_DATE.test(text) ? formats.date(text) : text
}

/** Why something is a problem, in one sentence. */
export function whyWord(t: T, { code }: Pick<Problem, 'code'>): string {
  return t(`importScreen:problems.reason.${code}`)
}

export function damageWord(t: T, code: DamageCode): string {
  return t(`importScreen:problems.damage.${code}`)
}

const DELIMITER_WORDS = {
  ',': 'importScreen:detected.comma',
  ';': 'importScreen:detected.semicolon',
  '\t': 'importScreen:detected.tab',
  '|': 'importScreen:detected.pipe',
} as const satisfies Record<Delimiter, StringKey>

export function delimiterWord(t: T, delimiter: Delimiter): string {
  return t(DELIMITER_WORDS[delimiter])
}

/** How sure a guess is, in three steps. */
export function sureness(confidence: number): 'high' | 'middle' | 'low' {
  return confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'middle' : 'low'
}
