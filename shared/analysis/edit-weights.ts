import type { RowChange } from '../inventory/change'
import { rowAdded, rowChange, rowRemoved } from '../inventory/edit-rows'
import type { Inventory } from '../inventory/inventory'
import { BUNDLE_WEIGHTS, type TermCode } from './bundle-scale'
import { WEIGHTS } from './weights'

/**
 * The rows that give a term another weight than the published one, or the published one again. A weight equal to the
 * published one isn't kept. None when nothing changes or the weight isn't a finite number from 0 up.
 * @param weight undefined: the published one
 */
export function setWeight(inventory: Inventory, code: TermCode, weight: number | undefined): readonly RowChange[] {
  if (weight !== undefined && !(weight >= 0 && weight < Infinity)) return []
  const before = inventory.preferences.get(WEIGHTS)
  const { [code]: _, ...others } = before?.values ?? {}
  const values = weight === undefined || weight === BUNDLE_WEIGHTS[code] ? others : { ...others, [code]: weight }
  if (Object.keys(values).length === 0) return before === undefined ? [] : [rowRemoved('preferences', before)]
  if (before === undefined) return [rowAdded('preferences', { id: WEIGHTS, values })]
  return before.values[code] === values[code] ? [] : rowChange('preferences', before, { ...before, values })
}

/** The rows that go back to the published weights. */
export function resetWeights(inventory: Inventory): readonly RowChange[] {
  const before = inventory.preferences.get(WEIGHTS)
  return before === undefined ? [] : [rowRemoved('preferences', before)]
}
