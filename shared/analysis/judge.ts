import type { Inventory } from '../inventory/inventory'
import type { ToolId } from '../inventory/nouns'
import { type AssignedByTool, assignAgain, assignAll } from './assign-functions'
import { bundleFacts, updateFacts } from './bundle-facts'
import { type BundleWeights, scaledWeights } from './bundle-scale'
import { type FoundOverlaps, overlapSteps } from './find-overlaps'
import type { Bundle, CatalogueInputs, Findings, Target } from './findings'
import { countAgain, countOverlaps, type OverlapCounts } from './overlap-counts'
import { type Grouped, groupAgain, groupAll } from './overlap-groups'
import { type OverlapModel, overlapModel } from './overlap-model'
import { platformAreas } from './platform-areas'
import { paidSuites, proposeTarget } from './propose-target'
import { type Ranked, rankAgain, rankAll } from './rank-bundles'
import { sensitivityAgain, type Tried } from './sensitivity'
import { updateOverlaps } from './update-overlaps'

/** What one judgement leaves for the next, so that an edit doesn't start everything anew. Used up by `judgeAgain`. */
export interface Kept {
  readonly assigned: AssignedByTool
  readonly model: OverlapModel
  readonly found: FoundOverlaps
  readonly grouped: Grouped
  readonly counted: OverlapCounts
  readonly ranked: Ranked
  readonly tried: Tried
  readonly targets: Targets
  readonly catalogue: CatalogueInputs
}

/** Proposed targets, each with the bundle it was worked out for. */
type Targets = ReadonlyMap<string, { readonly bundle: Bundle['terms']; readonly target: Target | undefined }>

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

/** A judgement and what the next one can build on; nothing as long as overlaps are still being looked for. */
export interface Judged {
  readonly findings: Findings
  readonly kept: Kept | undefined
}

/** `judge`, with what the next judgement can build on. */
export function judgeAnew(input: JudgeInput, most?: number): { readonly findings: Findings; readonly kept: Kept } {
  let last: Judged | undefined
  for (const judged of judgeSteps(input, most)) last = judged
  if (last?.kept === undefined) throw new Error('overlaps were looked for without an end')
  return { findings: last.findings, kept: last.kept }
}

/**
 * The same in several goes: everything at once but for the overlaps of a large inventory, of which the strongest come
 * first (`overlapRange`). The last go is `judgeAnew`.
 */
export function* judgeSteps(input: JudgeInput, most?: number): Iterable<Judged> {
  const { inventory, catalogue, today, weights = {} } = input
  const assigned = assignAll(inventory, catalogue.proposals, catalogue.functions)
  const model = overlapModel({ inventory, assigned: assigned.assigned, catalogue })
  const facts = bundleFacts(inventory, today, scaledWeights(weights), model.verdicts)
  const ranked = rankAll(facts, assigned.assigned)
  const targets = targetsOf(ranked, catalogue, undefined)
  const { standings, tried } = sensitivityAgain(ranked.bundles, undefined)
  for (const found of overlapSteps(model, most)) {
    const grouped = groupAll(model, found.overlaps)
    const counted = countOverlaps(model, found.overlaps)
    const kept = { assigned, model, found, grouped, counted, ranked, tried, targets, catalogue }
    yield { findings: findingsOf(kept, standings), kept: found.range.extent === 'so-far' ? undefined : kept }
  }
}

/**
 * The same findings as `judgeAnew`, with only what these tools touch worked out again. What didn't change are the same
 * objects as before.
 * @param touched every tool that a Change since then can have touched (`touchedTools`); where functions or departments
 * aren't the very ones of last time, everything is judged anew
 */
export function judgeAgain(
  kept: Kept,
  input: JudgeInput,
  touched: ReadonlySet<ToolId>,
  most?: number,
): { readonly findings: Findings; readonly kept: Kept } {
  const { inventory, catalogue, today, weights = {} } = input
  const { model } = kept
  const before = model.source.inventory
  if (before.functions !== inventory.functions || before.departments !== inventory.departments) {
    return judgeAnew(input, most)
  }
  const jobsBefore = new Set<number>()
  for (const id of touched) for (const job of model.traits.get(id)?.jobs ?? []) jobsBefore.add(job)
  const assigned = assignAgain(kept.assigned, inventory, catalogue.proposals, catalogue.functions, touched)
  const source = { inventory, assigned: assigned.assigned, catalogue, byTool: assigned.byTool }
  const updated = updateOverlaps(model, kept.found, source, touched, most)
  const grouped = groupAgain(kept.grouped, model, updated, jobsBefore)
  const counted = countAgain(kept.counted, model, updated)
  const scaled = scaledWeights(weights)
  const { facts } = kept.ranked
  const isSameScale = facts.today === today && JSON.stringify(facts.weights) === JSON.stringify(scaled)
  if (isSameScale) updateFacts(facts, inventory, model.verdicts, touched)
  const ranked = isSameScale
    ? rankAgain(kept.ranked, assigned.assigned, assigned.byTool, touched)
    : rankAll(bundleFacts(inventory, today, scaled, model.verdicts), assigned.assigned)
  const targets = targetsOf(
    ranked,
    catalogue,
    isSuiteTouched(kept.catalogue, catalogue, touched) ? undefined : kept.targets,
  )
  const { standings, tried } = sensitivityAgain(ranked.bundles, kept.tried)
  const next = { assigned, model, found: updated.found, grouped, counted, ranked, tried, targets, catalogue }
  return { findings: findingsOf(next, standings), kept: next }
}

/** Whether one of these tools belongs to a suite: what is paid for may be something else now. */
function isSuiteTouched(before: CatalogueInputs, now: CatalogueInputs, touched: ReadonlySet<ToolId>): boolean {
  for (const id of touched) if (before.suites?.has(id) === true || now.suites?.has(id) === true) return true
  return false
}

/** The targets of all bundles; those of bundles whose terms are the very ones of last time are taken over. */
function targetsOf({ bundles, facts }: Ranked, { suites = new Map() }: CatalogueInputs, before?: Targets): Targets {
  const targets = new Map<string, { bundle: Bundle['terms']; target: Target | undefined }>()
  const paid = paidSuites(facts.inventory, suites)
  for (const bundle of bundles) {
    const known = before?.get(bundle.functionKey)
    const target = known?.bundle === bundle.terms ? known.target : proposeTarget(bundle, facts, { suites, paid })
    targets.set(bundle.functionKey, { bundle: bundle.terms, target })
  }
  return targets
}

function findingsOf(kept: Kept, sensitivity: Findings['sensitivity']): Findings {
  const { assigned, found, grouped, counted, ranked, targets } = kept
  const proposed = new Map<string, Target>()
  for (const [key, { target }] of targets) if (target !== undefined) proposed.set(key, target)
  return {
    assigned: assigned.assigned,
    overlaps: found.overlaps,
    overlapRange: found.range,
    groups: grouped.groups,
    bundles: ranked.bundles,
    sensitivity,
    targets: proposed,
    areas: platformAreas(ranked.bundles, assigned.assigned),
    overlapCount: counted.counts,
  }
}

/** For when there is no catalogue (yet): only what the lists and people say counts. */
export const NOTHING_RECOGNISED: CatalogueInputs = { proposals: new Map(), functions: new Map(), products: new Map() }
