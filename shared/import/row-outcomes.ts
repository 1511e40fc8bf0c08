import type { FieldChange, FieldValue, RowResult } from './import-plan'
import { sameValue } from './inventory-writer'
import type { RowIssue } from './issues'
import { type Contribution, extraPlace, fieldOf, type Place } from './merge-drafts'

/** What a record shows of itself, by place (draft field or extra column), names instead of ids. */
export type Facets = ReadonlyMap<Place, FieldValue>

/** What planning one kind of file collects. `matched`: ids of the records that the file contains. */
export interface KindPlan {
  readonly rowResults: RowResult[]
  readonly issues: RowIssue[]
  readonly notices: RowIssue[]
  readonly matched: Set<string>
}

/** The facets of the fields that are shown as they are, and of the extra columns. */
export function plainFacets(
  record: { readonly extra?: Readonly<Record<string, string>> },
  fields: readonly string[],
): Map<Place, FieldValue> {
  const values: Readonly<Record<string, unknown>> = { ...record }
  const facets = new Map<Place, FieldValue>()
  for (const field of fields) {
    const value = values[field]
    if (value !== undefined) facets.set(field, value as FieldValue)
  }
  for (const [header, text] of Object.entries(record.extra ?? {})) facets.set(extraPlace(header), text)
  return facets
}

/** The places where two pictures of a record differ. */
export function facetChanges(before: Facets, after: Facets): ReadonlyMap<Place, FieldChange> {
  const changes = new Map<Place, FieldChange>()
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(place), after.get(place)]
    if (sameValue(old, now)) continue
    const column = place.startsWith('extra:') ? place.slice('extra:'.length) : undefined
    changes.set(place, {
      field: column === undefined ? fieldOf(place) : 'extra',
      ...(column === undefined ? {} : { column }),
      ...(old === undefined ? {} : { before: old }),
      ...(now === undefined ? {} : { after: now }),
    })
  }
  return changes
}

/** A record and the rows it came from, ready to be counted. */
export interface CountedRecord {
  readonly name: string
  readonly isNew: boolean
  /** The record differs from what is stored, be it in something that isn't shown. */
  readonly isChanged: boolean
  readonly changes: ReadonlyMap<Place, FieldChange>
  readonly rows: readonly Contribution[]
}

/**
 * Says for each row of a record what became of it. The first row stands for the record; a later one counts as updated
 * when it adds something that isn't stored, as unchanged when it repeats what is known, and as an issue when all it
 * does is contradict an earlier row. Contradictions of rows that are taken are notices.
 */
export function countRows(record: CountedRecord, plan: KindPlan): void {
  const { name, isNew, isChanged, changes, rows } = record
  const claimed = new Set(rows.slice(1).flatMap(({ gave }) => [...gave]))
  rows.forEach(({ row, gave, conflicts }, index) => {
    const first = index === 0
    const own = [...changes].filter(([place]) => gave.has(place) || (first && !claimed.has(place)))
    const detail = own.length === 0 || isNew ? {} : { changes: own.map(([, change]) => change) }
    const [conflict] = conflicts
    if (!first && gave.size === 0 && conflict !== undefined) {
      plan.issues.push({ code: 'conflict', row, ...conflict })
      plan.rowResults.push({ row, outcome: 'issue', name })
      return
    }
    for (const each of conflicts) plan.notices.push({ code: 'conflict', row, ...each })
    if (first && isNew) plan.rowResults.push({ row, outcome: 'added', name })
    else {
      const others =
        rows.length > 1 && rows.slice(1).some(({ gave: more }) => [...changes.keys()].some((place) => more.has(place)))
      const updated = own.length > 0 || (isNew && gave.size > 0) || (first && isChanged && !others)
      plan.rowResults.push({ row, outcome: updated ? 'updated' : 'unchanged', name, ...detail })
    }
  })
}
