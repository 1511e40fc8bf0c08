import type { FieldId } from './fields'
import type { ExtraSource, Mapping, MappingReason, Split } from './mapping'
import type { NamedMapping } from './mapping-schema'
import { headerKey } from './normalise'

type NamedExtra = NonNullable<NamedMapping['extras']>[number]

/** A mapping with its columns called by their headings. */
export function toNamed(header: readonly string[], mapping: Mapping): NamedMapping {
  const { kind, columns, splits, extras, identity, emptyMeansEmpty } = mapping
  const named = (extras ?? []).flatMap((extra) => namedExtra(header, extra) ?? [])
  return {
    kind,
    columns: header.map((name, index) => {
      const split = splits?.[index]
      return { header: name, field: columns[index] ?? null, ...(split === undefined ? {} : { split }) }
    }),
    ...(named.length === 0 ? {} : { extras: named }),
    ...(identity === undefined ? {} : { identity }),
    ...(emptyMeansEmpty === undefined ? {} : { emptyMeansEmpty }),
  }
}

function namedExtra(header: readonly string[], { field, source }: ExtraSource): NamedExtra | undefined {
  if (source.kind === 'constant') return { field, source }
  if (source.kind === 'join') {
    const columns = source.columns.flatMap((index) => header[index] ?? [])
    return columns.length === 0 ? undefined : { field, source: { ...source, columns } }
  }
  const column = header[source.column]
  return column === undefined ? undefined : { field, source: { ...source, column } }
}

/** Where the headings of a mapping are in a file. */
export interface Fit {
  readonly mapping: Mapping
  /** How much of both headers together they have in common, 0–1; 1 is the same header in any order. */
  readonly share: number
  /** Headings that feed something and aren't in the file. */
  readonly missing: readonly string[]
  /** For each column of the file whether the mapping knows it. */
  readonly known: readonly boolean[]
}

/** The mapping for a file with this header; what it names and the file hasn't falls out. */
export function fitMapping(named: NamedMapping, header: readonly string[], reason: MappingReason): Fit {
  const at = finder(header)
  const columns: (FieldId | null)[] = header.map(() => null)
  const known = header.map(() => false)
  const splits: Record<number, Split> = {}
  const missing = new Set<string>()
  for (const { header: name, field, split } of named.columns) {
    const index = at(name)
    if (index === undefined) {
      if (field !== null) missing.add(name)
      continue
    }
    columns[index] = field
    known[index] = true
    if (split !== undefined) splits[index] = split
  }
  const place = (name: string): readonly number[] => {
    const index = at(name)
    if (index === undefined) missing.add(name)
    return index === undefined ? [] : [index]
  }
  const extras = (named.extras ?? []).flatMap(({ field, source }): ExtraSource[] => {
    if (source.kind === 'constant') return [{ field, source }]
    if (source.kind === 'join') {
      const places = source.columns.flatMap(place)
      return places.length === 0 ? [] : [{ field, source: { ...source, columns: places } }]
    }
    return place(source.column).map((column) => ({ field, source: { ...source, column } }))
  })
  const shared = known.filter(Boolean).length
  const all = named.columns.length + header.length - shared
  const mapping: Mapping = {
    kind: named.kind,
    columns,
    reasons: known.map((is) => (is ? reason : null)),
    ...(Object.keys(splits).length === 0 ? {} : { splits }),
    ...(extras.length === 0 ? {} : { extras }),
    ...(named.identity === undefined ? {} : { identity: named.identity }),
    ...(named.emptyMeansEmpty === undefined ? {} : { emptyMeansEmpty: named.emptyMeansEmpty }),
  }
  return { mapping, share: all === 0 ? 0 : shared / all, missing: [...missing], known }
}

/** Finds columns: by the very heading, or by what it says ("Cost / year" and "cost_year"). */
function finder(header: readonly string[]): (name: string) => number | undefined {
  const exact = new Map(header.map((name, index) => [name, index]))
  const alike = new Map<string, number>()
  header.forEach((name, index) => {
    const key = headerKey(name)
    if (!alike.has(key)) alike.set(key, index)
  })
  return (name) => exact.get(name) ?? alike.get(headerKey(name))
}
