import type { Inventory } from '../inventory/inventory'
import type { ToolId } from '../inventory/nouns'
import type { Assigned, CatalogueInputs } from './findings'
import { addToIndex, emptyIndex, type OverlapIndex, removeFromIndex } from './overlap-index'
import { CROWD, SAME_PRODUCT_PAIRS } from './overlap-scale'
import { type Anchor, type OwnedSuites, ownedSuites } from './suite-anchors'
import type { Tokens } from './tokens'
import { type ByTool, someTraits, type Traits, traitsOf } from './tool-traits'
import { type Verdicts, verdictsOf } from './verdicts'

/** What overlaps are worked out from. */
export interface OverlapSource {
  readonly inventory: Inventory
  readonly assigned: Assigned
  readonly catalogue: Pick<CatalogueInputs, 'products' | 'suites'>
  readonly byTool?: ByTool
}

/**
 * Everything needed to compare tools fast, kept from one Change to the next. The one thing in this folder that is
 * changed in place (`updateModel`), because a copy of its index would cost what the update saves.
 */
export interface OverlapModel {
  source: OverlapSource
  verdicts: Verdicts
  suites: OwnedSuites
  readonly tokens: Tokens
  readonly traits: Map<ToolId, Traits>
  readonly index: OverlapIndex
  /** The suites beside each tool, only where there are any. */
  readonly anchors: Map<ToolId, readonly Anchor[]>
  /** The other way round: the tools beside which a tool stands for its suite. */
  readonly contained: Map<ToolId, Set<ToolId>>
  nextSlot: number
}

/** The model of an inventory. Linear in its rows and words. */
export function overlapModel(source: OverlapSource): OverlapModel {
  const { inventory, assigned, catalogue } = source
  const { traits, tokens } = traitsOf(inventory, assigned, catalogue)
  const model: OverlapModel = {
    source,
    verdicts: verdictsOf(inventory),
    suites: ownedSuites(traits, assigned, tokens),
    tokens,
    traits: new Map(traits.map((one) => [one.tool.id, one])),
    index: emptyIndex(),
    anchors: new Map(),
    contained: new Map(),
    nextSlot: traits.length,
  }
  for (const one of traits) {
    addToIndex(one, model.index)
    setAnchors(one.tool.id, model.suites.anchorsOf(one), model)
  }
  return model
}

/**
 * Brings the model to a newer source in which only these tools differ (themselves, their jobs, users, data, verdicts
 * or recognition). Gives back every tool whose pairs must be looked at again: those, and the others of a group that
 * became a crowd or ceased to be one, or whose suite is represented by another tool now.
 */
export function updateModel(model: OverlapModel, source: OverlapSource, changed: ReadonlySet<ToolId>): Set<ToolId> {
  const dirty = new Set(changed)
  const { index, traits } = model
  const sizes = new Map<string, { before: boolean; now: () => Iterable<Traits>; isCrowd: () => boolean }>()
  const note = (one: Traits) => {
    for (const job of one.jobs) {
      const now = () => index.jobs.get(job)?.members ?? []
      const isCrowd = () => (index.jobs.get(job)?.members.size ?? 0) > CROWD
      if (!sizes.has(`job ${job}`)) sizes.set(`job ${job}`, { before: isCrowd(), now, isCrowd })
    }
    for (const name of one.names) {
      const now = () => index.names.get(name)?.members ?? []
      const isCrowd = () => (index.names.get(name)?.members.size ?? 0) > SAME_PRODUCT_PAIRS
      if (!sizes.has(`name ${name}`)) sizes.set(`name ${name}`, { before: isCrowd(), now, isCrowd })
    }
  }
  let suitesMoved = false
  const fresh = someTraits(
    changed,
    source.inventory,
    source.assigned,
    source.catalogue,
    model.tokens,
    model.nextSlot,
    source.byTool,
  )
  model.nextSlot += fresh.length
  model.source = source
  model.verdicts = verdictsOf(source.inventory)
  for (const id of changed) {
    const old = traits.get(id)
    if (old === undefined) continue
    note(old)
    suitesMoved ||= old.suite !== undefined
  }
  for (const one of fresh) {
    note(one)
    suitesMoved ||= one.suite !== undefined
  }
  for (const id of changed) {
    const old = traits.get(id)
    if (old !== undefined) removeFromIndex(old, index)
    traits.delete(id)
  }
  for (const one of fresh) {
    traits.set(one.tool.id, one)
    addToIndex(one, index)
  }
  for (const [key, { before, now, isCrowd }] of sizes) {
    const after = isCrowd()
    // Of very many rows with one name each is listed with the first, and another may be the first now.
    if (before !== after || (after && key.startsWith('name'))) for (const { tool } of now()) dirty.add(tool.id)
  }
  if (suitesMoved) model.suites = ownedSuites(traits.values(), source.assigned, model.tokens)
  const anchored = suitesMoved ? traits.keys() : changed
  for (const id of new Set([...anchored, ...changed])) {
    const one = traits.get(id)
    if (setAnchors(id, one === undefined ? [] : model.suites.anchorsOf(one), model)) dirty.add(id)
  }
  return dirty
}

/** The suite that makes one of two tools dispensable beside the other, if any: the one that does most of its jobs. */
export function anchorBetween(a: Traits, b: Traits, { anchors }: OverlapModel): Anchor | undefined {
  if (anchors.size === 0) return undefined
  let best: Anchor | undefined
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const anchor of anchors.get(one.tool.id) ?? []) {
      if (anchor.tool === other.tool.id && (best === undefined || anchor.share > best.share)) best = anchor
    }
  }
  return best
}

/** Sets a tool's anchors and says whether they are others than before. */
function setAnchors(id: ToolId, anchors: readonly Anchor[], model: OverlapModel): boolean {
  const before = model.anchors.get(id) ?? []
  if (before.length === 0 && anchors.length === 0) return false
  for (const { tool } of before) model.contained.get(tool)?.delete(id)
  for (const { tool } of anchors) {
    const contained = model.contained.get(tool)
    if (contained === undefined) model.contained.set(tool, new Set([id]))
    else contained.add(id)
  }
  if (anchors.length === 0) model.anchors.delete(id)
  else model.anchors.set(id, anchors)
  return JSON.stringify(before) !== JSON.stringify(anchors)
}
