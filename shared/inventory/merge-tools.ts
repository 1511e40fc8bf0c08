import type { RowChange } from './change'
import { patched, rowAdded, rowChange, rowRemoved } from './edit-rows'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import { mergeFlows } from './merge-flows'
import { normaliseName } from './normalise'
import { type DepartmentId, pinIdOf, type Tool, type ToolId } from './nouns'

/**
 * The rows that make several tools one. What `into` doesn't know it takes over from the others, in their order; lists
 * are united; their names are remembered, so that lists and flows that use them find it. Their flows, users (owners
 * become users), data objects, verdicts and places on the map become its own: no flow leads to itself or stands there
 * twice, a verdict about fewer than two tools goes. Unknown ids are passed over.
 */
export function mergeTools(
  inventory: Inventory,
  from: Iterable<ToolId>,
  into: ToolId,
  ids: IdSource,
): readonly RowChange[] {
  const target = inventory.tools.get(into)
  if (target === undefined) return []
  const merged = [...new Set(from)].flatMap((id) => (id === into ? [] : (inventory.tools.get(id) ?? [])))
  if (merged.length === 0) return []
  const gone = new Set(merged.map(({ id }) => id))
  const after = united(target, merged)
  return [
    ...rowChange('tools', target, after),
    ...mergeUsages(inventory, after, merged, gone, ids),
    ...[...inventory.dataObjects.values()].flatMap((object) =>
      object.master !== undefined && gone.has(object.master)
        ? rowChange('dataObjects', object, { ...object, master: into })
        : [],
    ),
    ...mergeFlows(inventory, gone, into),
    ...mergeVerdicts(inventory, gone, into),
    ...movePins(inventory, merged, into),
    ...merged.map((tool) => rowRemoved('tools', tool)),
  ]
}

/** Lists and what decides who the tool is; every other field is filled in when it is unknown. */
const NOT_FILLED = new Set([
  'id',
  'name',
  'partOf',
  'aliases',
  'hand',
  'functions',
  'tags',
  'extra',
  'mentionedOnly',
  'notes',
])

function united(target: Tool, merged: readonly Tool[]): Tool {
  const fields: Record<string, unknown> = {}
  const hand = new Set(target.hand ?? [])
  const isListed = target.mentionedOnly !== true
  for (const tool of merged) {
    for (const [field, value] of Object.entries(tool)) {
      if (NOT_FILLED.has(field) || field in fields) continue
      // Where it comes from is told by the first that was listed rather than mentioned.
      const isOpen = field === 'origin' ? !isListed && tool.mentionedOnly !== true : !(field in target)
      if (!isOpen || hand.has(field)) continue
      fields[field] = value
      if (tool.hand?.includes(field)) hand.add(field)
    }
  }
  const all = [target, ...merged]
  const names = new Map<string, string>()
  const spellings = all.flatMap((each) => [...(each === target ? [] : [spellingOf(each)]), ...(each.aliases ?? [])])
  for (const name of spellings) {
    const key = normaliseName(name)
    if (key !== normaliseName(target.name) && !names.has(key)) names.set(key, name)
  }
  const union = <T>(lists: readonly (readonly T[] | undefined)[]) => [...new Set(lists.flatMap((list) => list ?? []))]
  const tags = union(all.map((each) => each.tags))
  const notes = union(all.map(({ notes: text }) => text?.split('\n')))
  const extra = Object.assign({}, ...[...all].reverse().map((each) => each.extra ?? {}))
  return patched(target, {
    ...fields,
    functions: union(all.map(({ functions }) => functions)),
    tags: tags.length === 0 ? undefined : tags,
    notes: notes.length === 0 ? undefined : notes.join('\n'),
    extra: Object.keys(extra).length === 0 ? undefined : extra,
    aliases: names.size === 0 ? undefined : [...names.values()],
    hand: hand.size === 0 ? undefined : [...hand],
    mentionedOnly: all.every((each) => each.mentionedOnly === true) ? true : undefined,
  })
}

/** How a tool's name is remembered: a part of a system with the system in brackets. */
function spellingOf({ name, partOf }: Tool): string {
  return partOf === undefined || normaliseName(partOf) === normaliseName(name) ? name : `${name} (${partOf})`
}

function mergeUsages(
  inventory: Inventory,
  after: Tool,
  merged: readonly Tool[],
  gone: ReadonlySet<ToolId>,
  ids: IdSource,
): readonly RowChange[] {
  const rows: RowChange[] = []
  const users = new Set<DepartmentId>()
  for (const usage of inventory.usages.values()) {
    if (usage.tool !== after.id) continue
    if (usage.department === after.owner) rows.push(rowRemoved('usages', usage))
    else users.add(usage.department)
  }
  for (const usage of inventory.usages.values()) {
    if (!gone.has(usage.tool)) continue
    if (users.has(usage.department) || usage.department === after.owner) rows.push(rowRemoved('usages', usage))
    else rows.push(...rowChange('usages', usage, { ...usage, tool: after.id }))
    users.add(usage.department)
  }
  for (const { owner } of merged) {
    if (owner === undefined || owner === after.owner || users.has(owner)) continue
    users.add(owner)
    rows.push(rowAdded('usages', { id: ids('usages'), tool: after.id, department: owner }))
  }
  return rows
}

function mergeVerdicts(inventory: Inventory, gone: ReadonlySet<ToolId>, into: ToolId): readonly RowChange[] {
  return [...inventory.verdicts.values()].flatMap((verdict) => {
    if (!verdict.tools.some((id) => gone.has(id))) return []
    const tools = [...new Set(verdict.tools.map((id) => (gone.has(id) ? into : id)))]
    return tools.length < 2 ? [rowRemoved('verdicts', verdict)] : rowChange('verdicts', verdict, { ...verdict, tools })
  })
}

/** In every container in which `into` has no place yet it takes the first of the others'. */
function movePins(inventory: Inventory, merged: readonly Tool[], into: ToolId): readonly RowChange[] {
  const rows: RowChange[] = []
  const taken = new Set<string>()
  const pinsOf = new Map<string, { id: string; container: string | undefined }[]>()
  for (const { id } of inventory.pins.values()) {
    const at = id.indexOf('@')
    const tool = at < 0 ? id : id.slice(0, at)
    const pin = { id, container: at < 0 ? undefined : id.slice(at + 1) }
    pinsOf.set(tool, [...(pinsOf.get(tool) ?? []), pin])
  }
  for (const { id: tool } of merged) {
    for (const { id, container } of pinsOf.get(tool) ?? []) {
      const pin = inventory.pins.get(id as never)
      const next = pinIdOf(into, container)
      if (pin === undefined) continue
      rows.push(rowRemoved('pins', pin))
      if (inventory.pins.has(next) || taken.has(next)) continue
      taken.add(next)
      rows.push(rowAdded('pins', { ...pin, id: next }))
    }
  }
  return rows
}
