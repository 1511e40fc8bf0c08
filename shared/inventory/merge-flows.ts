import type { RowChange } from './change'
import { patched, rowChange, rowRemoved } from './edit-rows'
import type { Inventory } from './inventory'
import { normaliseName } from './normalise'
import type { Flow, ToolId } from './nouns'

/**
 * The rows that give the flows of some tools to another one. A flow between two of them goes. One that says the same as
 * another (ends, name and method; ids of lists don't differ) goes, too, and what it knows more is added to the other. A
 * flow of unknown direction goes where another one joins the same two tools.
 */
export function mergeFlows(inventory: Inventory, gone: ReadonlySet<ToolId>, into: ToolId): readonly RowChange[] {
  const moved = (id: ToolId) => (gone.has(id) ? into : id)
  const rows: RowChange[] = []
  const kept = new Map<string, { readonly before: Flow; after: Flow }[]>()
  const pairs = new Map<string, number>()
  const touching: { readonly before: Flow; readonly after: Flow }[] = []
  for (const before of inventory.flows.values()) {
    const after = { ...before, source: moved(before.source), target: moved(before.target) }
    if (after.source !== into && after.target !== into) continue
    if (after.source === after.target) {
      rows.push(rowRemoved('flows', before))
      continue
    }
    touching.push({ before, after })
    if (after.directionKnown !== false) pairs.set(pairOf(after), (pairs.get(pairOf(after)) ?? 0) + 1)
  }
  const loose = new Set<string>()
  for (const { before, after } of touching) {
    if (after.directionKnown === false) {
      // The first one stays where nothing better joins the two.
      if (pairs.has(pairOf(after)) || loose.has(pairOf(after))) rows.push(rowRemoved('flows', before))
      else rows.push(...rowChange('flows', before, after))
      loose.add(pairOf(after))
      continue
    }
    const key = [after.source, after.target, normaliseName(after.name ?? ''), after.method].join('\u0000')
    const twins = kept.get(key) ?? []
    const twin = twins.find(
      ({ after: { externalId } }) =>
        externalId === undefined || after.externalId === undefined || externalId === after.externalId,
    )
    if (twin === undefined) kept.set(key, [...twins, { before, after }])
    else {
      twin.after = completed(twin.after, after)
      rows.push(rowRemoved('flows', before))
    }
  }
  for (const flows of kept.values())
    for (const { before, after } of flows) rows.push(...rowChange('flows', before, after))
  return rows
}

const pairOf = ({ source, target }: Flow): string =>
  source < target ? `${source}\u0000${target}` : `${target}\u0000${source}`

function completed(flow: Flow, more: Flow): Flow {
  const extra = { ...more.extra, ...flow.extra }
  return patched(flow, {
    ...Object.fromEntries(Object.entries(more).filter(([field]) => !(field in flow))),
    dataObjects: [...new Set([...flow.dataObjects, ...more.dataObjects])],
    extra: Object.keys(extra).length === 0 ? undefined : extra,
  })
}
