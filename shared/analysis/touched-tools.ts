import type { RowChange } from '../inventory/change'
import type { ToolId } from '../inventory/nouns'

/**
 * The tools whose overlaps a Change can touch: those it writes, and those that its usages, flows, data objects and
 * verdicts speak of. `all` when a department or function was written, or a data object got another name: their names
 * stand in reasons everywhere; and when somebody said what a name means. Pins touch nothing.
 */
export function touchedTools(rows: readonly RowChange[]): ReadonlySet<ToolId> | 'all' {
  const tools = new Set<ToolId>()
  for (const row of rows) {
    if (row.table === 'departments' || row.table === 'functions' || row.table === 'ownProducts') return 'all'
    if (row.table === 'tools') tools.add(row.id as ToolId)
    else if (row.table === 'usages') for (const each of [row.before, row.after]) addIf(tools, each?.tool)
    else if (row.table === 'verdicts') {
      for (const each of [row.before, row.after]) for (const id of each?.tools ?? []) tools.add(id)
    } else if (row.table === 'dataObjects') {
      if (row.before !== undefined && row.after !== undefined && row.before.name !== row.after.name) return 'all'
      for (const each of [row.before, row.after]) addIf(tools, each?.master)
    } else if (row.table === 'flows') {
      for (const each of [row.before, row.after]) {
        addIf(tools, each?.source)
        addIf(tools, each?.target)
      }
    }
  }
  return tools
}

function addIf(tools: Set<ToolId>, id: ToolId | undefined): void {
  if (id !== undefined) tools.add(id)
}
