import type { Language } from '../../../shared/bridge'
import type { RowChange } from '../../../shared/inventory/change'
import type { Inventory, TableName } from '../../../shared/inventory/inventory'
import type { Money, Origin, Tool } from '../../../shared/inventory/nouns'
import { EXTRA_PREFIX, type FieldChange } from '../../../shared/inventory/row-fields'
import type { Formats } from '../../format'
import type { StringKey, T } from '../../i18n'
import { choicesOf, FIELD_KINDS } from '../detail/read-field'

/** The name behind an id; what a Change removed is known to the Change only. */
export type NameOf = (id: string) => string | undefined

export interface Speaker {
  readonly t: T
  readonly formats: Formats
  readonly language: Language
  readonly nameOf: NameOf
}

const NAMED: readonly TableName[] = ['tools', 'departments', 'functions', 'dataObjects']

/** Looks names up in the inventory first, then in the rows of a Change. */
export function namesOf(inventory: Inventory, rows: readonly RowChange[]): NameOf {
  const own = new Map<string, string>()
  for (const { id, after, before } of rows) {
    const row = after ?? before
    if (row !== undefined && 'name' in row && row.name !== undefined) own.set(id, row.name)
  }
  return (id) => {
    for (const table of NAMED) {
      const row = (inventory[table] as ReadonlyMap<string, { readonly name: string }>).get(id)
      if (row !== undefined) return row.name
    }
    return own.get(id)
  }
}

/** What a row is called: by its name, by its ends, by what it joins. */
export function rowName(row: RowChange, { nameOf }: Pick<Speaker, 'nameOf'>): string {
  const name = (id: string) => nameOf(id) ?? '?'
  const said = row.after ?? row.before
  if (said === undefined) return ''
  if ('source' in said) return `${name(said.source)} ${said.bothWays ? '↔' : '→'} ${name(said.target)}`
  if ('department' in said) return `${name(said.tool)} · ${name(said.department)}`
  if ('judgement' in said) return said.tools.map(name).join(' · ')
  if ('x' in said) return name(said.id.split('@')[0] ?? '')
  if ('names' in said) return said.names.join(' · ')
  if (!('name' in said)) return ''
  return said.name
}

/** A field in words: its name among the fields, or the header of an unmapped column. */
export function fieldName(field: string, t: T): string {
  return field.startsWith(EXTRA_PREFIX) ? field.slice(EXTRA_PREFIX.length) : t(`detail:field.${field}` as StringKey)
}

/** A value in words; nothing for nothing. */
export function valueWords(field: string, value: unknown, speaker: Speaker): string | undefined {
  const { t, formats, nameOf } = speaker
  if (value === undefined) return undefined
  if (Array.isArray(value)) return value.map((each) => valueWords(field, each, speaker)).join(', ')
  if (field === 'annualCost') return formats.money(value as Money)
  if (field === 'origin') {
    const { file, row } = value as Origin
    return t('detail:origin.row', { file, row })
  }
  if (field === 'method' || field === 'frequency') return t(`common:${field}.${value}` as StringKey)
  if (field === 'judgement') return t(`analysis:verdict.${value}` as StringKey)
  if (typeof value === 'boolean') return t(value ? 'detail:yesNo.yes' : 'detail:yesNo.no')
  if (DATES.has(field)) return formats.date(String(value))
  if (field in FIELD_KINDS) {
    const choice = choicesOf(field as keyof typeof FIELD_KINDS, t).find(({ stored }) => stored === value)
    if (choice !== undefined) return choice.label
  }
  if (typeof value === 'number') return formats.number(value)
  if (REFERENCES.has(field)) return nameOf(String(value)) ?? '?'
  return String(value)
}

const DATES: ReadonlySet<string> = new Set(['contractEnd', 'plannedFrom', 'retiredFrom', 'date'])

const REFERENCES: ReadonlySet<string> = new Set<keyof Tool | string>([
  'owner',
  'functions',
  'parent',
  'tool',
  'tools',
  'department',
  'master',
  'source',
  'target',
  'dataObjects',
])

/** A field's change in one line: `Users: 12 → 15`. */
export function lineOf(change: FieldChange, speaker: Speaker): string {
  const nothing = speaker.t('detail:history.nothing')
  const [before, after] = [change.before, change.after].map((value) => valueWords(change.field, value, speaker))
  return `${fieldName(change.field, speaker.t)}: ${before ?? nothing} → ${after ?? nothing}`
}
