import type { Inventory } from '../inventory/inventory'
import type { Judgement, ToolId } from '../inventory/nouns'
import type { Assigned, Overlap, OverlapKind } from './findings'
import { visitCandidates } from './overlap-candidates'
import { type Compared, compare } from './overlap-reasons'
import { LISTED_FROM } from './overlap-scale'
import { traitsOf } from './tool-traits'
import { verdictsOf } from './verdicts'

/**
 * Pairs of tools that do the same, best first, ties by id. `score` is the sum of the reasons' weights (0–1, absolute:
 * see `overlap-scale.ts`). Pairs below 0.2 are left out unless somebody judged them; `not-the-same` pairs always are.
 * Retired tools take no part, planned ones do. Kinds:
 * - same-product: the same name without edition and version, or the same recognised product, and parts of the same
 *   system or of none;
 * - redundant: a shared function and at least one department known to use both, or a person's verdict;
 * - overlap: everything else. Where nobody is known to use one of them, they are not said to share their users.
 * @param products recognised product by tool; equal text means the same product
 */
export function findOverlaps(
  inventory: Inventory,
  assigned: Assigned,
  products: ReadonlyMap<ToolId, string> = new Map(),
): readonly Overlap[] {
  const verdicts = verdictsOf(inventory)
  const overlaps: Overlap[] = []
  visitCandidates(inventory, traitsOf(inventory, assigned, products), verdicts, (a, b) => {
    const verdict = verdicts.of(a.tool.id, b.tool.id)
    const compared = compare(a, b, inventory, assigned)
    const { reasons, proposed } = compared
    let score = 0
    for (const { weight } of reasons) score += weight
    if (score < LISTED_FROM && verdict === undefined) return
    const kind = kindOf(compared, verdict)
    const tools = [a.tool.id, b.tool.id] as const
    overlaps.push({
      tools,
      score: Math.min(1, score),
      kind,
      reasons,
      proposed,
      ...(verdict === undefined ? {} : { verdict }),
    })
  })
  // Pairs come in the order of their ids and sorting is stable.
  return overlaps.sort((a, b) => b.score - a.score)
}

/** With how many other tools each tool overlaps. Tools without any are absent. */
export function countOverlaps(overlaps: readonly Overlap[]): ReadonlyMap<ToolId, number> {
  const counts = new Map<ToolId, number>()
  for (const { tools } of overlaps) for (const id of tools) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

function kindOf(compared: Compared, verdict: Judgement | undefined): OverlapKind {
  if (verdict === 'redundant') return 'redundant'
  if (compared.isSameProduct) return 'same-product'
  return compared.sharesFunction && compared.sharesDepartment ? 'redundant' : 'overlap'
}
