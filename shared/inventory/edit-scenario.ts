import type { RowChange } from './change'
import { patched, rowAdded, rowChange, rowRemoved } from './edit-rows'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import type { ToolId } from './nouns'
import type { Pilot, Scenario, ScenarioId, TakenBundle, ToolDecision } from './scenario'

/** A new scenario that takes these bundles. No rows when the name is blank. */
export function addScenario(
  inventory: Inventory,
  name: string,
  bundles: readonly TakenBundle[],
  ids: IdSource,
): { readonly id: ScenarioId; readonly rows: readonly RowChange[] } {
  const id = ids('scenarios')
  const trimmed = name.trim()
  if (trimmed === '' || inventory.scenarios.has(id)) return { id, rows: [] }
  return { id, rows: [rowAdded('scenarios', { id, name: trimmed, bundles })] }
}

/** The rows that change what a scenario says of itself; a blank name is passed over, a blank note is none. */
export function describeScenario(
  inventory: Inventory,
  id: ScenarioId,
  says: { readonly name?: string; readonly note?: string },
): readonly RowChange[] {
  return change(inventory, id, (before) => {
    const name = says.name?.trim() || before.name
    const note = says.note === undefined ? before.note : says.note.trim() || undefined
    return patched(before, { name, note })
  })
}

/** A copy under another name. It has not been carried out, and its pilot begins anew: a draft, nothing measured. */
export function duplicateScenario(
  inventory: Inventory,
  id: ScenarioId,
  name: string,
  ids: IdSource,
): { readonly id: ScenarioId; readonly rows: readonly RowChange[] } {
  const before = inventory.scenarios.get(id)
  if (before === undefined) return { id, rows: [] }
  const { carriedOut: _, pilot, ...rest } = before
  const added = addScenario(inventory, name, rest.bundles, ids)
  const rows = added.rows.map((row): RowChange => {
    const { measured: __, ...kept } = pilot ?? { status: 'draft' as const }
    const anew = pilot === undefined ? {} : { pilot: { ...kept, status: 'draft' as const } }
    return rowAdded('scenarios', { ...rest, ...anew, ...(row.after as Scenario) })
  })
  return { id: added.id, rows }
}

/** The rows that remove a scenario. What it was carried out to stays as it is. */
export function removeScenario(inventory: Inventory, id: ScenarioId): readonly RowChange[] {
  const before = inventory.scenarios.get(id)
  return before === undefined ? [] : [rowRemoved('scenarios', before)]
}

/** Takes a bundle, or says something else about the one that is taken already. */
export function takeBundle(inventory: Inventory, id: ScenarioId, taken: TakenBundle): readonly RowChange[] {
  return change(inventory, id, (before) => {
    const known = before.bundles.some(({ functionKey }) => functionKey === taken.functionKey)
    const bundles = known
      ? before.bundles.map((each) => (each.functionKey === taken.functionKey ? taken : each))
      : [...before.bundles, taken]
    return { ...before, bundles }
  })
}

/** Takes the bundle of a function no more. */
export function leaveBundle(inventory: Inventory, id: ScenarioId, functionKey: string): readonly RowChange[] {
  return change(inventory, id, (before) => ({
    ...before,
    bundles: before.bundles.filter((each) => each.functionKey !== functionKey),
  }))
}

/** A taken bundle in which something else becomes of one tool. What is not said stays: a move keeps its date. */
export function withDecision(
  taken: TakenBundle,
  tool: ToolId,
  says: { readonly move?: ToolDecision['move']; readonly by?: string | undefined },
): TakenBundle {
  const before = taken.decisions.find((each) => each.tool === tool) ?? { tool, move: 'move' as const }
  const after = patched(before, says)
  const rest = taken.decisions.filter((each) => each.tool !== tool)
  return { ...taken, decisions: [...rest, after] }
}

/** The rows that change fields of a scenario's pilot; a field that is set to nothing is unsaid again. */
export function changePilot(
  inventory: Inventory,
  id: ScenarioId,
  says: { readonly [K in keyof Pilot]?: Pilot[K] | undefined },
): readonly RowChange[] {
  return change(inventory, id, (before) => {
    const pilot: Pilot = before.pilot ?? { status: 'draft' }
    return { ...before, pilot: patched(pilot, { ...says, status: says.status ?? pilot.status }) }
  })
}

function change(inventory: Inventory, id: ScenarioId, make: (before: Scenario) => Scenario): readonly RowChange[] {
  const before = inventory.scenarios.get(id)
  return before === undefined ? [] : rowChange('scenarios', before, make(before))
}
