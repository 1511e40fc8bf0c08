import type { Inventory } from '../inventory/inventory'
import { assignFunctions } from './assign-functions'
import type { BundleWeights } from './bundle-scale'
import { allOverlaps } from './find-overlaps'
import type { CatalogueInputs, Findings } from './findings'
import { overlapCounts, overlapGroups } from './overlap-groups'
import { overlapModel } from './overlap-model'
import { rankBundles } from './rank-bundles'

/**
 * Everything the analysis has to say about an inventory, in one call for the worker.
 * @param catalogue what `recogniseTools` found, or `NOTHING_RECOGNISED`
 * @param today ISO date from which contracts are counted
 * @param weights the user's own, where they differ from `BUNDLE_WEIGHTS`
 */
export function judge(
  inventory: Inventory,
  catalogue: CatalogueInputs,
  today: string,
  weights?: Partial<BundleWeights>,
): Findings {
  const assigned = assignFunctions(inventory, catalogue.proposals, catalogue.functions)
  const model = overlapModel({ inventory, assigned, catalogue })
  const overlaps = allOverlaps(model)
  const groups = overlapGroups(model, overlaps)
  const bundles = rankBundles(inventory, assigned, today, weights)
  return { assigned, overlaps, groups, bundles, overlapCount: overlapCounts(model, overlaps) }
}

/** For when there is no catalogue (yet): only what the lists and people say counts. */
export const NOTHING_RECOGNISED: CatalogueInputs = { proposals: new Map(), functions: new Map(), products: new Map() }
