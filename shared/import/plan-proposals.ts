import type { Inventory } from '../inventory/inventory'
import type { Tool, ToolId } from '../inventory/nouns'
import type { CatalogueIndexLike, DepartmentMerge } from './import-plan'
import { departmentKey, nameKey } from './normalise'
import type { PlanContext } from './plan-context'
import { MERGE_CONFIDENCE, type MergeCandidate, proposeAmong } from './propose-departments'
import { type PossibleDuplicate, proposeDuplicates } from './propose-tools'

/**
 * Merges of departments in which the file's spellings have a part: those still open, worked out on what the import
 * leaves, and those accepted that it carries out.
 */
export function departmentMergesOf(inventory: Inventory, { writer, options }: PlanContext): readonly DepartmentMerge[] {
  const accepted = options.departmentMerges ?? new Map<string, string>()
  const isStored = (id: string) => inventory.departments.has(id as never)
  const departments = writer.all('departments')
  if (accepted.size === 0 && departments.every(({ id }) => isStored(id))) return []
  const weights = new Map<string, number>()
  const count = (id: string) => weights.set(id, (weights.get(id) ?? 0) + 1)
  for (const { owner } of writer.all('tools')) if (owner !== undefined) count(owner)
  for (const { department } of writer.all('usages')) count(department)
  const candidates: MergeCandidate[] = []
  // What was accepted is shown as if it were still open, so that the list stays as it was when it was ticked.
  const done = new Map<string, string>()
  for (const { id, name, aliases } of departments) {
    candidates.push({ name, weight: weights.get(id) ?? 0, ...(isStored(id) ? { id } : {}) })
    for (const alias of aliases ?? []) {
      if (accepted.has(nameKey(alias))) done.set(alias, name)
    }
  }
  const open = proposeAmong(candidates).filter(({ fromId, intoId }) => fromId === undefined || intoId === undefined)
  const all = open.map((each): DepartmentMerge => ({ ...each, accepted: false }))
  for (const [from, into] of done) {
    const [proposed] = proposeAmong([
      { name: into, weight: 1 },
      { name: from, weight: 0 },
    ])
    const reason = proposed?.reason ?? 'writing'
    const target = departments.find((each) => departmentKey(each.name) === departmentKey(into))
    all.push({
      from,
      into,
      reason,
      confidence: MERGE_CONFIDENCE[reason],
      ...(target !== undefined && isStored(target.id) ? { intoId: target.id } : {}),
      accepted: true,
    })
  }
  return all
}

/** Tools of this import that are probably others: those still open and those that were accepted. */
export function duplicatesOf(
  { writer, mergedTools }: PlanContext,
  catalogue: CatalogueIndexLike | undefined,
): readonly PossibleDuplicate[] {
  const known: Tool[] = []
  const added: Tool[] = []
  for (const tool of writer.all('tools')) (writer.isNew('tools', tool.id) ? added : known).push(tool)
  const productNamed = (name: string) => catalogue?.productByName?.(name)
  const open = proposeDuplicates(known, added, productNamed)
  const accepted = [...mergedTools].flatMap(([key, { name, row, into }]): readonly PossibleDuplicate[] => {
    const tool = writer.get('tools', into)
    if (tool === undefined) return []
    const spelling: Tool = {
      id: '' as ToolId,
      name,
      functions: [],
      ...(tool.vendor === undefined ? {} : { vendor: tool.vendor }),
    }
    const [proposed] = proposeDuplicates([tool], [spelling], productNamed)
    const existing = writer.isNew('tools', into)
      ? { key: nameKey(tool.name), name: tool.name }
      : { id: into, name: tool.name }
    return [
      {
        key,
        name,
        ...(row === undefined ? {} : { row }),
        existing,
        reason: proposed?.reason ?? 'writing',
        confidence: proposed?.confidence ?? 1,
        accepted: true,
      },
    ]
  })
  return [...accepted, ...open]
}
