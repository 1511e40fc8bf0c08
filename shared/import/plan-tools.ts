import type { DepartmentId, Tool, ToolId, Usage } from '../inventory/nouns'
import { mergedExtra, originAfter, saidFields, withoutExtra } from './apply-draft'
import { meansEverybody } from './directories'
import type { ToolDraft } from './drafts'
import { endKey } from './flow-ends'
import type { FieldChange, FieldValue } from './import-plan'
import { sameValue } from './inventory-writer'
import { matchRows, push, type RowGroup } from './match-rows'
import { mergeDrafts, type Place, TOOL_RULE } from './merge-drafts'
import type { PlanContext, PlannedTool } from './plan-context'
import { planInterfaces } from './plan-interfaces'
import { countRows, facetChanges, type KindPlan, plainFacets } from './row-outcomes'

/** Fields that a draft and a tool hold in the same shape. */
const PLAIN = TOOL_RULE.single.filter((field) => field !== 'externalId').concat(['tags', 'notes'])

type UsagesByTool = Map<ToolId, Usage[]>

/**
 * Plans a list of tools into the context's writer: tools, the departments and functions they name, who uses them, and
 * flows to the tools their interface cells name. Gives the names of tools that exist only because a cell named them.
 */
export function planTools(drafts: readonly ToolDraft[], context: PlanContext, plan: KindPlan): readonly string[] {
  const { writer, fileName } = context
  const groups = matchRows(
    writer.all('tools').map(({ id, externalId, origin, name, partOf }) => ({
      id,
      key: endKey({ name, ...(partOf === undefined ? {} : { partOf }) }),
      ...(externalId === undefined ? {} : { externalId }),
      ...(origin === undefined ? {} : { file: origin.file }),
    })),
    drafts.map((draft) => ({
      key: endKey(draft),
      ...(draft.externalId === undefined ? {} : { externalId: draft.externalId }),
    })),
    fileName,
  )
  const usages: UsagesByTool = new Map()
  for (const usage of writer.all('usages')) push(usages, usage.tool, usage)
  const planned = groups.map((group) => write(group, drafts, context))
  const pictures = planned.map(({ id, before }) => toolFacets(before, usages.get(id) ?? [], context))
  for (const tool of planned) addUsages(tool, usages, context)
  const interfaces = planInterfaces(planned, context, plan)
  planned.forEach(({ merged, before, id }, index) => {
    const after = writer.get('tools', id)
    plan.matched.add(id)
    const changes = new Map(
      facetChanges(pictures[index] ?? new Map(), toolFacets(after, usages.get(id) ?? [], context)),
    )
    const partners = interfaces.added.get(id)
    if (partners !== undefined)
      changes.set('interfaces', { field: 'interfaces', after: partners } satisfies FieldChange)
    countRows(
      {
        name: after?.name ?? merged.draft.name,
        isNew: before === undefined,
        isChanged: !sameValue(before, after),
        changes,
        rows: merged.rows,
      },
      plan,
    )
  })
  return interfaces.mentionedOnly
}

function write(group: RowGroup, drafts: readonly ToolDraft[], context: PlanContext): PlannedTool {
  const { writer, ids, departments, functions, fileName } = context
  const [first, ...more] = group.rows.flatMap((index) => drafts[index] ?? [])
  if (first === undefined) throw new Error('A group of rows is never empty')
  const merged = mergeDrafts([first, ...more], TOOL_RULE)
  const { draft } = merged
  const before = group.stored === undefined ? undefined : writer.get('tools', group.stored as ToolId)
  const id = before?.id ?? ids('tools')
  const { mentionedOnly, ...kept } = before ?? { id, functions: [] }
  const named = (draft.functions ?? []).map((name) => functions.findOrCreate(name))
  const ownerName = draft.owner?.find((name) => !meansEverybody(name))
  const owner = ownerName === undefined ? before?.owner : departments.findOrCreate(ownerName)
  const externalId = before?.externalId ?? draft.externalId
  const isOwnName =
    endKey({ name: draft.name, ...(draft.partOf === undefined ? {} : { partOf: draft.partOf }) }) ===
    endKey({ name: draft.name })
  const said: Record<string, unknown> = saidFields(draft, PLAIN)
  if (isOwnName) delete said.partOf
  if (draft.tags !== undefined) said.tags = [...new Set([...(before?.tags ?? []), ...draft.tags])]
  const next = {
    ...withoutExtra(kept as Tool),
    ...said,
    ...(externalId === undefined ? {} : { externalId }),
    functions: [...new Set([...(before?.functions ?? []), ...named])],
    ...(owner === undefined ? {} : { owner }),
    ...mergedExtra(before ?? {}, draft, (field) => field !== 'id' && saidFields(draft, [field])[field] !== undefined),
    ...originAfter(before, mentionedOnly === true, draft, fileName),
  } as Tool
  writer.put('tools', next)
  // Departments are made now, in the order of the rows; who uses what is written when all of them exist.
  for (const name of [...(draft.owner ?? []), ...(draft.usedBy ?? [])]) {
    if (!meansEverybody(name)) departments.findOrCreate(name)
  }
  return { merged, before, id }
}

function addUsages({ merged: { draft }, id }: PlannedTool, usages: UsagesByTool, context: PlanContext): void {
  const { writer, ids, departments } = context
  const names = [...(draft.owner ?? []), ...(draft.usedBy ?? [])]
  if (names.length === 0) return
  const owner = writer.get('tools', id)?.owner
  const users = new Set<DepartmentId>()
  for (const name of names) {
    if (meansEverybody(name)) for (const department of writer.all('departments')) users.add(department.id)
    else users.add(departments.findOrCreate(name))
  }
  const known = new Set((usages.get(id) ?? []).map(({ department }) => department))
  for (const department of users) {
    if (department === owner || known.has(department)) continue
    const usage: Usage = { id: ids('usages'), tool: id, department }
    writer.put('usages', usage)
    push(usages, id, usage)
  }
}

function toolFacets(tool: Tool | undefined, usages: readonly Usage[], { writer }: PlanContext): Map<Place, FieldValue> {
  if (tool === undefined) return new Map()
  const facets = plainFacets(tool, [...PLAIN, 'externalId'])
  const nameOf = (id: DepartmentId) => writer.get('departments', id)?.name ?? ''
  const functions = tool.functions.map((id) => writer.get('functions', id)?.name ?? '')
  if (functions.length > 0) facets.set('functions', functions)
  if (tool.owner !== undefined) facets.set('owner', [nameOf(tool.owner)])
  const users = usages.map(({ department }) => nameOf(department))
  if (users.length > 0) facets.set('usedBy', users)
  return facets
}
