import type { Tool, ToolId, Usage } from '../inventory/nouns'
import { mergedExtra, originAfter, withoutExtra } from './apply-draft'
import { meansEverybody } from './directories'
import type { ToolDraft } from './drafts'
import { endKey } from './flow-ends'
import type { FieldChange, FieldValue } from './import-plan'
import { identityOf } from './mapping-identity'
import { aliasKey, aliasOf, isAliasOf, withAlias } from './match-aliases'
import { matchRows, push, type RowGroup } from './match-rows'
import { keyOf, mergeDrafts, type Place, TOOL_RULE } from './merge-drafts'
import { nameKey } from './normalise'
import { type PlanContext, type PlannedTool, PROGRESS_ROWS } from './plan-context'
import { handGuard } from './plan-hand'
import { planInterfaces } from './plan-interfaces'
import { planUsages } from './plan-usages'
import { countRows, facetChanges, type KindPlan, plainFacets } from './row-outcomes'

/** Fields that a draft and a tool hold in the same shape, a tool's tags aside. */
const PLAIN = TOOL_RULE.single.filter((field) => field !== 'externalId').concat(['notes'])
const SHOWN = [...PLAIN, 'tags', 'externalId']
/** Fields that an empty cell can't empty: what a tool is found by, and flows, which have two ends. */
const NEVER_EMPTIED = new Set(['name', 'externalId', 'currency', 'interfaces', 'usedBy'])

/**
 * Plans a list of tools into the context's writer: tools, the departments and functions they name, who uses them, and
 * flows to the tools their interface cells name. Gives the names of tools that exist only because a cell named them.
 */
export function planTools(drafts: readonly ToolDraft[], context: PlanContext, plan: KindPlan): readonly string[] {
  const { writer, fileName, options, toolRedirect } = context
  const mode = drafts[0]?.identity ?? 'auto'
  const keepsHand = options.handEdits !== 'file-wins'
  const groups = matchRows(
    writer.all('tools').map((tool) => ({
      ...identityOf(tool, mode, 'stored'),
      id: tool.id,
      keepsKey: keepsHand && tool.hand?.includes('name') === true,
      ...(tool.origin === undefined ? {} : { file: tool.origin.file }),
    })),
    drafts.map((draft) => {
      const identity = identityOf(draft, mode, 'file')
      const alias = aliasKey(draft)
      return alias === identity.key ? identity : { ...identity, alias }
    }),
    fileName,
    toolRedirect,
  )
  const usages = new Map<ToolId, Usage[]>()
  for (const usage of writer.all('usages')) push(usages, usage.tool, usage)
  const planned = groups.map((group, index) => {
    // Writing the tools is most of the work; who uses them, what else they name and the counting are the rest.
    if (index % PROGRESS_ROWS === 0) context.onProgress?.((0.6 * index) / groups.length)
    return write(group, drafts, context)
  })
  const usedBefore = planUsages(planned, usages, context)
  context.onProgress?.(0.75)
  const interfaces = planInterfaces(planned, context, plan)
  for (const { merged, before, id, kept } of planned) {
    const after = writer.get('tools', id)
    const partners = interfaces.added.get(id)
    const usersBefore = usedBefore.get(id)
    plan.matched.add(id)
    countRows(
      {
        name: after?.name ?? merged.draft.name,
        isNew: before === undefined,
        isChanged: before !== after || usersBefore !== undefined || partners !== undefined,
        changes: () => {
          const users = usages.get(id) ?? []
          const changes = facetChanges(
            toolFacets(before, usersBefore ?? users, context),
            toolFacets(after, users, context),
          )
          if (partners !== undefined)
            changes.set('interfaces', { field: 'interfaces', after: partners } satisfies FieldChange)
          return changes
        },
        rows: merged.rows,
        kept,
        shown: () => toolFacets(before, usages.get(id) ?? [], context),
      },
      plan,
    )
  }
  return interfaces.mentionedOnly
}

