import type { Assigned } from '../../shared/analysis/findings'
import { compare } from '../../shared/analysis/overlap-reasons'
import { LISTED_FROM } from '../../shared/analysis/overlap-scale'
import { traitsOf } from '../../shared/analysis/tool-traits'
import type { Inventory } from '../../shared/inventory/inventory'

export interface Bruted {
  /** `a b` of every pair that would be listed, of those looked at. */
  readonly pairs: ReadonlySet<string>
  readonly compared: number
}

/**
 * Every pair of tools compared with the same yardstick, without any index.
 * @param every only each so-manieth tool is compared with all behind it, for sizes at which all would take minutes
 */
export function bruteForce(inventory: Inventory, assigned: Assigned, every = 1): Bruted {
  const traits = traitsOf(inventory, assigned, new Map())
  const pairs = new Set<string>()
  let compared = 0
  for (let i = 0; i < traits.length; i += every) {
    for (let j = i + 1; j < traits.length; j += 1) {
      const [a, b] = [traits[i], traits[j]]
      if (a === undefined || b === undefined) continue
      compared += 1
      let score = 0
      for (const { weight } of compare(a, b, inventory, assigned).reasons) score += weight
      if (score >= LISTED_FROM) pairs.add(`${a.tool.id} ${b.tool.id}`)
    }
  }
  return { pairs, compared }
}
