import { removeTools } from '../inventory/edit'
import { removeDepartments } from '../inventory/edit-department'
import type { DepartmentId, FlowId, ToolId } from '../inventory/nouns'
import type { ImportInput } from './import-plan'
import type { PlanContext } from './plan-context'

/**
 * Ids of the records of this kind that the file once brought and that none of its rows means or names any more; and
 * what was chosen for them is written: nothing, the status "retired" (unless a person has set another), or their removal
 * together with what can't be without them.
 * Only tools, departments and flows remember which file brought them.
 */
export function planMissing(
  { kind, fileName }: ImportInput,
  matched: ReadonlySet<string>,
  { writer, options }: PlanContext,
): readonly string[] {
  if (kind !== 'tools' && kind !== 'departments' && kind !== 'flows') return []
  const missing = writer
    .all(kind)
    .filter((record) => record.origin?.file === fileName && !matched.has(record.id))
    .filter((record) => !('mentionedOnly' in record && record.mentionedOnly))
    .map(({ id }) => id as string)
  const choiceOf = (id: string) => options.missingOf?.get(id) ?? options.missing ?? 'keep'
  const deleted = missing.filter((id) => choiceOf(id) === 'delete')
  const keepsHand = options.handEdits !== 'file-wins'
  for (const id of missing) {
    if (choiceOf(id) !== 'retire' || kind === 'departments') continue
    const record = kind === 'tools' ? writer.get('tools', id as ToolId) : writer.get('flows', id as FlowId)
    if (record === undefined || (keepsHand && record.hand?.includes('status'))) continue
    writer.put(kind, { ...record, status: 'retired' } as never)
  }
  if (deleted.length === 0) return missing
  if (kind === 'flows') for (const id of deleted) writer.remove('flows', id as FlowId)
  else if (kind === 'tools') writer.apply(removeTools(writer.view(), deleted as ToolId[]))
  else writer.apply(removeDepartments(writer.view(), deleted as DepartmentId[]))
  return missing
}
