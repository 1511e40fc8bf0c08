import type { RowChange } from './change'
import type { EditableField, FieldEdit, ToolEdits } from './edit-fields'
import { editTools } from './edit-tools'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import type { Tool, ToolId } from './nouns'

export type { EditableField, FunctionName, ToolEdits } from './edit-fields'

/** The rows that set one field of a tool; none when nothing changes or the name would be blank. See `editTools`. */
export function setToolField<F extends EditableField>(
  inventory: Inventory,
  toolId: ToolId,
  field: F,
  value: ToolEdits[F],
  ids: IdSource,
): readonly RowChange[] {
  return editTools(inventory, [{ tool: toolId, field, value } as FieldEdit], ids)
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

/**
 * The rows that put a copy beside each of these tools, under the name that `rename` gives it. Everything that is said of
 * the tool itself is copied; what others say of it (flows, usages, verdicts), the list's id and its origin are not.
 */
export function duplicateTools(
  inventory: Inventory,
  toolIds: Iterable<ToolId>,
  rename: (name: string) => string,
  ids: IdSource,
): { readonly copies: readonly ToolId[]; readonly rows: readonly RowChange[] } {
  const rows: RowChange[] = []
  for (const toolId of toolIds) {
    const tool = inventory.tools.get(toolId)
    if (tool === undefined) continue
    const { externalId: _, origin: __, mentionedOnly: ___, ...known } = tool
    const id = ids('tools')
    const after: Tool = { ...known, id, name: rename(tool.name).trim() || tool.name }
    rows.push({ table: 'tools', id, after })
  }
  return { copies: rows.map(({ id }) => id as ToolId), rows }
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
