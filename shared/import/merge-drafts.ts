import type {
  DataObjectDraft,
  DepartmentDraft,
  DraftRow,
  FlowDraft,
  FunctionDraft,
  ToolDraft,
  UsageDraft,
} from './drafts'
import type { FieldId } from './fields'
import { endKey } from './flow-ends'
import { sameValue } from './inventory-writer'
import { departmentKey, headerKey, nameKey } from './normalise'

/** Where in a draft something stands: one of its fields, or an extra column by its header. */
export type Place = string

/** The place of an extra column. */
export const extraPlace = (header: string): Place => `extra:${header}`

/** A row of a merged record: the places it filled or added to, and what it said differently from an earlier row. */
export interface Contribution {
  readonly row: number
  readonly gave: ReadonlySet<Place>
  readonly conflicts: readonly { readonly column: string; readonly text: string }[]
}

export interface Merged<D> {
  readonly draft: D
  /** In the order of the rows. */
  readonly rows: readonly Contribution[]
}

/** How the fields of a draft come together: single values (the first wins), lists (united by this key), texts (appended). */
export interface MergeRule<D> {
  readonly single: readonly (keyof D & string)[]
  readonly lists: Readonly<Partial<Record<keyof D & string, (item: never) => string>>>
  readonly appended: readonly (keyof D & string)[]
}

export const TOOL_RULE: MergeRule<ToolDraft> = {
  single: [
    'externalId',
    'name',
    'partOf',
    'vendor',
    'description',
    'businessOwner',
    'technicalOwner',
    'status',
    'hosting',
    'users',
    'annualCost',
    'contractEnd',
    'noticeMonths',
    'plannedFrom',
    'retiredFrom',
    'criticality',
    'functionalFit',
    'technicalFit',
    'dataClass',
    'personalData',
    'ai',
    'url',
  ],
  lists: {
    functions: nameKey,
    owner: departmentKey,
    usedBy: departmentKey,
    tags: nameKey,
    interfaces: ({ name }: { name: string }) => nameKey(name),
  },
  appended: ['notes'],
}

export const DEPARTMENT_RULE: MergeRule<DepartmentDraft> = {
  single: ['externalId', 'name', 'parent', 'headcount'],
  lists: {},
  appended: [],
}

export const FLOW_RULE: MergeRule<FlowDraft> = {
  single: ['externalId', 'name', 'method', 'bothWays', 'frequency', 'hoursPerMonth', 'status'],
  lists: { dataObjects: nameKey },
  appended: ['notes'],
}

export const USAGE_RULE: MergeRule<UsageDraft> = { single: ['users', 'attachment'], lists: {}, appended: ['concern'] }
export const DATA_OBJECT_RULE: MergeRule<DataObjectDraft> = { single: ['name', 'master'], lists: {}, appended: [] }
export const FUNCTION_RULE: MergeRule<FunctionDraft> = {
  single: ['name', 'domain', 'catalogueId'],
  lists: {},
  appended: [],
}

/** Columns that number the rows of a list: they differ from row to row and mean nothing. */
const ROW_NUMBER = new Set([
  'nr',
  'lfd nr',
  'lfdnr',
  'laufende nummer',
  'no',
  '#',
  'pos',
  'position',
  'zeile',
  'row',
  'index',
  'line',
])

const isEnd = (value: unknown): value is { readonly name: string; readonly partOf?: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'

const says = (a: unknown, b: unknown): boolean => {
  if (isEnd(a) && isEnd(b)) return endKey(a) === endKey(b)
  return typeof a === 'string' && typeof b === 'string' ? a === b || nameKey(a) === nameKey(b) : sameValue(a, b)
}

const NOTHING: ReadonlySet<Place> = new Set()
const NO_CONFLICTS: Contribution['conflicts'] = []

/**
 * One draft of several about the same record, and what each row had to do with it. Of a row that is alone it isn't said
 * what it gave: everything. A field that one row empties and another fills is filled.
 */
export function mergeDrafts<D extends DraftRow>(drafts: readonly [D, ...D[]], rule: MergeRule<D>): Merged<D> {
  const [only, ...more] = drafts
  if (more.length === 0) return { draft: only, rows: [{ row: only.row, gave: NOTHING, conflicts: NO_CONFLICTS }] }
  const merged: Record<string, unknown> = {}
  const extra = new Map<string, string>()
  const rows = drafts.map((draft): Contribution => {
    const from: Readonly<Record<string, unknown>> = { ...draft }
    const gave = new Set<Place>()
    const conflicts: { column: string; text: string }[] = []
    for (const field of rule.single) {
      const value = from[field]
      if (value === undefined) continue
      if (merged[field] === undefined) {
        merged[field] = value
        gave.add(field)
      } else if (!says(merged[field], value)) {
        conflicts.push({ column: columnOf(draft, field), text: shown(value) })
      }
    }
    for (const [field, itemKey] of Object.entries(rule.lists) as [string, (item: unknown) => string][]) {
      const items = from[field] as readonly unknown[] | undefined
      if (items === undefined) continue
      const known = (merged[field] ?? []) as readonly unknown[]
      const keys = new Set(known.map(itemKey))
      const more = items.filter((item) => !keys.has(itemKey(item)))
      if (more.length === 0) continue
      merged[field] = [...known, ...more]
      gave.add(field)
    }
    for (const field of rule.appended) {
      const text = from[field] as string | undefined
      const known = merged[field] as string | undefined
      if (text === undefined || known?.split('\n').includes(text) || known === text) continue
      merged[field] = known === undefined ? text : `${known}\n${text}`
      gave.add(field)
    }
    for (const [header, text] of Object.entries(draft.extra ?? {})) {
      const known = extra.get(header)
      if (known === undefined) {
        extra.set(header, text)
        gave.add(extraPlace(header))
      } else if (!says(known, text) && !ROW_NUMBER.has(headerKey(header))) conflicts.push({ column: header, text })
    }
    return { row: draft.row, gave, conflicts }
  })
  const clears = [...new Set(drafts.flatMap((each) => each.clears ?? []))]
  const draft = {
    ...only,
    ...merged,
    ...(extra.size === 0 ? {} : { extra: Object.fromEntries(extra) }),
    ...(clears.length === 0 ? {} : { clears: clears.filter((field) => merged[keyOf(field)] === undefined) }),
  }
  return { draft, rows }
}

const FIELD_OF: Readonly<Record<string, FieldId>> = { externalId: 'id', bothWays: 'direction' }

/** The draft's key of a field id. */
export function keyOf(field: FieldId): string {
  return field === 'id' ? 'externalId' : field === 'direction' ? 'bothWays' : field
}

/** The field id of a draft's key. */
export function fieldOf(key: string): FieldId {
  return FIELD_OF[key] ?? (key as FieldId)
}

function columnOf(draft: DraftRow, key: string): string {
  return draft.columns?.[fieldOf(key)] ?? fieldOf(key)
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value) {
    return `${Number(value.minor) / 100} ${String(value.currency)}`
  }
  if (isEnd(value)) return value.name
  return String(value)
}
