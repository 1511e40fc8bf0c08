import type { DepartmentId, ToolId, Usage } from '../inventory/nouns'
import { mergedExtra, withoutExtra } from './apply-draft'
import { meansEverybody } from './directories'
import type { UsageDraft } from './drafts'
import { findEnds } from './find-ends'
import { type ToolFinder, toolFinder } from './find-tools'
import type { FieldValue } from './import-plan'
import { sameValue } from './inventory-writer'
import { mergeDrafts, type Place, USAGE_RULE } from './merge-drafts'
import { type PlanContext, PROGRESS_ROWS } from './plan-context'
import { handGuard } from './plan-hand'
import { countRows, facetChanges, type KindPlan, plainFacets } from './row-outcomes'
import { rowParts } from './row-parts'

const FIELDS = ['users', 'attachment', 'concern'] as const

/** What the rows of a list say of one department and one tool. */
interface Group {
  readonly tool: ToolId
  readonly department: DepartmentId
  readonly drafts: UsageDraft[]
}

/**
 * Plans a list of who uses what into the context's writer: usages, and the departments and tools that only the list
 * names. A tool's owner gets a row of its own only where more is said than that it uses the tool. Gives the names of the
 * tools made along the way.
 */
export function planUsageList(drafts: readonly UsageDraft[], context: PlanContext, plan: KindPlan): readonly string[] {
  const { writer } = context
  const finder = toolFinder(
    context,
    drafts.map(({ tool }) => tool),
  )
  const groups = groupsOf(drafts, context, finder)
  const stored = new Map(writer.all('usages').map((usage) => [keyOf(usage.tool, usage.department), usage]))
  const parts = rowParts(drafts)
  let done = 0
  for (const [key, group] of groups) {
    if (done % PROGRESS_ROWS === 0) context.onProgress?.(0.3 + (0.6 * done) / groups.size)
    done += 1
    const own: KindPlan = {
      rowResults: [],
      issues: [],
      notices: plan.notices,
      matched: plan.matched,
      tally: plan.tally,
    }
    write(group, stored.get(key), context, own)
    parts.add(own)
  }
  parts.count(
    plan,
    ({ tool, departments }) => `${tool.name} · ${departments.join(', ')}`,
    ({ row, departments }) => ({ code: 'missing-department', row, text: departments.join(', ') }),
  )
  return finder.created
}

const keyOf = (tool: ToolId, department: DepartmentId): string => `${tool}\u0000${department}`

/** Puts together what is about the same tool and department. */
function groupsOf(
  drafts: readonly UsageDraft[],
  { writer, departments, fileName }: PlanContext,
  finder: ToolFinder,
): ReadonlyMap<string, Group> {
  // Everybody is whoever the list names and whoever was there before.
  for (const { departments: names } of drafts) {
    for (const name of names) if (!meansEverybody(name)) departments.findOrCreate(name)
  }
  const everybody = writer.all('departments').map(({ id }) => id)
  const toolOf = findEnds(
    finder,
    drafts.map(({ tool, row }) => ({ end: tool, row })),
    fileName,
  )
  const groups = new Map<string, Group>()
  for (const draft of drafts) {
    const tool = toolOf(draft.tool)
    const named = draft.departments.flatMap((name) =>
      meansEverybody(name) ? everybody : [departments.findOrCreate(name)],
    )
    for (const department of new Set(named)) {
      const key = keyOf(tool, department)
      const group = groups.get(key) ?? { tool, department, drafts: [] }
      group.drafts.push(draft)
      groups.set(key, group)
    }
  }
  return groups
}

function write({ tool, department, drafts }: Group, before: Usage | undefined, context: PlanContext, plan: KindPlan) {
  const { writer, ids, options } = context
  const [first, ...more] = drafts
  if (first === undefined) return
  const merged = mergeDrafts([first, ...more], USAGE_RULE)
  const { draft } = merged
  const guard = handGuard(before, options.handEdits)
  const values = draft as unknown as Readonly<Record<string, unknown>>
  const { hand: _, ...rest } = before === undefined ? {} : withoutExtra(before)
  const next: Record<string, unknown> = { ...rest }
  for (const field of FIELDS) {
    const value = values[field]
    if (value !== undefined && guard.allows(field, next[field], value)) next[field] = value
    const isEmptied = value === undefined && draft.clears?.includes(field) === true && next[field] !== undefined
    if (isEmptied && guard.allows(field, next[field], undefined, '')) delete next[field]
  }
  Object.assign(
    next,
    guard.rest(),
    mergedExtra(before ?? {}, draft, (field) => values[field] !== undefined),
  )
  const owned = writer.get('tools', tool)
  const isImplied = before === undefined && owned?.owner === department && Object.keys(next).length === 0
  // Who uses a tool was settled by hand: a list adds nobody.
  const isSettled =
    before === undefined && options.handEdits !== 'file-wins' && owned?.hand?.includes('usedBy') === true
  const name = `${owned?.name ?? ''} · ${writer.get('departments', department)?.name ?? ''}`
  let after = before
  if (!isImplied && !isSettled) {
    const id = before?.id ?? ids('usages')
    writer.put('usages', { ...next, id, tool, department } as Usage)
    after = writer.get('usages', id)
    plan.matched.add(id)
  }
  const facets = (usage: Usage | undefined): Map<Place, FieldValue> => plainFacets(usage ?? {}, FIELDS)
  countRows(
    {
      name,
      isNew: before === undefined && after !== undefined,
      isChanged: before !== after && !sameValue(before, after),
      changes: () => facetChanges(facets(before), facets(after)),
      rows: merged.rows,
      kept: isSettled
        ? new Map<Place, FieldValue>([['owner', [writer.get('departments', department)?.name ?? '']]])
        : guard.kept,
      shown: () => facets(before),
    },
    plan,
  )
}
