import type { Money, ToolId } from './nouns'

export type ScenarioId = string & { readonly __id: 'scenario' }

/** What becomes of a tool when a bundle is taken: it stays as it is, moves to the target, goes, or is joined to it. */
export const TOOL_MOVES = ['keep', 'move', 'retire', 'connect'] as const
export type ToolMove = (typeof TOOL_MOVES)[number]

/** One tool's part in a scenario. Tools of the bundle without a decision move to the target. */
export interface ToolDecision {
  readonly tool: ToolId
  readonly move: ToolMove
  /** ISO date by which. */
  readonly by?: string
}

/** One bundle that a scenario takes. */
export interface TakenBundle {
  /** The bundle's function: the id of the user's function, or `catalogue:<id>`. */
  readonly functionKey: string
  /** The tool that stays, or the name of a platform that does not exist yet. */
  readonly target: { readonly tool: ToolId } | { readonly newPlatform: string }
  readonly decisions: readonly ToolDecision[]
  /**
   * What people carry to and from the target by hand, by e-mail or as files runs over interfaces afterwards. Absent: it
   * stays as it is. A bundle's lever counts these hours as what could be freed; only this frees them.
   */
  readonly automated?: true
  /** What a new platform, or more of the target, costs a year. Absent: unknown. */
  readonly targetCost?: Money
  readonly oneOffCost?: Money
}

export const PILOT_STATUSES = ['draft', 'pilot', 'scaled', 'stopped'] as const
export type PilotStatus = (typeof PILOT_STATUSES)[number]

/** What has to be said before a pilot starts, and what was measured before it is scaled. */
export interface Pilot {
  readonly status: PilotStatus
  /** What is measured, in words ("hours a month spent copying orders"). */
  readonly measure?: string
  readonly baseline?: number
  /** The value that counts as a success, and by when (ISO date). */
  readonly criterion?: number
  readonly date?: string
  /** `below`: success is a value at or below the criterion. */
  readonly direction?: 'below' | 'above'
  readonly unit?: string
  readonly scalingTrigger?: string
  readonly stopTrigger?: string
  readonly owner?: string
  /** The value that was measured in the pilot. */
  readonly measured?: number
}

/**
 * Bundles taken together: what the landscape would be after them. Changes nothing until it is carried out. Tools it names
 * may since have been deleted; whoever reads it passes them over, so that an undone deletion loses nothing.
 */
export interface Scenario {
  readonly id: ScenarioId
  readonly name: string
  readonly note?: string
  readonly bundles: readonly TakenBundle[]
  readonly pilot?: Pilot
  /** Number of the Change that carried it out. */
  readonly carriedOut?: number
}
