import { type FieldId, REPEATABLE_FIELDS } from '../../../shared/import/fields'
import { type ExtraSource, fedFields, type Mapping, type MappingReason } from '../../../shared/import/mapping'
import type { Table } from '../../../shared/import/table'

const BY_PERSON: MappingReason = { code: 'person', confidence: 1 }

/** The mapping with one column understood as a person says; `null` keeps the column verbatim. */
export function setField(mapping: Mapping, column: number, field: FieldId | null): Mapping {
  const reasons = mapping.columns.map((_, i) => (i === column ? BY_PERSON : (mapping.reasons?.[i] ?? null)))
  return { ...mapping, columns: mapping.columns.map((old, i) => (i === column ? field : old)), reasons }
}

/** True when a person has changed at least one column. */
export function isEdited(mapping: Mapping): boolean {
  if ((mapping.extras?.length ?? 0) > 0 || mapping.splits !== undefined) return true
  return mapping.reasons?.some((reason) => reason?.code === 'person') ?? false
}

/** True when columns are understood as last time, or as a mapping file says. */
export function isRecalled(mapping: Mapping, code: 'remembered' | 'file'): boolean {
  return mapping.reasons?.some((reason) => reason?.code === code) ?? false
}

/** Columns whose field another column feeds too, although the field takes one column at most. */
export function doubleColumns(mapping: Mapping): ReadonlySet<number> {
  const seen = new Map<FieldId, number[]>()
  mapping.columns.forEach((field, i) => {
    if (field !== null && !REPEATABLE_FIELDS.has(field)) seen.set(field, [...(seen.get(field) ?? []), i])
  })
  return new Set([...seen.values()].filter((columns) => columns.length > 1).flat())
}

/** What the file can't do without: its name, for flows the tools they run between, for uses the departments besides. */
export type MissingField = 'name' | 'ends' | 'department'

export function missingField(mapping: Mapping): MissingField | undefined {
  const fed = fedFields(mapping)
  if (mapping.kind !== 'flows' && !fed.has('name')) return 'name'
  if (mapping.kind === 'usages') return fed.has('owner') ? undefined : 'department'
  if (mapping.kind !== 'flows') return undefined
  const ends = fed.has('participants') || (fed.has('source') && fed.has('target'))
  return ends ? undefined : 'ends'
}

/** The mapping for a file that was decoded anew: a person's choices stay with their headers, the rest is the new guess. */
export function carryOver(old: Mapping, oldTable: Table, guess: Mapping, table: Table): Mapping {
  if (old.kind !== guess.kind) return guess
  if (sameHeader(oldTable.header, table.header)) return old
  const chosen = new Map<string, FieldId | null>()
  oldTable.header.forEach((header, i) => {
    if (old.reasons?.[i]?.code === 'person') chosen.set(header, old.columns[i] ?? null)
  })
  const carried = table.header.reduce((mapping, header, i) => {
    const field = chosen.get(header)
    return field === undefined ? mapping : setField(mapping, i, field)
  }, guess)
  const extras = carriedExtras(old.extras ?? [], (i) => table.header.indexOf(oldTable.header[i] ?? ''))
  const { identity, emptyMeansEmpty } = old
  return {
    ...carried,
    ...(extras.length === 0 ? {} : { extras }),
    ...(identity === undefined ? {} : { identity }),
    ...(emptyMeansEmpty === undefined ? {} : { emptyMeansEmpty }),
  }
}

/** What besides columns feeds a field, as far as its columns are still there. */
function carriedExtras(extras: readonly ExtraSource[], placeOf: (column: number) => number): readonly ExtraSource[] {
  return extras.flatMap(({ field, source }): ExtraSource[] => {
    if (source.kind === 'constant') return [{ field, source }]
    if (source.kind === 'column') {
      const column = placeOf(source.column)
      return column < 0 ? [] : [{ field, source: { ...source, column } }]
    }
    const columns = source.columns.map(placeOf).filter((column) => column >= 0)
    return columns.length < 2 ? [] : [{ field, source: { ...source, columns } }]
  })
}

function sameHeader(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i])
}
