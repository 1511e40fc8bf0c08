import type { Flow, ToolId } from '../inventory/nouns'
import { mergedExtra, originAfter, withoutExtra } from './apply-draft'
import type { FlowDraft, FlowEnd } from './drafts'
import { toolFinder } from './find-tools'
import { endKey } from './flow-ends'
import type { FieldValue } from './import-plan'
import { sameValue } from './inventory-writer'
import type { RowIssue } from './issues'
import { type FlowGroup, type FlowItem, matchFlows } from './match-flows'
import { FLOW_RULE, keyOf, mergeDrafts, type Place } from './merge-drafts'
import { nameKey } from './normalise'
import { type PlanContext, PROGRESS_ROWS } from './plan-context'
import { handGuard } from './plan-hand'
import { countRows, facetChanges, type KindPlan, plainFacets } from './row-outcomes'
import { rowParts } from './row-parts'

/** Fields that a draft and a flow hold in the same shape. */
const PLAIN = ['name', 'method', 'bothWays', 'frequency', 'hoursPerMonth', 'status', 'notes']
const SHOWN = [...PLAIN, 'externalId']
/** What a field holds that an empty cell has emptied. */
const EMPTIED = new Map<string, { readonly value: unknown }>([
  ...[...PLAIN].map((field) => [field, { value: undefined }] as const),
  ['method', { value: 'unknown' }],
  ['dataObjects', { value: [] }],
])

/**
 * Plans a list of flows into the context's writer: flows, the data objects they carry, and tools that only the list
 * names. Gives the names of the latter.
 */
export function planFlows(drafts: readonly FlowDraft[], context: PlanContext, plan: KindPlan): readonly string[] {
  const { writer, fileName } = context
  const { items, mentionedOnly } = findEnds(drafts, context)
  const parts = rowParts(drafts)
  const groups = matchFlows(writer.all('flows'), items, fileName)
  for (const [index, group] of groups.entries()) {
    if (index % PROGRESS_ROWS === 0) context.onProgress?.(0.3 + (0.5 * index) / groups.length)
    const own: KindPlan = { rowResults: [], issues: [], notices: plan.notices, matched: plan.matched }
    write(group, context, own)
    parts.add(own)
  }
  const why = ({ row, source }: FlowDraft): RowIssue => ({ code: 'same-source-and-target', row, text: source.name })
  parts.count(plan, title, why)
  return mentionedOnly
}

/** What a flow is called in lists: its name, or its ends. */
function title({ name, source, targets }: FlowDraft): string {
  return name ?? `${source.name} → ${targets.map((target) => target.name).join(', ')}`
}

/** Finds the tools at both ends. Ends that name a system go first, so that it doesn't matter in which order rows come. */
function findEnds(
  drafts: readonly FlowDraft[],
  context: PlanContext,
): { items: readonly FlowItem[]; mentionedOnly: readonly string[] } {
  const systems = new Map<string, Set<string>>()
  const endsOf = ({ source, targets }: FlowDraft): readonly FlowEnd[] => [source, ...targets]
  const finder = toolFinder(context, drafts.flatMap(endsOf))
  const isQualified = (end: FlowEnd) => endKey(end) !== nameKey(end.name)
  for (const end of drafts.flatMap(endsOf).filter(isQualified)) {
    const named = systems.get(nameKey(end.name)) ?? new Set()
    systems.set(nameKey(end.name), named.add(endKey(end)))
  }
  const found = new Map<string, ToolId>()
  // Ids and names are told apart by the exact text, so that is part of the key.
  const exactKey = (end: FlowEnd) => `${end.name}\u0000${endKey(end)}`
  for (const qualified of [true, false]) {
    for (const draft of drafts) {
      for (const end of endsOf(draft)) {
        if (isQualified(end) !== qualified || found.has(exactKey(end))) continue
        const alone = (systems.get(nameKey(end.name))?.size ?? 0) === 1
        found.set(exactKey(end), finder.findOrCreate(end, { file: context.fileName, row: draft.row }, alone))
      }
    }
  }
  const items = drafts.flatMap((draft): FlowItem[] => {
    const source = found.get(exactKey(draft.source))
    const seen = new Set<ToolId>()
    return draft.targets.flatMap((end) => {
      const target = found.get(exactKey(end))
      if (source === undefined || target === undefined || target === source || seen.has(target)) return []
      seen.add(target)
      return [{ draft, source, target }]
    })
  })
  return { items, mentionedOnly: finder.created }
}

