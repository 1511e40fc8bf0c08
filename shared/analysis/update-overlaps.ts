import type { ToolId } from '../inventory/nouns'
import { allOverlaps, byScore, cutTo, explained, type FoundOverlaps, pairFinder } from './find-overlaps'
import type { Overlap } from './findings'
import { type OverlapModel, type OverlapSource, updateModel } from './overlap-model'
import { MOST_LISTED } from './overlap-scale'
import { strongestPairs } from './strongest-pairs'

/** The listed pairs after an edit, and how they differ from those before it. */
export interface UpdatedOverlaps {
  readonly found: FoundOverlaps
  /** Pairs of touched tools that were listed before, and that are listed now; `all` when everything was looked at anew. */
  readonly removed: readonly Overlap[]
  readonly added: readonly Overlap[]
  /** Every tool whose pairs were looked at again. */
  readonly dirty: ReadonlySet<ToolId> | 'all'
}

/** With more tools than these to look at, walking through the list takes less time than looking places up in it. */
const MANY = 64

/**
 * The listed pairs after an edit, from those before it: only the pairs of these tools (and of groups that an edit made
 * a crowd or a suite's) are weighed again. Equal to `allOverlaps` of a new model. Where more pairs than `most` exist and
 * the edit took so many listed ones away that the next best are needed, all are looked at. Changes the model.
 */
export function updateOverlaps(
  model: OverlapModel,
  before: FoundOverlaps,
  source: OverlapSource,
  changed: ReadonlySet<ToolId>,
  most: number = MOST_LISTED,
): UpdatedOverlaps {
  const { known, range, until } = before
  if (range.extent === 'so-far') throw new Error('overlaps that are still being looked for can’t be updated')
  const old = changed.size > MANY ? [] : pairsOf(model, changed, until)
  const dirty = updateModel(model, source, changed)
  const isNear = dirty.size <= MANY && [...dirty].every((id) => changed.has(id))
  const gone = isNear ? old : known.filter(({ tools: [a, b] }) => dirty.has(a) || dirty.has(b))
  const fresh = pairsOf(model, dirty, until)
  const merged = isNear
    ? spliced(known, gone, fresh)
    : mergedWith(
        known.filter(({ tools: [a, b] }) => !dirty.has(a) && !dirty.has(b)),
        fresh,
      )
  const found = cutTo(merged, most, until)
  if (range.extent === 'all' && found.range.extent === 'all') return { found, removed: gone, added: fresh, dirty }
  // So many were taken away that the next best, which nobody has looked at, may be listed now.
  const isShort = found.range.extent === 'all' && until !== undefined
  return { found: isShort ? allOverlaps(model, most) : found, removed: [], added: [], dirty: 'all' }
}

/** The pairs of these tools that are to be known, best first. */
function pairsOf(model: OverlapModel, ids: ReadonlySet<ToolId>, until: Overlap | undefined): readonly Overlap[] {
  const strongest = strongestPairs(Number.POSITIVE_INFINITY, until?.score)
  const pairs = pairFinder(model, strongest)
  for (const id of ids) {
    const one = model.traits.get(id)
    if (one !== undefined) pairs(one, (other) => !ids.has(other.tool.id) || other.slot > one.slot)
  }
  const found = explained(strongest.sorted(), model)
  return until === undefined ? found : found.filter((each) => each.verdict !== undefined || byScore(each, until) <= 0)
}

/** A sorted list without these of its pairs and with those, all sorted: everything between them is copied as it is. */
function spliced(list: readonly Overlap[], gone: readonly Overlap[], fresh: readonly Overlap[]): readonly Overlap[] {
  const parts: (readonly Overlap[])[] = []
  let [from, out, into] = [0, 0, 0]
  while (out < gone.length || into < fresh.length) {
    const [leaves, comes] = [gone[out], fresh[into]]
    const isLeaving = leaves !== undefined && (comes === undefined || byScore(leaves, comes) <= 0)
    const at = placeOf((isLeaving ? leaves : comes) as Overlap, list, from)
    if (at > from) parts.push(list.slice(from, at))
    if (isLeaving) {
      const there = list[at]
      // A cut list may end before it.
      from = there !== undefined && byScore(there, leaves) === 0 ? at + 1 : at
      out++
    } else {
      parts.push([comes as Overlap])
      from = at
      into++
    }
  }
  parts.push(list.slice(from))
  return ([] as Overlap[]).concat(...parts)
}

/** Where a pair is in a sorted list, or would be. */
function placeOf(overlap: Overlap, list: readonly Overlap[], from: number): number {
  let [low, high] = [from, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (byScore(list[middle] as Overlap, overlap) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function mergedWith(a: readonly Overlap[], b: readonly Overlap[]): readonly Overlap[] {
  const all: Overlap[] = []
  let next = 0
  for (const overlap of a) {
    while (next < b.length && byScore(b[next] as Overlap, overlap) < 0) all.push(b[next++] as Overlap)
    all.push(overlap)
  }
  return all.concat(b.slice(next))
}
