import type { RowChange } from './change'
import { patched, rowChange } from './edit-rows'
import { withHand } from './hand'
import type { Inventory } from './inventory'
import type { Tool, ToolId } from './nouns'

/** The fields of a tool that hold what they say: neither ids of other rows nor where the tool came from. */
export const PLAIN_FIELDS = [
  'name',
  'partOf',
  'externalId',
  'vendor',
  'description',
  'businessOwner',
  'technicalOwner',
  'status',
  'hosting',
  'users',
  'annualCost',
  'contractEnd',
  'noticeMonths',
  'plannedFrom',
  'retiredFrom',
  'criticality',
  'functionalFit',
  'technicalFit',
  'dataClass',
  'personalData',
  'ai',
  'tags',
  'url',
  'notes',
] as const satisfies readonly (keyof Tool)[]

export type PlainField = (typeof PLAIN_FIELDS)[number]

/**
 * The rows that set one plain field; `undefined`: unknown. Texts are trimmed, an empty one is unknown. A tool that was
 * only mentioned is one of the inventory as soon as something is known of it. No rows when nothing changes, when there
 * is no such tool, or when the name would be blank.
 */
export function setToolDetail<F extends PlainField>(
  inventory: Inventory,
  id: ToolId,
  field: F,
  value: Tool[F] | undefined,
): readonly RowChange[] {
  const before = inventory.tools.get(id)
  if (before === undefined) return []
  const known = stored(value)
  if (field === 'name' && known === undefined) return []
  if (JSON.stringify(before[field]) === JSON.stringify(known)) return []
  const mention = known === undefined ? {} : { mentionedOnly: undefined }
  return rowChange(
    'tools',
    before,
    patched(before, { [field]: known, ...mention, ...withHand(before, field) } as Partial<Tool>),
  )
}

function stored(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined
  if (!Array.isArray(value)) return value
  const texts = value.map((text) => String(text).trim()).filter((text) => text !== '')
  return texts.length === 0 ? undefined : [...new Set(texts)]
}
