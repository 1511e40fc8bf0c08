import type { RowChange } from './change'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import { normaliseName } from './normalise'
import type { BusinessFunction, DepartmentId, FunctionId, Money, Tool, ToolId, ToolStatus } from './nouns'

/** A function by its name; the catalogue's id and domain are taken over only when the function is new. */
export interface FunctionName {
  readonly name: string
  readonly catalogueId?: string
  readonly domain?: string
}

/** What a person can set in a tool's row, by name where the tool holds ids. `undefined`: unknown. */
export interface ToolEdits {
  readonly name: string
  readonly vendor: string | undefined
  /** A department's name. */
  readonly owner: string | undefined
  readonly functions: readonly FunctionName[]
  readonly status: ToolStatus | undefined
  readonly users: number | undefined
  readonly annualCost: Money | undefined
  readonly businessOwner: string | undefined
}

export type EditableField = keyof ToolEdits

/**
 * The rows that set one field of a tool. Departments and functions that don't exist yet (names compared as
 * `normaliseName` has it) are made. A tool that was only mentioned is one of the inventory as soon as something is
 * known of it. No rows when nothing changes, when there is no such tool, or when the name would be blank.
 */
export function setToolField<F extends EditableField>(
  inventory: Inventory,
  toolId: ToolId,
  field: F,
  value: ToolEdits[F],
  ids: IdSource,
): readonly RowChange[] {
  const before = inventory.tools.get(toolId)
  if (before === undefined) return []
  const made: RowChange[] = []
  const stored = toStored(inventory, before, { field, value } as FieldEdit, ids, made)
  if (field === 'name' && stored === undefined) return []
  if (same(before[field], stored)) return []
  const { mentionedOnly, [field]: _, ...rest } = before
  const keepsMention = mentionedOnly !== undefined && stored === undefined
  const after = {
    ...rest,
    ...(keepsMention ? { mentionedOnly } : {}),
    ...(stored === undefined ? {} : { [field]: stored }),
  } as Tool
  return [...made, { table: 'tools', id: toolId, before, after }]
}

/** A new tool of which only the name is known. No rows when the name is blank. */
export function addTool(
  inventory: Inventory,
  name: string,
  ids: IdSource,
): { readonly id: ToolId; readonly rows: readonly RowChange[] } {
  const id = ids('tools')
  const trimmed = name.trim()
  if (trimmed === '' || inventory.tools.has(id)) return { id, rows: [] }
  return { id, rows: [{ table: 'tools', id, after: { id, name: trimmed, functions: [] } }] }
}

type FieldEdit = { readonly [F in EditableField]: { readonly field: F; readonly value: ToolEdits[F] } }[EditableField]

/** What the tool's row will hold; `undefined` for unknown. Rows that have to be made for it are added to `made`. */
function toStored(
  inventory: Inventory,
  tool: Tool,
  edit: FieldEdit,
  ids: IdSource,
  made: RowChange[],
): Tool[EditableField] | undefined {
  switch (edit.field) {
    case 'name':
    case 'vendor':
    case 'businessOwner':
      return edit.value?.trim() || undefined
    case 'owner':
      return departmentNamed(inventory, tool, edit.value?.trim() ?? '', ids, made)
    case 'functions':
      return functionsNamed(inventory, tool, edit.value, ids, made)
    default:
      return edit.value
  }
}

/** The present owner if it is called so, else the first department that is, else a new one. */
function departmentNamed(
  inventory: Inventory,
  { owner }: Tool,
  name: string,
  ids: IdSource,
  made: RowChange[],
): DepartmentId | undefined {
  if (name === '') return undefined
  const key = normaliseName(name)
  const present = owner === undefined ? undefined : inventory.departments.get(owner)
  if (present !== undefined && normaliseName(present.name) === key) return present.id
  for (const department of inventory.departments.values()) {
    if (normaliseName(department.name) === key) return department.id
  }
  const id = ids('departments')
  made.push({ table: 'departments', id, after: { id, name } })
  return id
}

/** Found by name first (the tool's own before others), then by the catalogue's id, else made. Each function once. */
function functionsNamed(
  inventory: Inventory,
  tool: Tool,
  names: readonly FunctionName[],
  ids: IdSource,
  made: RowChange[],
): readonly FunctionId[] {
  const byName = new Map<string, FunctionId>()
  const byCatalogue = new Map<string, FunctionId>()
  const know = ({ id, name, catalogueId }: BusinessFunction) => {
    const key = normaliseName(name)
    if (!byName.has(key)) byName.set(key, id)
    if (catalogueId !== undefined && !byCatalogue.has(catalogueId)) byCatalogue.set(catalogueId, id)
  }
  for (const id of tool.functions) {
    const own = inventory.functions.get(id)
    if (own !== undefined) know(own)
  }
  for (const each of inventory.functions.values()) know(each)

  const found = new Set<FunctionId>()
  for (const { name, catalogueId, domain } of names) {
    const trimmed = name.trim()
    if (trimmed === '') continue
    const known = byName.get(normaliseName(trimmed)) ?? byCatalogue.get(catalogueId ?? '')
    if (known !== undefined) {
      found.add(known)
      continue
    }
    const id = ids('functions')
    const after: BusinessFunction = {
      id,
      name: trimmed,
      ...(catalogueId === undefined ? {} : { catalogueId }),
      ...(domain === undefined ? {} : { domain }),
    }
    made.push({ table: 'functions', id, after })
    know(after)
    found.add(id)
  }
  return [...found]
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/**
 * The rows that remove tools and everything that cannot be without them: their usages, the flows at either end, their
 * pins in whatever container. Data objects lose them as master, verdicts lose them as members; a verdict about fewer
 * than two tools goes. Unknown ids are passed over.
 */
export function removeTools(inventory: Inventory, toolIds: Iterable<ToolId>): readonly RowChange[] {
  const gone = new Set<string>()
  for (const id of toolIds) if (inventory.tools.has(id)) gone.add(id)
  if (gone.size === 0) return []
  const rows: RowChange[] = []
  for (const before of inventory.usages.values()) {
    if (gone.has(before.tool)) rows.push({ table: 'usages', id: before.id, before })
  }
  for (const before of inventory.dataObjects.values()) {
    if (before.master === undefined || !gone.has(before.master)) continue
    const { master: _, ...after } = before
    rows.push({ table: 'dataObjects', id: before.id, before, after })
  }
  for (const before of inventory.flows.values()) {
    if (gone.has(before.source) || gone.has(before.target)) rows.push({ table: 'flows', id: before.id, before })
  }
  for (const before of inventory.verdicts.values()) {
    const tools = before.tools.filter((tool) => !gone.has(tool))
    if (tools.length === before.tools.length) continue
    rows.push({
      table: 'verdicts',
      id: before.id,
      before,
      ...(tools.length < 2 ? {} : { after: { ...before, tools } }),
    })
  }
  for (const before of inventory.pins.values()) {
    const at = before.id.indexOf('@')
    if (gone.has(at < 0 ? before.id : before.id.slice(0, at))) rows.push({ table: 'pins', id: before.id, before })
  }
  for (const before of inventory.tools.values()) {
    if (gone.has(before.id)) rows.push({ table: 'tools', id: before.id, before })
  }
  return rows
}
