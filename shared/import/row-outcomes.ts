import type { FieldChange, FieldValue, RowResult } from './import-plan'
import { sameValue } from './inventory-writer'
import type { RowIssue } from './issues'
import { type Contribution, extraPlace, fieldOf, type Place } from './merge-drafts'
import type { KeptValues } from './plan-hand'

/** What a record shows of itself, by place (draft field or extra column), names instead of ids. */
export type Facets = ReadonlyMap<Place, FieldValue>

/**
 * What planning one kind of file collects. `matched`: ids of the records that the file contains; `tally.records`: how many
 * of them it adds or changes.
 */
export interface KindPlan {
  readonly rowResults: RowResult[]
  readonly issues: RowIssue[]
  readonly notices: RowIssue[]
  readonly matched: Set<string>
  readonly tally: { records: number }
}

/** The facets of the fields that are shown as they are, and of the extra columns. */
export function plainFacets(
  record: { readonly extra?: Readonly<Record<string, string>> },
  fields: readonly string[],
): Map<Place, FieldValue> {
  const values = record as Readonly<Record<string, unknown>>
  const facets = new Map<Place, FieldValue>()
  for (const field of fields) {
    const value = Object.hasOwn(values, field) ? values[field] : undefined
    if (value !== undefined) facets.set(field, value as FieldValue)
  }
  for (const [header, text] of Object.entries(record.extra ?? {})) facets.set(extraPlace(header), text)
  return facets
}

/** The places where two pictures of a record differ. */
export function facetChanges(before: Facets, after: Facets): Map<Place, FieldChange> {
  const changes = new Map<Place, FieldChange>()
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(place), after.get(place)]
    if (sameValue(old, now)) continue
    changes.set(place, {
      ...addressOf(place),
      ...(old === undefined ? {} : { before: old }),
      ...(now === undefined ? {} : { after: now }),
    })
  }
  return changes
}

function addressOf(place: Place): Pick<FieldChange, 'field' | 'column'> {
  if (!place.startsWith('extra:')) return { field: fieldOf(place) }
  return { field: 'extra', column: place.slice('extra:'.length) }
}

/** A record and the rows it came from, ready to be counted. */
export interface CountedRecord {
  readonly name: string
  readonly isNew: boolean
  /** The record, or something that belongs to it, differs from what is stored, be it in something that isn't shown. */
  readonly isChanged: boolean
  /** Asked for only when something has changed. */
  readonly changes: () => ReadonlyMap<Place, FieldChange>
  readonly rows: readonly Contribution[]
  /** What the file says of fields that stay as a person has set them, and what those hold. */
  readonly kept?: KeptValues
  readonly shown?: () => Facets
}

/**
 * Says for each row of a record what became of it. The first row stands for the record; a later one counts as updated
 * when it adds something that isn't stored, as unchanged when it repeats what is known, and as an issue when all it
 * does is contradict an earlier row. Contradictions of rows that are taken are notices.
 */
export function countRows(record: CountedRecord, plan: KindPlan): void {
  const { name, isNew, isChanged, rows } = record
  if (isNew || isChanged) plan.tally.records += 1
  const [first] = rows
  const isAlone = rows.length === 1 && first !== undefined
  if (isAlone && isNew) {
    plan.rowResults.push({ row: first.row, outcome: 'added', name })
    return
  }
  const kept = keptChanges(record)
  if (isAlone && !isChanged) {
    const detail = kept.size === 0 ? {} : { changes: [...kept.values()] }
    plan.rowResults.push({ row: first.row, outcome: 'unchanged', name, ...detail })
    return
  }
  const changes = isChanged ? record.changes() : NONE
  const claimed = new Set(rows.slice(1).flatMap(({ gave }) => [...gave]))
  rows.forEach(({ row, gave, conflicts }, index) => {
    const isFirst = index === 0
    const isOwn = (place: Place) => gave.has(place) || (isFirst && !claimed.has(place))
    const own = [...changes].filter(([place]) => isOwn(place))
    const told = [...own, ...[...kept].filter(([place]) => isOwn(place))].map(([, change]) => change)
    const detail = told.length === 0 || isNew ? {} : { changes: told }
    const [conflict] = conflicts
    if (!isFirst && gave.size === 0 && conflict !== undefined) {
      plan.issues.push({ code: 'conflict', row, ...conflict })
      plan.rowResults.push({ row, outcome: 'issue', name })
      return
    }
    for (const each of conflicts) plan.notices.push({ code: 'conflict', row, ...each })
    if (isFirst && isNew) plan.rowResults.push({ row, outcome: 'added', name })
    else {
      const others =
        rows.length > 1 && rows.slice(1).some(({ gave: more }) => [...changes.keys()].some((place) => more.has(place)))
      const updated = own.length > 0 || (isNew && gave.size > 0) || (isFirst && isChanged && !others)
      plan.rowResults.push({ row, outcome: updated ? 'updated' : 'unchanged', name, ...detail })
    }
  })
}

const NONE: ReadonlyMap<Place, FieldChange> = new Map()

function keptChanges({ kept, shown }: CountedRecord): ReadonlyMap<Place, FieldChange> {
  if (kept === undefined || kept.size === 0) return NONE
  const facets = shown?.()
  const changes = new Map<Place, FieldChange>()
  for (const [place, says] of kept) {
    const value = facets?.get(place)
    const stays = value === undefined ? {} : { before: value, after: value }
    changes.set(place, { ...addressOf(place), ...stays, kept: says })
  }
  return changes
}
