import type { EditableField } from '../../../shared/inventory/edit'

/** The columns from left to right; each is a field of the tool that can be edited in place. */
export const COLUMN_IDS = [
  'name',
  'vendor',
  'owner',
  'functions',
  'status',
  'users',
  'annualCost',
  'businessOwner',
] as const satisfies readonly EditableField[]

export type ColumnId = (typeof COLUMN_IDS)[number]
