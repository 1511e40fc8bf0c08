import type { BusinessFunction, DataObject } from '../inventory/nouns'
import { mergedExtra, withoutExtra } from './apply-draft'
import type { DataObjectDraft, FunctionDraft } from './drafts'
import { findEnds } from './find-ends'
import { toolFinder } from './find-tools'
import type { CatalogueIndexLike, FieldValue } from './import-plan'
import { DATA_OBJECT_RULE, FUNCTION_RULE, mergeDrafts, type Place } from './merge-drafts'
import { nameKey } from './normalise'
import type { PlanContext } from './plan-context'
import { handGuard } from './plan-hand'
import { countRows, facetChanges, type KindPlan, plainFacets } from './row-outcomes'

/**
 * Plans a list of data objects into the context's writer: the objects, which tool is the master of each, and tools that
 * only the list names. Gives the names of the latter.
 */
export function planDataObjects(
  drafts: readonly DataObjectDraft[],
  context: PlanContext,
  plan: KindPlan,
): readonly string[] {
  const { writer, dataObjects, options, fileName } = context
  const finder = toolFinder(
    context,
    drafts.flatMap(({ master }) => master ?? []),
  )
  const planned = byName(drafts).map((members) => {
    const merged = mergeDrafts(members, DATA_OBJECT_RULE)
    const known = dataObjects.find(merged.draft.name)
    const before = known === undefined ? undefined : writer.get('dataObjects', known)
    return { merged, before, guard: handGuard(before, options.handEdits) }
  })
  const masters = planned.flatMap(({ merged: { draft }, guard }) =>
    draft.master === undefined || guard.holds('master') ? [] : [{ end: draft.master, row: draft.row }],
  )
  const toolOf = findEnds(finder, masters, fileName)
  for (const { merged, before, guard } of planned) {
    const { draft } = merged
    const id = dataObjects.findOrCreate(draft.name)
    const { hand: _, ...rest } = before === undefined ? { id, name: draft.name } : withoutExtra(before)
    const next: Record<string, unknown> = { ...rest }
    if (draft.master !== undefined) {
      const meant = guard.holds('master') ? finder.find(draft.master) : toolOf(draft.master)
      if (guard.allows('master', before?.master, meant ?? '', draft.master.name)) next.master = meant
    }
    const isEmptied = draft.clears?.includes('master') === true && next.master !== undefined
    if (isEmptied && guard.allows('master', next.master, undefined, '')) delete next.master
    Object.assign(
      next,
      guard.rest(),
      mergedExtra(before ?? {}, draft, (field) => field === 'master' && draft.master !== undefined),
    )
    writer.put('dataObjects', next as unknown as DataObject)
    const after = writer.get('dataObjects', id)
    plan.matched.add(id)
    const facets = (object: DataObject | undefined): Map<Place, FieldValue> => {
      const shown = plainFacets({ extra: object?.extra ?? {} }, [])
      const master = object?.master === undefined ? undefined : writer.get('tools', object.master)?.name
      return master === undefined ? shown : shown.set('master', master)
    }
    countRows(
      {
        name: draft.name,
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
  return finder.created
}

/** Plans a list of functions into the context's writer. A domain that the catalogue doesn't know is kept as written. */
export function planFunctions(
  drafts: readonly FunctionDraft[],
  { writer, functions }: PlanContext,
  plan: KindPlan,
  catalogue: CatalogueIndexLike | undefined,
): void {
  for (const members of byName(drafts)) {
    const merged = mergeDrafts(members, FUNCTION_RULE)
    const { draft } = merged
    const known = functions.find(draft.name)
    const id = functions.findOrCreate(draft.name)
    const made = writer.get('functions', id)
    const before = known === undefined ? undefined : made
    const domain = draft.domain === undefined ? undefined : (catalogue?.domainByWord?.(draft.domain) ?? draft.domain)
    const isEmptied = draft.clears?.includes('domain') === true
    const { domain: old, ...rest } = made === undefined ? { id, name: draft.name } : withoutExtra(made)
    const kept = domain ?? (isEmptied ? undefined : old)
    writer.put('functions', {
      ...rest,
      ...(kept === undefined ? {} : { domain: kept }),
      ...(draft.catalogueId === undefined ? {} : { catalogueId: draft.catalogueId }),
      ...mergedExtra(made ?? {}, draft, (field) => field === 'domain' && draft.domain !== undefined),
    } as BusinessFunction)
    const after = writer.get('functions', id)
    plan.matched.add(id)
    const facets = (each: BusinessFunction | undefined) => plainFacets(each ?? {}, ['domain', 'catalogueId'])
    countRows(
      {
        name: draft.name,
        isNew: before === undefined,
        isChanged: before !== after,
        changes: () => facetChanges(facets(before), facets(after)),
        rows: merged.rows,
      },
      plan,
    )
  }
}

/** The rows of each name, in the order of the first ones. */
function byName<D extends { readonly name: string }>(drafts: readonly D[]): readonly (readonly [D, ...D[]])[] {
  const groups = new Map<string, [D, ...D[]]>()
  for (const draft of drafts) {
    const key = nameKey(draft.name)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [draft])
    else group.push(draft)
  }
  return [...groups.values()]
}