function write(group: FlowGroup, context: PlanContext, plan: KindPlan): void {
  const { writer, ids, dataObjects, fileName, options } = context
  const [first, ...more] = group.items
  if (first === undefined) return
  const merged = mergeDrafts([first.draft, ...more.map(({ draft }) => draft)], FLOW_RULE)
  const { draft } = merged
  const before = group.stored
  const id = before?.id ?? ids('flows')
  const guard = handGuard(before, options.handEdits)
  // What nobody knows stays unknown; what is known isn't forgotten because a list doesn't know it.
  const staysLoose =
    (before === undefined || before.directionKnown === false) &&
    group.items.every(({ draft: { directionKnown } }) => directionKnown === false)
  const isLoose = before?.directionKnown === false && !staysLoose
  const ends = { source: first.source, target: first.target }
  const {
    directionKnown: _,
    hand: __,
    ...rest
  } = before === undefined ? { id, ...ends, method: 'unknown' as const, dataObjects: [] } : withoutExtra(before)
  const next: Record<string, unknown> = {
    ...rest,
    ...(isLoose ? ends : {}),
    ...(staysLoose ? { directionKnown: false } : {}),
  }
  const values = draft as unknown as Readonly<Record<string, unknown>>
  for (const field of PLAIN) {
    const value = values[field]
    // An unknown method says nothing about one that is known.
    if (value === undefined || (field === 'method' && value === 'unknown' && before !== undefined)) continue
    if (guard.allows(field, next[field], value)) next[field] = value
  }
  const named = draft.dataObjects ?? []
  if (named.length > 0) {
    const carried = new Set(before?.dataObjects ?? [])
    const isNew = named.some((name) => !carried.has(dataObjects.find(name) as never))
    if (guard.allows('dataObjects', before?.dataObjects, isNew ? undefined : before?.dataObjects, named)) {
      for (const name of named) carried.add(dataObjects.findOrCreate(name))
      next.dataObjects = [...carried]
    }
  }
  for (const field of draft.clears ?? []) {
    const key = keyOf(field)
    const empty = EMPTIED.get(key)
    if (empty === undefined || next[key] === undefined || sameValue(next[key], empty.value)) continue
    if (!guard.allows(key, next[key], undefined, '')) continue
    if (empty.value === undefined) delete next[key]
    else next[key] = empty.value
  }
  const externalId = before?.externalId ?? draft.externalId
  if (externalId !== undefined) next.externalId = externalId
  Object.assign(
    next,
    guard.rest(),
    mergedExtra(before ?? {}, draft, (field) => field !== 'id' && values[field] !== undefined),
    originAfter(before, isLoose, draft, fileName),
  )
  writer.put('flows', next as unknown as Flow)
  const after = writer.get('flows', id)
  plan.matched.add(id)
  const facets = (flow: Flow | undefined): Map<Place, FieldValue> => {
    const shown = plainFacets(flow ?? {}, SHOWN)
    const names = (flow?.dataObjects ?? []).map((object) => writer.get('dataObjects', object)?.name ?? '')
    return names.length === 0 ? shown : shown.set('dataObjects', names)
  }
  countRows(
    {
      name: title(draft),
      isNew: before === undefined,
      isChanged: before !== after,
      changes: () => facetChanges(facets(before), facets(after)),
      rows: merged.rows,
      kept: guard.kept,
      shown: () => facets(before),
    },
    plan,
  )
}
