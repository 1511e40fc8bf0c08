import type { Change, RowChange } from '../../../shared/inventory/change'
import { setToolField } from '../../../shared/inventory/edit'
import { type PlainField, setToolDetail } from '../../../shared/inventory/edit-detail'
import { addFlow, type FlowEdits, removeFlows, setFlow } from '../../../shared/inventory/edit-flow'
import { addUsage, removeUsage, setUsage } from '../../../shared/inventory/edit-usage'
import type { IdSource } from '../../../shared/inventory/ids'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { Flow, FlowId, Tool, ToolId, Usage, UsageId } from '../../../shared/inventory/nouns'
import { canWrite, commit, nextIds } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'

/** Writes one Change, made of the inventory as it is now. Nothing when nothing can be written or nothing changes. */
export function write(
  code: string,
  values: Readonly<Record<string, string | number>>,
  make: (inventory: Inventory, ids: IdSource) => readonly RowChange[],
): Change | undefined {
  if (!canWrite()) return undefined
  const rows = make(useWorkspace.getState().inventory, nextIds())
  return commit({ label: { code, values }, cause: { kind: 'edit' }, rows })
}

/** Writes a plain field of a tool. */
export function writeDetail<F extends PlainField>(tool: Tool, field: F, value: Tool[F] | undefined): void {
  write('setDetail', { field, name: tool.name }, (inventory) => setToolDetail(inventory, tool.id, field, value))
}

/** Gives a tool another department, by its name; a new one is made. */
export function writeOwner(tool: Tool, name: string | undefined): void {
  write('setDetail', { field: 'owner', name: tool.name }, (inventory, ids) =>
    setToolField(inventory, tool.id, 'owner', name, ids),
  )
}

export function writeUsage(tool: Tool, department: string): void {
  write('addUsage', { name: tool.name, department }, (inventory, ids) => addUsage(inventory, tool.id, department, ids))
}

/** Writes what a person says of a department's use: how many, how attached, what they fear to lose. */
export function writeUsageOf(usage: Usage, says: Parameters<typeof setUsage>[2]): void {
  write('setUsage', usageWords(usage), (inventory) => setUsage(inventory, usage.id, says))
}

export function deleteUsage(id: UsageId): void {
  const usage = useWorkspace.getState().inventory.usages.get(id)
  if (usage !== undefined) write('deleteUsage', usageWords(usage), (inventory) => removeUsage(inventory, id))
}

function usageWords({ tool, department }: Usage): Record<string, string> {
  const { tools, departments } = useWorkspace.getState().inventory
  return { name: tools.get(tool)?.name ?? '', department: departments.get(department)?.name ?? '' }
}

/** A new flow between two tools; its id when it was made. */
export function writeNewFlow(source: ToolId, target: ToolId): FlowId | undefined {
  let id: FlowId | undefined
  const change = write('addFlow', { name: arrowOf({ source, target }) }, (inventory, ids) => {
    const added = addFlow(inventory, { source, target }, {}, ids)
    id = added.id
    return added.rows
  })
  return change === undefined ? undefined : id
}

export function writeFlow(flow: Flow, says: Partial<FlowEdits>): void {
  write('setFlow', { name: arrowOf(flow) }, (inventory, ids) => setFlow(inventory, flow.id, says, ids))
}

export function deleteFlow(flow: Flow): Change | undefined {
  return write('deleteFlow', { name: arrowOf(flow) }, (inventory) => removeFlows(inventory, [flow.id]))
}

/** A flow by its ends: `Jira → Slack`. */
export function arrowOf({ source, target, bothWays }: Pick<Flow, 'source' | 'target' | 'bothWays'>): string {
  const { tools } = useWorkspace.getState().inventory
  return `${tools.get(source)?.name ?? '?'} ${bothWays ? '↔' : '→'} ${tools.get(target)?.name ?? '?'}`
}
