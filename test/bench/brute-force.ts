import { overlapOf } from '../../shared/analysis/find-overlaps'
import type { OverlapModel } from '../../shared/analysis/overlap-model'
import { emptyWeighed } from '../../shared/analysis/overlap-reasons'

export interface Bruted {
  /** `a b` of every pair that is to be listed, of those looked at; ids in order. */
  readonly pairs: ReadonlySet<string>
  readonly compared: number
}

/**
 * Every pair of tools compared with the same yardstick, without any index.
 * @param every only each so-manieth tool is compared with all behind it, for sizes at which all would take minutes
 */
export function bruteForce(model: OverlapModel, every = 1): Bruted {
  const traits = [...model.traits.values()]
  const scratch = emptyWeighed()
  const pairs = new Set<string>()
  let compared = 0
  for (let i = 0; i < traits.length; i += every) {
    for (let j = i + 1; j < traits.length; j += 1) {
      const [a, b] = [traits[i], traits[j]]
      if (a === undefined || b === undefined) continue
      compared += 1
      const overlap = overlapOf(model, a, b, scratch)
      if (overlap !== undefined) pairs.add(overlap.tools.join(' '))
    }
  }
  return { pairs, compared }
}
