import { rememberedDifference } from './change'
import type { Inventory } from './inventory'
import type { Tool, ToolId } from './nouns'

/**
 * How much each value of a tool is worth to the map and the ranking, in points of 100. What bundles are made of comes
 * first (functions, owner), then what weighs them (users, cost), then what plans a replacement.
 */
export const COMPLETENESS_WEIGHTS = {
  functions: 18,
  owner: 16,
  users: 14,
  annualCost: 14,
  status: 8,
  businessOwner: 8,
  contractEnd: 7,
  criticality: 6,
  personalData: 5,
  ai: 4,
} as const satisfies Partial<Record<keyof Tool, number>>

export type GapField = keyof typeof COMPLETENESS_WEIGHTS

export const GAP_FIELDS = Object.keys(COMPLETENESS_WEIGHTS) as readonly GapField[]

const ALL_POINTS = GAP_FIELDS.reduce((sum, field) => sum + COMPLETENESS_WEIGHTS[field], 0)

/** So many users, or so much money a year (whole units of its currency), is half of what can be at stake. */
export const STAKE_HALF = { users: 50, cost: 10_000 } as const

export interface Completeness {
  /** 0–1: the points of what is known among all points. */
  readonly share: number
  /** What is missing, the weightiest first. */
  readonly missing: readonly GapField[]
}

/** A value that is missing, and how much it matters that it is. */
export interface Gap {
  readonly tool: ToolId
  readonly field: GapField
  /** `COMPLETENESS_WEIGHTS` × what is at stake (1–4). */
  readonly score: number
}

/** A bundle of the ranking, as far as gaps need it. */
export interface BundleLike {
  readonly rank: number
  readonly tools: readonly ToolId[]
}

/** How much is known of a tool. An owner that doesn't exist, a function nobody has, and "unknown" are not known. */
export function completenessOf(tool: Tool, inventory: Inventory): Completeness {
  const missing = GAP_FIELDS.filter((field) => !isKnown(tool, field, inventory))
  const lost = missing.reduce((sum, field) => sum + COMPLETENESS_WEIGHTS[field], 0)
  return { share: (ALL_POINTS - lost) / ALL_POINTS, missing }
}

interface Sum {
  readonly inventory: Inventory
  readonly points: number
  readonly count: number
}

/** The mean of all tools that count; 1 when none does. */
export function overallCompleteness(inventory: Inventory): number {
  return shareOf(sumOf(inventory))
}

/** Gives `overallCompleteness` of one inventory after the other; after an edit it looks at the edited tools only. */
export function completenessMeter(): (inventory: Inventory) => number {
  let last: Sum | undefined
  return (inventory) => {
    last = (last && sumAfter(last, inventory)) ?? sumOf(inventory)
    return shareOf(last)
  }
}

function shareOf({ points, count }: Sum): number {
  return count === 0 ? 1 : points / (ALL_POINTS * count)
}

function sumOf(inventory: Inventory): Sum {
  let [points, count] = [0, 0]
  for (const tool of inventory.tools.values()) {
    if (!counts(tool)) continue
    points += pointsOf(tool, inventory)
    count += 1
  }
  return { inventory, points, count }
}

function sumAfter(last: Sum, inventory: Inventory): Sum | undefined {
  const { tools, departments, functions } = last.inventory
  if (inventory.departments !== departments || inventory.functions !== functions) return undefined
  if (inventory.tools === tools) return { ...last, inventory }
  const changes = rememberedDifference(last.inventory, inventory)
  if (changes === undefined) return undefined
  let { points, count } = last
  for (const { table, before, after } of changes) {
    if (table !== 'tools') continue
    for (const [tool, sign] of [[before, -1] as const, [after, 1] as const]) {
      if (tool === undefined || !counts(tool)) continue
      points += sign * pointsOf(tool, inventory)
      count += sign
    }
  }
  return { inventory, points, count }
}

/** The points of what is known of a tool. */
function pointsOf(tool: Tool, inventory: Inventory): number {
  return GAP_FIELDS.reduce((sum, field) => sum + (isKnown(tool, field, inventory) ? COMPLETENESS_WEIGHTS[field] : 0), 0)
}

/**
 * Every missing value, what matters most first: its weight times what is at stake, which is 1 and up to 1 more each for
 * users, for cost (unknown counts as the middle, never as nothing) and for the best rank of a bundle the tool is in.
 * Ties stand in the order of the inventory and of the weights.
 */
export function gaps(inventory: Inventory, bundles: readonly BundleLike[] = []): readonly Gap[] {
  const ranks = new Map<ToolId, number>()
  for (const { rank, tools } of bundles) {
    for (const tool of tools) ranks.set(tool, Math.min(rank, ranks.get(tool) ?? rank))
  }
  const found: Gap[] = []
  for (const tool of inventory.tools.values()) {
    if (!counts(tool)) continue
    const stake = stakeOf(tool, ranks.get(tool.id))
    for (const field of completenessOf(tool, inventory).missing) {
      found.push({ tool: tool.id, field, score: COMPLETENESS_WEIGHTS[field] * stake })
    }
  }
  return found.sort((a, b) => b.score - a.score)
}

/** Tools that are gone, or known by name only, say nothing about how complete the list is. */
function counts(tool: Tool): boolean {
  return tool.status !== 'retired' && tool.mentionedOnly !== true
}

function stakeOf({ users, annualCost }: Tool, rank: number | undefined): number {
  const share = (value: number, half: number) => Math.max(0, value) / (Math.max(0, value) + half)
  return (
    1 +
    (users === undefined ? 0.5 : share(users, STAKE_HALF.users)) +
    (annualCost === undefined ? 0.5 : share(annualCost.minor / 100, STAKE_HALF.cost)) +
    (rank === undefined ? 0 : 1 / rank)
  )
}

function isKnown(tool: Tool, field: GapField, { departments, functions }: Inventory): boolean {
  switch (field) {
    case 'owner':
      return tool.owner !== undefined && departments.has(tool.owner)
    case 'functions':
      return tool.functions.some((id) => functions.has(id))
    case 'ai':
    case 'personalData':
      return tool[field] !== undefined && tool[field] !== 'unknown'
    default:
      return tool[field] !== undefined
  }
}
