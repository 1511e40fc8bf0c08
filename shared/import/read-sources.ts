import { type FieldId, REPEATABLE_FIELDS } from './fields'
import type { FieldSource, Mapping, Split } from './mapping'
import { extraKeys, leftoverOf } from './safe-record'
import type { Table } from './table'

type Cells = readonly string[]

/** One place a field gets its text from. */
export interface Source {
  /** The heading it is known by; undefined for a constant, which is no part of the file. */
  readonly label?: string
  /** Where a text that can't be understood is kept among the extra columns. */
  readonly key: string
  readonly text: (cells: Cells) => string
  /** The text as it stands in the file, also where only a part of it is used. */
  readonly original: (cells: Cells) => string
  /** Cuts the text into values, exactly here. */
  readonly separator?: string
}

export interface Sources {
  readonly byField: ReadonlyMap<FieldId, readonly Source[]>
  /** What nothing uses, or not all of: heading and text. */
  readonly leftovers: (cells: Cells) => [string, string][]
}

/** The parts of a cell, trimmed. Empty ones count, so that the second part stays the second. */
export function partsOf(cell: string, separator: string): readonly string[] {
  return cell.trim() === '' ? [] : cell.split(separator).map((part) => part.trim())
}

const placeOf = (part: number, length: number): number => (part < 0 ? length + part : part - 1)

/** Every field's sources, columns before extras. What points outside the table is left out. */
export function sourcesOf({ header }: Table, mapping: Mapping): Sources {
  const plain = extraKeys(header)
  const keys = plain.map((key, index) => {
    const twin = leftoverOf(header, index)
    return twin !== undefined && mapping.columns[twin] ? (plain[twin] ?? key) : key
  })
  const byField = new Map<FieldId, Source[]>()
  const whole = new Set<number>()
  const cut = new Map<number, Split[]>()

  const column = (index: number, split: Split | undefined): Source => {
    const original = (cells: Cells) => cells[index] ?? ''
    const base = { label: header[index] ?? '', key: keys[index] ?? '', original }
    if (split === undefined || split.separator === '') {
      whole.add(index)
      return { ...base, text: original }
    }
    const { separator, part } = split
    if (part === undefined) {
      whole.add(index)
      return { ...base, text: original, separator }
    }
    cut.set(index, [...(cut.get(index) ?? []), split])
    const text = (cells: Cells) => {
      const parts = partsOf(cells[index] ?? '', separator)
      return parts[placeOf(part, parts.length)] ?? ''
    }
    return { ...base, text }
  }
  const join = (columns: readonly number[], separator: string): Source => {
    for (const index of columns) whole.add(index)
    const label = columns.map((index) => header[index] ?? '').join(' + ')
    const text = (cells: Cells) =>
      columns
        .map((index) => (cells[index] ?? '').trim())
        .filter((cell) => cell !== '')
        .join(separator)
    return { label, key: label, text, original: text }
  }
  const sourceOf = (source: FieldSource): Source | undefined => {
    if (source.kind === 'constant') return { key: '', text: () => source.text, original: () => source.text }
    if (source.kind === 'column') return source.column in header ? column(source.column, source.split) : undefined
    const columns = source.columns.filter((index) => index in header)
    return columns.length === 0 ? undefined : join(columns, source.separator)
  }
  const add = (field: FieldId, source: Source | undefined) => {
    if (source !== undefined) byField.set(field, [...(byField.get(field) ?? []), source])
  }

  header.forEach((_, index) => {
    const field = mapping.columns[index] ?? null
    if (field !== null) add(field, column(index, mapping.splits?.[index]))
  })
  for (const { field, source } of mapping.extras ?? []) add(field, sourceOf(source))

  const unused = header.flatMap((_, index) => (whole.has(index) || cut.has(index) ? [] : [index]))
  const inParts = [...cut].filter(([index]) => !whole.has(index))
  return {
    byField,
    leftovers(cells) {
      const left: [string, string][] = []
      const keep = (index: number) => left.push([keys[index] ?? '', cells[index] ?? ''])
      for (const index of unused) if ((cells[index] ?? '').trim() !== '') keep(index)
      for (const [index, splits] of inParts) if (!usesAll(cells[index] ?? '', splits)) keep(index)
      return left
    },
  }
}

/** True when the parts that are used make up the whole cell. */
function usesAll(cell: string, splits: readonly Split[]): boolean {
  const [first] = splits
  if (first === undefined || splits.some(({ separator }) => separator !== first.separator)) return cell.trim() === ''
  const parts = partsOf(cell, first.separator)
  const used = new Set(splits.map(({ part }) => placeOf(part ?? 0, parts.length)))
  return parts.every((part, index) => part === '' || used.has(index))
}

/** The source that speaks for a field in this row: the first that says something. */
export function speaking(sources: readonly Source[], cells: Cells): Source | undefined {
  return sources.length < 2 ? sources[0] : (sources.find((source) => source.text(cells).trim() !== '') ?? sources[0])
}

/** All sources of a field that several may feed, otherwise the one that speaks. */
export function heard(field: FieldId, sources: readonly Source[], cells: Cells): readonly Source[] {
  if (REPEATABLE_FIELDS.has(field)) return sources
  const one = speaking(sources, cells)
  return one === undefined ? [] : [one]
}

/** Fields a row can't do without, or that only explain another: an empty cell there takes nothing away. */
const NEVER_CLEARED: ReadonlySet<FieldId> = new Set<FieldId>([
  'id',
  'name',
  'currency',
  'source',
  'sourcePartOf',
  'target',
  'targetPartOf',
  'participants',
])

/** The mapped fields for which a row has nothing but empty cells. */
export function emptyFields({ byField }: Sources, cells: Cells): readonly FieldId[] {
  return [...byField].flatMap(([field, sources]) =>
    NEVER_CLEARED.has(field) || sources.some((source) => source.text(cells).trim() !== '') ? [] : [field],
  )
}
