import type { Department, DepartmentId } from '../inventory/nouns'
import { mergedExtra, originAfter, withoutExtra } from './apply-draft'
import { departmentDirectory } from './directories'
import type { DepartmentDraft } from './drafts'
import { withAlias } from './match-aliases'
import { matchRows, type RowGroup } from './match-rows'
import { DEPARTMENT_RULE, type Merged, mergeDrafts } from './merge-drafts'
import { departmentKey } from './normalise'
import type { PlanContext } from './plan-context'
import { type HandGuard, handGuard, type KeptValues } from './plan-hand'
import { countRows, facetChanges, type KindPlan, plainFacets } from './row-outcomes'

interface Planned {
  readonly merged: Merged<DepartmentDraft>
  readonly before: Department | undefined
  readonly id: DepartmentId
  readonly guard: HandGuard
}

/**
 * Plans a list of departments into the context's writer. Parents are found by external id or name and made when they
 * don't exist; a parent that would close a circle is left out with a notice. Gives the names of the departments made
 * along the way.
 */
export function planDepartments(
  drafts: readonly DepartmentDraft[],
  context: PlanContext,
  plan: KindPlan,
): readonly string[] {
  const { writer, fileName, folds, options } = context
  const keepsHand = options.handEdits !== 'file-wins'
  const groups = matchRows(
    writer.all('departments').map(({ id, name, externalId, origin, hand }) => ({
      id,
      key: departmentKey(name),
      keepsKey: keepsHand && hand?.includes('name') === true,
      ...(externalId === undefined ? {} : { externalId }),
      ...(origin === undefined ? {} : { file: origin.file }),
    })),
    drafts.map(({ name, externalId }) => ({
      key: departmentKey(name),
      ...(externalId === undefined ? {} : { externalId }),
    })),
    fileName,
    folds.redirect,
  )
  const planned = groups.map((group) => write(group, drafts, context))
  const created = setParents(planned, context, plan)
  const nameOf = (id: DepartmentId | undefined) => (id === undefined ? undefined : writer.get('departments', id)?.name)
  const facets = (department: Department | undefined) => {
    const shown = plainFacets(department ?? {}, ['externalId', 'name', 'headcount'])
    const parent = nameOf(department?.parent)
    return parent === undefined ? shown : shown.set('parent', parent)
  }
  for (const { merged, before, id, guard } of planned) {
    const after = writer.get('departments', id)
    plan.matched.add(id)
    countRows(
      {
        name: after?.name ?? merged.draft.name,
        isNew: before === undefined,
        isChanged: before !== after,
        changes: () => facetChanges(facets(before), facets(after)),
        rows: merged.rows,
        kept: guard.kept as KeptValues,
        shown: () => facets(before),
      },
      plan,
    )
  }
  return created
}

function write(group: RowGroup, drafts: readonly DepartmentDraft[], context: PlanContext): Planned {
  const { writer, ids, fileName, options } = context
  const before = group.stored === undefined ? undefined : writer.get('departments', group.stored as DepartmentId)
  const { members, aliases } = membersOf(group, drafts, before)
  const merged = mergeDrafts(members, DEPARTMENT_RULE)
  const { draft } = merged
  const id = before?.id ?? ids('departments')
  const guard = handGuard(before, options.handEdits)
  const externalId = before?.externalId ?? draft.externalId
  const { hand: _, ...rest } = before === undefined ? { id, name: draft.name } : withoutExtra(before)
  const next: Record<string, unknown> = { ...rest }
  if (guard.allows('name', next.name, draft.name)) next.name = draft.name
  if (draft.headcount !== undefined && guard.allows('headcount', next.headcount, draft.headcount)) {
    next.headcount = draft.headcount
  }
  if (draft.clears?.includes('headcount') && next.headcount !== undefined) {
    if (guard.allows('headcount', next.headcount, undefined, '')) delete next.headcount
  }
  if (draft.clears?.includes('parent') && next.parent !== undefined) {
    if (guard.allows('parent', next.parent, undefined, '')) delete next.parent
  }
  if (externalId !== undefined) next.externalId = externalId
  Object.assign(
    next,
    mergedExtra(before ?? {}, draft, (field) => field === 'headcount' && draft.headcount !== undefined),
    originAfter(before, before?.origin === undefined, draft, fileName),
    guard.rest(),
  )
  for (const alias of aliases) Object.assign(next, withAlias(next as unknown as Department, alias))
  writer.put('departments', next as unknown as Department)
  return { merged, before, id, guard }
}

