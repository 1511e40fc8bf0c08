import type { Origin } from '../inventory/nouns'
import type { FieldId } from './fields'

/** What every record that a list can bring has in common. */
interface Listed {
  readonly externalId?: string
  readonly extra?: Readonly<Record<string, string>>
  readonly origin?: Origin
}

/** What the row of a list says of it. */
interface Said extends Listed {
  readonly columns?: Readonly<Partial<Record<FieldId, string>>>
}

/**
 * The extra columns of a record after a draft: the draft's win. A cell that once couldn't be understood goes when its
 * column now has a value; an id from another list than the record's own is kept here instead of replacing it.
 */
export function mergedExtra(
  record: Listed,
  draft: Said,
  known: (field: FieldId) => boolean,
): { extra?: Readonly<Record<string, string>> } {
  const hasOtherId =
    record.externalId !== undefined && draft.externalId !== undefined && draft.externalId !== record.externalId
  if (record.extra === undefined && !hasOtherId) return draft.extra === undefined ? {} : { extra: draft.extra }
  const extra = new Map(Object.entries(record.extra ?? {}))
  for (const [field, header] of Object.entries(draft.columns ?? {}) as [FieldId, string][]) {
    if (known(field)) extra.delete(header)
  }
  if (hasOtherId) {
    extra.set(draft.columns?.id ?? 'id', draft.externalId)
  }
  for (const [header, text] of Object.entries(draft.extra ?? {})) extra.set(header, text)
  return extra.size === 0 ? {} : { extra: Object.fromEntries(extra) }
}

/** A record without its extra columns, to be given new ones. */
export function withoutExtra<T extends Listed>(record: T): Omit<T, 'extra'> {
  const { extra: _, ...rest } = record
  return rest
}

/**
 * Where a record comes from after a draft: from the file when the record is new or was only mentioned so far, otherwise
 * as before. A record that has another list's id stays that list's.
 */
export function originAfter(
  record: Listed | undefined,
  wasMentioned: boolean,
  draft: Said & { readonly row: number },
  file: string,
): { origin?: Origin } {
  const foreign = record?.externalId !== undefined && record.externalId !== draft.externalId
  if ((record === undefined || wasMentioned) && !foreign) return { origin: { file, row: draft.row } }
  return record?.origin === undefined ? {} : { origin: record.origin }
}
