import type { Inventory } from '../inventory/inventory'
import type { ToolId } from '../inventory/nouns'
import { assignFunctions } from './assign-functions'
import type { BundleWeights } from './bundle-scale'
import { allOverlaps, updateOverlaps } from './find-overlaps'
import type { Assigned, CatalogueInputs, Findings, Overlap, Target } from './findings'
import { overlapCounts, overlapGroups } from './overlap-groups'
import { type OverlapModel, overlapModel } from './overlap-model'
import { platformAreas } from './platform-areas'
import { paidSuites, proposeTarget } from './propose-target'
import { rankBundles } from './rank-bundles'
import { sensitivity } from './sensitivity'

/** What one judgement leaves for the next, so that an edit doesn't start everything anew. Used up by `judgeAgain`. */
export interface Kept {
  readonly model: OverlapModel
  readonly overlaps: readonly Overlap[]
}

/** What is judged, and from when contracts are counted (ISO date). `weights`: where the user's differ from ours. */
export interface JudgeInput {
  readonly inventory: Inventory
  readonly catalogue: CatalogueInputs
  readonly today: string
  readonly weights?: Partial<BundleWeights> | undefined
}

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
  return judgeAnew({ inventory, catalogue, today, weights }).findings
}

/** `judge`, with what the next judgement can build on. */
export function judgeAnew(input: JudgeInput): { readonly findings: Findings; readonly kept: Kept } {
  const { inventory, catalogue } = input
  const assigned = assignFunctions(inventory, catalogue.proposals, catalogue.functions)
  const model = overlapModel({ inventory, assigned, catalogue })
  return concluded(input, assigned, { model, overlaps: allOverlaps(model) })
}

/**
 * The same findings as `judgeAnew`, with only the overlaps of these tools weighed again.
 * @param touched every tool that a Change since then can have touched (`touchedTools`)
 */
export function judgeAgain(
  { model, overlaps }: Kept,
  input: JudgeInput,
  touched: ReadonlySet<ToolId>,
): { readonly findings: Findings; readonly kept: Kept } {
  const { inventory, catalogue } = input
  const assigned = assignFunctions(inventory, catalogue.proposals, catalogue.functions)
  const updated = updateOverlaps(model, overlaps, { inventory, assigned, catalogue }, touched)
  return concluded(input, assigned, { model, overlaps: updated })
}

function concluded({ inventory, catalogue, today, weights }: JudgeInput, assigned: Assigned, kept: Kept) {
  const { model, overlaps } = kept
  const bundles = rankBundles(inventory, assigned, today, weights)
  const targets = new Map<string, Target>()
  const { suites = new Map() } = catalogue
  const paid = paidSuites(inventory, suites)
  for (const bundle of bundles) {
    const target = proposeTarget(bundle, inventory, { suites, paid }, today)
    if (target !== undefined) targets.set(bundle.functionKey, target)
  }
  const findings: Findings = {
    assigned,
    overlaps,
    groups: overlapGroups(model, overlaps),
    bundles,
    sensitivity: sensitivity(bundles),
    targets,
    areas: platformAreas(bundles, assigned),
    overlapCount: overlapCounts(model, overlaps),
  }
  return { findings, kept }
}

/** For when there is no catalogue (yet): only what the lists and people say counts. */
export const NOTHING_RECOGNISED: CatalogueInputs = { proposals: new Map(), functions: new Map(), products: new Map() }
