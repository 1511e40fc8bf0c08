import type { Department, DepartmentId } from '../inventory/nouns'
import { mergedExtra, originAfter, withoutExtra } from './apply-draft'
import { departmentDirectory } from './directories'
import type { DepartmentDraft } from './drafts'
import { sameValue } from './inventory-writer'
import { matchRows, type RowGroup } from './match-rows'
import { DEPARTMENT_RULE, type Merged, mergeDrafts } from './merge-drafts'
import { departmentKey } from './normalise'
import type { PlanContext } from './plan-context'
import { countRows, facetChanges, type KindPlan, plainFacets } from './row-outcomes'

interface Planned {
  readonly merged: Merged<DepartmentDraft>
  readonly before: Department | undefined
  readonly id: DepartmentId
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
  const { writer, fileName } = context
  const stored = writer.all('departments')
  const groups = matchRows(
    stored.map(({ id, name, externalId, origin }) => ({
      id,
      key: departmentKey(name),
      ...(externalId === undefined ? {} : { externalId }),
      ...(origin === undefined ? {} : { file: origin.file }),
    })),
    drafts.map(({ name, externalId }) => ({
      key: departmentKey(name),
      ...(externalId === undefined ? {} : { externalId }),
    })),
    fileName,
  )
  const planned = groups.map((group) => write(group, drafts, context))
  const created = setParents(planned, context, plan)
  const nameOf = (id: DepartmentId | undefined) => (id === undefined ? undefined : writer.get('departments', id)?.name)
  const facets = (department: Department | undefined) => {
    const shown = plainFacets(department ?? {}, ['externalId', 'name', 'headcount'])
    const parent = nameOf(department?.parent)
    return parent === undefined ? shown : shown.set('parent', parent)
  }
  for (const { merged, before, id } of planned) {
    const after = writer.get('departments', id)
    plan.matched.add(id)
    countRows(
      {
        name: after?.name ?? merged.draft.name,
        isNew: before === undefined,
        isChanged: !sameValue(before, after),
        changes: facetChanges(facets(before), facets(after)),
        rows: merged.rows,
      },
      plan,
    )
  }
  return created
}

function write(group: RowGroup, drafts: readonly DepartmentDraft[], { writer, ids, fileName }: PlanContext): Planned {
  const [first, ...more] = group.rows.flatMap((index) => drafts[index] ?? [])
  if (first === undefined) throw new Error('A group of rows is never empty')
  const merged = mergeDrafts([first, ...more], DEPARTMENT_RULE)
  const { draft } = merged
  const before = group.stored === undefined ? undefined : writer.get('departments', group.stored as DepartmentId)
  const id = before?.id ?? ids('departments')
  const externalId = before?.externalId ?? draft.externalId
  writer.put('departments', {
    ...(before === undefined ? { id } : withoutExtra(before)),
    name: draft.name,
    ...(externalId === undefined ? {} : { externalId }),
    ...(draft.headcount === undefined ? {} : { headcount: draft.headcount }),
    ...mergedExtra(before ?? {}, draft, (field) => field === 'headcount' && draft.headcount !== undefined),
    ...originAfter(before, before?.origin === undefined, draft, fileName),
  })
  return { merged, before, id }
}

/** Sets every parent the list names. All of them are taken off first, so that the order of the rows is all that counts. */
function setParents(planned: readonly Planned[], context: PlanContext, plan: KindPlan): readonly string[] {
  const { writer, ids } = context
  const withParent = planned.filter(({ merged }) => merged.draft.parent !== undefined)
  for (const { id } of withParent) {
    const department = writer.get('departments', id)
    if (department === undefined) continue
    const { parent: _, ...rest } = department
    writer.put('departments', rest)
  }
  const directory = departmentDirectory(writer, ids)
  const byExternalId = new Map(
    writer
      .all('departments')
      .flatMap(({ id, externalId }) => (externalId === undefined ? [] : [[externalId, id] as const])),
  )
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
