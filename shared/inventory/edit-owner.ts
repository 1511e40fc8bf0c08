import type { RowChange } from './change'
import { patched, rowChange } from './edit-rows'
import { withHand } from './hand'
import type { Inventory } from './inventory'
import type { DepartmentId, ToolId } from './nouns'

/**
 * The rows that give tools to a department that exists, by its id, because names need not be unique; `undefined`: to
 * none. A tool that was only mentioned is one of the inventory as soon as its owner is known. Unknown ids are passed
 * over, and so are tools that the department has already.
 */
export function setOwner(
  inventory: Inventory,
  tools: Iterable<ToolId>,
  owner: DepartmentId | undefined,
): readonly RowChange[] {
  if (owner !== undefined && !inventory.departments.has(owner)) return []
  return [...new Set(tools)].flatMap((id) => {
    const before = inventory.tools.get(id)
    if (before === undefined || before.owner === owner) return []
    const known = owner === undefined ? {} : { mentionedOnly: undefined }
    return rowChange('tools', before, { ...patched(before, { owner, ...known }), ...withHand(before, 'owner') })
  })
}
