import type { RowChange } from './change'
import { namedDataObjects } from './edit-data-object'
import { patched, rowAdded, rowRemoved, rowSetByHand } from './edit-rows'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import type { Flow, FlowId, FlowMethod, Frequency, ToolId } from './nouns'

/** What a person can set in a flow; data objects by their names. `undefined`: unknown. */
export interface FlowEdits {
  readonly source: ToolId
  readonly target: ToolId
  readonly method: FlowMethod
  readonly bothWays: boolean
  readonly dataObjects: readonly string[]
  readonly frequency: Frequency | undefined
  readonly hoursPerMonth: number | undefined
  readonly name: string | undefined
  readonly notes: string | undefined
}

/**
 * A new flow between two tools that exist and are not the same one; otherwise no rows. Data objects that don't exist
 * yet (names compared as `normaliseName` has it) are made.
 */
export function addFlow(
  inventory: Inventory,
  ends: Pick<FlowEdits, 'source' | 'target'>,
  says: Partial<Omit<FlowEdits, 'source' | 'target'>>,
  ids: IdSource,
): { readonly id: FlowId; readonly rows: readonly RowChange[] } {
  const id = ids('flows')
  if (!canJoin(inventory, ends.source, ends.target) || inventory.flows.has(id)) return { id, rows: [] }
  const bare: Flow = { id, source: ends.source, target: ends.target, dataObjects: [], method: 'unknown' }
  const { rows, flow } = withEdits(inventory, bare, says, ids)
  return { id, rows: [...rows, rowAdded('flows', flow)] }
}

/** The rows that change a flow. None when nothing changes, when there is no such flow, or when it would join nothing. */
export function setFlow(
  inventory: Inventory,
  id: FlowId,
  says: Partial<FlowEdits>,
  ids: IdSource,
): readonly RowChange[] {
  const before = inventory.flows.get(id)
  if (before === undefined) return []
  const { source = before.source, target = before.target } = says
  const movesEnds = source !== before.source || target !== before.target
  if (movesEnds && !canJoin(inventory, source, target)) return []
  const { rows, flow } = withEdits(inventory, { ...before, source, target }, says, ids)
  const changed = rowSetByHand('flows', before, flow)
  return changed.length === 0 ? [] : [...rows, ...changed]
}

/** The rows that remove flows. Unknown ids are passed over. */
export function removeFlows(inventory: Inventory, ids: Iterable<FlowId>): readonly RowChange[] {
  return [...new Set(ids)].flatMap((id) => {
    const before = inventory.flows.get(id)
    return before === undefined ? [] : [rowRemoved('flows', before)]
  })
}

function canJoin({ tools }: Inventory, source: ToolId, target: ToolId): boolean {
  return source !== target && tools.has(source) && tools.has(target)
}

function withEdits(inventory: Inventory, flow: Flow, says: Partial<FlowEdits>, ids: IdSource) {
  const { source: _, target: __, dataObjects, bothWays, name, notes, ...rest } = says
  const named = dataObjects === undefined ? undefined : namedDataObjects(inventory, flow.dataObjects, dataObjects, ids)
  const saysDirection = bothWays !== undefined || says.source !== undefined || says.target !== undefined
  const next = patched(flow, {
    ...rest,
    ...(saysDirection ? { directionKnown: undefined } : {}),
    ...(named === undefined ? {} : { dataObjects: named.ids }),
    ...(bothWays === undefined ? {} : { bothWays: bothWays || undefined }),
    ...('name' in says ? { name: name?.trim() || undefined } : {}),
    ...('notes' in says ? { notes: notes?.trim() || undefined } : {}),
  } as unknown as Partial<Flow>)
  return { rows: named?.made ?? [], flow: next }
}
