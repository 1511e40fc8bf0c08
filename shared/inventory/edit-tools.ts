import type { RowChange } from './change'
import type { CellEdit, ExtraEdit, FieldEdit, FunctionName } from './edit-fields'
import { withHand } from './hand'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import { normaliseName } from './normalise'
import type { BusinessFunction, DepartmentId, FunctionId, Tool, ToolId } from './nouns'

/**
 * The rows that carry out any number of edits: one row per tool that changes. Departments and functions that don't
 * exist yet (names compared as `normaliseName` has it) are made, each once. A tool that was only mentioned is one of
 * the inventory as soon as something is known of it. Passed over: edits that change nothing, tools that don't exist,
 * blank names.
 * @param added tools that are new with this Change; edits may speak of them, too
 */
export function editTools(
  inventory: Inventory,
  edits: Iterable<CellEdit>,
  ids: IdSource,
  added: readonly Tool[] = [],
): readonly RowChange[] {
  const made: RowChange[] = []
  const names = nameBook(inventory, ids, made)
  const fresh = new Map<ToolId, Tool>(added.map((tool) => [tool.id, tool]))
  const changed = new Map<ToolId, Tool>()
  for (const edit of edits) {
    const before = changed.get(edit.tool) ?? fresh.get(edit.tool) ?? inventory.tools.get(edit.tool)
    if (before === undefined) continue
    const after = 'extra' in edit ? withExtra(before, edit) : withField(before, edit, names)
    if (after !== before) changed.set(edit.tool, after)
  }
  const rows: RowChange[] = made
  for (const tool of fresh.values()) {
    rows.push({ table: 'tools', id: tool.id, after: changed.get(tool.id) ?? tool })
  }
  for (const [id, after] of changed) {
    const before = inventory.tools.get(id)
    if (before !== undefined && !fresh.has(id)) rows.push({ table: 'tools', id, before, after })
  }
  return rows
}

/** The tool with one field set; the same object when nothing changes or the name would be blank. */
function withField(before: Tool, edit: FieldEdit, names: NameBook): Tool {
  const { field } = edit
  const stored = toStored(before, edit, names)
  if (field === 'name' && stored === undefined) return before
  if (same(before[field], stored)) return before
  const { mentionedOnly, [field]: _, ...rest } = before
  const keepsMention = mentionedOnly !== undefined && stored === undefined
  return {
    ...rest,
    ...(keepsMention ? { mentionedOnly } : {}),
    ...(stored === undefined ? {} : { [field]: stored }),
    ...withHand(before, field),
  } as Tool
}

function withExtra(before: Tool, { extra: header, value }: ExtraEdit): Tool {
  const text = value === undefined || value.trim() === '' ? undefined : value
  if (before.extra?.[header] === text) return before
  const { extra, mentionedOnly, ...rest } = before
  // A text that is already there keeps its place among the others.
  const entries = Object.entries(extra ?? {}).flatMap(([key, old]): [string, string][] =>
    key !== header ? [[key, old]] : text === undefined ? [] : [[key, text]],
  )
  if (text !== undefined && extra?.[header] === undefined) entries.push([header, text])
  return {
    ...rest,
    ...(mentionedOnly !== undefined && text === undefined ? { mentionedOnly } : {}),
    ...(entries.length === 0 ? {} : { extra: Object.fromEntries(entries) }),
  } as Tool
}

/** What the tool's row will hold; `undefined` for unknown. Rows that have to be made for it are made. */
function toStored(tool: Tool, edit: FieldEdit, names: NameBook): Tool[FieldEdit['field']] | undefined {
  switch (edit.field) {
    case 'owner':
      return names.department(tool, edit.value?.trim() ?? '')
    case 'functions':
      return names.functions(tool, edit.value)
    case 'tags': {
      const tags = [...new Set(edit.value.map((tag) => tag.trim()).filter((tag) => tag !== ''))]
      return tags.length === 0 ? undefined : tags
    }
    default:
      return typeof edit.value === 'string' ? (edit.value.trim() as never) || undefined : edit.value
  }
}

interface NameBook {
  /** The present owner if it is called so, else the first department that is, else a new one. */
  department(tool: Tool, name: string): DepartmentId | undefined
  /** Found by name first (the tool's own before others), then by the catalogue's id, else made. Each function once. */
  functions(tool: Tool, names: readonly FunctionName[]): readonly FunctionId[]
}

/** Finds departments and functions by name, and makes those that are missing. The books are opened when needed. */
function nameBook(inventory: Inventory, ids: IdSource, made: RowChange[]): NameBook {
  let departments: Map<string, DepartmentId> | undefined
  let byName: Map<string, FunctionId> | undefined
  const byCatalogue = new Map<string, FunctionId>()
  const fresh = new Map<FunctionId, BusinessFunction>()
  const know = (book: Map<string, FunctionId>, { id, name, catalogueId }: BusinessFunction) => {
    const key = normaliseName(name)
    if (!book.has(key)) book.set(key, id)
    if (catalogueId !== undefined && !byCatalogue.has(catalogueId)) byCatalogue.set(catalogueId, id)
  }
  const functionNamed = ({ name, catalogueId, domain }: FunctionName, own: ReadonlyMap<string, FunctionId>) => {
    if (byName === undefined) {
      byName = new Map()
      for (const each of inventory.functions.values()) know(byName, each)
    }
    const trimmed = name.trim()
    const key = normaliseName(trimmed)
    const known = own.get(key) ?? byName.get(key) ?? byCatalogue.get(catalogueId ?? '')
    if (known !== undefined) return known
    const id = ids('functions')
    const after: BusinessFunction = {
      id,
      name: trimmed,
      ...(catalogueId === undefined ? {} : { catalogueId }),
      ...(domain === undefined ? {} : { domain }),
    }
    made.push({ table: 'functions', id, after })
    fresh.set(id, after)
    know(byName, after)
    return id
  }
  return {
    department({ owner }, name) {
      if (name === '') return undefined
      const key = normaliseName(name)
      const present = owner === undefined ? undefined : inventory.departments.get(owner)
      if (present !== undefined && normaliseName(present.name) === key) return present.id
      if (departments === undefined) {
        departments = new Map()
        for (const each of inventory.departments.values()) {
          const own = normaliseName(each.name)
          if (!departments.has(own)) departments.set(own, each.id)
        }
        for (const { id, aliases } of inventory.departments.values()) {
          for (const alias of aliases ?? []) {
            if (!departments.has(normaliseName(alias))) departments.set(normaliseName(alias), id)
          }
        }
      }
      const known = departments.get(key)
      if (known !== undefined) return known
      const id = ids('departments')
      made.push({ table: 'departments', id, after: { id, name } })
      departments.set(key, id)
      return id
    },
    functions(tool, names) {
      const own = new Map<string, FunctionId>()
      for (const id of tool.functions) {
        const each = inventory.functions.get(id) ?? fresh.get(id)
        if (each !== undefined && !own.has(normaliseName(each.name))) own.set(normaliseName(each.name), id)
      }
      return [...new Set(names.filter(({ name }) => name.trim() !== '').map((name) => functionNamed(name, own)))]
    },
  }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
