import type { FieldId } from '../../../shared/import/fields'
import type { ExtraSource, FieldSource, IdentityMode, Mapping, Split } from '../../../shared/import/mapping'
import { setField } from './mapping-edits'

/** One of the things that a column means. `extra`: its place in `extras`; absent for the column's own meaning. */
export interface ColumnUse {
  readonly field: FieldId
  readonly extra?: number
  /** Which part of a cut cell; absent for all of them, or for the whole cell. */
  readonly part?: number
}

/** Everything a column means, its own meaning first. */
export function usesOf(mapping: Mapping, column: number): readonly ColumnUse[] {
  const own = mapping.columns[column] ?? null
  const part = mapping.splits?.[column]?.part
  const first = own === null ? [] : [{ field: own, ...(part === undefined ? {} : { part }) }]
  const others = (mapping.extras ?? []).flatMap(({ field, source }, extra): ColumnUse[] => {
    if (source.kind !== 'column' || source.column !== column) return []
    const own = source.split?.part
    return [{ field, extra, ...(own === undefined ? {} : { part: own }) }]
  })
  return [...first, ...others]
}

/** The sign at which a column's cells are cut. */
export function separatorOf({ splits, extras }: Mapping, column: number): string {
  const own = splits?.[column]?.separator
  if (own !== undefined) return own
  for (const { source } of extras ?? []) {
    if (source.kind === 'column' && source.column === column && source.split) return source.split.separator
  }
  return ''
}

/** Cuts a column's cells at a sign, for everything it means; an empty sign leaves them whole. */
export function setSeparator(mapping: Mapping, column: number, separator: string): Mapping {
  const cut = (old: Split | undefined): Split | undefined => (separator === '' ? undefined : { ...old, separator })
  const extras = mapping.extras?.map((extra): ExtraSource => {
    const { source } = extra
    if (source.kind !== 'column' || source.column !== column) return extra
    return { ...extra, source: columnSource(column, cut(source.split)) }
  })
  return withExtras(withSplit(mapping, column, cut(mapping.splits?.[column])), extras)
}

/** Says which part of a cut cell a meaning takes; `undefined` takes all parts. */
export function setPart(
  mapping: Mapping,
  column: number,
  extra: number | undefined,
  part: number | undefined,
): Mapping {
  const split = { separator: separatorOf(mapping, column), ...(part === undefined ? {} : { part }) }
  if (split.separator === '') return mapping
  if (extra === undefined) return withSplit(mapping, column, split)
  return setExtra(mapping, extra, (old) => ({ ...old, source: columnSource(column, split) }))
}

/** Lets a column mean something else, too; of a cut cell that is the next part. */
export function addUse(mapping: Mapping, column: number, field: FieldId): Mapping {
  const separator = separatorOf(mapping, column)
  const split = separator === '' ? undefined : { separator, part: usesOf(mapping, column).length + 1 }
  return withExtras(mapping, [...(mapping.extras ?? []), { field, source: columnSource(column, split) }])
}

/** Where a field is put together of two columns, and its place in `extras`. */
export interface Join {
  readonly extra: number
  readonly field: FieldId
  readonly columns: readonly number[]
  readonly separator: string
}

/** The joins that begin with a column. */
export function joinsOf({ extras }: Mapping, column: number): readonly Join[] {
  return (extras ?? []).flatMap(({ field, source }, extra): Join[] =>
    source.kind === 'join' && source.columns[0] === column
      ? [{ extra, field, columns: source.columns, separator: source.separator }]
      : [],
  )
}

/** Every join that a column is part of, whether it comes first or not. */
export function joinedIn({ extras }: Mapping, column: number): readonly Omit<Join, 'extra' | 'separator'>[] {
  return (extras ?? []).flatMap(({ field, source }) =>
    source.kind === 'join' && source.columns.includes(column) ? [{ field, columns: source.columns }] : [],
  )
}

/** Puts columns together to one field; a column that fed this field alone doesn't any more. */
export function addJoin(mapping: Mapping, columns: readonly number[], separator: string, field: FieldId): Mapping {
  const freed = columns.reduce(
    (left, column) => (left.columns[column] === field ? setField(left, column, null) : left),
    mapping,
  )
  return withExtras(freed, [...(freed.extras ?? []), { field, source: { kind: 'join', columns, separator } }])
}

export function changeJoin(mapping: Mapping, { extra, ...join }: Join): Mapping {
  const { field, columns, separator } = join
  const rest = removeExtra(mapping, extra)
  const made = addJoin(rest, columns, separator, field)
  const added = made.extras?.at(-1)
  if (added === undefined) return mapping
  const extras = [...(made.extras ?? []).slice(0, -1)]
  extras.splice(extra, 0, added)
  return withExtras(made, extras)
}

/** The same text for every row, and its place in `extras`. */
export interface Constant {
  readonly extra: number
  readonly field: FieldId
  readonly text: string
}

export function constantsOf({ extras }: Mapping): readonly Constant[] {
  return (extras ?? []).flatMap(({ field, source }, extra) =>
    source.kind === 'constant' ? [{ extra, field, text: source.text }] : [],
  )
}

export function addConstant(mapping: Mapping, field: FieldId, text: string): Mapping {
  return withExtras(mapping, [...(mapping.extras ?? []), { field, source: { kind: 'constant', text } }])
}

export function setConstant(mapping: Mapping, extra: number, text: string): Mapping {
  return setExtra(mapping, extra, ({ field }) => ({ field, source: { kind: 'constant', text } }))
}

export function setExtraField(mapping: Mapping, extra: number, field: FieldId): Mapping {
  return setExtra(mapping, extra, (old) => ({ ...old, field }))
}

export function removeExtra(mapping: Mapping, extra: number): Mapping {
  return withExtras(
    mapping,
    mapping.extras?.filter((_, i) => i !== extra),
  )
}

export function setIdentity(mapping: Mapping, identity: IdentityMode): Mapping {
  return { ...mapping, identity }
}

export function setEmptyMeansEmpty(mapping: Mapping, emptyMeansEmpty: boolean): Mapping {
  return { ...mapping, emptyMeansEmpty }
}

/** A cell cut at a sign, as it is shown beside the field. */
export function partsOf(text: string, separator: string): readonly string[] {
  return separator === '' ? [text] : text.split(separator).map((part) => part.trim())
}

function columnSource(column: number, split: Split | undefined): FieldSource {
  return { kind: 'column', column, ...(split === undefined ? {} : { split }) }
}

function setExtra(mapping: Mapping, extra: number, to: (old: ExtraSource) => ExtraSource): Mapping {
  return withExtras(
    mapping,
    mapping.extras?.map((old, i) => (i === extra ? to(old) : old)),
  )
}

function withExtras({ extras: _, ...mapping }: Mapping, extras: readonly ExtraSource[] | undefined): Mapping {
  return extras === undefined || extras.length === 0 ? mapping : { ...mapping, extras }
}

function withSplit({ splits, ...mapping }: Mapping, column: number, split: Split | undefined): Mapping {
  const { [column]: _, ...rest } = splits ?? {}
  const next = split === undefined ? rest : { ...rest, [column]: split }
  return Object.keys(next).length === 0 ? mapping : { ...mapping, splits: next }
}