/** The drafts of a group; those that use another spelling than the department's own say it under that name. */
function membersOf(
  group: RowGroup,
  drafts: readonly DepartmentDraft[],
  before: Department | undefined,
): { members: readonly [DepartmentDraft, ...DepartmentDraft[]]; aliases: readonly string[] } {
  const isRenamed = (index: number) => {
    const key = departmentKey(drafts[index]?.name ?? '')
    if (group.renamed.has(index)) return true
    if (before?.aliases === undefined || key === departmentKey(before.name)) return false
    return before.aliases.some((alias) => departmentKey(alias) === key)
  }
  const renamed = new Set(group.rows.filter(isRenamed))
  const own = group.rows.find((index) => !renamed.has(index))
  const named = (own === undefined ? undefined : drafts[own]) ?? before
  let externalId = before?.externalId ?? (own === undefined ? undefined : drafts[own]?.externalId)
  const aliases: string[] = []
  const [first, ...more] = group.rows.flatMap((index): DepartmentDraft[] => {
    const draft = drafts[index]
    if (draft === undefined) return []
    if (!renamed.has(index) || named === undefined) return [draft]
    const { externalId: theirs, ...rest } = draft
    aliases.push(draft.name)
    externalId ??= theirs
    const isOther = theirs !== undefined && theirs !== externalId
    return [
      {
        ...rest,
        name: named.name,
        ...(theirs === undefined || isOther ? {} : { externalId: theirs }),
        ...(isOther ? { extra: { ...rest.extra, [draft.columns?.id ?? 'id']: theirs } } : {}),
      },
    ]
  })
  if (first === undefined) throw new Error('A group of rows is never empty')
  return { members: [first, ...more], aliases }
}

/** Sets every parent the list names. All of them are taken off first, so that the order of the rows is all that counts. */
function setParents(planned: readonly Planned[], context: PlanContext, plan: KindPlan): readonly string[] {
  const { writer, ids, folds } = context
  const directory = departmentDirectory(writer, ids, folds)
  const byExternalId = new Map(
    writer
      .all('departments')
      .flatMap(({ id, externalId }) => (externalId === undefined ? [] : [[externalId, id] as const])),
  )
  const meant = (name: string) => byExternalId.get(name) ?? directory.find(name)
  const withParent = planned.filter(({ merged: { draft }, before, guard }) => {
    if (draft.parent === undefined) return false
    const named = meant(draft.parent)
    if (named !== undefined) plan.matched.add(named)
    return guard.allows('parent', before?.parent, named ?? '', draft.parent)
  })
  for (const { id } of withParent) {
    const department = writer.get('departments', id)
    if (department === undefined) continue
    const { parent: _, ...rest } = department
    writer.put('departments', rest)
  }
  for (const { merged, id } of withParent) {
    const name = merged.draft.parent ?? ''
    const parent = byExternalId.get(name) ?? directory.findOrCreate(name)
    const department = writer.get('departments', id)
    if (department === undefined) continue
    if (isWithin(parent, id, context)) {
      const row = merged.rows.find(({ gave }) => gave.has('parent'))?.row ?? merged.draft.row
      plan.notices.push({ code: 'parent-cycle', row, column: merged.draft.columns?.parent ?? 'parent', text: name })
    } else writer.put('departments', { ...department, parent })
  }
  return directory.created
}

/** True when a department is another one or lies below it. */
function isWithin(inner: DepartmentId, outer: DepartmentId, { writer }: PlanContext): boolean {
  const seen = new Set<DepartmentId>()
  for (let at: DepartmentId | undefined = inner; at !== undefined && !seen.has(at); ) {
    if (at === outer) return true
    seen.add(at)
    at = writer.get('departments', at)?.parent
  }
  return false
}
