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
    const own: KindPlan = {
      rowResults: [],
      issues: [],
      notices: plan.notices,
      matched: plan.matched,
      tally: plan.tally,
    }
    write(group, context, own)
    parts.add(own)
  }
  const why = ({ row, source }: FlowDraft): RowIssue => ({ code: 'same-source-and-target', row, text: source.name })
  parts.count(plan, title, why)
  return mentionedOnly
}

/** What a flow is called in lists: its name, or its ends. */
function title({ name, source, targets }: FlowDraft): string {
  if (name !== undefined) return name
  const [only, ...more] = targets
  const all = more.length === 0 ? (only?.name ?? '') : targets.map((target) => target.name).join(', ')
  return `${source.name} → ${all}`
}

/** A writing of an end as the file has it, however often: what is worked out of it is worked out once. */
interface WrittenEnd {
  readonly end: FlowEnd
  /** The row that has it first. */
  readonly row: number
  readonly nameKey: string
  readonly endKey: string
  tool?: ToolId
}

/** The different ends of a list, in the order in which they come, and for each draft its own: the source, then the targets. */
function writtenEnds(drafts: readonly FlowDraft[]): {
  readonly all: readonly WrittenEnd[]
  readonly of: readonly (readonly WrittenEnd[])[]
} {
  const alone = new Map<string, WrittenEnd>()
  const parts = new Map<string, WrittenEnd>()
  const all: WrittenEnd[] = []
  const enter = (end: FlowEnd, row: number): WrittenEnd => {
    const [written, text] = end.partOf === undefined ? [alone, end.name] : [parts, `${end.name}\u0000${end.partOf}`]
    const known = written.get(text)
    if (known !== undefined) return known
    const key = nameKey(end.name)
    const made: WrittenEnd = { end, row, nameKey: key, endKey: end.partOf === undefined ? key : endKey(end) }
    written.set(text, made)
    all.push(made)
    return made
  }
  const of = drafts.map(({ source, targets, row }) => {
    const [only, ...more] = targets
    if (only === undefined || more.length > 0) return [source, ...targets].map((end) => enter(end, row))
    return [enter(source, row), enter(only, row)]
  })
  return { all, of }
}

/** Finds the tools at both ends. Ends that name a system go first, so that it doesn't matter in which order rows come. */
function findEnds(
  drafts: readonly FlowDraft[],
  context: PlanContext,
): { items: readonly FlowItem[]; mentionedOnly: readonly string[] } {
  const { all, of } = writtenEnds(drafts)
  const finder = toolFinder(
    context,
    all.map(({ end }) => end),
  )
  const isQualified = (written: WrittenEnd) => written.endKey !== written.nameKey
  const systems = new Map<string, Set<string>>()
  for (const written of all.filter(isQualified)) {
    const named = systems.get(written.nameKey) ?? new Set()
    systems.set(written.nameKey, named.add(written.endKey))
  }
  /** Ids and names are told apart by the exact text; a system that is written in two ways is one. */
  const found = new Map<string, ToolId>()
  for (const qualified of [true, false]) {
    for (const written of all) {
      if (isQualified(written) !== qualified) continue
      const { end, row } = written
      const key = `${end.name}\u0000${written.endKey}`
      const alone = (systems.get(written.nameKey)?.size ?? 0) === 1
      written.tool = found.get(key) ?? finder.findOrCreate(end, { file: context.fileName, row }, alone)
      found.set(key, written.tool)
    }
  }
  const items: FlowItem[] = []
  drafts.forEach((draft, index) => {
    const [source, ...targets] = of[index] ?? []
    const from = source?.tool
    const seen = new Set<ToolId>()
    for (const { tool } of targets) {
      if (from === undefined || tool === undefined || tool === from || seen.has(tool)) continue
      if (targets.length > 1) seen.add(tool)
      items.push({ draft, source: from, target: tool })
    }
  })
  return { items, mentionedOnly: finder.created }
}

/** What an import starts from: the stored flow without what is decided anew. */
function bareOf(flow: Flow): Record<string, unknown> {
  const { directionKnown: _, hand: __, ...rest } = withoutExtra(flow)
  return rest
}

function write(group: FlowGroup, context: PlanContext, plan: KindPlan): void {
  const { writer, ids, dataObjects, fileName, options } = context
  const [first, ...more] = group.items
  if (first === undefined) return
  const merged = mergeDrafts(
    more.length === 0 ? [first.draft] : [first.draft, ...more.map((each) => each.draft)],
    FLOW_RULE,
  )
  const { draft } = merged
  const before = group.stored
  const id = before?.id ?? ids('flows')
  const guard = handGuard(before, options.handEdits)
  // What nobody knows stays unknown; what is known isn't forgotten because a list doesn't know it.
  const staysLoose =
    (before === undefined || before.directionKnown === false) &&
    group.items.every(({ draft: { directionKnown } }) => directionKnown === false)
  const isLoose = before?.directionKnown === false && !staysLoose
  const { source, target } = first
  const next: Record<string, unknown> =
    before === undefined ? { id, source, target, method: 'unknown', dataObjects: [] } : bareOf(before)
  if (isLoose) Object.assign(next, { source, target })
  if (staysLoose) next.directionKnown = false
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
  if (before === undefined) {
    if (draft.extra !== undefined) next.extra = draft.extra
    next.origin = { file: fileName, row: draft.row }
  } else {
    Object.assign(
      next,
      guard.rest(),
      mergedExtra(before, draft, (field) => field !== 'id' && values[field] !== undefined),
      originAfter(before, isLoose, draft, fileName),
    )
  }
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