function write(group: RowGroup, drafts: readonly ToolDraft[], context: PlanContext): PlannedTool {
  const { writer, ids, departments, functions, fileName, options } = context
  const before = group.stored === undefined ? undefined : writer.get('tools', group.stored as ToolId)
  const { members, aliases } = membersOf(group, drafts, before)
  const merged = mergeDrafts(members, TOOL_RULE)
  const { draft } = merged
  const id = before?.id ?? ids('tools')
  const guard = handGuard(before, options.handEdits)
  const next = before === undefined ? ({ id, functions: [] } as Record<string, unknown>) : bareOf(before)
  const wasMentioned = before?.mentionedOnly === true
  const onlyMentioned = (before === undefined || wasMentioned) && members.every((member) => member.mentionedOnly)
  if (onlyMentioned) next.mentionedOnly = true
  else delete next.mentionedOnly
  const values = draft as unknown as Readonly<Record<string, unknown>>

  for (const field of PLAIN) {
    const value = values[field]
    if (value === undefined || (field === 'partOf' && endKey(draft) === nameKey(draft.name))) continue
    if (guard.allows(field, next[field], value)) next[field] = value
  }
  if (draft.tags !== undefined) {
    const tags = [...new Set([...(before?.tags ?? []), ...draft.tags])]
    if (guard.allows('tags', before?.tags, tags, draft.tags)) next.tags = tags
  }
  if (draft.functions !== undefined && draft.functions.length > 0) {
    const known = new Set(before?.functions ?? [])
    const isNew = draft.functions.some((name) => !known.has(functions.find(name) as never))
    if (guard.allows('functions', before?.functions, isNew ? undefined : before?.functions, draft.functions)) {
      for (const name of draft.functions) known.add(functions.findOrCreate(name))
      next.functions = [...known]
    }
  }
  const ownerName = draft.owner?.find((name) => !meansEverybody(name))
  if (ownerName !== undefined) {
    const meant = departments.find(ownerName)
    if (guard.allows('owner', before?.owner, meant ?? '', [ownerName])) next.owner = departments.findOrCreate(ownerName)
  }
  for (const field of draft.clears ?? []) {
    const key = keyOf(field)
    if (NEVER_EMPTIED.has(key)) continue
    const isEmpty = next[key] === undefined || (key === 'functions' && before?.functions.length === 0)
    if (isEmpty || !guard.allows(key, next[key], undefined, '')) continue
    if (key === 'functions') next.functions = []
    else delete next[key]
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
      originAfter(before, wasMentioned && !onlyMentioned, draft, fileName),
    )
  }
  for (const alias of aliases) Object.assign(next, withAlias(next as unknown as Tool, alias))
  writer.put('tools', next as unknown as Tool)
  for (const index of group.renamed) {
    const row = drafts[index]
    if (row !== undefined && options.toolMerges?.has(aliasKey(row))) {
      context.mergedTools.set(aliasKey(row), { name: aliasOf(row), row: row.row, into: id })
    }
  }
  // Departments are made now, in the order of the rows; who uses what is written when all of them exist.
  const users = guard.holds('owner') ? (draft.owner ?? []).filter((name) => name !== ownerName) : draft.owner
  for (const name of [...(users ?? []), ...(guard.holds('usedBy') ? [] : (draft.usedBy ?? []))]) {
    if (!meansEverybody(name)) departments.findOrCreate(name)
  }
  return { merged, before, id, kept: guard.kept }
}

/** What an import starts from: the stored tool without what is decided anew. */
function bareOf(tool: Tool): Record<string, unknown> {
  const { mentionedOnly: _, hand: __, ...rest } = withoutExtra(tool)
  return { ...rest }
}

const NO_ALIASES: readonly string[] = []

/**
 * The drafts of a group. Those that use another spelling than the tool's own say it under that name; what they call it is
 * among `aliases`, and an id of theirs that isn't the tool's goes to their extra columns.
 */
function membersOf(
  group: RowGroup,
  drafts: readonly ToolDraft[],
  before: Tool | undefined,
): { members: readonly [ToolDraft, ...ToolDraft[]]; aliases: readonly string[] } {
  const [only] = group.rows
  if (group.rows.length === 1 && group.renamed.size === 0 && before?.aliases === undefined) {
    const draft = only === undefined ? undefined : drafts[only]
    if (draft !== undefined) return { members: [draft], aliases: NO_ALIASES }
  }
  const isRenamed = (index: number) => {
    const draft = drafts[index]
    if (group.renamed.has(index)) return true
    if (draft === undefined || before?.aliases === undefined || endKey(draft) === endKey(before)) return false
    return isAliasOf(before, draft)
  }
  const renamed = new Set(group.rows.filter(isRenamed))
  const own = group.rows.find((index) => !renamed.has(index))
  const named = (own === undefined ? undefined : drafts[own]) ?? before
  let externalId = before?.externalId ?? (own === undefined ? undefined : drafts[own]?.externalId)
  const aliases: string[] = []
  const [first, ...more] = group.rows.flatMap((index): ToolDraft[] => {
    const draft = drafts[index]
    if (draft === undefined) return []
    if (!renamed.has(index) || named === undefined) return [draft]
    const { partOf: _, externalId: theirs, ...rest } = draft
    aliases.push(aliasOf(draft))
    externalId ??= theirs
    const isOther = theirs !== undefined && theirs !== externalId
    return [
      {
        ...rest,
        name: named.name,
        ...(named.partOf === undefined ? {} : { partOf: named.partOf }),
        ...(rest.clears === undefined ? {} : { clears: rest.clears.filter((field) => field !== 'partOf') }),
        ...(theirs === undefined || isOther ? {} : { externalId: theirs }),
        ...(isOther ? { extra: { ...rest.extra, [draft.columns?.id ?? 'id']: theirs } } : {}),
      },
    ]
  })
  if (first === undefined) throw new Error('A group of rows is never empty')
  return { members: [first, ...more], aliases }
}

function toolFacets(tool: Tool | undefined, usages: readonly Usage[], { writer }: PlanContext): Map<Place, FieldValue> {
  if (tool === undefined) return new Map()
  const facets = plainFacets(tool, SHOWN)
  const functions = tool.functions.map((id) => writer.get('functions', id)?.name ?? '')
  if (functions.length > 0) facets.set('functions', functions)
  if (tool.owner !== undefined) facets.set('owner', [writer.get('departments', tool.owner)?.name ?? ''])
  const users = usages.map(({ department }) => writer.get('departments', department)?.name ?? '')
  if (users.length > 0) facets.set('usedBy', users)
  return facets
}
