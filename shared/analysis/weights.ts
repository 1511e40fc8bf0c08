import type { Inventory } from '../inventory/inventory'
import type { PreferenceId } from '../inventory/remembered'
import { BUNDLE_WEIGHTS, type BundleWeights } from './bundle-scale'

/** The row of the preferences that holds the user's weights, by the codes of the terms. */
export const WEIGHTS = 'weights' as PreferenceId

/** The user's own weights, where they differ from the published ones: finite, not negative. Others are passed over. */
export function weightsOf({ preferences }: Inventory): Partial<BundleWeights> {
  const own = Object.entries(preferences.get(WEIGHTS)?.values ?? {}).filter(
    ([code, value]) =>
      Object.hasOwn(BUNDLE_WEIGHTS, code) && typeof value === 'number' && value >= 0 && value < Infinity,
  )
  return Object.fromEntries(own)
}
