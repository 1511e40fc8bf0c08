import { type FieldId, REPEATABLE_FIELDS } from '../../../shared/import/fields'
import type { Mapping, MappingReason } from '../../../shared/import/mapping'
import type { Table } from '../../../shared/import/table'

const BY_PERSON: MappingReason = { code: 'person', confidence: 1 }

/** The mapping with one column understood as a person says; `null` keeps the column verbatim. */
export function setField(mapping: Mapping, column: number, field: FieldId | null): Mapping {
  const reasons = mapping.columns.map((_, i) => (i === column ? BY_PERSON : (mapping.reasons?.[i] ?? null)))
  return { ...mapping, columns: mapping.columns.map((old, i) => (i === column ? field : old)), reasons }
}

/** True when a person has changed at least one column. */
export function isEdited(mapping: Mapping): boolean {
  return mapping.reasons?.some((reason) => reason?.code === 'person') ?? false
}

/** Columns whose field another column feeds too, although the field takes one column at most. */
export function doubleColumns(mapping: Mapping): ReadonlySet<number> {
  const seen = new Map<FieldId, number[]>()
  mapping.columns.forEach((field, i) => {
    if (field !== null && !REPEATABLE_FIELDS.has(field)) seen.set(field, [...(seen.get(field) ?? []), i])
  })
  return new Set([...seen.values()].filter((columns) => columns.length > 1).flat())
}

/** What the file can't do without: its name, or for flows the tools they run between. */
export type MissingField = 'name' | 'ends'

export function missingField({ kind, columns }: Mapping): MissingField | undefined {
  if (kind !== 'flows') return columns.includes('name') ? undefined : 'name'
  const ends = columns.includes('participants') || (columns.includes('source') && columns.includes('target'))
  return ends ? undefined : 'ends'
}

/** The mapping for a file that was decoded anew: a person's choices stay with their headers, the rest is the new guess. */
export function carryOver(old: Mapping, oldTable: Table, guess: Mapping, table: Table): Mapping {
  if (old.kind !== guess.kind) return guess
  const chosen = new Map<string, FieldId | null>()
  oldTable.header.forEach((header, i) => {
    if (old.reasons?.[i]?.code === 'person') chosen.set(header, old.columns[i] ?? null)
  })
  return table.header.reduce((mapping, header, i) => {
    const field = chosen.get(header)
    return field === undefined ? mapping : setField(mapping, i, field)
  }, guess)
}
