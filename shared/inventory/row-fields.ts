import type { RowChange } from './change'

/** One field of a row and what it said before and after a Change; `undefined`: nothing. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/**
 * What a Change did to a row, field by field, in the order of the fields. A field of names with texts (unmapped
 * columns) is taken apart into its columns. For a row that is new or gone: every field it has or had, but its id.
 */
export function fieldChanges({ before, after }: Pick<RowChange, 'before' | 'after'>): readonly FieldChange[] {
  const [old, now] = [flat(before), flat(after)]
  const fields = new Set([...old.keys(), ...now.keys()])
  return [...fields]
    .map((field) => ({ field, before: old.get(field), after: now.get(field) }))
    .filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after))
}

/** What the name of an unmapped column begins with among the fields. */
export const EXTRA_PREFIX = 'extra:'

/** What no person has said, and what says more as a picture than as a field (looks, scenarios). */
const UNSAID: ReadonlySet<string> = new Set([
  'id',
  'hand',
  'directionKnown',
  'look',
  'area',
  'order',
  'bundles',
  'pilot',
  'values',
])

function flat(row: object | undefined): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [field, value] of Object.entries(row ?? {})) {
    if (UNSAID.has(field) || value === undefined || (Array.isArray(value) && value.length === 0)) continue
    if (field !== 'extra') fields.set(field, value)
    else for (const [header, text] of Object.entries(value as object)) fields.set(EXTRA_PREFIX + header, text)
  }
  return fields
}
