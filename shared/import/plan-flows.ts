import type { Flow, ToolId } from '../inventory/nouns'
import { mergedExtra, originAfter, saidFields, withoutExtra } from './apply-draft'
import type { FlowDraft, FlowEnd } from './drafts'
import { toolFinder } from './find-tools'
import { endKey } from './flow-ends'
import type { FieldChange, FieldValue, RowResult } from './import-plan'
import { sameValue } from './inventory-writer'
import type { RowIssue } from './issues'
import { type FlowGroup, type FlowItem, matchFlows } from './match-flows'
import { FLOW_RULE, mergeDrafts, type Place } from './merge-drafts'
import { nameKey } from './normalise'
import type { PlanContext } from './plan-context'
import { countRows, facetChanges, type KindPlan, plainFacets } from './row-outcomes'

/** Fields that a draft and a flow hold in the same shape. */
const PLAIN = ['name', 'method', 'bothWays', 'frequency', 'hoursPerMonth', 'status', 'notes']

/**
 * Plans a list of flows into the context's writer: flows, the data objects they carry, and tools that only the list
 * names. Gives the names of the latter.
 */
export function planFlows(drafts: readonly FlowDraft[], context: PlanContext, plan: KindPlan): readonly string[] {
  const { writer, fileName } = context
  const { items, mentionedOnly } = findEnds(drafts, context)
  const results = new Map<number, { result: RowResult; issues: RowIssue[] }[]>()
  for (const draft of drafts) results.set(draft.row, [])
  for (const group of matchFlows(writer.all('flows'), items, fileName)) {
    const own: KindPlan = { rowResults: [], issues: [], notices: plan.notices, matched: plan.matched }
    write(group, context, own)
    for (const result of own.rowResults) {
      results.get(result.row)?.push({ result, issues: own.issues.filter(({ row }) => row === result.row) })
    }
  }
  for (const draft of drafts) {
    const parts = results.get(draft.row) ?? []
    const best = ORDER.map((outcome) => parts.find(({ result }) => result.outcome === outcome)).find(
      (part) => part !== undefined,
    )
    if (best === undefined) {
      plan.issues.push({ code: 'same-source-and-target', row: draft.row, text: draft.source.name })
      plan.rowResults.push({ row: draft.row, outcome: 'issue', name: title(draft) })
      continue
    }
    // A row with several targets counts once, as the most that became of it.
    const changes = parts.flatMap(({ result }): readonly FieldChange[] => result.changes ?? [])
    const [issue] = best.issues
    if (best.result.outcome === 'issue' && issue !== undefined) plan.issues.push(issue)
    plan.rowResults.push({
      row: draft.row,
      outcome: best.result.outcome,
      name: title(draft),
      ...(best.result.outcome === 'updated' && changes.length > 0 ? { changes } : {}),
    })
  }
  return mentionedOnly
}

const ORDER = ['added', 'updated', 'unchanged', 'issue'] as const

/** What a flow is called in lists: its name, or its ends. */
function title({ name, source, targets }: FlowDraft): string {
  return name ?? `${source.name} → ${targets.map((target) => target.name).join(', ')}`
}

/** Finds the tools at both ends. Ends that name a system go first, so that it doesn't matter in which order rows come. */
function findEnds(
  drafts: readonly FlowDraft[],
  context: PlanContext,
): { items: readonly FlowItem[]; mentionedOnly: readonly string[] } {
  const finder = toolFinder(context.writer, context.ids)
  const systems = new Map<string, Set<string>>()
  const endsOf = ({ source, targets }: FlowDraft): readonly FlowEnd[] => [source, ...targets]
  const isQualified = (end: FlowEnd) => endKey(end) !== nameKey(end.name)
  for (const end of drafts.flatMap(endsOf).filter(isQualified)) {
    const named = systems.get(nameKey(end.name)) ?? new Set()
    systems.set(nameKey(end.name), named.add(endKey(end)))
  }
  const found = new Map<string, ToolId>()
  // Ids and names are told apart by the exact text, so that is part of the key.
  const keyOf = (end: FlowEnd) => `${end.name}\u0000${endKey(end)}`
  for (const qualified of [true, false]) {
    for (const draft of drafts) {
      for (const end of endsOf(draft)) {
        if (isQualified(end) !== qualified || found.has(keyOf(end))) continue
        const alone = (systems.get(nameKey(end.name))?.size ?? 0) === 1
        found.set(keyOf(end), finder.findOrCreate(end, { file: context.fileName, row: draft.row }, alone))
      }
    }
  }
  const items = drafts.flatMap((draft): FlowItem[] => {
    const source = found.get(keyOf(draft.source))
    const seen = new Set<ToolId>()
    return draft.targets.flatMap((end) => {
      const target = found.get(keyOf(end))
      if (source === undefined || target === undefined || target === source || seen.has(target)) return []
      seen.add(target)
      return [{ draft, source, target }]
    })
  })
  return { items, mentionedOnly: finder.created }
}

function write(group: FlowGroup, context: PlanContext, plan: KindPlan): void {
  const { writer, ids, dataObjects, fileName } = context
  const [first, ...more] = group.items
  if (first === undefined) return
  const merged = mergeDrafts([first.draft, ...more.map(({ draft }) => draft)], FLOW_RULE)
  const { draft } = merged
  const before = group.stored
  const id = before?.id ?? ids('flows')
  const carried = (draft.dataObjects ?? []).map((name) => dataObjects.findOrCreate(name))
  const externalId = before?.externalId ?? draft.externalId
  const base =
    before === undefined ? { id, source: first.source, target: first.target, method: 'unknown' } : withoutExtra(before)
  const said = saidFields(draft, PLAIN)
  // An unknown method says nothing about one that is known.
  if (draft.method === 'unknown' && before !== undefined) delete said.method
  const after = {
    ...base,
    ...said,
    ...(externalId === undefined ? {} : { externalId }),
    dataObjects: [...new Set([...(before?.dataObjects ?? []), ...carried])],
    ...mergedExtra(before ?? {}, draft, (field) => field !== 'id' && saidFields(draft, [field])[field] !== undefined),
    ...originAfter(before, false, draft, fileName),
  } as Flow
  writer.put('flows', after)
  plan.matched.add(id)
  const facets = (flow: Flow | undefined): Map<Place, FieldValue> => {
    const shown = plainFacets(flow ?? {}, [...PLAIN, 'externalId'])
    const names = (flow?.dataObjects ?? []).map((object) => writer.get('dataObjects', object)?.name ?? '')
    return names.length === 0 ? shown : shown.set('dataObjects', names)
  }
  countRows(
    {
      name: title(draft),
      isNew: before === undefined,
      isChanged: !sameValue(before, after),
      changes: facetChanges(facets(before), facets(after)),
      rows: merged.rows,
    },
    plan,
  )
}
