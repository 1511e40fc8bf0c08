import type { Inventory } from '../inventory/inventory'
import type { Judgement, ToolId, Verdict } from '../inventory/nouns'

/** What people decided, pair by pair. */
export interface Verdicts {
  of(a: ToolId, b: ToolId): Judgement | undefined
  /** Everything a tool was judged against. */
  on(tool: ToolId): ReadonlyMap<ToolId, Verdict>
}

const NOTHING: ReadonlyMap<ToolId, Verdict> = new Map()

/** Looks verdicts up by pair. A verdict on a group holds for each of its pairs; the newest date wins, then the larger id. */
export function verdictsOf(inventory: Inventory): Verdicts {
  const latest = new Map<ToolId, Map<ToolId, Verdict>>()
  for (const verdict of inventory.verdicts.values()) {
    for (const a of verdict.tools) {
      const others = latest.get(a) ?? new Map<ToolId, Verdict>()
      latest.set(a, others)
      for (const b of verdict.tools) {
        const known = others.get(b)
        if (a !== b && (known === undefined || isNewer(verdict, known))) others.set(b, verdict)
      }
    }
  }
  return {
    of: (a, b) => (latest.size === 0 ? undefined : latest.get(a)?.get(b)?.judgement),
    on: (tool) => latest.get(tool) ?? NOTHING,
  }
}

/** The tools without those that are `not-the-same` as every other one of them. */
export function withoutStrangers(tools: readonly ToolId[], verdicts: Verdicts): readonly ToolId[] {
  const members = new Set(tools)
  return tools.filter((tool) => {
    let strange = 0
    for (const [other, { judgement }] of verdicts.on(tool)) {
      if (judgement === 'not-the-same' && members.has(other)) strange++
    }
    return strange === 0 || strange < tools.length - 1
  })
}

/**
 * How many of the tools stay whatever happens: one, or as many as people justified beside each other. The largest
 * group of pairwise justified tools, found greedily from each tool in the order given.
 */
export function countStaying(tools: readonly ToolId[], verdicts: Verdicts): number {
  const members = new Set(tools)
  let most = Math.min(1, tools.length)
  for (const first of tools) {
    if (verdicts.on(first).size < most) continue
    const group = [first]
    for (const [other, { judgement }] of [...verdicts.on(first)].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (judgement !== 'justified' || !members.has(other)) continue
      if (group.every((one) => verdicts.of(one, other) === 'justified')) group.push(other)
    }
    most = Math.max(most, group.length)
  }
  return most
}

function isNewer(verdict: Verdict, known: Verdict): boolean {
  return verdict.date === known.date ? verdict.id > known.id : verdict.date > known.date
}
